import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { payloadSession } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { cslExtras } from '@/record/csl'
import { readDoi, readIsbn, readIssn, readPostId, readQid } from './identifiers'
import { readLink } from './addresses/normalise'

type Stored = {
  id?: string
  url?: string | null
  archivedUrl?: string | null
  archivedAt?: string | null
  doi?: string | null
  isbn?: string | null
  issn?: string | null
  qid?: string | null
  platform?: string | null
  postId?: string | null
  csl?: unknown
  visibility?: string | null
  capturePolicy?: string | null
  deletedAt?: string | null
  mergedInto?: unknown
  urlKey?: string | null
  doiKey?: string | null
  postKey?: string | null
}
type Keys = Pick<Stored, 'urlKey' | 'doiKey' | 'postKey'>

/**
 * Before a save: brings link and identifiers into the one form in which they are kept, takes sharing identifiers off and an archived
 * copy apart from its original, works out by what this work is told from others, and refuses a second record of one work (409, with
 * the field and the other record). What a merged record says changes no more.
 */
export const keepWork: CollectionBeforeChangeHook = async ({ data: given, operation, originalDoc, req }) => {
  const before = (operation === 'create' ? {} : (originalDoc ?? {})) as Stored
  const mergedInto = idOf(before.mergedInto)
  if (mergedInto !== null) throw new APIError('This record was merged into another one. Change that one.', 409, { code: 'merged', into: mergedInto }, true)
  if (before.id !== undefined && (given as Stored).deletedAt && !before.deletedAt) await requireNothingMerged(req, before.id)
  // A duplicate describes another work: it begins without what only one can have.
  const isDuplicate = operation === 'create' && Object.keys((originalDoc ?? {}) as Stored).length > 0
  const data = (isDuplicate ? { ...given, url: null, archivedUrl: null, archivedAt: null, doi: null, postId: null, qid: null } : given) as Stored
  const tidy = tidied(data, before)
  const after: Stored = { ...before, ...data, ...tidy }
  const keys = keysOf(after)
  await requireOneRecord(req, before, { ...after, ...keys })
  // Whoever makes a record private may say afterwards that its page can be fetched; no public archive ever gets it.
  const isExposed = after.visibility === 'private' && (before.visibility !== 'private' || after.capturePolicy === 'archivePublicly')
  return { ...data, ...tidy, ...keys, ...(isExposed ? { capturePolicy: 'neverFetch' } : {}), mergedInto: null }
}

function tidied(data: Stored, before: Stored): Partial<Stored> {
  const tidy: Partial<Stored> = {}
  const has = (field: keyof Stored): boolean => Boolean(tidy[field] ?? (field in data ? data[field] : before[field]))
  const fill = (values: Partial<Stored>): void => {
    for (const [field, value] of Object.entries(values) as [keyof Stored, string | undefined][]) if (value !== undefined && !has(field)) Object.assign(tidy, { [field]: value })
  }
  const link = typeof data.url === 'string' && data.url.trim() !== '' ? readLink(data.url) : null
  if (link !== null && !('problem' in link)) {
    const original = link.archive?.original ?? null
    tidy.url = original ?? link.url
    if (link.archive !== undefined && original !== null && !link.warnings.includes('banned-archive')) fill({ archivedUrl: link.url, archivedAt: link.archive.at })
    fill({ doi: link.doi, isbn: link.isbn, platform: link.platform })
    if ((tidy.platform ?? data.platform ?? before.platform) === link.platform) fill({ postId: link.postId })
  }
  const copy = typeof data.archivedUrl === 'string' && data.archivedUrl.trim() !== '' ? readLink(data.archivedUrl) : null
  if (copy !== null && !('problem' in copy)) {
    tidy.archivedUrl = copy.url
    fill({ archivedAt: copy.archive?.at })
  }
  const readers = { doi: readDoi, isbn: readIsbn, issn: readIssn, qid: readQid, postId: readPostId }
  for (const [field, read] of Object.entries(readers) as [keyof typeof readers, (value: string) => string | null][]) {
    const value = tidy[field] ?? data[field]
    // What can't be read stays for the field's own check to refuse.
    if (typeof value === 'string' && value.trim() !== '') tidy[field] = read(value) ?? value.trim()
  }
  return 'csl' in data ? { ...tidy, csl: cslExtras(data.csl) } : tidy
}

function keysOf({ url, doi, platform, postId }: Stored): Keys {
  const link = url ? readLink(url) : null
  return {
    urlKey: link === null || 'problem' in link ? null : link.key,
    doiKey: doi ? readDoi(doi) : null,
    postKey: platform && postId ? `${platform}:${postId}` : null,
  }
}

const FIELD_OF: Record<keyof Keys, string> = { urlKey: 'url', doiKey: 'doi', postKey: 'postId' }
const MESSAGE_OF: Record<keyof Keys, string> = { urlKey: 'this link', doiKey: 'this DOI', postKey: 'this post' }

/** What was merged into a record is read through it. */
async function requireNothingMerged(req: PayloadRequest, id: string): Promise<void> {
  const { rows } = await payloadSession(req).query('select from handbill.source_merges where "into" = $1 limit 1', [id])
  if (rows.length > 0) throw new APIError('Another record was merged into this one, so it can’t be moved to the trash.', 409, { code: 'hasMerged' }, true)
}

function isCounted(source: Stored): boolean {
  return !source.deletedAt && source.visibility !== 'private'
}

/**
 * A private source is neither found here nor in the way of others: that it is known to the desk would be learned from the refusal.
 */
async function requireOneRecord(req: PayloadRequest, before: Stored, after: Stored): Promise<void> {
  if (!isCounted(after)) return
  const wasCounted = before.id !== undefined && isCounted(before)
  const names = (Object.keys(FIELD_OF) as (keyof Keys)[]).filter((name) => after[name] != null && !(wasCounted && after[name] === before[name]))
  if (names.length === 0) return
  const tx = payloadSession(req)
  // Whoever saves the same work at the same moment waits here, and then finds it.
  for (const lock of names.map((name) => `source ${name} ${after[name]}`).toSorted()) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock])
  const { rows } = await tx.query<{ id: string; title: string | null; url_key: string | null; doi_key: string | null; post_key: string | null }>(
    `select id, title, url_key, doi_key, post_key from sources
     where (url_key = $1 or doi_key = $2 or post_key = $3) and deleted_at is null and merged_into_id is null and visibility is distinct from 'private' and id is distinct from $4::uuid
     order by created_at, id limit 1`,
    [names.includes('urlKey') ? after.urlKey : null, names.includes('doiKey') ? after.doiKey : null, names.includes('postKey') ? after.postKey : null, before.id ?? null],
  )
  const other = rows[0]
  if (other === undefined) return
  const clash = names.find((name) => ({ urlKey: other.url_key, doiKey: other.doi_key, postKey: other.post_key })[name] === after[name]) ?? 'urlKey'
  const message = `Another source has ${MESSAGE_OF[clash]}: “${other.title ?? ''}”. Cite that one, or merge the two.`
  throw new APIError(message, 409, { code: 'sameWork', field: FIELD_OF[clash], other: { id: other.id, title: other.title ?? '' }, errors: [{ path: FIELD_OF[clash], message }] }, true)
}
