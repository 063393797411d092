import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './tests/support/long-first'

const src = fileURLToPath(new URL('./src', import.meta.url))

const suite = (name: string) => ({ name, include: [`tests/${name}/**/*.test.{ts,tsx}`] })
const onDatabase = { globalSetup: 'tests/support/global-setup.ts', setupFiles: 'tests/support/begin-anew.ts', isolate: false, testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  resolve: { alias: { '@payload-config': `${src}/payload.config.ts`, '@': src } },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { ...suite('unit'), testTimeout: 60_000 } },
      { extends: true, test: { ...suite('integration'), ...onDatabase } },
      { extends: true, test: { ...suite('contract'), ...onDatabase } },
    ],
  },
})
