import type { PayloadRequest } from 'payload'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { database } from '@/platform/database'
import { idOf, idsOf } from '@/platform/relations'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { requireActor, requireDocument } from '@/review/request'
import type { Capture } from './capture'
import { readCapture } from './store'

type SourceDocument = { id: string } & Record<string, unknown>

/**
 * The source that a request's address names and whoever asks, who may read it, and edit it where `action` says so.
 *
 * @throws Refused: 401, 403 or 404.
 */
export async function requireSource(req: PayloadRequest, action: 'read' | 'edit' = 'read'): Promise<{ actor: Actor; source: SourceDocument }> {
  const actor = requireActor(req)
  const source = await requireDocument(req, 'sources')
  require(actor, action, source)
  return { actor, source }
}

/**
 * The capture that a request's address names, if its source may be read by whoever asks; `action`: what else they must be allowed to do with
 * the source.
 *
 * @throws Refused: 401, 403 or 404.
 */
export async function requireCapture(req: PayloadRequest, action: 'read' | 'verify' = 'read'): Promise<{ actor: Actor; capture: Capture; source: SourceDocument }> {
  const actor = requireActor(req)
  const id = req.routeParams?.id
  const capture = isUuid(id) ? await readCapture(database(), id) : null
  if (capture === null) throw new Refused(refusal(404, 'notFound', 'There is no such copy.'))
  const source = await requireDocument(Object.assign(Object.create(req) as PayloadRequest, { routeParams: { id: capture.source } }), 'sources')
  if (action === 'verify' && !can(actor, 'publish', subjectOf(source)).allowed) require(actor, 'verify', source)
  return { actor, capture, source }
}

function require(actor: Actor, action: 'read' | 'edit' | 'verify', source: SourceDocument): void {
  const answer = can(actor, action, subjectOf(source))
  if (!answer.allowed) throw new Refused(refusal(403, answer.why.code, answer.why.message))
}

function subjectOf(source: SourceDocument) {
  return { collection: 'sources', id: source.id, createdBy: idOf(source.createdBy), isPrivate: source.visibility === 'private', grantedTo: idsOf(source.grantedTo) }
}
