import type { PayloadRequest } from 'payload'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { database } from '@/platform/database'
import { idOf, idsOf } from '@/platform/relations'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { requireActor, requireDocument } from '@/review/request'
import { env } from '@/env'
import type { Capture } from './capture'
import { mayFetch, type SourcePolicy } from './policy'
import { hostOf } from './requests'
import { readCapture } from './store'
import { isForTheArchive } from './wayback/address'

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
  if (action === 'verify' && !mayRevoke(actor, source)) require(actor, 'verify', source)
  return { actor, capture, source }
}

/** Why no copy of a source can be asked for, whoever asks; null where one can. */
export function whyNotCapture(policy: SourcePolicy | null): 'noLink' | 'neverFetch' | null {
  if (policy?.url == null || hostOf(policy.url) === null) return 'noLink'
  return mayFetch(policy, 'asked') ? null : 'neverFetch'
}

/** Why a source can't be given to a public archive, whoever asks; null where it can. */
export function whyNotArchive({ policy, url }: SourcePolicy): 'notForTheArchive' | 'notConfigured' | 'notPublic' | null {
  if (policy !== 'archivePublicly') return 'notForTheArchive'
  if (env().wayback === null) return 'notConfigured'
  return url !== null && isForTheArchive(url) ? null : 'notPublic'
}

/** What somebody may do about the copies of a source. `whyNot`: what keeps everybody from asking for one. */
export type RightsOnCopies = { capture: boolean; archive: boolean; upload: boolean; revoke: boolean; whyNot: 'noLink' | 'neverFetch' | null }

/** What `actor` may do about the copies of a source, as the endpoints that do it judge. */
export function rightsOnCopies(actor: Actor, source: SourceDocument, policy: SourcePolicy | null): RightsOnCopies {
  const mayEdit = can(actor, 'edit', subjectOf(source)).allowed
  const whyNot = whyNotCapture(policy)
  const capture = mayEdit && whyNot === null
  return { capture, archive: capture && policy !== null && whyNotArchive(policy) === null, upload: mayEdit, revoke: mayRevoke(actor, source), whyNot }
}

function mayRevoke(actor: Actor, source: SourceDocument): boolean {
  return can(actor, 'publish', subjectOf(source)).allowed || can(actor, 'verify', subjectOf(source)).allowed
}

function require(actor: Actor, action: 'read' | 'edit' | 'verify', source: SourceDocument): void {
  const answer = can(actor, action, subjectOf(source))
  if (!answer.allowed) throw new Refused(refusal(403, answer.why.code, answer.why.message))
}

function subjectOf(source: SourceDocument) {
  return { collection: 'sources', id: source.id, createdBy: idOf(source.createdBy), isPrivate: source.visibility === 'private', grantedTo: idsOf(source.grantedTo) }
}
