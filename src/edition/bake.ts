import { randomUUID } from 'node:crypto'
import { allUnits, type Unit } from './all-pages'
import { bakeChanges, bakePages, filesOf, putImages, type Baked } from './bake-changes'
import { keepHead, type AuditChain } from './chain-head'
import { cachedReader } from './cached-reader'
import { fingerprintOf } from './fingerprint'
import type { EditionContext } from './pages/kind'
import { PATHED } from './pages/machine-pages'
import { forgetCovered, readCovered, readProgress, writeCovered, writeProgress, type Progress } from './progress'
import { openStore, removeDrafts, type EditionStore } from './store'
import { pagesTouchedBy, type Change } from './touched'

/**
 * Which publications the edition shows already, and which changes of facts; both go by ids. Kept beside the record; in tests, in memory.
 */
export type BakeLedger = {
  /** Ids of the publications, live or superseded, and of the changes of facts that no bake has dealt with. */
  pending(): Promise<string[]>
  /** Those of some ids by which a text was withdrawn. */
  withdrawn(publications: readonly string[]): Promise<string[]>
  /** What those ids changed: from what was baked last, and from each state in between, to what is live now. For facts, a live source from itself to itself. */
  changes(publications: readonly string[]): Promise<Change[]>
  /** Notes that the edition shows what came of them. */
  markBaked(publications: readonly string[]): Promise<void>
}

export type BakeOptions = EditionContext & {
  ledger: BakeLedger
  /** The audit log whose end the manifest keeps. */
  chain?: AuditChain
  editionDir: string
  mediaDir: string
  /** Bakes everything anew, also where nothing asks for it. */
  all?: boolean
  /** Told after each part of a bake of everything. */
  onProgress?: (done: number, total: number) => void
  /** Makes it stop after the part at hand; what is left is continued by the next bake. */
  signal?: AbortSignal
}

/** `publications` were dealt with; `failed` pages could not be written and stay as they were, and so do their publications in the ledger. */
export type BakeReport = { publications: number; written: number; unchanged: number; removed: number; failed: { path: string; error: unknown }[]; isWhole: boolean }

/** More changes than this at once, an import or a new database, are cheaper baked as a whole. */
const MANY = 200
/** Up to so many documents a bake of everything takes the time to compress as well as a small one does. */
const SMALL = 1_500

/**
 * Brings the edition up to the record: what was published since the last bake first, then, where it is needed (a new edition,
 * new code, new settings), all pages part by part, looking for new publications between the parts so that none waits for them.
 * Only one process at a time may bake into a folder; whoever calls holds a lock for it.
 *
 * @throws what the reader or the file system throws; the edition is then as it was but for pages already finished, and the
 * next call goes on from there.
 */
export async function bake(options: BakeOptions): Promise<BakeReport> {
  const { origin, ledger, editionDir, signal } = options
  const report: BakeReport = { publications: 0, written: 0, unchanged: 0, removed: 0, failed: [], isWhole: true }
  const fingerprint = await fingerprintOf(origin)
  const given = await readProgress(editionDir)
  if (given === null) await removeDrafts(editionDir)
  let run = given !== null && given.fingerprint === fingerprint && (options.all !== true || given.done !== null) ? await resume(options, given) : await begin(options, fingerprint)
  const stuck = new Set<string>()

  for (;;) {
    const fresh = (await ledger.pending()).filter((id) => !run.covered.has(id) && !stuck.has(id))
    // What is withdrawn is taken away before anything else is done, whatever else waits.
    const withdrawn = await ledger.withdrawn(fresh)
    const others = fresh.filter((id) => !withdrawn.includes(id))
    if (withdrawn.length > 0 && (await bakeFresh(options, run, withdrawn, report, stuck)) === 'all') run = await begin(options, fingerprint, withdrawn)
    else if (others.length > MANY) run = await begin(options, fingerprint)
    else if (others.length > 0 && (await bakeFresh(options, run, others, report, stuck)) === 'all') run = await begin(options, fingerprint, others)
    if (run.units === null) {
      if (fresh.length > 0) continue
      break
    }
    if (signal?.aborted) break
    await nextUnit(options, run, report)
  }
  report.isWhole = run.units === null
  await keepHead(editionDir, options.chain)
  return report
}

