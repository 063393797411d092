import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environmentOfChild } from '../../src/env'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/server'

/** A PostgreSQL server for one test run with a migrated template database, to be set as TEST_DATABASE_URL. Nothing of it outlives `stop()`. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-postgres-'))
  // The server's account must be able to pass through it where root runs the tests.
  chmodSync(folder, 0o711)
  // It holds nothing that must survive a power cut, and twice as fast counts.
  const server = await startEmbeddedPostgres({ folder, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' } })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const variables = environmentOfChild({ DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: 'warn' })
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'commands/handbill.ts', 'migrate'], { env: variables })
  } catch (error) {
    await stop()
    throw error
  }
  return { url: server.url, stop }
}
