import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const src = fileURLToPath(new URL('./src', import.meta.url))

function project(name: string, rest: object = {}) {
  return { extends: true, test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...rest } } as const
}

export default defineConfig({
  resolve: { alias: { '@payload-config': `${src}/payload.config.ts`, '@': src } },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('integration', { globalSetup: 'tests/support/global-setup.ts', testTimeout: 60_000, hookTimeout: 120_000 }),
      project('contract', { globalSetup: 'tests/support/global-setup.ts', testTimeout: 60_000, hookTimeout: 120_000 }),
    ],
  },
})
