/** Streams that somebody may have open at once in one process: windows beyond that ask from time to time instead. */
const MOST = 6

// The server bundles this module more than once; all copies share the open streams through the global object.
const shared = globalThis as { [streams]?: Map<string, Set<() => void>> }
const streams = Symbol.for('handbill.presence.streams')

function open(): Map<string, Set<() => void>> {
  return (shared[streams] ??= new Map())
}

/** Counts a stream of somebody's in, with what ends it; null where they have enough of them. The returned function counts it out. */
export function countIn(person: string, end: () => void): (() => void) | null {
  const own = open().get(person) ?? new Set()
  if (own.size >= MOST) return null
  open().set(person, own.add(end))
  return () => {
    own.delete(end)
    if (own.size === 0 && open().get(person) === own) open().delete(person)
  }
}

/** Ends all streams of this process, so that it can end: a server waits for the answers that are under way. */
export function endStreams(): void {
  for (const own of [...open().values()]) for (const end of [...own]) end()
}
