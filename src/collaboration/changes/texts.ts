import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import { pool } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { isUuid, type Reviewed } from '@/review/definition'
import { freeze } from '@/review/freeze'
import { lookBefore } from '@/review/looks'
import { presentContext } from '@/review/present-context'
import type { Projection } from '@/review/projection-text'
import { refusal, Refused } from '@/review/refusal'
import { namesOf } from '@/review/store'

/** A text of a document that can be compared: what it is, when it came to be (ISO 8601), and by whom. */
export type TextChoice = { ref: string; kind: 'now' | 'live' | 'seen' | 'version' | 'publication'; at: string | null; by: string | null }
/** One of them with what readers would get, or got, of it. `hash` is its content hash, where it is known. */
export type NamedText = TextChoice & { projection: Projection; hash: string | null }

type Document = { id: string } & Record<string, unknown>
type Asked = { req: PayloadRequest; definition: Reviewed; document: Document; actor: Actor }

const VERSIONS = 30

/**
 * The text that `ref` names: `now`, `live`, `seen`, `version:{id}`, `publication:{id}`. Null where there is no such text
 * yet: nothing is public, or the person never looked.
 *
 * @throws Refused: 404 where it belongs to another document or isn't theirs to read, 422 where `ref` is none of these.
 */
export async function textNamed({ req, definition, document, actor }: Asked, ref: string): Promise<NamedText | null> {
  const { collection } = definition
  if (ref === 'now') {
    const { projection, contentHash } = await freeze(req, definition, document)
    return { ref, kind: 'now', projection, hash: contentHash, at: typeof document.updatedAt === 'string' ? document.updatedAt : null, by: await nameOf(document.savedBy) }
  }
  if (ref === 'seen') {
    const { contentHash } = await freeze(req, definition, document)
    const look = await lookBefore(pool, { collection, document: document.id, person: actor.id }, contentHash)
    return look === null ? null : { ref, kind: 'seen', projection: look.projection, hash: look.contentHash, at: look.at, by: null }
  }
  if (ref === 'live') return publication(collection, document.id, null)
  const [kind, id] = ref.split(':')
  if (!isUuid(id) || (kind !== 'version' && kind !== 'publication')) throw new Refused(refusal(422, 'malformed', 'A text is named as now, live, seen, version:{id} or publication:{id}.', { field: 'text' }))
  const found = kind === 'publication' ? await publication(collection, document.id, id) : await version({ req, definition, document, actor }, id)
  if (found === null) throw new Refused(refusal(404, 'notFound', 'There is no such text of this document.'))
  return found
}

async function publication(collection: string, document: string, id: string | null): Promise<NamedText | null> {
  const { rows } = await pool.query<{ id: string; projection: Projection; went_live_at: Date; published_by_id: string | null; content_hash: string }>(
    `select id, projection, went_live_at, published_by_id, content_hash from publications
     where collection = $1 and document = $2 and not is_tombstone and case when $3::uuid is null then superseded_at is null else id = $3::uuid end`,
    [collection, document, id],
  )
  const row = rows[0]
  if (row === undefined) return null
  return { ref: id === null ? 'live' : `publication:${row.id}`, kind: id === null ? 'live' : 'publication', projection: row.projection, hash: row.content_hash, at: row.went_live_at.toISOString(), by: await nameOf(row.published_by_id) }
}

async function version({ req, definition, document, actor: _actor }: Asked, id: string): Promise<NamedText | null> {
  const found = (await req.payload.findVersionByID({ collection: definition.collection as CollectionSlug, id, depth: 0, overrideAccess: false, user: req.user, disableErrors: true })) as unknown as { parent: unknown; updatedAt: string; version: Record<string, unknown> } | null
  if (found === null || idOf(found.parent) !== document.id) return null
  const projection = await definition.present({ ...found.version, id: document.id }, presentContext(req))
  return { ref: `version:${id}`, kind: 'version', projection, hash: null, at: found.updatedAt, by: await nameOf(found.version.savedBy) }
}

/** The texts of a document that can be chosen, newest first: those that were public, then those that were saved. */
export async function textsOf({ req, definition, document }: Asked): Promise<TextChoice[]> {
  const { rows: published } = await pool.query<{ id: string; went_live_at: Date; published_by_id: string | null }>(
    'select id, went_live_at, published_by_id from publications where collection = $1 and document = $2 and not is_tombstone order by went_live_at desc limit $3',
    [definition.collection, document.id, VERSIONS],
  )
  const { docs } = await req.payload.findVersions({ collection: definition.collection as CollectionSlug, where: { parent: { equals: document.id } }, sort: '-updatedAt', limit: VERSIONS, depth: 0, pagination: false, overrideAccess: false, user: req.user })
  const versions = docs as unknown as { id: string; updatedAt: string; version: { savedBy?: unknown } }[]
  const people = [...published.map((row) => row.published_by_id), ...versions.map((each) => idOf(each.version.savedBy))].filter((id) => id !== null)
  const names = await namesOf(pool, people)
  const named = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  return [
    ...published.map((row): TextChoice => ({ ref: `publication:${row.id}`, kind: 'publication', at: row.went_live_at.toISOString(), by: named(row.published_by_id) })),
    ...versions.map((each): TextChoice => ({ ref: `version:${each.id}`, kind: 'version', at: each.updatedAt, by: named(idOf(each.version.savedBy)) })),
  ]
}

async function nameOf(person: unknown): Promise<string | null> {
  const id = idOf(person)
  return id === null ? null : ((await namesOf(pool, [id])).get(id) ?? null)
}
