import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes `file` so that whoever opens it finds the old bytes or the new ones, never a part: into a file beside it, flushed to
 * the disk, then renamed. The folder must exist.
 *
 * It is dated a second later at least than the one whose place it takes: servers know a file's versions apart by that
 * second and the size (nginx's ETag).
 *
 * @throws what the file system throws, ENOSPC among it; the old file is then untouched.
 */
export async function writeWhole(file: string, bytes: Buffer | string, options: { flush?: boolean; mode?: number } = {}): Promise<void> {
  const draft = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  const before = await secondOf(file)
  try {
    const handle = await open(draft, 'wx', options.mode ?? 0o644)
    try {
      await handle.writeFile(bytes)
      if (before !== null && before >= Math.floor(Date.now() / 1000)) await handle.utimes(before + 1, before + 1)
      if (options.flush !== false) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The second since 1970 that a file is dated; null where there is none. */
async function secondOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found === null ? null : Math.floor(found.mtimeMs / 1000)
}
