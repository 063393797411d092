import type { PublicCollection } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { RecordReader } from '@/record/reader'

/**
 * A reader that asks `reader` for the same thing once. For one batch of a bake: what is published meanwhile has a bake of its own.
 * It keeps at most `limit` documents and as many answers, so that a full bake stays small.
 */
export function cachedReader(reader: RecordReader, limit = 2_000): RecordReader {
  const documents = new Map<string, Live | null>()
  const answers = new Map<string, Promise<unknown>>()

  const known = (publications: readonly Live[]): void => {
    if (documents.size + publications.length > limit) documents.clear()
    for (const publication of publications) documents.set(`${publication.collection} ${publication.document}`, publication)
  }
  const paths = new Map<string, Live>()
  // A whole month is asked for to bake its pages: each is then found at its own path without asking again.
  const atTheirPaths = (publications: readonly Live[]): void => {
    if (paths.size + publications.length > limit) paths.clear()
    for (const publication of publications) if (publication.path !== null) paths.set(publication.path, publication)
  }

  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const earlier = answers.get(key) as Promise<T> | undefined
    if (earlier !== undefined) return earlier
    if (answers.size >= limit) answers.clear()
    const asked = ask()
    answers.set(key, asked)
    asked.catch(() => answers.delete(key))
    return asked
  }

  return {
    settings: () => once('settings', () => reader.settings()),
    async byId<C extends PublicCollection>(collection: C, ids: readonly string[]) {
      const unknown = ids.filter((id) => !documents.has(`${collection} ${id}`))
      const found = unknown.length === 0 ? [] : await reader.byId(collection, unknown)
      const byDocument = new Map<string, Live>(found.map((each) => [each.document, each as unknown as Live]))
      const answer = ids.map((id) => (unknown.includes(id) ? (byDocument.get(id) ?? null) : (documents.get(`${collection} ${id}`) ?? null)))
      if (documents.size + unknown.length > limit) documents.clear()
      for (const id of unknown) documents.set(`${collection} ${id}`, byDocument.get(id) ?? null)
      return answer.filter((each) => each !== null) as unknown as Live<C>[]
    },
    byAddress: (path) => Promise.resolve(paths.get(path) ?? reader.byAddress(path)),
    list: (listing) =>
      once(`list ${JSON.stringify(listing)}`, async () => {
        const found = await reader.list(listing)
        if (listing.month !== undefined) {
          known(found as readonly unknown[] as readonly Live[])
          atTheirPaths(found as readonly unknown[] as readonly Live[])
        }
        return found
      }),
    count: (listing) => once(`count ${JSON.stringify(listing)}`, () => reader.count(listing)),
    has: (listing) => once(`has ${JSON.stringify(listing)}`, () => reader.has(listing)),
    countReferring: (collections, ids) => reader.countReferring(collections, ids),
    months: (listing) => once(`months ${JSON.stringify(listing)}`, () => reader.months(listing)),
    translations: (collection, original) => once(`translations ${collection} ${original}`, () => reader.translations(collection, original)),
    corrected: (listing) => once(`corrected ${JSON.stringify(listing)}`, () => reader.corrected(listing)),
    countCorrected: (listing) => once(`countCorrected ${JSON.stringify(listing)}`, () => reader.countCorrected(listing)),
    facts: (sources) => once(`facts ${[...sources].sort().join()}`, () => reader.facts(sources)),
    copyText: (source) => reader.copyText(source),
    search: (query) => reader.search(query),
  }
}
