import type { CollectionSlug, PayloadRequest } from 'payload'
import { payloadSession } from '@/platform/database'
import { citationsNamed, type Elsewhere } from './rows'
import type { StoredCitation } from './stored'

/**
 * What the marks of some keys say, that were copied here from other documents: of those alone that whoever saves may read, document and
 * source. The others come as marks that still need a source.
 */
export async function broughtAlong(req: PayloadRequest, keys: readonly string[]): Promise<Map<string, StoredCitation>> {
  const found = await citationsNamed(payloadSession(req), keys)
  const readable = new Set<string>()
  for (const collection of new Set(found.map((each) => each.collection))) {
    for (const id of await readableAmong(req, collection, found.flatMap((each) => (each.collection === collection ? [each.document] : [])))) readable.add(id)
  }
  for (const id of await readableAmong(req, 'sources', found.flatMap(({ citation }) => citation.source ?? []))) readable.add(id)
  const isReadable = ({ document, citation }: Elsewhere): boolean => readable.has(document) && (citation.source === undefined || readable.has(citation.source))
  return new Map(found.filter(isReadable).map(({ key, citation }) => [key, citation]))
}

/** Which of some documents whoever asks may read; without an account all of them, as it is one of our own programs then. Reads in the transaction of `req`, where it has one. */
export async function readableAmong(req: PayloadRequest, collection: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { in: [...new Set(ids)] } }, depth: 0, pagination: false, limit: ids.length, select: {}, overrideAccess: req.user === null, user: req.user, req })
  return docs.map(({ id }) => String(id))
}
