import type { Live } from '@/record/publication'
import type { PublicCollection, PublicSiteSettings } from '@/record/projections'
import type { SourceFacts } from '@/record/source-facts'
import { isLive } from '@/record/publication'
import { languagePrefix } from '@/record/paths'

/** A page's version in one language; `path` is unencoded. */
export type Alternate = { language: string; path: string }
/** `path` is unencoded. */
export type PageLink = { title: string; path: string }
/** `base`: the unencoded path, without the language's prefix, below which `feed.xml`, `atom.xml` and `feed.json` lie: '' for the site's own, '/articles', '/topics/…'. */
export type FeedLink = { title: string; base: string }

/** What every page needs besides its own matter. */
export type Page = {
  settings: PublicSiteSettings
  /** Scheme, host and port of the public site, without a slash at the end. */
  origin: string
  /** BCP 47 tag of the page. */
  language: string
  /** The page's own path, unencoded. */
  path: string
  /** File name from `stylesheet()`, served below `/assets/`. */
  stylesheet: string
  /** The page in every language in which it exists, itself included. */
  alternates: Alternate[]
  /** The settings' footer pages, as far as they are live in this language. */
  footerPages: PageLink[]
  /** Feeds to be found from this page, the nearest first. */
  feeds: FeedLink[]
  /**
   * Every live document that the page may name or show, by document id: all warning terms, and what `documentsNeeded` lists.
   * What is missing here is shown as plain text or not at all.
   */
  documents: ReadonlyMap<string, Live>
  /** How the sources among them stand, by id; those of which nothing is known, and private ones, are missing. */
  facts: ReadonlyMap<string, SourceFacts>
  /** Structured data: one JSON document. */
  jsonLd?: string
}

/** The live document of `collection` with that id, if the page has it. */
export function lookUp<C extends PublicCollection>(page: Page, collection: C, document: string | null | undefined): Live<C> | null {
  const found = document == null ? null : page.documents.get(document)
  return isLive(found, collection) ? (found as Live<C>) : null
}

/** A path of this site in the page's language: `sitePath(page, '/articles')` is `/ar/articles` on an Arabic page. */
export function sitePath(page: Page, path: string): string {
  const prefix = languagePrefix(page.language, page.settings.languages[0] ?? page.language)
  return path === '/' ? prefix || '/' : prefix + path
}
