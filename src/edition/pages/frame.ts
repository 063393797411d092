import { siteName } from '@/record/languages'
import type { PublicSiteSettings } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { SourceFacts } from '@/record/source-facts'
import type { Alternate, FeedLink, Page, PageLink } from '@/site/page'
import { stylesheet } from '@/site/stylesheet'
import { wordsFor } from '@/site/words'
import { inLanguage, sectionOf, SECTIONS, type Section } from '../addresses'
import { factsAbout, relatedTo } from '../related'
import type { EditionContext, Place } from './kind'

type Matter = { documents?: ReadonlyMap<string, Live>; facts?: ReadonlyMap<string, SourceFacts>; alternates?: Alternate[]; feeds?: FeedLink[]; jsonLd?: string | null }

/** What every page has round its matter. Without `documents` it knows the warning terms only; without `facts`, those about the sources among the documents. */
export async function frame({ reader, origin }: EditionContext, { path, language }: Pick<Place, 'path' | 'language'>, matter: Matter = {}): Promise<Page> {
  const settings = await reader.settings()
  const documents = matter.documents ?? (await relatedTo([], reader))
  return {
    settings,
    origin,
    language,
    path,
    stylesheet: sheetOf(settings).name,
    alternates: matter.alternates ?? [{ language, path }],
    footerPages: await footerPages({ reader, origin }, settings, language),
    feeds: matter.feeds ?? [siteFeed(settings, language)],
    documents,
    facts: matter.facts ?? (await factsAbout(documents.values(), reader)),
    ...(matter.jsonLd == null ? {} : { jsonLd: matter.jsonLd }),
  }
}

const sheets = new WeakMap<PublicSiteSettings, ReturnType<typeof stylesheet>>()

/** The stylesheet of a site; made once for the same settings object. */
export function sheetOf(settings: PublicSiteSettings): { name: string; css: string } {
  const made = sheets.get(settings) ?? stylesheet(settings)
  sheets.set(settings, made)
  return made
}

async function footerPages({ reader }: EditionContext, settings: PublicSiteSettings, language: string): Promise<PageLink[]> {
  const chosen = await reader.byId('pages', settings.footerPages)
  const links: PageLink[] = []
  for (const id of settings.footerPages) {
    const page = chosen.find((each) => each.document === id)
    const group = page?.language === language ? [page] : await reader.translations('pages', page?.projection.translationOf ?? id)
    const found = group.find((each) => each.language === language)
    // The settings may name a page and its translation: in each language, both are the same page.
    if (found?.path != null && !links.some(({ path }) => path === found.path)) links.push({ title: found.title, path: found.path })
  }
  return links
}

/** A page of the site itself in all its languages. */
export function everyLanguage(settings: PublicSiteSettings, rest: string): Alternate[] {
  return settings.languages.map((language) => ({ language, path: inLanguage(rest, language, settings) }))
}

/** The feed of everything in a language. */
export function siteFeed(settings: PublicSiteSettings, language: string): FeedLink {
  return { title: siteName(settings, language), base: '' }
}

/** The feed of a section. */
export function sectionFeed(settings: PublicSiteSettings, language: string, section: Section): FeedLink {
  const words = wordsFor(language)
  return { title: `${siteName(settings, language)}: ${section === 'articles' ? words.articles : words.posts}`, base: SECTIONS[section].path }
}

/** The feed of what a topic, series, campaign or person gathers. */
export function documentFeed(settings: PublicSiteSettings, publication: Live): FeedLink {
  const prefix = inLanguage('/', publication.language, settings)
  const base = publication.path ?? ''
  return { title: `${siteName(settings, publication.language)}: ${publication.title}`, base: prefix === '/' ? base : base.slice(prefix.length) }
}

/** The feeds to be found from the page of a text, the site's own first. */
export function feedsOfText(settings: PublicSiteSettings, publication: Live): FeedLink[] {
  const section = sectionOf(publication.collection)
  const site = siteFeed(settings, publication.language)
  return section === null ? [site] : [site, sectionFeed(settings, publication.language, section)]
}
