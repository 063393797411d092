import type { CollectionSlug, PayloadRequest } from 'payload'

/** Titles by `collection id`, of those documents that whoever asks may read and that aren't in the trash. */
export async function titlesFor(req: PayloadRequest, documents: readonly { collection: string; document: string }[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [collection, found] of Map.groupBy(documents, (each) => each.collection)) {
    if (!(collection in req.payload.collections)) continue
    const ids = [...new Set(found.map(({ document }) => document))]
    const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, select: { title: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user: req.user })
    for (const each of docs as { id: string; title?: string | null }[]) titles.set(`${collection} ${each.id}`, each.title?.trim() ?? '')
  }
  return titles
}
