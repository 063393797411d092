/** The ways to read a source, in the order in which they are offered: one rule for pages, feeds and structured data. */
import type { PublicSource } from './projections'
import { hasLostOriginal, prefersArchive, type ArchivedCopy, type Doubt, type KeptCopy, type LinkState, type SourceFacts } from './source-facts'

/** `isLinked` is false where we would lead readers to somebody else or to harm: the address may then be named nowhere they could follow it. */
export type OriginalWay = { kind: 'original'; url: string; isLinked: boolean }
export type ArchivedWay = { kind: 'archived'; url: string; at?: string }
export type CopyWay = { kind: 'copy'; copy: KeptCopy }
export type Way = OriginalWay | ArchivedWay | CopyWay

/** In these states nobody is sent to the original. */
const UNLINKED: readonly LinkState[] = ['usurped', 'unfit']

/** The address of the original: its own, else that of its DOI; undefined where none is public. */
export function originalOf(source: Pick<PublicSource, 'url' | 'doi' | 'visibility'>): string | undefined {
  if (source.visibility === 'private') return undefined
  return source.url ?? (source.doi === undefined ? undefined : `https://doi.org/${source.doi}`)
}

/** Every copy of a source in a public archive, each once: the one that an editor chose, then those that were found or made. */
export function archivesOf(source: PublicSource, facts: SourceFacts | undefined): Pick<ArchivedCopy, 'url' | 'at'>[] {
  if (source.visibility === 'private') return []
  const chosen = source.archivedUrl === undefined ? [] : [{ url: source.archivedUrl, ...(source.archivedAt === undefined ? {} : { at: source.archivedAt }) }]
  const seen = new Set<string>()
  return [...chosen, ...(facts?.archives ?? [])].filter(({ url }) => !seen.has(url) && seen.add(url))
}

/** Whether a source is disputed or retracted, as readers may know it: of a private one they are told nothing but its label. */
export function doubtOf(source: Pick<PublicSource, 'visibility'>, facts: Pick<SourceFacts, 'doubt'> | undefined): Doubt | undefined {
  return source.visibility === 'private' ? undefined : facts?.doubt
}

/** Whether readers may be led to the original at all. */
export function mayLead(facts: Pick<SourceFacts, 'state'> | undefined): boolean {
  return facts === undefined || !UNLINKED.includes(facts.state)
}

/**
 * Where the words of a quote can be read: the first way, if the words are still there. The original of which they are gone is no such
 * way, though it may be the only one left.
 */
export function wayToQuote(source: PublicSource, facts: SourceFacts | undefined): Way | undefined {
  const [first] = waysToRead(source, facts)
  return first?.kind === 'original' && (!first.isLinked || hasLostOriginal(facts)) ? undefined : first
}

/** The unencoded path of the page with the words of our copy, below the page of its source. */
export function copyPath(sourcePath: string): string {
  return `${sourcePath}/copy`
}

/** The original, its first archived copy and ours, as far as there are any: copies first where the original can't be relied on. */
export function waysToRead(source: PublicSource, facts: SourceFacts | undefined): Way[] {
  if (source.visibility === 'private') return []
  const url = originalOf(source)
  const original: Way[] = url === undefined ? [] : [{ kind: 'original', url, isLinked: mayLead(facts) }]
  const [archive] = archivesOf(source, facts)
  const archived: Way[] = archive === undefined ? [] : [{ kind: 'archived', url: archive.url, ...(archive.at === undefined ? {} : { at: archive.at }) }]
  const kept: Way[] = facts?.copy?.text === undefined ? [] : [{ kind: 'copy', copy: facts.copy }]
  return prefersArchive(facts) ? [...archived, ...kept, ...original] : [...original, ...archived, ...kept]
}
