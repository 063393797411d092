import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { isUuid, type Reviewed } from './definition'
import { refusal, Refused } from './refusal'
import { answering, requireActor } from './request'

/** What belongs to the document as it is now, not to one of its versions. */
const NEVER_RESTORED = new Set(['id', 'rev', 'savedBy', 'createdBy', 'createdAt', 'updatedAt', 'deletedAt', '_status'])

/**
 * Restoring a version, in place of Payload's own: an ordinary save of the old text by whoever asks, with that person's
 * rights, so that it counts as their writing and voids what it changes.
 */
export function restoreEndpoint({ collection }: Reviewed): Endpoint {
  return {
    path: '/versions/:id',
    method: 'post',
    handler: answering(async (req) => {
      requireActor(req)
      const id = req.routeParams?.id
      if (!isUuid(id)) throw new Refused(refusal(404, 'notFound', 'There is no such version.'))
      const { parent, version } = await readVersion(req, collection, id)
      const names = req.payload.collections[collection as CollectionSlug].config.flattenedFields.flatMap((field) => ('name' in field && field.type !== 'join' ? [field.name] : []))
      const data = Object.fromEntries(names.filter((name) => !NEVER_RESTORED.has(name)).map((name) => [name, version[name] ?? null]))
      const doc = await req.payload.update({ collection: collection as CollectionSlug, id: parent, data, depth: 0, overrideAccess: false, user: req.user })
      return { message: 'The earlier text was restored.', doc, ...doc }
    }),
  }
}

async function readVersion(req: PayloadRequest, collection: string, id: string): Promise<{ parent: string; version: Record<string, unknown> }> {
  const found = (await req.payload.findVersionByID({ collection: collection as CollectionSlug, id, depth: 0, overrideAccess: false, user: req.user, disableErrors: true })) as unknown as { parent: unknown; version: Record<string, unknown> } | null
  const parent = found === null ? null : typeof found.parent === 'string' ? found.parent : (found.parent as { id: string }).id
  if (found === null || parent === null) throw new Refused(refusal(404, 'notFound', 'There is no such version.'))
  return { parent, version: found.version }
}
