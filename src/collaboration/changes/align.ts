import { diffArrays } from 'diff'

/** Two items that belong together, or one that has no partner. `isMoved`: the same words stand elsewhere on the other side. */
export type Pair<T> = { kind: 'same'; before: T; after: T } | { kind: 'changed'; before: T; after: T } | { kind: 'gone'; before: T; isMoved: boolean } | { kind: 'new'; after: T; isMoved: boolean }

/** What makes two items the same, and how alike two different ones are, from 0 to 1. */
export type Likeness<T> = { keyOf(item: T): string; likeness(before: T, after: T): number }

/** Below this, two blocks are two blocks and not one that was rewritten. */
const ALIKE = 0.35

/** Pairs the items of two lists in reading order: first those that are the same, then between them those that are alike. */
export function align<T>(before: readonly T[], after: readonly T[], { keyOf, likeness }: Likeness<T>): Pair<T>[] {
  const [oldKeys, newKeys] = [before.map(keyOf), after.map(keyOf)]
  const pairs: Pair<T>[] = []
  let [old, fresh] = [0, 0]
  let gone: T[] = []
  let added: T[] = []
  const flush = (): void => {
    pairs.push(...pairHunk(gone, added, likeness))
    gone = []
    added = []
  }
  for (const { count, added: isAdded, removed } of diffArrays(oldKeys, newKeys)) {
    if (isAdded) added.push(...after.slice(fresh, (fresh += count)))
    else if (removed) gone.push(...before.slice(old, (old += count)))
    else {
      flush()
      for (let index = 0; index < count; index += 1) pairs.push({ kind: 'same', before: before[old++] as T, after: after[fresh++] as T })
    }
  }
  flush()
  return markMoved(pairs, keyOf)
}

/** Within one stretch of difference: each gone item with the first new one that is alike, never crossing. */
function pairHunk<T>(gone: readonly T[], added: readonly T[], likeness: Likeness<T>['likeness']): Pair<T>[] {
  const pairs: Pair<T>[] = []
  let next = 0
  for (const before of gone) {
    const scores = added.slice(next).map((after) => likeness(before, after))
    const best = scores.reduce((found, score, index) => (score > (scores[found] ?? 0) ? index : found), 0)
    if ((scores[best] ?? 0) < ALIKE) {
      pairs.push({ kind: 'gone', before, isMoved: false })
      continue
    }
    for (const after of added.slice(next, next + best)) pairs.push({ kind: 'new', after, isMoved: false })
    pairs.push({ kind: 'changed', before, after: added[next + best] as T })
    next += best + 1
  }
  for (const after of added.slice(next)) pairs.push({ kind: 'new', after, isMoved: false })
  return pairs
}

function markMoved<T>(pairs: readonly Pair<T>[], keyOf: (item: T) => string): Pair<T>[] {
  const gone = new Set(pairs.flatMap((pair) => (pair.kind === 'gone' ? [keyOf(pair.before)] : [])))
  const added = new Set(pairs.flatMap((pair) => (pair.kind === 'new' ? [keyOf(pair.after)] : [])))
  return pairs.map((pair) => {
    if (pair.kind === 'gone') return { ...pair, isMoved: added.has(keyOf(pair.before)) }
    return pair.kind === 'new' ? { ...pair, isMoved: gone.has(keyOf(pair.after)) } : pair
  })
}

/** How many of the words of two texts are shared, from 0 to 1 (Dice's coefficient over words). */
export function sharedWords(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of after) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    shared += 1
  }
  return before.length + after.length === 0 ? 1 : (2 * shared) / (before.length + after.length)
}
