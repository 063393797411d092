import type { Endpoint } from 'payload'
import { readableCapturesOf, readCapture } from '@/captures/store'
import { requireSource } from '@/captures/rights'
import { database } from '@/platform/database'
import { LANGUAGES } from '@/publishing/languages'
import { answering } from '@/review/request'
import { fillSource, type Metadata } from './fill'

/**
 * `POST /api/sources/:id/fill`: what the newest copy says of itself goes into the fields that are still empty, or that the address alone spoke
 * for. The desk asks for it once a copy has come; the worker that fetches it keeps no Payload. Answers `{ filled }`: whether there was anything.
 */
export const fillFromCopy: Endpoint = {
  path: '/:id/fill',
  method: 'post',
  handler: answering(async (req): Promise<{ filled: boolean }> => {
    const { source } = await requireSource(req, 'edit')
    const [newest] = await readableCapturesOf(database(), source.id)
    const metadata = newest === undefined ? null : (await readCapture(database(), newest.id))?.metadata
    if (metadata == null) return { filled: false }
    const { origin: _origin, canonical: _canonical, language, ...said } = metadata
    const known = LANGUAGES.find(({ value }) => value === language?.split('-')[0])
    return { filled: await fillSource(req.payload, source.id, { ...said, ...(known === undefined ? {} : { titleLanguage: known.value }) } as Metadata, 'page') }
  }),
}
