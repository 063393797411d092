import type { Role } from '@/permissions/roles'

/** The parts of a projection that a sign-off can cover; `scopes.ts` says what each holds. */
export const SCOPES = ['sources', 'care', 'copy', 'legal', 'approval'] as const
export type ScopeName = (typeof SCOPES)[number]

/** When a slot is asked for: always, or only if the editor declared that the text names people. */
export const SLOT_CONDITIONS = ['always', 'namesPeople'] as const
export type SlotCondition = (typeof SLOT_CONDITIONS)[number]

/** What something is called on the desk, where the desk has no word of its own for it. */
export type Label = { en: string; ar: string }

/** `count`: how many people must sign. `capacity`: the role that may. */
export type Slot = { slot: string; capacity: Role; count: number; scope: ScopeName; when: SlotCondition; label?: Label }
export type Stage = { name: string; slots: Slot[]; label?: Label }

/**
 * What has to follow a publication that a shorter workflow let through: a whole review by another workflow, within so
 * many hours. Until it is done it is asked for louder and louder.
 */
export type FollowUp = { workflow: string; withinHours: number }

/** Ordered stages; the slots of a stage are filled in parallel. A run keeps the definition that it started with. */
export type Workflow = { name: string; version: number; stages: Stage[]; followUp?: FollowUp }

const sources: Slot = { slot: 'sources', capacity: 'sources', count: 1, scope: 'sources', when: 'always' }
const care: Slot = { slot: 'care', capacity: 'care', count: 1, scope: 'care', when: 'always' }
const copy: Slot = { slot: 'copy', capacity: 'copy', count: 1, scope: 'copy', when: 'always' }
const legal: Slot = { slot: 'legal', capacity: 'legal', count: 1, scope: 'legal', when: 'namesPeople' }
const approval: Slot = { slot: 'approval', capacity: 'publisher', count: 1, scope: 'approval', when: 'always' }

const approvalStage: Stage = { name: 'approval', slots: [approval] }

/** The names of the workflows that there are. They are fixed; what each asks for an administrator can change. */
export const WORKFLOW_NAMES = ['article', 'post', 'page', 'source', 'rapid', 'rapid-post'] as const
export type WorkflowName = (typeof WORKFLOW_NAMES)[number]

/** The workflows that Handbill comes with: version 1 of each. */
export const DEFAULT_WORKFLOWS: Readonly<Record<WorkflowName, Workflow>> = {
  article: { name: 'article', version: 1, stages: [{ name: 'checks', slots: [sources, care, copy, legal] }, approvalStage] },
  post: { name: 'post', version: 1, stages: [{ name: 'care', slots: [care] }, approvalStage] },
  page: { name: 'page', version: 1, stages: [approvalStage] },
  source: { name: 'source', version: 1, stages: [{ name: 'sources', slots: [sources] }, approvalStage] },
  rapid: { name: 'rapid', version: 1, stages: [approvalStage], followUp: { workflow: 'article', withinHours: 24 } },
  'rapid-post': { name: 'rapid-post', version: 1, stages: [approvalStage], followUp: { workflow: 'post', withinHours: 24 } },
}

/** The slots that a run asks for, in order, stage by stage. */
export function slotsAsked(workflow: Workflow, declared: { namesPeople: boolean }): { stage: string; stageIndex: number; slot: Slot }[] {
  return workflow.stages.flatMap((stage, stageIndex) =>
    stage.slots.filter((slot) => slot.when === 'always' || declared.namesPeople).map((slot) => ({ stage: stage.name, stageIndex, slot })),
  )
}
