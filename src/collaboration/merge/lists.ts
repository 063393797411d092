import { isRecord } from '@/platform/requests/fields'
import type { Conflict, Decide } from './conflict'
import { comparable, isPopulated, same } from './same'

type Inner = (path: string, base: unknown, mine: unknown, theirs: unknown) => unknown

/**
 * Merges a list: rows by their ids, anything else as a set with an order. What either side added is there, what one
 * removed and the other left alone is not, a row that both kept is merged by `inner`; a row that one removed and the other
 * changed is a conflict. The order is mine where I changed it, otherwise theirs.
 */
export function mergeList(path: string, base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[], decide: Decide, conflicts: Conflict[], inner: Inner): unknown[] {
  const [began, own, other] = [keyed(base), keyed(mine), keyed(theirs)]
  const kept = new Map<string, unknown>()
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const [before, now, then] = [began.get(key), own.get(key), other.get(key)]
    if (own.has(key) && other.has(key)) kept.set(key, isRow(now) ? inner(`${path}.${key}`, before, now, then) : then)
    else if (!began.has(key)) kept.set(key, own.has(key) ? now : then)
    else {
      const survivor = own.has(key) ? now : then
      if (same(survivor, before)) continue
      const conflict: Conflict = { path: `${path}.${key}`, index: null, kind: 'row', base: before, mine: now ?? null, theirs: then ?? null }
      conflicts.push(conflict)
      const choice = decide(conflict)
      if (choice === 'both' || (choice === 'mine') === own.has(key)) kept.set(key, survivor)
    }
  }
  const [beganKeys, ownKeys, otherKeys] = [[...began.keys()], [...own.keys()], [...other.keys()]]
  const [first, second] = isReordered(beganKeys, ownKeys) ? [ownKeys, otherKeys] : [otherKeys, ownKeys]
  return inOrder(first, second, kept).map((key) => kept.get(key))
}

function keyed(list: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const item of list) {
    const key = isRow(item) ? String(item.id) : comparable(item)
    if (!found.has(key)) found.set(key, item)
  }
  return found
}

function isRow(item: unknown): item is Record<string, unknown> {
  return isRecord(item) && typeof item.id === 'string' && !isPopulated(item)
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const common = (one: readonly string[], other: ReadonlySet<string>): string => one.filter((key) => other.has(key)).join('\n')
  return common(before, new Set(after)) !== common(after, new Set(before))
}

/** The keys that stay, in the order of `first`; those that only `second` has stand after what they stand after there. */
function inOrder(first: readonly string[], second: readonly string[], kept: ReadonlyMap<string, unknown>): string[] {
  const order = first.filter((key) => kept.has(key))
  let last: string | null = null
  for (const key of second) {
    if (!kept.has(key)) continue
    if (!order.includes(key)) order.splice(last === null ? 0 : order.indexOf(last) + 1, 0, key)
    last = key
  }
  return order
}
