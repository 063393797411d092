import type { AnsweredWorkflow } from '@/review/workflow-endpoints'
import type { FollowUp, Stage } from '@/review/workflow'

/** What is wrong with a workflow that was sent, with its place in it. */
export type SaveProblem = { path: string; message: string }

/** Puts a new version of a workflow in force. Returns all workflows as they are then, or what was wrong with it. */
export async function saveWorkflow(name: string, body: { baseVersion: number; stages: Stage[]; followUp?: FollowUp }): Promise<{ workflows: AnsweredWorkflow[] } | { problems: SaveProblem[] }> {
  const response = await fetch(`/api/workflows/${name}`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as { workflows?: AnsweredWorkflow[]; errors?: { message?: string; data?: { problems?: SaveProblem[] } }[] } | null
  if (response?.ok === true && answer?.workflows !== undefined) return { workflows: answer.workflows }
  const error = answer?.errors?.[0]
  return { problems: error?.data?.problems ?? [{ path: '', message: error?.message ?? 'The desk could not be reached.' }] }
}
