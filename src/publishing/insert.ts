import { now as clock } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import { pathOf } from '@/record/paths'
import type { PublicCollection, Tombstone } from '@/record/projections'
import type { Correction, Live } from '@/record/publication'
import { imagesIn } from '@/record/references'
import { referencesIn } from '@/review/freeze'
import type { Projection } from '@/review/projection-text'
import { refusal, Refused } from '@/review/refusal'
import { DEFAULT_LANGUAGE } from './languages'
import { searchTextOf } from './search-text'

export const CHANGES = ['minor', 'correction', 'retraction'] as const
/** What a new publication is to the one before it: a `minor` change moves no date, the others say publicly what changed. */
export type Change = (typeof CHANGES)[number]

/** The publication that a new one takes the place of. */
export type Superseded = { id: string; publishedAt: string; updatedAt: string; corrections: Correction[]; isTombstone: boolean; isAdopted: boolean; path: string | null; title: string; language: string; slug: string; contentHash: string }

export type NewPublication = {
  collection: string
  document: string
  projection: Projection
  title: string
  language: string
  slug: string
  /** Null for a system act, as the first settings of a new installation. */
  publishedBy: string | null
  run: string | null
  change: Change | null
  publicNote: string | null
  /** Brought in from elsewhere: its own dates, and the paths where it was public before. */
  adopted?: { publishedAt: string; updatedAt: string; addresses: readonly string[] }
}

/** The language whose pages have no prefix, as the live settings say. */
export async function defaultLanguage(tx: Queryable): Promise<string> {
  const { rows } = await tx.query<{ language: string | null }>(`select projection -> 'languages' ->> 0 as language from publications where collection = 'site-settings' and superseded_at is null`)
  return rows[0]?.language ?? DEFAULT_LANGUAGE
}

/**
 * The live row of a document, tombstone or not; null if it was never public. Whoever else would publish the document,
 * as by taking it along with another one, waits until this transaction ends.
 */
export async function liveRow(tx: Queryable, collection: string, document: string): Promise<Superseded | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`publication ${collection} ${document}`])
  const { rows } = await tx.query<{ id: string; published_at: Date; updated_publicly_at: Date; corrections: Correction[]; is_tombstone: boolean; is_adopted: boolean; path: string | null; title: string; language: string; slug: string; content_hash: string }>(
    'select id, published_at, updated_publicly_at, corrections, is_tombstone, is_adopted, path, title, language, slug, content_hash from publications where collection = $1 and document = $2 and superseded_at is null',
    [collection, document],
  )
  const row = rows[0]
  if (row === undefined) return null
  return {
    id: row.id,
    publishedAt: row.published_at.toISOString(),
    updatedAt: row.updated_publicly_at.toISOString(),
    corrections: row.corrections,
    isTombstone: row.is_tombstone,
    isAdopted: row.is_adopted,
    path: row.path,
    title: row.title,
    language: row.language,
    slug: row.slug,
    contentHash: row.content_hash,
  }
}

/**
 * Makes a projection public, in the caller's transaction and under its lock: supersedes the row before it, claims its
 * path for ever, inserts the frozen words. Returns the new publication's id and hash.
 *
 * @throws Refused (409) where another document has or had the path.
 */
export async function insertPublication(tx: Queryable, publication: NewPublication, before: Superseded | null): Promise<{ id: string; contentHash: string }> {
  const { collection, document, projection, language, slug, title, adopted } = publication
  // A page of a private source would join all that rests on it, and so help to find out who it is.
  const path = projection.visibility === 'private' ? null : pathOf({ collection: collection as PublicCollection, language, slug }, await defaultLanguage(tx))
  const addresses = await claim(tx, collection, document, [...(path === null ? [] : [path]), ...(adopted?.addresses ?? [])])
  const now = clock().toISOString()
  const hash = contentHash(projection)
  const live = { collection, document, projection, isTombstone: false } as unknown as Live
  const note: Correction[] = publication.change === 'correction' || publication.change === 'retraction' ? [{ at: now, kind: publication.change, note: publication.publicNote ?? '' }] : []
  const id = await insertRow(tx, {
    ...publication,
    path,
    isTombstone: false,
    isAdopted: adopted !== undefined || (before?.isAdopted ?? false),
    publishedAt: before?.publishedAt ?? adopted?.publishedAt ?? now,
    updatedAt: adopted?.updatedAt ?? (before === null || before.isTombstone || publication.change !== 'minor' ? now : before.updatedAt),
    wentLiveAt: now,
    contentHash: hash,
    corrections: [...(before?.corrections ?? []), ...note],
    addresses,
    refs: [...new Set(referencesIn({ collection, document, projection }).map((reference) => reference.document))],
    images: [...new Map(imagesIn(live).map((image) => [image.id, { id: image.id, files: image.variants.map(({ file }) => file) }])).values()],
    translationGroup: 'translationOf' in projection ? ((projection.translationOf as string | null) ?? document) : null,
    searchText: collection === 'site-settings' || collection === 'content-warnings' ? null : searchTextOf(title, projection),
  }, before)
  return { id, contentHash: hash }
}

