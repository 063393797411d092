/** One thing that a sign-off covers: what it is, its hash, and an excerpt of its words for people. */
export type CoveredPart = { name: string; hash: string; words: string }

/** What a slot's sign-off covers: one hash of it all, and the parts that it is made of. */
export type Coverage = { hash: string; parts: CoveredPart[] }

/** What changed in a scope: the words before (absent for what is new) and after (absent for what is gone). */
export type CoverageChange = { part: string; before?: string; after?: string }

/** The differences between two states of a scope, gone and new parts of one kind paired in order. */
export function changesBetween(before: readonly CoveredPart[], after: readonly CoveredPart[]): CoverageChange[] {
  const gone = without(before, after)
  const added = without(after, before)
  const names = [...new Set([...gone, ...added].map(({ name }) => name))]
  const changes = names.flatMap((name) => {
    const old = gone.filter((part) => part.name === name)
    const fresh = added.filter((part) => part.name === name)
    return Array.from({ length: Math.max(old.length, fresh.length) }, (_, index): CoverageChange => ({
      part: name,
      ...(old[index] === undefined ? {} : { before: old[index].words }),
      ...(fresh[index] === undefined ? {} : { after: fresh[index].words }),
    }))
  })
  return changes.length > 0 ? changes : [{ part: 'order' }]
}

/** The parts of `all` that `others` lacks, counting those that occur more than once. */
export function without(all: readonly CoveredPart[], others: readonly CoveredPart[]): CoveredPart[] {
  const left = new Map<string, number>()
  for (const { hash } of others) left.set(hash, (left.get(hash) ?? 0) + 1)
  return all.filter(({ hash }) => {
    const count = left.get(hash) ?? 0
    if (count === 0) return true
    left.set(hash, count - 1)
    return false
  })
}
