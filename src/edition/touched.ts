import { monthOf } from '@/record/dates'
import type { PublicCollection, PublicSiteSettings } from '@/record/projections'
import type { Live, Publication } from '@/record/publication'
import { isLive } from '@/record/publication'
import { monthPath } from '@/record/paths'
import type { RecordReader } from '@/record/reader'
import { referencesOf } from '@/record/references'
import { FEED_COLLECTIONS } from '@/syndication/items'
import { belowAt } from './below'
import { feedsBelow, gathers, hasMonths, inLanguage, isFed, SECTIONS, sectionOf, sitemapPath } from './addresses'
import { translationsOf } from './related'

/** A document before and after: what was last baked, and what is live or withdrawn now. Null for none. */
export type Change = { before: Publication | null; after: Publication | null }
/** `all`: every page shows it. Otherwise the addresses that may have changed, those that readers look at first coming first. */
export type Touched = 'all' | ReadonlySet<string>

const REFERRING = ['articles', 'social-posts', 'exchanges', 'pages', 'campaigns', 'topics', 'series', 'people', 'sources'] as const satisfies readonly PublicCollection[]

/**
 * The addresses whose bytes a change may alter, among them those where a page comes or goes. Asks `reader`, which must
 * already give the state after the change, who refers to the document; what it referred to is in the change itself.
 * It may name an address too many, never one too few: baking an unchanged page writes nothing.
 */
export async function pagesTouchedBy({ before, after }: Change, reader: RecordReader): Promise<Touched> {
  const settings = await reader.settings()
  if (await isEverywhere(before, after, reader)) return 'all'
  const states = [after, before].filter((state) => state !== null)
  const live = states.filter((state): state is Live => !state.isTombstone)
  const first = new Set<string>()
  const later = new Set<string>()
  const add = (paths: Iterable<string | null>, to = first): void => {
    for (const path of paths) if (path !== null) to.add(path)
  }

  add(states.map((state) => state.path))
  // Where it once was, nothing may be left, also of a bake that was broken off.
  add(states.flatMap((state) => state.addresses))
  add(states.flatMap((state) => below(state)))
  for (const state of states) {
    const at = (path: string): string => inLanguage(path, state.language, settings)
    add(await showing(state, reader, settings))
    if (state.isTombstone || state.corrections.length > 0) add([at('/corrections')])
    if (gathers(state)) add([at('/feeds'), ...(state.path === null ? [] : feedsBelow(state.path))], later)
    if (hasMonths(state)) add(await monthsOf(state, reader), later)
    if (isLiveNow(before) !== isLiveNow(after) || before?.language !== after?.language) add(await turnedTo(state, reader, settings), later)
    if (state.collection === 'campaigns') add([at('/')])
  }
  add(['/sitemap.xml'])

  for (const state of live) {
    add(await mentioned(state, reader, settings), later)
    for (const translation of await translationsOf(state, reader)) {
      add([translation.path])
      add(await showing(translation, reader, settings), later)
    }
    add(await neighbours(state, reader), later)
  }
  if (gatheredBy(before) !== gatheredBy(after)) add(settings.languages.map((language) => inLanguage('/feeds', language, settings)), later)
  for await (const referring of referrers(states[0]?.document, reader)) {
    add([referring.path, ...below(referring)], later)
    add(await showing(referring, reader, settings), later)
  }
  return new Set([...first, ...[...later].filter((path) => !first.has(path))])
}

// Settings and vocabulary are on every page, and so are the pages that the footer links to, in all their languages.
async function isEverywhere(before: Publication | null, after: Publication | null, reader: RecordReader): Promise<boolean> {
  const either = after ?? before
  if (either === null) return false
  if (either.collection === 'site-settings' || either.collection === 'content-warnings') return true
  if (either.collection !== 'pages') return false
  const { footerPages } = await reader.settings()
  const chosen = await reader.byId('pages', footerPages)
  const groups = new Set([...footerPages, ...chosen.flatMap((page) => page.projection.translationOf ?? [])])
  const isIn = [before, after].some((state) => state !== null && (groups.has(state.document) || (isLive(state, 'pages') && groups.has(state.projection.translationOf ?? ''))))
  const printed = (state: Publication | null): string => (isLive(state, 'pages') ? `${state.path} ${state.title} ${state.projection.translationOf}` : '')
  return isIn && printed(before) !== printed(after)
}

/** The documents that gather a text, as one word to compare: the list of feeds names only those that have something. */
function gatheredBy(state: Publication | null): string {
  if (state === null || state.isTombstone) return ''
  return referencesOf(state).flatMap((reference) => (gathers(reference) ? reference.document : [])).sort().join(' ')
}

