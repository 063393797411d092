import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { refusal, Refused } from './refusal'
import { readTeam } from './store'
import { DEFAULT_WORKFLOWS, WORKFLOW_NAMES, type Workflow, type WorkflowName } from './workflow'
import { slotsNobodyFills } from './workflow-check'

/** A workflow in force: its definition, who made it and when (null where it is the one that Handbill comes with), and how many runs go by an older one. */
export type WorkflowInForce = { workflow: Workflow; madeBy: string | null; madeAt: string | null; olderRuns: number }

/** The workflow of a name that a run which starts now goes by. */
export async function workflowNamed(db: Queryable, name: WorkflowName): Promise<Workflow> {
  const { rows } = await db.query<{ definition: Workflow }>('select definition from handbill.workflows where name = $1 order by version desc limit 1', [name])
  return rows[0]?.definition ?? DEFAULT_WORKFLOWS[name]
}

/** Every workflow in force. */
export async function workflowsInForce(db: Queryable): Promise<WorkflowInForce[]> {
  const { rows } = await db.query<{ name: string; definition: Workflow; made_by: string; made_at: Date }>('select distinct on (name) name, definition, made_by, made_at from handbill.workflows order by name, version desc')
  const { rows: runs } = await db.query<{ name: string; version: number; count: number }>(
    `select workflow ->> 'name' as name, (workflow ->> 'version')::int as version, count(*)::int as count from handbill.review_runs where ended_at is null group by 1, 2`,
  )
  return WORKFLOW_NAMES.map((name) => {
    const changed = rows.find((row) => row.name === name)
    const workflow = changed?.definition ?? DEFAULT_WORKFLOWS[name]
    const olderRuns = runs.filter((run) => run.name === name && run.version < workflow.version).reduce((sum, run) => sum + run.count, 0)
    return { workflow, madeBy: changed?.made_by ?? null, madeAt: changed?.made_at.toISOString() ?? null, olderRuns }
  })
}

/**
 * Puts a new version of a workflow in force, in the caller's transaction. Runs under way keep the definition that they
 * started with.
 *
 * @throws Refused: 409 where somebody else changed it since `baseVersion`, 422 where a slot could be filled by nobody.
 */
export async function putInForce(tx: Queryable, actor: Actor, workflow: Workflow, baseVersion: number): Promise<Workflow> {
  const name = workflow.name as WorkflowName
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`workflow ${name}`])
  const current = await workflowNamed(tx, name)
  if (current.version !== baseVersion) throw new Refused(refusal(409, 'stale', 'Somebody changed this workflow since you opened it.', { version: current.version }))
  const problems = slotsNobodyFills(workflow, await readTeam(tx))
  if (problems.length > 0) throw new Refused(refusal(422, 'malformed', problems[0]?.message ?? '', { field: problems[0]?.path, problems }))
  const next = { ...workflow, version: baseVersion + 1 }
  await tx.query('insert into handbill.workflows (name, version, definition, made_by) values ($1, $2, $3, $4)', [name, next.version, JSON.stringify(next), actor.id])
  await appendAudit(tx, { actor: actor.id, action: 'workflowChanged', collection: 'workflows', document: name, details: { version: next.version } })
  return next
}