/** Bakes some publications together; where that fails one by one, so that only those wait that have to. */
async function bakeFresh(options: BakeOptions, run: Run, fresh: readonly string[], report: BakeReport, stuck: Set<string>): Promise<'all' | 'done'> {
  const { reader, origin, ledger } = options
  const baked = await bakeChanges({ reader, origin }, await ledger.changes(fresh), run.store)
  if (baked === 'all') return 'all'
  // Of what a lost part of the manifest held, nobody knows any more what should be there; before it is written over, all is baked.
  if (run.units === null && run.store.isDamaged()) return 'all'
  await run.store.commit()
  if (baked.failed.length > 0 && fresh.length > 1) {
    for (const id of fresh) if ((await bakeFresh(options, run, [id], report, stuck)) === 'all') return 'all'
    return 'done'
  }
  add(report, baked)
  if (baked.failed.length === 0) {
    await ledger.markBaked(fresh)
    report.publications += fresh.length
  } else for (const id of fresh) stuck.add(id)
  return 'done'
}

type Run = {
  progress: Progress
  store: EditionStore
  /** What is left of a bake of everything; null while none is under way. */
  units: Unit[] | null
  total: number
  covered: Set<string>
  effort: 'best' | 'quick'
}

/** Begins a bake of everything. It deals with all that is pending but withdrawals, which don't wait for its end unless they are among `those`. */
async function begin(options: BakeOptions, fingerprint: string, those: readonly string[] = []): Promise<Run> {
  const run = randomUUID()
  const pending = await options.ledger.pending()
  const withdrawn = await options.ledger.withdrawn(pending)
  const covered = pending.filter((id) => those.includes(id) || !withdrawn.includes(id))
  await writeCovered(options.editionDir, run, covered)
  const progress: Progress = { fingerprint, run, done: [], failed: [] }
  await writeProgress(options.editionDir, progress)
  return underWay(options, progress, covered)
}

async function resume(options: BakeOptions, progress: Progress): Promise<Run> {
  if (progress.done !== null) return underWay(options, progress, await readCovered(options.editionDir, progress.run))
  const store = openStore({ ...options, run: progress.run })
  return { progress, store, units: null, total: 0, covered: new Set(), effort: 'best' }
}

async function underWay(options: BakeOptions, progress: Progress, covered: string[]): Promise<Run> {
  const all = await allUnits(options)
  const units = all.filter(({ key }) => !progress.done?.includes(key))
  const effort = (await options.reader.count({ collections: PATHED })) <= SMALL ? 'best' : 'quick'
  return { progress, store: openStore({ ...options, run: progress.run }), units, total: all.length, covered: new Set(covered), effort }
}

async function nextUnit(options: BakeOptions, run: Run, report: BakeReport): Promise<void> {
  const unit = run.units?.shift()
  if (unit === undefined) return finish(options, run, report)
  const reader = cachedReader(options.reader)
  const { paths, media } = await unit.load(reader)
  const lost = await putImages(media, run.store)
  const baked = await bakePages({ origin: options.origin, reader, memo: new Map() }, paths, run.store, run.effort)
  add(report, { ...baked, failed: [...lost, ...baked.failed] })
  run.progress.failed.push(...[...lost, ...baked.failed].map(({ path }) => path))
  await run.store.commit()
  run.progress.done?.push(unit.key)
  await writeProgress(options.editionDir, run.progress)
  options.onProgress?.(run.total - (run.units?.length ?? 0), run.total)
}

async function finish(options: BakeOptions, run: Run, report: BakeReport): Promise<void> {
  report.removed += await run.store.removeOthers()
  await run.store.commit()
  const shown = await shownBy(options, run)
  await options.ledger.markBaked(shown)
  report.publications += shown.length
  for (const id of shown) run.covered.delete(id)
  run.progress = { ...run.progress, done: null, failed: [] }
  await writeProgress(options.editionDir, run.progress)
  await forgetCovered(options.editionDir)
  run.units = null
}

/**
 * Which of the publications that a bake of everything covered the edition shows now. What touches a page that could not be
 * written stays pending, so that nobody is told of pages that aren't there, or that a text is gone which a page still shows.
 */
async function shownBy({ ledger, reader }: BakeOptions, { covered, progress }: Run): Promise<string[]> {
  if (progress.failed.length === 0) return [...covered]
  const failed = new Set(progress.failed)
  const cached = cachedReader(reader)
  const shown: string[] = []
  for (const id of covered) {
    let isShown = true
    for (const change of await ledger.changes([id])) {
      const touched = await pagesTouchedBy(change, cached).catch(() => 'all' as const)
      isShown &&= touched !== 'all' && ![...touched, ...filesOf(change.after).map((file) => `/media/${file}`)].some((path) => failed.has(path))
    }
    if (isShown) shown.push(id)
  }
  return shown
}

function add(report: BakeReport, baked: Baked): void {
  report.written += baked.written
  report.unchanged += baked.unchanged
  report.removed += baked.removed
  report.failed.push(...baked.failed)
}
