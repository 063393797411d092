import { setTimeout as wait } from 'node:timers/promises'
import { appendAudit } from '@/audit/append'
import { readProgress, writeProgress } from '@/edition/progress'
import { env } from '@/env'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { BAKING } from '@/platform/locks'
import { contentHash } from '@/record/content-hash'
import { isUuid, tableOf } from '@/review/definition'
import type { Projection } from '@/review/projection-text'
import { refusal, Refused } from '@/review/refusal'
import { askForBake } from '../insert'
import { searchTextOf } from '../search-text'
import { redactFiles } from './files'
import { placesOf, type Owners, type Place } from './places'
import type { Wanted } from './redact-text'
import { hitsIn, type Hit } from './scan'
import { neverPublic, redactSlugs } from './slugs-of-drafts'
import { actorById, countRedaction, decideRedaction, readRedaction } from './store'
import { whyNotConfirm } from './two-people'

/** What a redaction did. `tables`: where rows changed, whose old rows still lie in the database's files. */
export type CarriedOut = { hits: { table: string; collection: string | null; document: string | null; count: number }[]; publications: string[]; files: number; tables: string[] }

const PATIENCE_MS = 10_000
const PAUSE_MS = 100

type Order = { id: string; actor: Actor; owners: Owners }

/**
 * Carries a proposed redaction out, in one transaction in which nobody else writes and nothing is baked: marks the words in
 * every place, in files of mails and reports too, ends the reviews that decide on text that held them, keeps the hashes of
 * publications from before and after, asks for a bake of what showed them, and forgets the words.
 *
 * @throws Refused: 403 where it takes somebody else, 404, 409 where it was decided already or a place can't hold the mark,
 * 503 where others wrote or baked without a pause for ten seconds. Nothing was done then.
 */
export async function carryOut(order: Order): Promise<CarriedOut> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await inTransaction((tx) => carryOutIn(tx, order))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code.startsWith('23')) throw new Refused(refusal(409, 'notRedactable', 'One of the places can’t hold the mark that the words are replaced by. Nothing was changed.', { place: placeIn(error) }))
      if (!BUSY_CODES.has(code)) throw error
      if (performance.now() > until) throw new Refused(refusal(503, 'busy', 'Others are writing, or everything is being baked. Nothing was done; please try again in a minute.'))
      await wait(PAUSE_MS)
    }
  }
}

/** lock_not_available; deadlock_detected */
const BUSY = '55P03'
const BUSY_CODES = new Set([BUSY, '40P01'])

function placeIn(error: unknown): string | null {
  return error instanceof Error && 'table' in error && typeof error.table === 'string' ? error.table : null
}

