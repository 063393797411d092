import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './whole-file'

/**
 * What the edition holds at one address: the SHA-256 of its bytes, their number, and the run that last found them right.
 * An image also has the ids of the documents that show it.
 */
export type Held = { sha256: string; bytes: number; run: string; shownBy?: string[] }

/**
 * What the edition holds, address by address, in 256 small files, so that one publication rewrites a few of them however
 * many pages there are. Read when first asked for, written by `save`.
 */
export type Manifest = {
  get(path: string): Promise<Held | undefined>
  set(path: string, held: Held): Promise<void>
  delete(path: string): Promise<void>
  /** Everything held, in no order. Pass `part` (0 to 255) for one part of it only. */
  entries(part?: number): Promise<[path: string, held: Held][]>
  /** Whether a part that was asked for is there and can't be read: what stands in it is held, and not known. */
  isDamaged(): boolean
  /** The newest row of the audit log that the edition knows of; null where it knows none. */
  head(): Promise<ChainHead | null>
  setHead(head: ChainHead): Promise<void>
  /** Writes what changed since it was opened or saved. */
  save(): Promise<void>
}

/** A row of the audit log by its number and hash: kept outside of the database, it shows where the log's end was cut off. */
export type ChainHead = { seq: number; hash: string }

/** How many files a manifest is spread over. */
export const MANIFEST_PARTS = 256

function partOf(path: string): number {
  return createHash('sha256').update(path).digest()[0] ?? 0
}

const HEAD = 'audit-head.json'

/** The name of the file that holds a part (0 to 255). */
export function partFile(part: number): string {
  return `${part.toString(16).padStart(2, '0')}.json`
}

/** The manifest in `folder`, which need not exist. A part that can't be read counts as empty: its pages are baked again. */
export function openManifest(folder: string): Manifest {
  const parts = new Map<number, Promise<Map<string, Held>>>()
  const changed = new Set<number>()
  let isDamaged = false
  const file = (part: number): string => join(folder, partFile(part))

  const load = (part: number): Promise<Map<string, Held>> => {
    const known = parts.get(part)
    if (known !== undefined) return known
    const loading = readFile(file(part), 'utf8').then(parse, (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? new Map<string, Held>() : null)).then((found) => {
      if (found === null) isDamaged = true
      return found ?? new Map<string, Held>()
    })
    parts.set(part, loading)
    return loading
  }

  return {
    get: async (path) => (await load(partOf(path))).get(path),
    async set(path, held) {
      const part = partOf(path)
      ;(await load(part)).set(path, held)
      changed.add(part)
    },
    async delete(path) {
      const part = partOf(path)
      if ((await load(part)).delete(path)) changed.add(part)
    },
    async entries(part) {
      if (part !== undefined) return [...(await load(part))]
      const all = await Promise.all(Array.from({ length: MANIFEST_PARTS }, (_, index) => load(index)))
      return all.flatMap((each) => [...each])
    },
    isDamaged: () => isDamaged,
    async head() {
      try {
        const { seq, hash } = JSON.parse(await readFile(join(folder, HEAD), 'utf8')) as ChainHead
        return Number.isSafeInteger(seq) && typeof hash === 'string' ? { seq, hash } : null
      } catch {
        return null
      }
    },
    async setHead({ seq, hash }) {
      await mkdir(folder, { recursive: true })
      await writeWhole(join(folder, HEAD), `${JSON.stringify({ seq, hash })}\n`)
    },
    async save() {
      if (changed.size === 0) return
      await mkdir(folder, { recursive: true })
      for (const part of changed) {
        const entries = [...(await load(part))].sort(([a], [b]) => (a < b ? -1 : 1))
        await writeWhole(file(part), JSON.stringify(Object.fromEntries(entries)))
      }
      changed.clear()
    },
  }
}

function parse(text: string): Map<string, Held> | null {
  try {
    return new Map(Object.entries(JSON.parse(text) as Record<string, Held>))
  } catch {
    return null
  }
}

/** Forgets everything in `folder`. */
export async function clearManifest(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })))
}
