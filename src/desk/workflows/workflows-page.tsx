import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { CAPACITIES } from '@/review/workflow-check'
import { answeredWorkflows } from '@/review/workflow-endpoints'
import { DeskPage } from '../desk-page'
import { sayWith } from '../words/say'
import { WorkflowEditor } from './workflow-editor'
import './workflows.css'

/** What review asks of each kind of text: everybody on the desk may look, administrators may change it. */
export async function WorkflowsPage(view: AdminViewServerProps) {
  const { i18n, user } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  if (actor === null) redirect('/admin/login?redirect=%2Fadmin%2Fworkflows')
  const workflows = await answeredWorkflows()
  const mayEdit = can(actor, 'edit', { collection: 'workflows' }).allowed
  return (
    <DeskPage view={view} title={say('workflows')}>
      <p className="desk-page__quiet">{say(mayEdit ? 'workflowsExplained' : 'workflowsReadOnly')}</p>
      {workflows.map((workflow) => (
        <WorkflowEditor key={workflow.name} workflow={workflow} capacities={[...CAPACITIES]} mayEdit={mayEdit} />
      ))}
    </DeskPage>
  )
}
