import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { isUuid } from '@/review/definition'

/** Titles by `collection id`, of those documents that the person may read and that aren't in the trash. */
export async function titlesOf(payload: Payload, user: TypedUser, documents: readonly { collection: string; document: string }[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const collections = [...new Set(documents.map(({ collection }) => collection))].filter((collection) => collection in payload.collections) as CollectionSlug[]
  await Promise.all(
    collections.map(async (collection) => {
      const ids = [...new Set(documents.filter((each) => each.collection === collection).map(({ document }) => document))].filter(isUuid)
      const found = await readTitles(payload, user, collection, ids)
      for (const each of found) titles.set(`${collection} ${each.id}`, each.title?.trim() ?? '')
    }),
  )
  return titles
}

async function readTitles(payload: Payload, user: TypedUser, collection: CollectionSlug, ids: string[]): Promise<{ id: string; title?: string | null }[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.find({ collection, disableErrors: true, where: { id: { in: ids } }, select: { title: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user })
  return docs as { id: string; title?: string | null }[]
}
