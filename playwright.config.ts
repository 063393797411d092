import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './tests/support/browser'

const executablePath = findBrowser() ?? undefined

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  // Each has a newsroom of its own; browsers mostly wait.
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: browserArguments },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
