import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { isUuid } from '@/review/definition'

/** Titles of documents by `collection id`, of those that the person may read, trashed ones included. */
export async function titlesFor(payload: Payload, user: TypedUser, documents: readonly { collection: string | null; document: string | null }[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const collections = [...new Set(documents.map(({ collection }) => collection))].filter((collection) => collection !== null && collection in payload.collections) as CollectionSlug[]
  await Promise.all(
    collections.map(async (collection) => {
      const ids = [...new Set(documents.filter((each) => each.collection === collection).map(({ document }) => document))].filter(isUuid)
      const { config } = payload.collections[collection]
      const name = config.admin.useAsTitle ?? 'id'
      const { docs } = await payload.find({ collection, where: { id: { in: ids } }, select: { [name]: true } as never, depth: 0, limit: ids.length, pagination: false, trash: true, overrideAccess: false, user })
      for (const found of docs as unknown as ({ id: string } & Record<string, unknown>)[]) {
        const title = found[name]
        titles.set(`${collection} ${found.id}`, typeof title === 'string' ? title.trim() : '')
      }
    }),
  )
  return titles
}