async function carryOutIn(tx: Queryable, { id, actor, owners }: Order): Promise<CarriedOut> {
  const redaction = await readRedaction(tx, id, { lock: true })
  if (redaction === null) throw new Refused(refusal(404, 'notFound', 'There is no such redaction.'))
  if (redaction.state !== 'proposed' || redaction.words === null) throw new Refused(refusal(409, 'alreadyDecided', 'This was decided already.'))
  const inTheWay = whyNotConfirm(await actorById(tx, redaction.proposedBy), actor)
  if (inTheWay !== null) throw new Refused(inTheWay)
  const wanted: Wanted = { forms: redaction.words, wholeWords: redaction.wholeWords }
  const places = await placesOf(tx, owners)
  await shutOthersOut(tx, places)
  await decideRedaction(tx, id, 'carriedOut', actor.id, now())

  const hits: CarriedOut['hits'] = []
  const counts: Record<string, number> = {}
  const publications: { id: string; collection: string; document: string; before: string; after: string; isLive: boolean }[] = []
  const runs: string[] = []
  const texts = new Map<string, { collection: string; document: string }>()
  const addressed = new Map<string, { collection: string; document: string }>()
  for await (const hit of hitsIn(tx, places, wanted, redaction.collections)) {
    const { place, collection, document } = hit
    if (hit.addresses.length > 0 && collection !== null && document !== null) addressed.set(`${collection} ${document}`, { collection, document })
    if (hit.found.length === 0) continue
    const published = place.table === 'public.publications' ? await redactPublication(tx, hit) : null
    if (published !== null) publications.push(published)
    else await redactRow(tx, hit)
    counts[place.table] = (counts[place.table] ?? 0) + 1
    hits.push({ table: place.table, collection, document, count: hit.found.length })
    if (place.table === 'handbill.review_runs' && hit.row.ended_at === null) runs.push(String(hit.row.id))
    if (place.isMain && collection !== null && document !== null) texts.set(`${collection} ${document}`, { collection, document })
  }
  const drafts = await neverPublic(tx, [...addressed.values()])
  for (const draft of drafts) texts.set(`${draft.collection} ${draft.document}`, draft)
  const renamed = await redactSlugs(tx, places, drafts)
  await countRow(tx, places, [...texts.values()])
  const ended = await endRuns(tx, runs, [...texts.values()])
  for (const { id: publication, before, after } of publications) {
    await tx.query('insert into handbill.redacted_publications (publication, redaction, old_hash, new_hash) values ($1, $2, $3, $4)', [publication, id, before, after])
  }
  const live = publications.filter(({ isLive }) => isLive).map((each) => each.id)
  if (live.length > 0) {
    await tx.query('delete from handbill.bakes where publication = any($1)', [live])
    await forgetBakeUnderWay()
    await askForBake(tx)
  }
  // Before the commit: where a file can't be written, nothing is done, and it can be tried again while the words are known.
  await tx.query('set local idle_in_transaction_session_timeout = 0')
  const isEverywhere = redaction.collections.length === 0
  const files = isEverywhere ? await redactFiles(wanted) : 0
  await countRedaction(tx, id, { ...counts, files })
  await log(tx, { id, actor, hits: [...hits, ...drafts], publications, ended, counts, files })
  // Dead rows may hold the words where living ones never did, as of a text that somebody mended before.
  const tables = isEverywhere ? places.map(({ table }) => table).filter((table) => !table.startsWith('graphile_worker.') || table in counts) : [...new Set([...Object.keys(counts), ...renamed])]
  return { hits, publications: live, files, tables: [...tables, 'handbill.redactions'] }
}

/**
 * Lets nobody write or bake until the transaction ends: a save under way would otherwise bring back what it read before, and a
 * bake what it read. Never waits, so that nobody can be waited for in a circle.
 *
 * @throws a database error with the code `55P03` where somebody is at it.
 */
async function shutOthersOut(tx: Queryable, places: readonly Place[]): Promise<void> {
  const { rows } = await tx.query<{ is_mine: boolean }>('select pg_try_advisory_xact_lock($1) as is_mine', [BAKING])
  if (rows[0]?.is_mine !== true) throw Object.assign(new Error('Baking is under way'), { code: BUSY })
  // The queue is not ours to stop; what it carries is changed row by row.
  const tables = places.map(({ table }) => table).filter((table) => !table.startsWith('graphile_worker.'))
  // Exclusive: a save that holds only the row, and is about to write it, would otherwise wait for this, and this for it.
  await tx.query(`lock table ${tables.join(', ')} in exclusive mode nowait`)
}

async function redactRow(tx: Queryable, { place, at, changed }: Hit): Promise<void> {
  const entries = [...changed]
  const sets = entries.map(([{ name, kind }], index) => `"${name}" = $${index + 2}::${CASTS[kind]}`)
  await tx.query(`update ${place.table} set ${sets.join(', ')} where ctid = $1::tid`, [at, ...entries.map(([{ kind }, value]) => (kind === 'json' || kind === 'jsonb' ? JSON.stringify(value) : value))])
}

const CASTS = { text: 'text', texts: 'text[]', json: 'json', jsonb: 'jsonb' } as const

type Published = { id: string; collection: string; document: string; before: string; after: string; isLive: boolean }

