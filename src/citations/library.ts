import type { PayloadRequest, Where } from 'payload'
import { payloadOrPool } from '@/review/connection'
import type { Origins } from '@/sources/origins'

/** A work as the desk lists it to be cited. `isNamedByAddress`: nothing better is known of it yet. `citedIn`: how many texts cite it. */
export type LibrarySource = { id: string; title: string; creator: string; url: string; kind: string; isPrivate: boolean; isNamedByAddress: boolean; citedIn: number }

const MOST = 8
const SELECT = { title: true, creators: true, publisher: true, url: true, kind: true, visibility: true, fieldOrigins: true } as const
const SEARCHED = ['title', 'titleTranslated', 'creators.name', 'creators.nameLatin', 'publisher', 'url', 'doi'] as const

/** The works that a person may read whose title, author, publisher or address hold the words; without words, those written to last. */
export async function searchLibrary(req: PayloadRequest, words: string): Promise<LibrarySource[]> {
  const where: Where = words === '' ? {} : { or: SEARCHED.map((field) => ({ [field]: { like: words } })) }
  return read(req, where, MOST)
}

/** Those of some works that a person may read. */
export async function worksNamed(req: PayloadRequest, ids: readonly string[]): Promise<LibrarySource[]> {
  return ids.length === 0 ? [] : read(req, { id: { in: [...ids] } }, ids.length)
}

async function read(req: PayloadRequest, where: Where, limit: number): Promise<LibrarySource[]> {
  const { docs } = await req.payload.find({ collection: 'sources', where, limit, depth: 0, pagination: false, sort: '-updatedAt', select: SELECT, overrideAccess: false, user: req.user })
  const counts = await countTexts(req, docs.map(({ id }) => id))
  return docs.map((source) => ({
    id: source.id,
    title: source.title ?? '',
    creator: source.creators?.map(({ name }) => name?.trim() ?? '').find((name) => name !== '') ?? source.publisher ?? '',
    url: source.url ?? '',
    kind: source.kind ?? 'webpage',
    isPrivate: source.visibility === 'private',
    isNamedByAddress: (source.fieldOrigins as Origins | null | undefined)?.title === 'address',
    citedIn: counts.get(source.id) ?? 0,
  }))
}

async function countTexts(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await (await payloadOrPool(req)).query<{ source: string; texts: number }>(
    'select source::text, count(distinct (collection, document))::int as texts from handbill.citations where source = any($1::uuid[]) group by source',
    [ids],
  )
  return new Map(rows.map(({ source, texts }) => [source, texts]))
}
