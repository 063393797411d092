import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { inTransaction } from '@/platform/database'
import { isUuid } from '@/review/definition'
import { placesOf, type Owners } from './places'
import type { Wanted } from './redact-text'
import { hitsIn } from './scan'
import { neverPublic } from './slugs-of-drafts'

/**
 * What a redaction would touch, as far as one person may see it: how often the words stand in which places and documents, the
 * longer words that they are part of, and the addresses that hold them and stay since they were public.
 */
export type Preview = {
  total: number
  places: { place: PlaceKind; count: number }[]
  documents: { collection: string; id: string; title: string; count: number }[]
  longerWords: { word: string; count: number }[]
  addresses: string[]
}

/** Where words stand, in the words of people. */
export type PlaceKind = 'text' | 'versions' | 'publications' | 'review' | 'other'

const MOST = 200

type Counted = { collection: string; document: string; kind: PlaceKind; count: number; longer: string[]; addresses: string[] }

/** Reads everything, in a transaction that changes nothing, and keeps what `user` may read. */
export async function previewFor(payload: Payload, user: TypedUser, wanted: Wanted, collections: readonly string[]): Promise<Preview> {
  const { counted, drafts } = await inTransaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    const places = await placesOf(tx, ownersIn(payload))
    const all: Counted[] = []
    for await (const { place, collection, document, found, addresses } of hitsIn(tx, places, wanted, collections)) {
      // What belongs to no document, as other people's mails and notices, is searched and not told of.
      if (collection === null || document === null) continue
      all.push({ collection, document, kind: kindOf(place.table, place.isMain), count: found.length, longer: found.flatMap(({ word }) => word ?? []), addresses })
    }
    const unknown = await neverPublic(tx, all.filter(({ addresses }) => addresses.length > 0))
    return { counted: all, drafts: new Set(unknown.map(({ collection, document }) => `${collection} ${document}`)) }
  })
  const titles = await readableTitles(payload, user, counted)
  const seen = counted.filter(({ collection, document }) => titles.has(`${collection} ${document}`))
  const sum = <K extends string>(entries: readonly [K, number][]): [K, number][] => [...entries.reduce((sums, [key, count]) => sums.set(key, (sums.get(key) ?? 0) + count), new Map<K, number>())].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
  return {
    total: seen.reduce((total, { count }) => total + count, 0),
    places: sum(seen.map(({ kind, count }) => [kind, count])).map(([place, count]) => ({ place, count })),
    documents: sum(seen.map(({ collection, document, count }) => [`${collection} ${document}`, count])).slice(0, MOST).map(([key, count]) => {
      const [collection = '', id = ''] = key.split(' ')
      return { collection, id, title: titles.get(key) ?? '', count }
    }),
    longerWords: sum(seen.flatMap(({ longer }) => longer.map((word): [string, number] => [word, 1]))).slice(0, MOST).map(([word, count]) => ({ word, count })),
    addresses: [...new Set(seen.flatMap(({ collection, document, addresses }) => (drafts.has(`${collection} ${document}`) ? [] : addresses)))].slice(0, MOST),
  }
}

/** What documents can belong to here; what Payload keeps for itself belongs to none. */
export function ownersIn(payload: Payload): Owners {
  return { collections: payload.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-')), globals: payload.config.globals.map(({ slug }) => slug) }
}

function kindOf(table: string, isMain: boolean): PlaceKind {
  if (isMain) return 'text'
  if (table === 'public.publications') return 'publications'
  if (table.startsWith('public._')) return 'versions'
  return table.startsWith('handbill.') ? 'review' : 'other'
}

/** Titles by `collection id` of those documents that the person may read, in the trash or not. */
async function readableTitles(payload: Payload, user: TypedUser, documents: readonly { collection: string; document: string }[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [collection, found] of Map.groupBy(documents, (each) => each.collection)) {
    if (payload.config.globals.some(({ slug }) => slug === collection)) titles.set(`${collection} ${collection}`, collection)
    if (!(collection in payload.collections)) continue
    const ids = [...new Set(found.map(({ document }) => document))].filter(isUuid)
    const name = payload.collections[collection as CollectionSlug].config.admin.useAsTitle ?? 'id'
    for (let at = 0; at < ids.length; at += MOST) {
      const some = ids.slice(at, at + MOST)
      const { docs } = await payload.find({ collection: collection as CollectionSlug, where: { id: { in: some } }, select: { [name]: true } as never, depth: 0, limit: some.length, pagination: false, trash: true, overrideAccess: false, user })
      for (const each of docs as unknown as ({ id: string } & Record<string, unknown>)[]) titles.set(`${collection} ${each.id}`, typeof each[name] === 'string' ? each[name] : '')
    }
  }
  return titles
}