/** The months of what a document gathers, at the address that it has in that state. */
async function monthsOf({ document, path }: Publication, reader: RecordReader): Promise<string[]> {
  if (path === null) return []
  return (await reader.months({ collections: FEED_COLLECTIONS, refersTo: document })).map(({ month }) => monthPath(path, month))
}

function isLiveNow(state: Publication | null): boolean {
  return state !== null && !state.isTombstone
}

/** What else says whether a document is there at all: the months before and after its own, which link past an empty one. */
async function turnedTo(state: Publication, reader: RecordReader, settings: PublicSiteSettings): Promise<string[]> {
  const section = sectionOf(state.collection)
  if (section === null) return []
  const { path, collections } = SECTIONS[section]
  const own = monthOf(state.publishedAt, settings.timeZone)
  const months = (await reader.months({ collections, language: state.language })).map(({ month }) => month)
  const neighbours = [months.filter((month) => month < own).at(0), months.filter((month) => month > own).at(-1)]
  return [...neighbours.flatMap((month) => (month === undefined ? [] : monthPath(path, month))), '/feeds'].map((each) => inLanguage(each, state.language, settings))
}

/** The listings and feeds in which a document stands, and the sitemap of its month. */
async function showing(state: Publication, reader: RecordReader, settings: PublicSiteSettings): Promise<Set<string>> {
  const month = monthOf(state.publishedAt, settings.timeZone)
  const at = (path: string): string => inLanguage(path, state.language, settings)
  const paths = new Set<string>()
  const section = sectionOf(state.collection)
  if (section !== null) {
    const { path } = SECTIONS[section]
    for (const each of [at('/'), at(path), ...feedsBelow(at('/')), ...feedsBelow(at(path)), at(monthPath(path, month))]) paths.add(each)
  }
  if (state.collection === 'sources') for (const language of settings.languages) paths.add(inLanguage('/sources', language, settings))
  if (!state.isTombstone && isFed(state.collection)) {
    for (const gathering of await referred(state, reader)) {
      if (!gathers(gathering) || gathering.path === null) continue
      // Where it was before as well: its own change may be baked after this one.
      for (const path of [gathering.path, ...gathering.addresses]) {
        for (const each of [path, ...feedsBelow(path), ...(hasMonths(gathering) ? [monthPath(path, month)] : [])]) paths.add(each)
      }
    }
  }
  paths.add(sitemapPath(month))
  return paths
}

/** The pages of their own that lie below a document, wherever it is or was. */
function below(state: Publication): string[] {
  return [...new Set([...(state.path === null ? [] : [state.path]), ...state.addresses])].flatMap((path) => belowAt(path, state))
}

/** The live documents that a document refers to. */
async function referred(state: Live, reader: RecordReader): Promise<Live[]> {
  const wanted = new Map<PublicCollection, string[]>()
  for (const { collection, document } of referencesOf(state)) wanted.set(collection, [...(wanted.get(collection) ?? []), document])
  const found: Live[] = []
  for (const [collection, documents] of wanted) found.push(...(await reader.byId(collection, documents)))
  return found
}

/** The pages of what a document refers to, which say who refers to them, and the register of sources. */
async function mentioned(state: Live, reader: RecordReader, settings: PublicSiteSettings): Promise<Set<string>> {
  const paths = new Set<string>()
  for (const target of await referred(state, reader)) {
    if (target.path !== null) paths.add(target.path)
    if (target.collection === 'sources') for (const language of settings.languages) paths.add(inLanguage('/sources', language, settings))
  }
  return paths
}

/** The other parts of a document's series: each page links to the others. */
async function neighbours(state: Live, reader: RecordReader): Promise<string[]> {
  if (!isLive(state, 'articles') || state.projection.series === undefined) return []
  const parts = await reader.list({ collections: ['articles'], refersTo: state.projection.series.id })
  return parts.flatMap((part) => part.path ?? [])
}

/**
 * Every live document whose page shows something of `document`. A post that does is shown by others in turn, with its
 * notes, so those count as well. Fetched month by month: a writer of many years is referred to by thousands.
 */
async function* referrers(document: string | undefined, reader: RecordReader): AsyncGenerator<Live> {
  if (document === undefined) return
  const seen = new Set([document])
  const queue = [document]
  for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
    const listing = { collections: REFERRING, refersTo: target }
    for (const { month } of await reader.months(listing)) {
      for (const referring of await reader.list({ ...listing, month })) {
        if (seen.has(referring.document)) continue
        seen.add(referring.document)
        if (referring.collection === 'social-posts') queue.push(referring.document)
        yield referring
      }
    }
  }
}
