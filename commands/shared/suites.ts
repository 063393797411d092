import { existsSync, readFileSync } from 'node:fs'

export type Outcome = { passed: number; failed: number; skipped: number }

const none: Outcome = { passed: 0, failed: 0, skipped: 0 }

function report(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A run that exited with an error has failed somewhere, also where no test of it says so: a file that can't be loaded, an empty folder. */
function honest(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

/** The counts in Vitest's JSON report. */
export function vitestOutcome(file: string, code: number): Outcome {
  const read = report(file) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number } | null
  if (read === null) return honest(none, code || 1)
  return honest({ passed: read.numPassedTests, failed: read.numFailedTests, skipped: read.numPendingTests + read.numTodoTests }, code)
}

/** The counts in Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function playwrightOutcome(file: string, code: number): Outcome {
  const read = report(file) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | null
  if (read === null) return honest(none, code || 1)
  const { expected, unexpected, flaky, skipped } = read.stats
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code)
}

/** A check that either holds or doesn't counts as one test. */
export function checkOutcome(code: number): Outcome {
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
}
