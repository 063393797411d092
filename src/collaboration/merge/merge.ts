import { isRecord } from '@/platform/requests/fields'
import { mergeRichText } from './blocks'
import type { Conflict, Decide } from './conflict'
import { mergeList } from './lists'
import { isNothing, isPopulated, isRichText, same } from './same'

export type Data = Record<string, unknown>
/** A merge: `merged` holds, at each conflict, what `decide` answered. */
export type Merge = { merged: Data; conflicts: Conflict[] }

/** What the desk keeps itself; the newest save has it right. */
const KEPT_BY_THE_SYSTEM = new Set(['id', 'rev', 'savedBy', 'createdBy', 'createdAt', 'updatedAt', 'deletedAt', '_status'])

/** Whether a field at the top of a document is the desk's own and nobody's writing. */
export function isKeptBySystem(name: string): boolean {
  return KEPT_BY_THE_SYSTEM.has(name)
}

/**
 * Merges two states of a document that both began from `base`: field by field, also through groups; rich texts block by
 * block; rows by their ids; lists as sets in order. What only one side changed is as that side has it. What both changed
 * differently is a conflict, which `decide` answers (mine, unless said). A field that a side doesn't have at all it says
 * nothing about.
 */
export function mergeDocuments(base: Data, mine: Data, theirs: Data, decide: Decide = () => 'mine'): Merge {
  const conflicts: Conflict[] = []
  const merged: Data = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = isKeptBySystem(name) ? (theirs[name] ?? mine[name]) : mergeValue(name, base[name], mine[name], theirs[name], decide, conflicts)
    if (value !== undefined) merged[name] = value
  }
  return { merged, conflicts }
}

/** The fields at the top of two states that differ, the desk's own left out. */
export function changedFields(base: Data, now: Data): string[] {
  return Object.keys(now).filter((name) => !isKeptBySystem(name) && now[name] !== undefined && !same(base[name], now[name]))
}

function mergeValue(path: string, base: unknown, mine: unknown, theirs: unknown, decide: Decide, conflicts: Conflict[]): unknown {
  if (mine === undefined || theirs === undefined) return mine ?? theirs
  if (same(mine, theirs) || same(mine, base)) return theirs
  if (same(theirs, base)) return mine
  const inner = (at: string, before: unknown, now: unknown, then: unknown): unknown => mergeValue(at, before, now, then, decide, conflicts)
  const both = [mine, theirs]
  const isAll = (is: (value: unknown) => boolean): boolean => both.every((value) => isNothing(value) || is(value)) && both.some(is)
  if (isAll(isRichText)) {
    const made = mergeRichText(path, base, mine, theirs, decide)
    conflicts.push(...made.conflicts)
    return made.merged
  }
  if (isAll(Array.isArray)) return mergeList(path, listOf(base), listOf(mine), listOf(theirs), decide, conflicts, inner)
  if (isAll(isGroup)) return mergeGroup(path, groupOf(base), groupOf(mine), groupOf(theirs), inner)
  const conflict: Conflict = { path, index: null, kind: 'value', base: base ?? null, mine, theirs }
  conflicts.push(conflict)
  const choice = decide(conflict)
  if (choice === 'both' && typeof mine === 'string' && typeof theirs === 'string') return bothWords(theirs, mine)
  return choice === 'theirs' ? theirs : mine
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

// A reference to a document of one of several collections is one value.
function isGroup(value: unknown): boolean {
  return isRecord(value) && !isRichText(value) && !isPopulated(value) && !('relationTo' in value)
}

function groupOf(value: unknown): Data {
  return isRecord(value) ? value : {}
}

function mergeGroup(path: string, base: Data, mine: Data, theirs: Data, inner: (path: string, base: unknown, mine: unknown, theirs: unknown) => unknown): Data {
  const merged: Data = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = name === 'id' ? (theirs.id ?? mine.id) : inner(`${path}.${name}`, base[name], mine[name], theirs[name])
    if (value !== undefined) merged[name] = value
  }
  return merged
}

const LONG = 100

/** Two texts in one field: short ones on one line, as a single line can hold no break. */
function bothWords(first: string, second: string): string {
  if (first === '' || second === '') return first + second
  const isLong = first.length > LONG || second.length > LONG || `${first}${second}`.includes('\n')
  return isLong ? `${first}\n\n${second}` : `${first} / ${second}`
}
