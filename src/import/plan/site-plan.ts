import { LANGUAGES } from '@/publishing/languages'
import { slugify, slugProblem } from '@/publishing/slugs'
import { readAddress, type WebAddress } from '@/sources/web-addresses'
import { importKey } from '../ids'
import { planMedia, type MediaFiles, type MediaLibrary } from './media-plan'
import { languageOf } from './language'
import { termKey, type PostSummary, type SiteIndex } from './site-index'
import { partOf, plainWords, shorten } from './titles'
import type { NamedPlan } from './types'

/** What a whole site becomes, before any text is read: names, addresses, series, images. Pure and repeatable. */
export type SitePlan = {
  index: SiteIndex
  /** Host of the old site, without `www.`. */
  host: string
  people: Map<string, NamedPlan>
  /** By taxonomy and slug, as `termKey` makes it; a category and a tag of one slug are one topic. */
  topics: Map<string, NamedPlan>
  /** By import key. */
  series: Map<string, NamedPlan>
  /** By post id. */
  slugs: Map<string, string>
  parts: Map<string, { key: string; part: number }>
  /** By post id: the post that it translates. */
  translations: Map<string, string>
  media: MediaLibrary
  postAt(address: WebAddress): string | null
}

const TITLE_LENGTH = 300
const UNSORTED = /^(?:uncategori[sz]ed|غير[- ]مصنف|sin[- ]categoria|non[- ]classe|allgemein)$/iu

/** A slug of the old site as it reads: percent-decoded, even where WordPress cut it in the middle of a character. */
export function decodedSlug(slug: string): string {
  let rest = slug
  for (let attempt = 0; attempt < 4; attempt += 1) {
    try {
      return decodeURIComponent(rest).normalize('NFC')
    } catch {
      rest = rest.replace(/%[0-9a-f]{0,2}$/i, '')
    }
  }
  return slug
}

/** Gives out each slug once for every `scope`, numbering those that are taken. */
function createSlugs() {
  const taken = new Set<string>()
  return (scope: string, wanted: readonly string[], isAtRoot = false): string => {
    const languages = LANGUAGES.map(({ value }) => value)
    const fits = (slug: string) => slug !== '' && slugProblem(slug, { isAtRoot, languages }) === null && !taken.has(`${scope} ${slug}`)
    const bases = wanted.map(slugify).filter((slug) => slug !== '')
    for (const base of bases) {
      for (let number = 1; number <= 200; number += 1) {
        const slug = number === 1 ? base : `${base.slice(0, 75)}-${number}`
        if (!fits(slug)) continue
        taken.add(`${scope} ${slug}`)
        return slug
      }
    }
    throw new RangeError(`no slug is left for ${wanted.join(', ')}`)
  }
}

function planPeople(index: SiteIndex): Map<string, NamedPlan> {
  const slugs = createSlugs()
  const people = new Map<string, NamedPlan>()
  for (const { creator } of index.posts.values()) {
    if (creator === '' || people.has(creator)) continue
    const author = index.authors.get(creator)
    const name = plainWords(author?.displayName ?? '') || plainWords(`${author?.firstName ?? ''} ${author?.lastName ?? ''}`) || creator
    const language = languageOf(name, index.site.language)
    const key = importKey(index.site.url, 'author', creator)
    people.set(creator, { key, title: shorten(name, TITLE_LENGTH), slug: slugs(language, [name, `author-${key.slice(0, 8)}`]), language })
  }
  return people
}

function planTopics(index: SiteIndex): Map<string, NamedPlan> {
  const slugs = createSlugs()
  const topics = new Map<string, NamedPlan>()
  const bySlug = new Map<string, NamedPlan>()
  for (const post of index.posts.values()) {
    for (const used of post.terms) {
      if (used.taxonomy !== 'category' && used.taxonomy !== 'post_tag') continue
      const key = termKey(used.taxonomy, used.slug)
      if (topics.has(key)) continue
      const term = index.terms.get(key)
      const name = plainWords(term?.name ?? used.name) || decodedSlug(used.slug)
      const slug = decodedSlug(used.slug)
      if (name === '' || UNSORTED.test(slug) || UNSORTED.test(name)) continue
      const language = languageOf(name, index.site.language)
      const same = bySlug.get(slug.toLowerCase())
      const description = plainWords(term?.description ?? '')
      const topic = same ?? {
        key: importKey(index.site.url, 'term', slug.toLowerCase()),
        title: shorten(name, TITLE_LENGTH),
        slug: slugs(language, [slug, name, `topic-${topics.size + 1}`]),
        language,
        ...(description === '' ? {} : { description: shorten(description, 1_000) }),
      }
      bySlug.set(slug.toLowerCase(), topic)
      topics.set(key, topic)
    }
  }
  return topics
}

function planSeries(index: SiteIndex): Pick<SitePlan, 'series' | 'parts'> {
  const slugs = createSlugs()
  const series = new Map<string, NamedPlan>()
  const parts: SitePlan['parts'] = new Map()
  for (const post of index.posts.values()) {
    const found = post.type === 'post' ? partOf(post.title) : null
    if (found === null) continue
    const key = importKey(index.site.url, 'series', `${post.language} ${found.series.toLowerCase()}`)
    if (!series.has(key)) {
      const title = shorten(found.series, TITLE_LENGTH)
      series.set(key, { key, title, slug: slugs(post.language, [title, `series-${key.slice(0, 8)}`]), language: post.language })
    }
    parts.set(post.id, { key, part: found.part })
  }
  return { series, parts }
}

/** The groups that the plugin Polylang notes: translations of one text carry one term. The oldest is the original. */
function planTranslations(index: SiteIndex): Map<string, string> {
  const groups = new Map<string, PostSummary[]>()
  for (const post of index.posts.values()) {
    const group = post.terms.find((term) => term.taxonomy === 'post_translations')?.slug
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), post])
  }
  const translations = new Map<string, string>()
  for (const posts of groups.values()) {
    const [original, ...others] = [...posts].sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9') || Number(a.id) - Number(b.id))
    for (const other of others) if (original !== undefined && other.type === original.type && other.language !== original.language) translations.set(other.id, original.id)
  }
  return translations
}

function planAddresses(index: SiteIndex): (address: WebAddress) => string | null {
  const byKey = new Map<string, string>()
  const claim = (href: string, id: string) => {
    const address = readAddress(href, index.site.url)
    if (address.kind === 'web' && !byKey.has(address.key)) byKey.set(address.key, id)
  }
  for (const post of index.posts.values()) {
    for (const href of [post.link, post.guid, `${index.site.url}/?p=${post.id}`, `${index.site.url}/?page_id=${post.id}`]) if (href !== '') claim(href, post.id)
  }
  return (address) => byKey.get(address.key) ?? null
}

/** Plans a site from the index of its export and the images at hand. */
export function planSite(index: SiteIndex, files: MediaFiles): SitePlan {
  const slugFor = createSlugs()
  const slugs = new Map<string, string>()
  for (const post of index.posts.values()) {
    const isPage = post.type === 'page'
    slugs.set(post.id, slugFor(`${post.type} ${post.language}`, [decodedSlug(post.slug), post.title, `${isPage ? 'page' : 'post'}-${post.id}`], isPage))
  }
  return {
    index,
    host: new URL(index.site.url).host.toLowerCase().replace(/^www\./, ''),
    people: planPeople(index),
    topics: planTopics(index),
    ...planSeries(index),
    slugs,
    translations: planTranslations(index),
    media: planMedia(index, files),
    postAt: planAddresses(index),
  }
}