/** Puts a tombstone in the place of a live publication: its paths answer that it was withdrawn. */
export async function insertTombstone(tx: Queryable, collection: string, document: string, before: Superseded, publishedBy: string, publicNote: string): Promise<{ id: string; contentHash: string }> {
  const projection: Tombstone = { withdrawn: true, title: before.title, language: before.language, slug: before.slug, publicNote }
  const now = clock().toISOString()
  const hash = contentHash(projection)
  const id = await insertRow(tx, {
    collection, document, projection, title: before.title, language: before.language, slug: before.slug, publishedBy, run: null, change: null,
    path: before.path, isTombstone: true, isAdopted: before.isAdopted, publishedAt: before.publishedAt, updatedAt: now, wentLiveAt: now, contentHash: hash, corrections: before.corrections,
    addresses: await claim(tx, collection, document, []), refs: [], images: [], translationGroup: null, searchText: null,
  }, before)
  return { id, contentHash: hash }
}

type Row = {
  collection: string
  document: string
  projection: Projection | Tombstone
  title: string
  language: string
  slug: string
  publishedBy: string | null
  run: string | null
  change: Change | null
  path: string | null
  isTombstone: boolean
  isAdopted: boolean
  publishedAt: string
  updatedAt: string
  wentLiveAt: string
  contentHash: string
  corrections: Correction[]
  addresses: string[]
  refs: string[]
  images: { id: string; files: string[] }[]
  translationGroup: string | null
  searchText: string | null
}

async function insertRow(tx: Queryable, row: Row, before: Superseded | null): Promise<string> {
  if (before !== null) await tx.query('update publications set superseded_at = $2 where id = $1', [before.id, row.wentLiveAt])
  const { rows } = await tx.query<{ id: string }>(
    `insert into publications (collection, document, language, slug, path, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash,
       projection, corrections, addresses, refs, images, translation_group, search_text, published_by_id, run, change)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) returning id`,
    [
      row.collection, row.document, row.language, row.slug, row.path, row.title, row.isTombstone, row.isAdopted, row.publishedAt, row.updatedAt, row.wentLiveAt, row.contentHash,
      JSON.stringify(row.projection), JSON.stringify(row.corrections), JSON.stringify(row.addresses), JSON.stringify(row.refs), JSON.stringify(row.images), row.translationGroup, row.searchText, row.publishedBy, row.run, row.change,
    ],
  )
  return rows[0]?.id ?? ''
}

/** Claims paths for a document for ever, and returns all that it ever had. */
async function claim(tx: Queryable, collection: string, document: string, paths: readonly string[]): Promise<string[]> {
  if (paths.length > 0) {
    const wanted = [...new Set(paths)].toSorted()
    await tx.query('insert into handbill.addresses (path, collection, document) select path, $2, $3::uuid from unnest($1::text[]) path on conflict do nothing', [wanted, collection, document])
    const { rows } = await tx.query<{ path: string }>('select path from handbill.addresses where path = any($1) and (collection, document) is distinct from ($2, $3::uuid)', [wanted, collection, document])
    if (rows[0] !== undefined) throw new Refused(refusal(409, 'addressTaken', `Another document has or had the address ${rows[0].path}.`, { field: 'slug', path: rows[0].path }))
  }
  if (!/^[0-9a-f-]{36}$/.test(document)) return []
  const { rows } = await tx.query<{ path: string }>('select path from handbill.addresses where collection = $1 and document = $2 order by claimed_at, path', [collection, document])
  return rows.map(({ path }) => path)
}

/** Asks the worker to bake what is new; it starts once this transaction has committed. */
export async function askForBake(tx: Queryable): Promise<void> {
  await tx.query(`select graphile_worker.add_job('bake', '{}'::json, queue_name := 'edition', job_key := 'bake')`)
}
