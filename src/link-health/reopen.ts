import type { AuditEntry } from '@/audit/append'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { openSourceFollowUp } from '@/publishing/follow-ups'
import { endSchedule } from '@/publishing/schedules'
import { step, type Run, type SignOff } from '@/review/machine'
import { addEvent, loadReview, saveStep, type Loaded } from '@/review/store'
import { documentsOf, relianceOn } from './relying'

/**
 * What follows where a source is disputed or retracted: in every review under way, the sign-offs for sources and for the whole that
 * relied on it fall, what was scheduled by itself isn't any more, whoever scheduled a release with it or approved it is told, and what is
 * live is owed a look by its editors. Locks the documents in the order
 * of their ids. Returns what the audit log has to hold of it, for the caller to append last.
 */
export async function reopenReviews(tx: Queryable, source: string, by: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (const { collection, document } of documentsOf(await relianceOn(tx, source))) {
    const loaded = await loadReview(tx, collection, document, { lock: true })
    if (loaded === null || loaded.document.isTrashed) continue
    entries.push(...(await reopenRun(tx, loaded, source, by)))
    if (loaded.live !== null && !loaded.live.isTombstone) entries.push(...(await openSourceFollowUp(tx, { collection, document, by, publication: loaded.live.id }, source)))
  }
  return entries
}

async function reopenRun(tx: Queryable, loaded: Loaded, source: string, by: string): Promise<AuditEntry[]> {
  const { run } = loaded.review
  const { collection, document: { id: document } } = loaded
  const outcome = step(loaded.review, { type: 'sourceRetracted', by, at: now().toISOString() })
  if (run === null || !outcome.ok) return []
  const fallen = await saveStep(tx, loaded, outcome.review)
  if (fallen.length === 0) return []
  const signed = run.signOffs.filter(({ id }) => fallen.includes(id))
  const people = [...new Set(signed.map((signOff) => signOff.by))]
  await addEvent(tx, { collection, document, run: run.id, kind: 'signOffsReopened', by, details: { source, people, slots: [...new Set(signed.map(({ slot }) => slot))] } })
  if (loaded.schedule !== null) {
    await endSchedule(tx, loaded.schedule.id, 'cancelled')
    await addEvent(tx, { collection, document, run: run.id, kind: 'unscheduled', by, details: { source, person: loaded.schedule.by } })
  }
  // The release keeps its hour: signed anew before then, it goes out. Whoever counts on it must know today that it won't else.
  if (loaded.release?.schedule != null) {
    await addEvent(tx, { collection, document, run: run.id, kind: 'releaseHeldUp', by, details: { source, release: loaded.release.id, person: loaded.release.schedule.by, people: approversAmong(run, signed) } })
  }
  return [{ actor: by, action: 'signOffsReopened', collection, document, before: run.contentHash, after: run.contentHash, run: run.id, details: { source, signOffs: fallen } }]
}

function approversAmong(run: Run, signed: readonly SignOff[]): string[] {
  const approving = new Set(run.workflow.stages.flatMap(({ slots }) => slots).flatMap(({ slot, scope }) => (scope === 'approval' ? [slot] : [])))
  return [...new Set(signed.flatMap(({ slot, by }) => (approving.has(slot) ? [by] : [])))]
}
