import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes `file` so that whoever opens it finds the old bytes or the new ones, never a part: into a file beside it, flushed to
 * the disk, then renamed. The folder must exist.
 *
 * @throws what the file system throws, ENOSPC among it; the old file is then untouched.
 */
export async function writeWhole(file: string, bytes: Buffer | string, options: { flush?: boolean } = {}): Promise<void> {
  const draft = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(draft, 'wx', 0o644)
    try {
      await handle.writeFile(bytes)
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
