import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { CollectionAfterChangeHook, Config, Endpoint, PayloadHandler } from 'payload'
import { database, payloadSession } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, refusalResponse } from '@/review/request'
import { namesOf } from '@/review/store'
import { SCREENSHOT, type Capture } from './capture'
import { pathOf } from './keep/files'
import { revokeCapture } from './keep/revoke'
import { policyOf } from './policy'
import { openRequestsOf, wantCapture } from './requests'
import { readUpload } from './read-upload'
import { requireCapture, requireSource, rightsOnCopies, whyNotArchive, whyNotCapture } from './rights'
import { capturesOf } from './store'
import { keepUpload } from './upload'
import { packWacz } from './wacz/pack'

/** Adds copies to sources: what wants one when a link is set, and the endpoints. A Payload plugin. */
export function captures(config: Config): Config {
  const collections = config.collections?.map((collection) =>
    collection.slug !== 'sources'
      ? collection
      : {
          ...collection,
          hooks: { ...collection.hooks, afterChange: [...(collection.hooks?.afterChange ?? []), wantCaptureOfLink] },
          endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...sourceEndpoints],
        },
  )
  return { ...config, endpoints: [...(config.endpoints ?? []), ...captureEndpoints], ...(collections === undefined ? {} : { collections }) }
}

type LinkedSource = { id: string; url?: string | null }

/** Wants a copy in the transaction of the save that gives a source its link, or another one. */
const wantCaptureOfLink: CollectionAfterChangeHook<LinkedSource> = async ({ doc, previousDoc, operation, req }) => {
  const url = doc.url?.trim() ?? ''
  if (url === '' || (operation === 'update' && previousDoc.url?.trim() === url)) return doc
  await wantCapture(payloadSession(req), { source: doc.id, url, by: idOf(req.user), why: 'linked' })
  return doc
}

const list = answering(async (req) => {
  const { actor, source } = await requireSource(req)
  const policy = await policyOf(database(), source.id)
  const [captured, requests] = await Promise.all([capturesOf(database(), source.id), openRequestsOf(database(), source.id)])
  const people = await namesOf(database(), [...captured, ...requests].flatMap(({ by }) => by ?? []))
  return { policy: policy?.policy ?? null, captures: captured, requests, people: Object.fromEntries(people), youMay: rightsOnCopies(actor, source, policy) }
})

const captureNow = answering(async (req) => {
  const { actor, source } = await requireSource(req, 'edit')
  const { archive } = await readBody(req, { archive: { kind: 'boolean' } })
  const policy = await policyOf(database(), source.id)
  const url = policy?.url ?? null
  const whyNot = whyNotCapture(policy)
  if (policy === null || url === null || whyNot === 'noLink') throw new Refused(refusal(409, 'noLink', 'This source has no link that can be fetched.', { field: 'url' }))
  if (whyNot === 'neverFetch') throw new Refused(refusal(409, 'neverFetch', 'The host of this source must not learn that we look: its policy says never to fetch it.', { field: 'capturePolicy' }))
  if (archive === true) {
    const whyNotThere = whyNotArchive(policy)
    if (whyNotThere === 'notForTheArchive') throw new Refused(refusal(409, 'notForTheArchive', 'Only what may be archived in public is given to an archive.', { field: 'capturePolicy' }))
    if (whyNotThere === 'notConfigured') throw new Refused(refusal(409, 'notConfigured', 'No public archive is set up. An administrator can do that.'))
    if (whyNotThere === 'notPublic') throw new Refused(refusal(409, 'notPublic', 'This link is an invitation, or holds a key: an archive would show it to everybody.', { field: 'url' }))
  }
  const request = await wantCapture(database(), { source: source.id, url, by: actor.id, why: 'asked', provider: archive === true ? 'wayback' : 'local' })
  return { request }
})

const upload = answering(async (req) => {
  const { actor, source } = await requireSource(req, 'edit')
  const { bytes, contentType, audience } = await readUpload(req)
  const policy = await policyOf(database(), source.id)
  return { capture: await keepUpload({ source: source.id, by: actor.id, bytes, contentType, url: policy?.url ?? null, audience: policy?.isPrivate === false ? audience : 'editors' }) }
})

const text = answering(async (req) => {
  const { capture } = await requireCapture(req)
  if (capture.revokedAt !== null) throw new Refused(refusal(404, 'revoked', 'This copy was revoked.'))
  if (capture.text === null) throw new Refused(refusal(404, 'noText', 'There are no words in this copy.'))
  const { id, source, title, capturedAt, textHash, finalUrl, provider, metadata } = capture
  return { id, source, title, capturedAt, sha256: textHash, url: finalUrl, provider, language: metadata?.language ?? null, text: capture.text }
})

const revoke = answering(async (req) => {
  const { actor, capture } = await requireCapture(req, 'verify')
  const { reason } = await readBody(req, { reason: { kind: 'text', isRequired: true } })
  await revokeCapture(capture.id, actor.id, String(reason))
  return { revoked: capture.id }
})

/** What strangers made is opened nowhere near a signed-in browser: no script, no origin, no guessing, and saved rather than shown. */
const GUARDED = { 'Content-Security-Policy': "sandbox; default-src 'none'", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store', 'Cross-Origin-Resource-Policy': 'same-origin', 'Referrer-Policy': 'no-referrer' }

/** What is sent under its own type; all else is so many bytes. Of these only what we drew ourselves is shown. */
const HARMLESS = /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf)$/

const file: PayloadHandler = async (req) => {
  try {
    const { capture } = await requireCapture(req)
    const name = String(req.routeParams?.name)
    const saved = `copy-${capture.capturedAt.slice(0, 10)}-${name}`
    if (name === 'capture.wacz') return await wacz(capture, saved)
    const kept = capture.revokedAt === null ? capture.files.find((each) => each.name === name) : undefined
    const size = kept === undefined ? null : await stat(pathOf(kept.sha256)).then(({ size: bytes }) => bytes, () => null)
    if (kept === undefined || size === null) throw new Refused(refusal(404, 'notFound', 'There is no such file.'))
    return new Response(Readable.toWeb(createReadStream(pathOf(kept.sha256))) as ReadableStream, {
      headers: { ...GUARDED, 'Content-Type': HARMLESS.test(kept.mime) ? kept.mime : 'application/octet-stream', 'Content-Length': String(size), 'Content-Disposition': name === SCREENSHOT ? 'inline' : `attachment; filename="${saved}"` },
    })
  } catch (error) {
    if (error instanceof Refused) return refusalResponse(error.refusal)
    throw error
  }
}

async function wacz(capture: Capture, saved: string): Promise<Response> {
  if (capture.provider !== 'local' || capture.failure !== null || capture.revokedAt !== null) throw new Refused(refusal(404, 'notFound', 'There is no such file.'))
  const bytes = await packWacz(capture)
  return new Response(new Uint8Array(bytes), { headers: { ...GUARDED, 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length), 'Content-Disposition': `attachment; filename="${saved}"` } })
}

const sourceEndpoints: Endpoint[] = [
  { path: '/:id/captures', method: 'get', handler: list },
  { path: '/:id/captures', method: 'post', handler: captureNow },
  { path: '/:id/captures/upload', method: 'post', handler: upload },
]

const captureEndpoints: Endpoint[] = [
  { path: '/captures/:id/text', method: 'get', handler: text },
  { path: '/captures/:id/file/:name', method: 'get', handler: file },
  { path: '/captures/:id/revoke', method: 'post', handler: revoke },
]
