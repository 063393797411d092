import { inTransaction, type Queryable } from '@/platform/database'
import { logger } from '@/platform/logger'
import type { LinkState } from '@/record/source-facts'
import { publicAddress } from '@/rich-text/links'
import { refreshFacts, type KeptCopyOf } from './facts'
import { hostOf } from './hosts'
import { wakeHost } from './pace'
import { lookInCopy, type FindQuote, type KeptText } from './quotes'
import { noteChange, noteTrouble, readLink } from './store'

const AT_ONCE = 200

/** How quotes are looked for in the copies that are kept. */
export type Copies = { findQuote: FindQuote; keptText: KeptText }

/**
 * Brings links and facts up to the sources that were written since the last time, whoever wrote them: one that got another
 * address begins anew, one that became private, was merged or trashed, or is never to be fetched, is asked for no more. Returns how many it did.
 */
export async function syncTouchedSources(db: Queryable, at: Date, keptCopyOf: KeptCopyOf, copies?: Copies): Promise<number> {
  const { rows } = await db.query<{ document: string }>('select document from handbill.touched_sources order by since limit $1', [AT_ONCE])
  for (const { document } of rows) {
    try {
      await syncTouchedSource(document, at, keptCopyOf, copies)
    } catch (error) {
      // One that fails keeps no other waiting: it comes again after them.
      logger.warn('A source could not be brought up to date', { source: document, error })
      await db.query('update handbill.touched_sources set since = clock_timestamp() where document = $1', [document])
    }
  }
  return rows.length
}

/** The same of one source, where it was written since the last time. */
export async function syncTouchedSource(source: string, at: Date, keptCopyOf: KeptCopyOf, copies?: Copies): Promise<void> {
  await inTransaction(async (tx) => {
    const { rowCount } = await tx.query('delete from handbill.touched_sources where document = $1', [source])
    if (rowCount === 0) return
    await syncLink(tx, source, at)
    await refreshFacts(tx, source, keptCopyOf)
    if (copies !== undefined) await lookInCopy(tx, source, at, copies)
  })
}

async function syncLink(tx: Queryable, source: string, at: Date): Promise<void> {
  const asked = await askedFor(tx, source)
  if (asked === null) return
  await tx.query('insert into handbill.links (document, since, next_check_at) values ($1, $2, $2) on conflict do nothing', [source, at])
  const link = await readLink(tx, source, { lock: true })
  if (link === null || link.url === asked.url) return
  const host = asked.url === null ? null : hostOf(asked.url)
  if (asked.url === null || host === null) {
    await tx.query('update handbill.links set url = null, host = null, asked_at = null where document = $1', [source])
    return
  }
  // What was found out about another address says nothing of this one.
  await tx.query(
    `update handbill.links set url = $2, host = $3, state = 'unknown', since = $4, sightings = '[]', is_to_be_seen_elsewise = false, good_since = null, checked_at = null, next_check_at = $4, baseline = null where document = $1`,
    [source, asked.url, host, at],
  )
  const was: LinkState = link.record.state
  if (link.record.lock === null && was !== 'unknown') await noteChange(tx, { source, at, was, became: 'unknown', by: null, cause: 'address' })
  await noteTrouble(tx, source, at)
  await wakeHost(tx, host, at)
}

type SourceRow = { url: string | null; doi: string | null; visibility: string | null; capture_policy: string | null; is_away: boolean }

/** The address by which a source is looked for; null in `url` where it isn't to be asked for, and null for a source that is gone. */
async function askedFor(tx: Queryable, source: string): Promise<{ url: string | null } | null> {
  const { rows } = await tx.query<SourceRow>(
    // By name, as the column of the policy is another room's.
    `select url, doi, visibility::text as visibility, to_jsonb(s) ->> 'capture_policy' as capture_policy,
       deleted_at is not null or exists (select from handbill.source_merges m where m.merged = s.id) as is_away
     from sources s where id = $1`,
    [source],
  )
  const row = rows[0]
  if (row === undefined) {
    await tx.query('update handbill.links set url = null, host = null, asked_at = null where document = $1', [source])
    return null
  }
  if (row.is_away || (row.visibility ?? 'public') !== 'public' || row.capture_policy === 'neverFetch') return { url: null }
  const address = publicAddress(row.url) ?? publicAddress(row.doi === null || row.doi.trim() === '' ? null : `https://doi.org/${row.doi.trim()}`)
  return { url: address === null || hostOf(address) === null ? null : withoutFragment(address) }
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}
