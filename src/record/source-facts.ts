/**
 * How a source stands today: what machines found out about its address, and which copies of it there are. Facts change without
 * anybody's doing, so they are no part of a projection or its hash; pages and feeds read them beside the record.
 */

/**
 * `unknown`: never reached yet. `suspect`: failed lately, not for long enough to say more. `blocked`: it is there, but does not let us in
 * (403, 429, 451, a paywall): never called dead. `changed`: it answers, but what was relied on is no longer there. `usurped`: its address
 * now belongs to somebody else. `unfit`: an editor would send nobody there.
 */
export const LINK_STATES = ['unknown', 'live', 'suspect', 'blocked', 'changed', 'dead', 'usurped', 'unfit'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** In these states an archived or kept copy stands before the original. */
export const PREFERS_ARCHIVE: readonly LinkState[] = ['changed', 'dead', 'usurped', 'unfit']

/** What those who verify sources may have said of one that takes away what texts rested on. */
export const DOUBTS = ['disputed', 'retracted'] as const
/** `since`: the ISO 8601 day on which the newsroom noted it, which may be later than the day on which it happened. */
export type Doubt = { is: (typeof DOUBTS)[number]; since: string }

/** A copy in a public archive. `at`: an ISO 8601 instant or partial date, as far as it is known. */
export type ArchivedCopy = { url: string; at?: string; provider: 'wayback' | 'perma' | 'other' }

/**
 * A copy that the newsroom keeps and may show: `at` the ISO 8601 instant of its capture, `sha256` of the bytes that were
 * answered, `text` the public path of its words (our markup, never the captured page's), `wacz` the archive of the whole exchange to download.
 */
export type KeptCopy = { at: string; sha256: string; mime: string; text?: string; wacz?: { path: string; bytes: number; sha256: string } }

/**
 * Public facts of one public source; of a private one there are none. `since`: the ISO 8601 day from which the state holds. `history`:
 * every change of state, the newest first. `doubt`: that the source itself is disputed or retracted, wherever it can be read. Nothing here changes when a check finds all as it was.
 */
export type SourceFacts = {
  source: string
  state: LinkState
  since?: string
  doubt?: Doubt
  archives: ArchivedCopy[]
  copy?: KeptCopy
  history: { on: string; state: LinkState }[]
}

/** Whether the original address of a source no longer gives what was cited. */
export function hasLostOriginal(facts: Pick<SourceFacts, 'state'> | undefined): boolean {
  return facts !== undefined && PREFERS_ARCHIVE.includes(facts.state)
}

/** Whether a copy of a source should be offered before its original: also of one that was retracted, as copies show what a text relied on. */
export function prefersArchive(facts: Pick<SourceFacts, 'state' | 'doubt'> | undefined): boolean {
  return hasLostOriginal(facts) || facts?.doubt?.is === 'retracted'
}