/** A publication's words with their hash and what it is found by; its address stays. */
async function redactPublication(tx: Queryable, { row, changed, collection, document }: Hit): Promise<Published> {
  const of = (name: string): unknown => [...changed].find(([column]) => column.name === name)?.[1] ?? row[name]
  const projection = of('projection') as Projection
  const title = String(of('title'))
  const [before, after] = [String(row.content_hash), contentHash(projection)]
  await tx.query('update publications set projection = $2, title = $3, corrections = $4, search_text = $5, content_hash = $6 where id = $1', [
    row.id, JSON.stringify(projection), title, JSON.stringify(of('corrections')), row.search_text === null ? null : searchTextOf(title, projection), after,
  ])
  return { id: String(row.id), collection: String(collection), document: String(document), before, after, isLive: row.superseded_at === null }
}

/** Counts the change as a save of each text, so that a form that was opened before it can't put the words back. */
async function countRow(tx: Queryable, places: readonly Place[], texts: readonly { collection: string; document: string }[]): Promise<void> {
  const names = new Set(places.map(({ table }) => table))
  for (const [collection, found] of Map.groupBy(texts, (text) => text.collection)) {
    const table = tableOf(collection)
    const versions = `_${collection.replaceAll('-', '_')}_v`
    const ids = found.map(({ document }) => document).filter(isUuid)
    if (ids.length === 0 || !names.has(`public.${versions}`)) continue
    await tx.query(`update ${table} set rev = coalesce(rev, 0) + 1 where id = any($1::uuid[])`, [ids])
    await tx.query(`update "${versions}" v set version_rev = d.rev from ${table} d where v.parent_id = d.id and v.latest and d.id = any($1::uuid[])`, [ids])
  }
}

/** Ends every review that decides on words which are gone, scheduled ones too: nobody signed what is there now. */
async function endRuns(tx: Queryable, runs: readonly string[], texts: readonly { collection: string; document: string }[]): Promise<{ run: string; collection: string; document: string }[]> {
  const { rows } = await tx.query<{ run: string; collection: string; document: string }>(
    `update handbill.review_runs set state = 'cancelled', ended_at = now()
     where ended_at is null and (id = any($1::uuid[]) or (collection, document::text) in (select * from unnest($2::text[], $3::text[])))
     returning id as run, collection, document::text as document`,
    [runs, texts.map(({ collection }) => collection), texts.map(({ document }) => document)],
  )
  return rows
}

/** A bake of everything that was broken off would note down as shown what it may have baked before. It begins anew. */
async function forgetBakeUnderWay(): Promise<void> {
  const { editionDir } = env()
  const progress = await readProgress(editionDir)
  if (progress !== null && progress.done !== null) await writeProgress(editionDir, { ...progress, fingerprint: '' })
}

type Logged = { id: string; actor: Actor; hits: readonly { collection: string | null; document: string | null }[]; publications: readonly Published[]; ended: readonly { run: string; collection: string; document: string }[]; counts: Record<string, number>; files: number }

/** A row for each publication with its hashes, one for each other text, and one for the whole. Ids, counts and hashes only. */
async function log(tx: Queryable, { id, actor, hits, publications, ended, counts, files }: Logged): Promise<void> {
  const told = new Set<string>()
  const runOf = (collection: string, document: string): string | null => ended.find((each) => each.collection === collection && each.document === document)?.run ?? null
  for (const { id: publication, collection, document, before, after } of publications) {
    told.add(`${collection} ${document}`)
    await appendAudit(tx, { actor: actor.id, action: 'redacted', collection, document, before, after, run: runOf(collection, document), details: { redaction: id, publication } })
  }
  for (const { collection, document } of [...hits, ...ended]) {
    if (collection === null || document === null || told.has(`${collection} ${document}`)) continue
    told.add(`${collection} ${document}`)
    await appendAudit(tx, { actor: actor.id, action: 'redacted', collection, document, run: runOf(collection, document), details: { redaction: id } })
  }
  await appendAudit(tx, { actor: actor.id, action: 'redactionCarriedOut', collection: 'redactions', document: id, details: { rows: Object.values(counts).reduce((sum, count) => sum + count, 0), publications: publications.length, reviewsEnded: ended.length, files } })
}
