import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from '../../src/env'
import { dataPath } from '../../src/platform/data-directory'

const file = () => dataPath('demo-password')

/** The demo accounts' password: DEMO_PASSWORD, else the one made at random before, else a new one that is kept. */
export function newDemoPassword(): string {
  const password = env().demoPassword ?? keptDemoPassword() ?? `${randomBytes(9).toString('base64url')}-demo`
  writeFileSync(file(), `${password}\n`, { mode: 0o600 })
  return password
}

/** The password with which the demo accounts were loaded; null where they weren't loaded from this data directory. */
export function keptDemoPassword(): string | null {
  return existsSync(file()) ? readFileSync(file(), 'utf8').trim() : null
}
