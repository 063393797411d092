import { vi } from 'vitest'
import { environmentOfChild, setEnvironment } from '../../src/env'

/**
 * Vitest's setup of files that share a process: each begins as in one of its own. What comes from packages stays loaded, as most
 * of a small file's time would go to loading Payload; what is ours is loaded anew, with its environment, clock and configuration.
 */
const shared = globalThis as { [first]?: NodeJS.ProcessEnv; _payload?: Map<string, unknown> }
const first = Symbol.for('handbill.tests.environment')

const before = (shared[first] ??= environmentOfChild({}))
const now = environmentOfChild({})
// Vitest's own variables tell of the file that runs now.
const left = Object.keys({ ...before, ...now }).filter((variable) => !variable.startsWith('VITEST') && before[variable] !== now[variable])
setEnvironment(Object.fromEntries(left.map((variable) => [variable, before[variable]])))

for (const key of Object.getOwnPropertySymbols(globalThis)) {
  if (key !== first && key.description?.startsWith('handbill.') === true) Reflect.deleteProperty(globalThis, key)
}
// Payload would hand out the one of the last file, whose database is gone.
shared._payload?.clear()
vi.resetModules()
