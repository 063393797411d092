import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './tests/support/browser'

const executablePath = findBrowser() ?? undefined

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  // Two newsrooms side by side make tests late that wait for a moment, on a machine of two cores.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: browserArguments },
    screenshot: 'only-on-failure',
    // Without the film strip, which costs as much as the pages; what a page held is kept as its DOM.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
