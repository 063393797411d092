import { closeSync, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs'

export type CachedFile = { size: number; modified: Date; etag: string; bytes: Buffer | null }
type Entry = CachedFile & { mtimeMs: number; ino: number }

/** Bytes kept in memory, all files together, and the largest file that is kept; larger ones are streamed from disk. */
const TOTAL = 24_000_000
const LARGEST = 400_000

// As nginx says it: Node rounds the time up in the last half of a millisecond, which may be another second.
function modifiedOf({ mtimeMs }: Stats): Date {
  return new Date(Math.floor(mtimeMs / 1000) * 1000)
}

// The form that nginx gives it, so that a reader's cache stays good when a site moves from one server to the other.
function etagOf({ mtimeMs, size }: Stats): string {
  return `"${Math.floor(mtimeMs / 1000).toString(16)}-${size.toString(16)}"`
}

function load(path: string): Entry | null {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
  try {
    const stats = fstatSync(handle)
    if (!stats.isFile()) return null
    const bytes = stats.size <= LARGEST ? readFileSync(handle) : null
    return { size: stats.size, modified: modifiedOf(stats), etag: etagOf(stats), bytes, mtimeMs: stats.mtimeMs, ino: stats.ino }
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads files through a bounded memory. Every call asks the file system first, which takes microseconds, so that what was
 * replaced or withdrawn on disk is never served from memory.
 */
export function fileCache(): (path: string) => CachedFile | null {
  const entries = new Map<string, Entry>()
  let total = 0
  const forget = (path: string, entry: Entry) => {
    entries.delete(path)
    total -= entry.bytes?.byteLength ?? 0
  }
  return (path) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    const known = entries.get(path)
    if (known !== undefined && stats !== undefined && known.mtimeMs === stats.mtimeMs && known.size === stats.size && known.ino === stats.ino) return known
    if (known !== undefined) forget(path, known)
    if (stats === undefined || !stats.isFile()) return null
    const loaded = load(path)
    if (loaded === null || loaded.bytes === null) return loaded
    entries.set(path, loaded)
    total += loaded.bytes.byteLength
    for (const [oldest, entry] of entries) {
      if (total <= TOTAL) break
      forget(oldest, entry)
    }
    return loaded
  }
}
