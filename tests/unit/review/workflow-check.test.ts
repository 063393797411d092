import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/permissions/roles'
import { DEFAULT_WORKFLOWS, WORKFLOW_NAMES, type Workflow } from '@/review/workflow'
import { readWorkflow, slotsNobodyFills } from '@/review/workflow-check'

const person = (id: string, ...roles: Role[]): Actor => ({ id, roles })
const approval = { slot: 'approval', capacity: 'publisher', count: 1, scope: 'approval', when: 'always' }
const copy = { slot: 'copy', capacity: 'copy', count: 1, scope: 'copy', when: 'always' }
const stage = (name: string, ...slots: object[]) => ({ name, slots })

const problemsIn = (stages: unknown, followUp?: unknown): string[] => {
  const read = readWorkflow('article', { stages, followUp })
  return 'problems' in read ? read.problems.map(({ path }) => path) : []
}

describe('a workflow that somebody sends', () => {
  test.each(WORKFLOW_NAMES)('%s, as Handbill comes with it, is taken as it is', (name) => {
    const { stages, followUp } = DEFAULT_WORKFLOWS[name]
    expect(readWorkflow(name, { stages, followUp })).toEqual({ workflow: { ...DEFAULT_WORKFLOWS[name], version: 0 } })
  })

  const wrong: [why: string, stages: unknown, path: string][] = [
    ['no list', 'checks', 'stages'],
    ['no stage', [], 'stages'],
    ['a stage without a slot', [stage('checks'), stage('approval', approval)], 'stages.0.slots'],
    ['a stage that is none', [7], 'stages.0'],
    ['a slot that is none', [stage('approval', approval), { name: 'x', slots: [null] }], 'stages.1.slots.0'],
    ['two stages of one name', [stage('approval', copy), stage('approval', approval)], 'stages.1.name'],
    ['two slots of one name', [stage('checks', copy, copy), stage('approval', approval)], 'stages.0.slots.1.slot'],
    ['a name with spaces', [stage('the checks', copy), stage('approval', approval)], 'stages.0.name'],
    ['a role that signs nothing', [stage('checks', { ...copy, capacity: 'contributor' }), stage('approval', approval)], 'stages.0.slots.0.capacity'],
    ['an unknown scope', [stage('checks', { ...copy, scope: 'everything' }), stage('approval', approval)], 'stages.0.slots.0.scope'],
    ['an unknown condition', [stage('checks', { ...copy, when: 'sometimes' }), stage('approval', approval)], 'stages.0.slots.0.when'],
    ['nobody at all', [stage('checks', { ...copy, count: 0 }), stage('approval', approval)], 'stages.0.slots.0.count'],
    ['half a person', [stage('checks', { ...copy, count: 1.5 }), stage('approval', approval)], 'stages.0.slots.0.count'],
    ['a label in one language', [stage('checks', { ...copy, label: { en: 'Wording' } }), stage('approval', approval)], 'stages.0.slots.0.label'],
    ['nobody who approves the whole', [stage('checks', copy)], 'stages.0'],
    ['approval only now and then', [stage('approval', { ...approval, when: 'namesPeople' })], 'stages.0'],
    ['approval by somebody else', [stage('approval', { ...approval, capacity: 'copy' })], 'stages.0.slots.0.capacity'],
    ['approval before the end', [stage('approval', approval), stage('checks', copy)], 'stages.1'],
  ]
  test.each(wrong)('with %s is refused, with the place named', (_why, stages, path) => {
    expect(problemsIn(stages)).toContain(path)
  })

  test('may not be followed by itself, by another rapid one, or never', () => {
    const stages = [stage('approval', approval)]
    for (const [followUp, path] of [[{ workflow: 'article', withinHours: 24 }, 'followUp.workflow'], [{ workflow: 'rapid-post', withinHours: 24 }, 'followUp.workflow'], [{ workflow: 'post', withinHours: 0 }, 'followUp.withinHours'], ['soon', 'followUp']] as const) {
      expect(problemsIn(stages, followUp), path).toContain(path)
    }
  })
})

describe('a team', () => {
  const workflow = (stages: object[]): Workflow => {
    const read = readWorkflow('article', { stages })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    return read.workflow
  }
  const one = workflow([stage('checks', copy), stage('approval', approval)])

  test('that has somebody for each slot has no gap', () => {
    expect(slotsNobodyFills(one, [person('a', 'copy'), person('b', 'publisher')])).toEqual([])
  })
  test('whose one person holds both roles can’t fill both', () => {
    expect(slotsNobodyFills(one, [person('a', 'copy', 'publisher')]).length).toBe(1)
  })
  test('without the role has its place named', () => {
    expect(slotsNobodyFills(one, [person('b', 'publisher')])).toMatchObject([{ path: 'stages.0.slots.0.count' }])
  })
  test('of one is too small for two signatures', () => {
    const two = workflow([stage('checks', { ...copy, count: 2 }), stage('approval', approval)])
    expect(slotsNobodyFills(two, [person('a', 'copy'), person('b', 'publisher')])).toMatchObject([{ path: 'stages.0.slots.0.count' }])
  })
})
