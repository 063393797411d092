import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkOutcome, playwrightOutcome, vitestOutcome } from '../../../commands/shared/suites'

const folder = mkdtempSync(join(tmpdir(), 'handbill-reports-'))
const file = (content: object) => {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('what a test run counts', () => {
  it('is what the runners report', () => {
    const vitest = file({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })
    expect(vitestOutcome(vitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(playwrightOutcome(file({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } }), 1)).toEqual({ passed: 4, failed: 2, skipped: 0 })
  })
  it('is a failure where a file could not be loaded, though no test failed', () => {
    expect(vitestOutcome(file({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }), 1).failed).toBe(1)
  })
  it('is a failure where there is no report at all', () => {
    expect(vitestOutcome(join(folder, 'missing.json'), 0).failed).toBe(1)
    expect(playwrightOutcome(join(folder, 'missing.json'), 0).failed).toBe(1)
  })
  it('takes a check as one test', () => {
    expect([checkOutcome(0), checkOutcome(2)]).toEqual([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 0, failed: 1, skipped: 0 },
    ])
  })
})
