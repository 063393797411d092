import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Words that stand for something private, each in one place only, so that a find tells where it came from. */
export type Canaries = {
  /** A new one for a place, such as `articles.notes`. It survives being made into a slug, an address or a file name. */
  of(place: string): string
  /** The places whose canaries are in a text or in bytes, in any case of letters; each once. */
  in(haystack: string | Buffer): string[]
  /** All canaries there are, with their places. */
  all(): [canary: string, place: string][]
}

/** Opens a new aviary. `seed` keeps apart what runs at the same time. */
export function canaries(seed = 'zq'): Canaries {
  const places = new Map<string, string>()
  const pattern = new RegExp(`${seed}canary[0-9]{4}x`, 'gi')
  return {
    of(place) {
      const canary = `${seed}canary${String(places.size).padStart(4, '0')}x`
      places.set(canary, place)
      return canary
    },
    in(haystack) {
      // Latin 1 keeps every byte apart, and canaries are ASCII; UTF-16 is how metadata of images may hold them.
      const texts = typeof haystack === 'string' ? [haystack] : [haystack.toString('latin1'), haystack.toString('utf16le')]
      const found = texts.flatMap((text) => text.match(pattern) ?? [])
      return [...new Set(found.map((canary) => places.get(canary.toLowerCase()) ?? canary))]
    },
    all: () => [...places],
  }
}

/** Every file below a folder, by its path there, with its bytes as a reader would get them: unpacked where it is compressed. */
export function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    return [{ path: relative(folder, path), bytes: path.endsWith('.br') ? brotliDecompressSync(bytes) : path.endsWith('.gz') ? gunzipSync(bytes) : bytes }]
  })
}
