import type { PayloadRequest } from 'payload'
import { rightsOn, type RightsOnLink } from '@/link-health/lock'
import { can, type Subject } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { idOf } from '@/platform/relations'

export type RightsOnSource = RightsOnLink & { mayLookAtTexts: boolean }

/** The title of a source, if whoever asks may read it. */
export async function titleOfSource(req: PayloadRequest, id: string): Promise<string | undefined> {
  const { docs } = await req.payload.find({ collection: 'sources', where: { id: { equals: id } }, select: { title: true }, depth: 0, limit: 1, pagination: false, overrideAccess: false, user: req.user })
  return docs[0] === undefined ? undefined : (docs[0].title?.trim() ?? '')
}

/** What somebody may do with a source in trouble: the server says so again when they do it. */
export async function rightsOnSource(req: PayloadRequest, actor: Actor, id: string): Promise<RightsOnSource> {
  const { docs } = await req.payload.find({ collection: 'sources', where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, overrideAccess: false, user: req.user })
  const source = docs[0]
  const grantedTo = Array.isArray(source?.grantedTo) ? source.grantedTo.flatMap((person: unknown) => idOf(person) ?? []) : []
  const subject: Subject = { collection: 'sources', id, createdBy: idOf((source as { createdBy?: unknown } | undefined)?.createdBy), isPrivate: source?.visibility === 'private', grantedTo }
  return { ...rightsOn(actor, subject), mayLookAtTexts: can(actor, 'checkSources', { collection: 'articles' }).allowed }
}
