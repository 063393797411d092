import { missingSlots, step } from '@/review/machine'
import type { Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { loadReview, type Loaded } from '@/review/store'
import type { Release, ReleaseItem } from './items'

/** Why a document keeps a release from going out: whose it is, a code, and words. `missing`: the slots that aren't signed.
 * `because`: where they were signed, and a source was then disputed or retracted. */
export type Blocker = { collection: string; document: string; code: string; message: string; missing?: string[]; because?: 'sourceRetracted' }

/**
 * Everything that keeps a release from going out now, of every document in it: an empty list if nothing does. `who` would
 * release it.
 */
export async function blockersOf(db: Queryable, release: Release, who: Actor, loadedOf?: ReadonlyMap<string, Loaded | null>): Promise<Blocker[]> {
  const blockers: Blocker[] = []
  for (const item of release.items) {
    const loaded = loadedOf === undefined ? await loadReview(db, item.collection, item.document) : (loadedOf.get(item.document) ?? null)
    for (const blocker of blockersIn(item, loaded, release, who)) blockers.push({ collection: item.collection, document: item.document, ...blocker })
  }
  if (release.items.length === 0) blockers.push({ collection: '', document: '', code: 'empty', message: 'There is nothing in this release.' })
  return blockers
}

/** The same of one document, from what is known of it. Pure. */
export function blockersIn(item: ReleaseItem, loaded: Loaded | null, release: Pick<Release, 'id'>, who: Actor): Omit<Blocker, 'collection' | 'document'>[] {
  if (loaded === null) return [{ code: 'notFound', message: 'This document is gone.' }]
  if (loaded.document.isTrashed) return [{ code: 'trashed', message: 'This is in the trash.' }]
  const found: Omit<Blocker, 'collection' | 'document'>[] = []
  const outcome = step(loaded.review, { type: 'publish', actor: who })
  if (!outcome.ok) found.push({ code: outcome.refusal.code, message: outcome.refusal.message, ...(outcome.refusal.data.missing === undefined ? {} : { missing: outcome.refusal.data.missing }), ...(hasFallenForSource(loaded) ? { because: 'sourceRetracted' as const } : {}) })
  else if (loaded.frozen === null || loaded.frozen.rev !== loaded.document.rev) found.push({ code: 'stale', message: 'The text has moved since it was approved.' })
  if (loaded.live?.isTombstone === true) found.push({ code: 'withdrawn', message: 'This was withdrawn. Make it public again by itself first.' })
  if (loaded.schedule !== null) found.push({ code: 'scheduled', message: 'This is scheduled by itself; unschedule it first.' })
  if (loaded.release !== null && loaded.release.id !== release.id) found.push({ code: 'inRelease', message: `This is in another release, “${loaded.release.title}”.` })
  if (loaded.live !== null && !loaded.live.isTombstone) {
    if (item.change === null) found.push({ code: 'changeNotSaid', message: 'This is public already: say whether the change is minor, a correction or a retraction.' })
    else if (item.change !== 'minor' && (item.publicNote ?? '') === '') found.push({ code: 'noteMissing', message: 'Tell readers what changed: a correction or retraction needs a public note.' })
  }
  return found
}

/** Whether a slot that isn't signed was signed until a source was disputed or retracted. */
function hasFallenForSource({ review: { run } }: Loaded): boolean {
  if (run === null) return false
  const missing = new Set(missingSlots(run).map(({ slot }) => slot.slot))
  return run.signOffs.some(({ slot, voided }) => missing.has(slot) && voided?.reason === 'sourceRetracted')
}
