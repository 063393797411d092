import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { dataPath } from '@/platform/data-directory'

const HASH = /^[0-9a-f]{64}$/

/** Where a file with these bytes is kept. Throws where `sha256` is no hash, since it becomes a path. */
export function pathOf(sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('A kept file is named by its SHA-256')
  return dataPath('captures', sha256.slice(0, 2), sha256)
}

/** The folder in which the fetcher leaves what it fetched, on the same disk as the kept files. */
export function spoolFolder(): string {
  return dataPath('captures', 'spool')
}

export function makingFolder(): string {
  return dataPath('captures', 'making')
}

/** SHA-256, in hexadecimal, and length of a file's bytes. */
export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/**
 * Keeps bytes, or a copy of the file at a path, under their hash. When it resolves they are on the disk: written apart, flushed, and then
 * given their name, so that a name never stands for a part of its bytes.
 */
export async function keepFile(from: Buffer | string): Promise<{ sha256: string; bytes: number }> {
  await mkdir(makingFolder(), { recursive: true, mode: 0o700 })
  const making = `${makingFolder()}/${randomUUID()}`
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(making, 'wx', 0o600)
  try {
    for await (const chunk of typeof from === 'string' ? (createReadStream(from) as AsyncIterable<Buffer>) : [from]) {
      hash.update(chunk)
      bytes += chunk.length
      await file.write(chunk)
    }
    await file.sync()
  } catch (error) {
    await rm(making, { force: true })
    throw error
  } finally {
    await file.close()
  }
  const sha256 = hash.digest('hex')
  const path = pathOf(sha256)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(making, path)
  await syncFolder(dirname(path))
  return { sha256, bytes }
}

/** A new name survives a loss of power only once its folder was flushed. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
