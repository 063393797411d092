import { expect, test } from 'vitest'
import type { Run } from '@/review/machine'
import { progressBetween } from '@/review/progress'
import type { Slot } from '@/review/workflow'

const slot = (name: string): Slot => ({ slot: name, capacity: 'publisher', count: 1, scope: 'approval', when: 'always' })
const workflow = { name: 'w', version: 1, stages: [{ name: 'checks', slots: [slot('one'), slot('two')] }, { name: 'approval', slots: [slot('last')] }] }
const run = (signed: string[], state: Run['state'] = 'in-review'): Run => ({
  id: 'run', workflow, namesPeople: false, state, submittedBy: 'author', contentHash: 'x',
  coverage: Object.fromEntries(['one', 'two', 'last'].map((name) => [name, { hash: name, parts: [] }])),
  signOffs: signed.map((name) => ({ id: name, slot: name, by: name, at: 't', coverage: { hash: name, parts: [] }, contentHash: 'x', note: null, voided: null })),
})

test('a first submission opens the first stage, the last sign-off of a stage the next, and the last of all approves', () => {
  expect(progressBetween(null, run([]))).toEqual({ opens: 'checks' })
  expect(progressBetween(run([]), run(['one']))).toEqual({})
  expect(progressBetween(run(['one']), run(['one', 'two']))).toEqual({ opens: 'approval' })
  expect(progressBetween(run(['one', 'two']), run(['one', 'two', 'last'], 'approved'))).toEqual({ approved: true })
})

test('what goes back, ends or was approved before opens nothing', () => {
  expect(progressBetween(run(['one', 'two']), run(['one']))).toEqual({})
  expect(progressBetween(run(['one']), null)).toEqual({})
  expect(progressBetween(run(['one', 'two', 'last'], 'approved'), run(['one', 'two', 'last'], 'approved'))).toEqual({})
})
