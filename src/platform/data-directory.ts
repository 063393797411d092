import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../env'

/** Absolute path below DATA_DIR. */
export function dataPath(...parts: string[]): string {
  return join(env().dataDir, ...parts)
}

/** Makes DATA_DIR and the folders of media and edition where they are missing. */
export function ensureDataDirectory(): void {
  for (const folder of [env().dataDir, env().mediaDir, env().editionDir]) mkdirSync(folder, { recursive: true })
}

function stored(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The secret that signs sessions: PAYLOAD_SECRET, else one made at random on first use and kept in `DATA_DIR/secret`,
 * readable by its owner only. A build gets a placeholder, since nothing that it makes is signed.
 */
export function payloadSecret(): string {
  const { payloadSecret: configured, isBuilding } = env()
  if (configured !== null) return configured
  if (isBuilding) return 'only-while-building-never-signs-anything'
  const file = dataPath('secret')
  const existing = stored(file)
  if (existing !== null) return existing
  ensureDataDirectory()
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    // A link fails where the file exists, so of two processes that start at once both end up with the first one's secret.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return stored(file) ?? payloadSecret()
}

/** Bytes that may still be written on the disk that holds `folder`, which must exist. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
