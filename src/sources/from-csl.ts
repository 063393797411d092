import type { Endpoint, PayloadRequest } from 'payload'
import { can } from '@/permissions/can'
import { database } from '@/platform/database'
import { inPayloadTransaction } from '@/platform/payload-transaction'
import { slugify } from '@/publishing/slugs'
import { refusal, Refused } from '@/review/refusal'
import { answering, readObject, requireActor } from '@/review/request'
import { readCslJson, type SourceFields } from './csl/from-csl'
import { findWork, type FoundSource, type WorkKeys } from './find'
import { readLink } from './addresses/normalise'

const MOST_ITEMS = 50
const LONGEST_PASTE = 500_000

/** What became of one pasted item: its record, found or made, or why there is none. */
export type CslAnswer = { source: FoundSource; isNew: boolean } | { problem: string }

/** `POST /api/sources/from-csl { csl }`: a record for each item of CSL-JSON that somebody pastes, as text: the one that there is, or a new one. */
export const fromCsl: Endpoint = {
  path: '/from-csl',
  method: 'post',
  handler: answering(async (req): Promise<{ items: CslAnswer[] }> => {
    const actor = requireActor(req)
    const right = can(actor, 'create', { collection: 'sources' })
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const { csl } = await readObject(req, { most: LONGEST_PASTE, fields: ['csl'] })
    const items = typeof csl === 'string' ? readCslJson(csl) : null
    if (items === null || items.length === 0) throw new Refused(refusal(422, 'malformed', 'csl must be CSL-JSON as text: one item or a list of items.', { field: 'csl' }))
    if (items.length > MOST_ITEMS) throw new Refused(refusal(422, 'tooMany', `${MOST_ITEMS} items at most can be brought in at once.`, { field: 'csl' }))
    const answers: CslAnswer[] = []
    for (const item of items) answers.push(item === null ? { problem: 'It has no title.' } : await bringIn(req, item))
    return { items: answers }
  }),
}

async function bringIn(req: PayloadRequest, fields: SourceFields): Promise<CslAnswer> {
  const link = typeof fields.url === 'string' ? readLink(fields.url) : null
  // Of a post, its address says the same where the item doesn't.
  const { platform, postId } = typeof fields.platform === 'string' && typeof fields.postId === 'string' ? { platform: fields.platform, postId: fields.postId } : link === null || 'problem' in link ? {} : link
  const keys: WorkKeys = {
    ...(link === null || 'problem' in link ? {} : { urlKey: link.key }), ...(typeof fields.doi === 'string' ? { doiKey: fields.doi } : {}),
    ...(platform === undefined || postId === undefined ? {} : { postKey: `${platform}:${postId}` }),
    // Chapters of one book share its ISBN.
    ...(typeof fields.isbn === 'string' && fields.kind === 'book' && fields.csl === undefined ? { isbn: fields.isbn } : {}),
  }
  for (let tried = 0; ; tried += 1) {
    const known = await findWork(database(), keys)
    if (known !== null) return { source: known, isNew: false }
    try {
      const made = await inPayloadTransaction(req, async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`source titled ${slugify(fields.title)}`])
        return req.payload.create({ collection: 'sources', data: fields as never, depth: 0, overrideAccess: false, user: req.user, req })
      })
      return { source: { id: made.id, title: made.title ?? '', kind: made.kind ?? 'webpage', url: made.url ?? null, citedIn: 0 }, isNew: true }
    } catch (error) {
      if (tried > 0 || (error as { status?: number }).status !== 409) throw error
    }
  }
}
