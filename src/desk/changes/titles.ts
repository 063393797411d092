import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { idsIn } from '@/collaboration/readable'

/** What documents are called, by id: of all that a value refers to, those that the person may read. */
export async function titlesIn(payload: Payload, user: TypedUser, value: unknown): Promise<Map<string, string>> {
  const ids = [...new Set(idsIn(value))]
  const titles = new Map<string, string>()
  if (ids.length === 0) return titles
  await Promise.all(
    payload.config.collections.map(async ({ slug, admin, auth }) => {
      const title = admin.useAsTitle ?? 'id'
      if (title === 'id' || auth || slug === 'publications' || !(slug in payload.collections)) return
      const { docs } = await payload.find({ collection: slug as CollectionSlug, where: { id: { in: ids } }, select: { [title]: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user }).catch(() => ({ docs: [] }))
      for (const each of docs as unknown as ({ id: string } & Record<string, unknown>)[]) titles.set(each.id, String(each[title] ?? ''))
    }),
  )
  return titles
}
