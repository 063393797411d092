import type { PublicCollection } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { RecordReader } from '@/record/reader'
import { referencesOf } from '@/record/references'
import type { SourceFacts } from '@/record/source-facts'

/**
 * The live documents that a page or feed of `publications` may name or show, by id: themselves, what they refer to, what
 * posts among those refer to in turn (an embedded post shows its own notes and warnings), and every warning term. With
 * `only`, of what they refer to just those collections, as for cards.
 */
export async function relatedTo(publications: readonly Live[], reader: RecordReader, only?: readonly PublicCollection[]): Promise<Map<string, Live>> {
  const documents = new Map<string, Live>(publications.map((publication) => [publication.document, publication]))
  for (const term of await reader.list({ collections: ['content-warnings'], order: 'title' })) documents.set(term.document, term)
  const first = await fetchInto(documents, publications, reader, only)
  if (only === undefined) await fetchInto(documents, first.filter((found) => found.collection === 'social-posts'), reader)
  return documents
}

async function fetchInto(documents: Map<string, Live>, publications: readonly Live[], reader: RecordReader, only?: readonly PublicCollection[]): Promise<Live[]> {
  const wanted = new Map<PublicCollection, Set<string>>()
  for (const publication of publications) {
    for (const { collection, document } of referencesOf(publication)) {
      if (documents.has(document) || (only !== undefined && !only.includes(collection))) continue
      wanted.set(collection, (wanted.get(collection) ?? new Set()).add(document))
    }
  }
  const found: Live[] = []
  for (const [collection, ids] of wanted) found.push(...(await reader.byId(collection, [...ids])))
  for (const publication of found) documents.set(publication.document, publication)
  return found
}

/** How the sources among some documents stand today, by id. */
export function factsAbout(documents: Iterable<Live>, reader: RecordReader): Promise<Map<string, SourceFacts>> {
  return reader.facts([...new Set([...documents].flatMap(({ collection, document }) => (collection === 'sources' ? document : [])))])
}

/** The document's whole translation group, itself included, in the site's order of languages. Empty for collections without one. */
export async function translationsOf(publication: Live, reader: RecordReader): Promise<Live[]> {
  if (!('translationOf' in publication.projection)) return []
  const { languages } = await reader.settings()
  const group = await reader.translations(publication.collection, publication.projection.translationOf ?? publication.document)
  const all = group.some(({ document }) => document === publication.document) ? group : [...group, publication]
  const seen = new Set<string>()
  return [...all]
    .sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language) || (a.document < b.document ? -1 : 1))
    .filter(({ language, document }) => (language !== publication.language || document === publication.document) && !seen.has(language) && seen.add(language))
}
