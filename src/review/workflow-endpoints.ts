import type { Endpoint } from 'payload'
import { can } from '@/permissions/can'
import { inTransaction, pool } from '@/platform/database'
import { refusal, Refused } from './refusal'
import { answering, readObject, requireActor } from './request'
import { namesOf } from './store'
import { WORKFLOW_NAMES, type Workflow } from './workflow'
import { readWorkflow } from './workflow-check'
import { putInForce, workflowsInForce } from './workflows'

/** One workflow as the desk shows it. `olderRuns`: how many runs under way go by an earlier version. */
export type AnsweredWorkflow = Workflow & { madeBy: string | null; madeAt: string | null; olderRuns: number }

/** Every workflow in force, with the names of those who made them. */
export async function answeredWorkflows(): Promise<AnsweredWorkflow[]> {
  const found = await workflowsInForce(pool)
  const names = await namesOf(pool, found.flatMap(({ madeBy }) => madeBy ?? []))
  return found.map(({ workflow, madeBy, ...more }) => ({ ...workflow, ...more, madeBy: madeBy === null ? null : (names.get(madeBy) ?? '') }))
}

/**
 * `GET /api/workflows`, and `POST /api/workflows/{name}` with `{ baseVersion, stages, followUp }`, which puts a new version
 * in force: for administrators. 422 lists in `problems` everything that is wrong, with its place.
 */
export const workflowEndpoints: Endpoint[] = [
  {
    path: '/workflows',
    method: 'get',
    handler: answering(async (req) => {
      requireActor(req)
      return { workflows: await answeredWorkflows() }
    }),
  },
  {
    path: '/workflows/:name',
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const right = can(actor, 'edit', { collection: 'workflows' })
      if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
      const name = WORKFLOW_NAMES.find((known) => known === req.routeParams?.name)
      if (name === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such workflow.'))
      const body = await readObject(req, { fields: ['baseVersion', 'stages', 'followUp'] })
      if (!Number.isInteger(body.baseVersion)) throw new Refused(refusal(422, 'malformed', 'baseVersion must be the version that you changed.', { field: 'baseVersion' }))
      const read = readWorkflow(name, body)
      if ('problems' in read) throw new Refused(refusal(422, 'malformed', read.problems[0]?.message ?? '', { field: read.problems[0]?.path, problems: read.problems }))
      await inTransaction((tx) => putInForce(tx, actor, read.workflow, Number(body.baseVersion)))
      return { workflows: await answeredWorkflows() }
    }),
  },
]
