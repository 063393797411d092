import { isDeepStrictEqual } from 'node:util'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { askForBake } from '@/publishing/insert'
import { DOUBTS, type ArchivedCopy, type Doubt, type KeptCopy, type LinkState, type SourceFacts } from '@/record/source-facts'
import { publicAddress } from '@/rich-text/links'

/** Finds the copy that the newsroom keeps of a source and may show; undefined where there is none. */
export type KeptCopyOf = (db: Queryable, source: string) => Promise<KeptCopy | undefined>

type SourceRow = { is_public: boolean; archived_url: string | null; archived_at: string | null; standing: LinkState | null; since: Date | null }

/**
 * Computes how a source stands and writes it where it differs from what is written, with an order to bake what shows it. Public
 * pages show the same within a second or two of the commit. Of a private source, of one that is gone, and where nothing is known, nothing is kept.
 * Returns whether anything differed.
 */
export async function refreshFacts(tx: Queryable, source: string, keptCopyOf: KeptCopyOf): Promise<boolean> {
  // Of two that compute at once, the later one sees what the earlier one's transaction wrote.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`facts ${source}`])
  const facts = await factsOf(tx, source, keptCopyOf)
  const { rows } = await tx.query<{ facts: SourceFacts }>('select facts from handbill.source_facts where source = $1', [source])
  const before = rows[0]?.facts ?? null
  if (isDeepStrictEqual(before, facts)) return false
  if (facts === null) await tx.query('delete from handbill.source_facts where source = $1', [source])
  else {
    await tx.query(
      `insert into handbill.source_facts (source, facts, changed_at) values ($1, $2, $3) on conflict (source) do update set facts = excluded.facts, changed_at = excluded.changed_at`,
      [source, JSON.stringify(facts), now()],
    )
  }
  await tx.query('insert into handbill.unbaked_facts (source, since) values ($1, $2)', [source, now()])
  await askForBake(tx)
  return true
}

async function factsOf(tx: Queryable, source: string, keptCopyOf: KeptCopyOf): Promise<SourceFacts | null> {
  const { rows } = await tx.query<SourceRow>(
    `select coalesce(s.visibility::text, 'public') = 'public' as is_public, s.archived_url, s.archived_at, l.standing, case when l.lock is null then l.since else l.locked_at end as since
     from sources s left join handbill.links l on l.document = s.id where s.id = $1`,
    [source],
  )
  const row = rows[0]
  if (row === undefined || !row.is_public) return null
  const { rows: changes } = await tx.query<{ at: Date; became: LinkState }>('select at, became from handbill.link_changes where document = $1 order by id desc', [source])
  const copy = await keptCopyOf(tx, source)
  const state = row.standing ?? 'unknown'
  const archives = await archivesOf(tx, source, row)
  const doubt = await doubtOf(tx, source)
  if (state === 'unknown' && doubt === undefined && copy === undefined && archives.length === 0 && changes.length === 0) return null
  // As JSON keeps it: without what is undefined.
  return {
    source,
    state,
    ...(state === 'unknown' || row.since === null ? {} : { since: dayOf(row.since) }),
    ...(doubt === undefined ? {} : { doubt }),
    archives,
    ...(copy === undefined ? {} : { copy }),
    history: changes.map(({ at, became }) => ({ on: dayOf(at), state: became })),
  }
}

/**
 * Whether what was said last of a source, or of a record that was merged into it, is that it is disputed or retracted, and since when
 * that was said without a break. The notes of those who said so are the desk's.
 */
async function doubtOf(tx: Queryable, source: string): Promise<Doubt | undefined> {
  const { rows } = await tx.query<{ result: string; at: Date }>(
    `select result, at from handbill.source_verifications where document in (select $1::uuid union all select merged from handbill.source_merges where "into" = $1::uuid) order by id desc`,
    [source],
  )
  const is = DOUBTS.find((known) => known === rows[0]?.result)
  if (is === undefined) return undefined
  const end = rows.findIndex(({ result }) => result !== is)
  const first = rows.at(end === -1 ? -1 : end - 1)
  return first === undefined ? undefined : { is, since: dayOf(first.at) }
}

/** Copies in public archives: the one that editors chose first, then those that we had made, the newest first. */
async function archivesOf(tx: Queryable, source: string, row: SourceRow): Promise<ArchivedCopy[]> {
  const chosen = publicAddress(row.archived_url)
  const { rows } = await tx.query<{ url: string; at: Date }>(
    `select memento_url as url, fetched_at as at from handbill.captures
     where source = $1 and provider = 'wayback' and revoked_at is null and failure is null and memento_url is not null order by fetched_at desc, id`,
    [source],
  )
  const made = rows.flatMap(({ url, at }): ArchivedCopy[] => (publicAddress(url) === null || url === chosen ? [] : [{ url, at: at.toISOString(), provider: 'wayback' }]))
  if (chosen === null) return made
  const at = row.archived_at?.trim() ?? ''
  return [{ url: chosen, ...(at === '' ? {} : { at }), provider: providerOf(chosen) }, ...made]
}

function providerOf(url: string): ArchivedCopy['provider'] {
  const { hostname } = new URL(url)
  if (/(^|\.)web\.archive\.org$/.test(hostname)) return 'wayback'
  return /(^|\.)perma\.cc$/.test(hostname) ? 'perma' : 'other'
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
