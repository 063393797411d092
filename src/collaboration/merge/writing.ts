import type { Conflict, Decide } from './conflict'
import { changedFields, mergeDocuments, type Data } from './merge'
import { same } from './same'

/**
 * What somebody's writing began from: `base` is the newest stored state that the form knows, `sent` what it has sent since
 * without hearing whether that arrived.
 */
export type Writing = { base: Data; sent: readonly Data[] }

/** What became of writing that met a newer stored text. `isAhead`: it holds something that isn't stored yet. */
export type Met = { merged: Data; conflicts: Conflict[]; isAhead: boolean }

/**
 * The newest state that both the form and the stored text come from. A state that was sent counts only where it is among
 * `ownSaves`, stored states that the same person saved: one that never arrived would make its words look deleted by others,
 * and one of the person's other windows would make theirs look deleted by this one.
 */
export function ancestorOf({ base, sent }: Writing, ownSaves: readonly Data[]): Data {
  return ownSaves.filter((saved) => revOf(saved) > revOf(base) && sent.some((state) => isAlike(state, saved))).reduce((newest, saved) => (revOf(saved) > revOf(newest) ? saved : newest), base)
}

/** Brings what is in the form together with the stored text. */
export function meet(writing: Writing, mine: Data, stored: Data, ownSaves: readonly Data[], decide?: Decide): Met {
  const { merged, conflicts } = mergeDocuments(ancestorOf(writing, ownSaves), mine, stored, decide)
  return { merged, conflicts, isAhead: changedFields(stored, merged).length > 0 }
}

/** Whether the form holds something that differs from what it began from. */
export function isAhead(base: Data, mine: Data): boolean {
  return changedFields(base, mine).length > 0
}

/** The number of a stored state; each save raises it. */
export function revOf(data: Data): number {
  return Number(data.rev ?? 0)
}

// What the server completes by itself (an address made from a title) is not in what was sent.
function isAlike(sent: Data, saved: Data): boolean {
  return changedFields(saved, sent).every((name) => same(sent[name], null))
}
