import { BrokenExport } from '../broken-export'
import type { WxrAuthor, WxrEvent, WxrItem, WxrItemTerm, WxrSite, WxrTerm } from '../wxr/types'
import { instantOf } from './dates'
import { knownLanguage, languageOf } from './language'
import { plainWords } from './titles'

/** What the first reading of a file keeps of a post: enough to know its place among the others, not its text. */
export type PostSummary = {
  id: string
  line: number
  type: string
  title: string
  slug: string
  link: string
  guid: string
  language: string
  creator: string
  terms: WxrItemTerm[]
  /** ISO 8601 instant, or null. */
  date: string | null
  status: string
  hasPassword: boolean
  isEmpty: boolean
}
export type Attachment = { id: string; file: string; url: string; title: string; alt: string; caption: string }

export type SiteIndex = {
  site: WxrSite
  authors: Map<string, WxrAuthor>
  /** By taxonomy and slug, as `termKey` makes it. */
  terms: Map<string, WxrTerm>
  /** Posts and pages, by old id, in the order of the file. */
  posts: Map<string, PostSummary>
  attachments: Map<string, Attachment>
  reusableBlocks: Map<string, string>
  /** Items of other types, such as menus and revisions: how many of each. */
  others: Map<string, number>
}

const REUSABLE_CHARACTERS = 4 * 1024 * 1024

export function termKey(taxonomy: string, slug: string): string {
  return `${taxonomy} ${slug.toLowerCase()}`
}

export function metaOf(item: WxrItem, key: string): string {
  return item.meta.find((meta) => meta.key === key)?.value ?? ''
}

/** The language that a translation plugin noted for an item, or null. */
function notedLanguage(item: WxrItem): string | null {
  const slug = item.terms.find((term) => term.taxonomy === 'language')?.slug
  return slug === undefined ? null : knownLanguage(slug)
}

function summaryOf(item: WxrItem, site: WxrSite): PostSummary {
  return {
    id: item.id,
    line: item.line,
    type: item.type,
    title: plainWords(item.title),
    slug: item.slug,
    link: item.link,
    guid: item.guid,
    language: notedLanguage(item) ?? languageOf(`${item.title} ${item.content}`, site.language),
    creator: item.creator,
    terms: item.terms,
    date: instantOf({ gmt: item.dateGmt, local: item.date, rfc822: item.pubDate })?.toISOString() ?? null,
    status: item.status || 'draft',
    hasPassword: item.hasPassword,
    isEmpty: item.content.trim() === '' && item.title.trim() === '',
  }
}

function attachmentOf(item: WxrItem): Attachment {
  return {
    id: item.id,
    file: metaOf(item, '_wp_attached_file'),
    url: item.attachmentUrl || item.guid,
    title: plainWords(item.title),
    alt: plainWords(metaOf(item, '_wp_attachment_image_alt')),
    caption: plainWords(item.excerpt),
  }
}

/** A copy that holds on to nothing: a short string cut out of a long one keeps the whole long one in memory. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/**
 * Gathers what a whole file tells of its site. Feed it every event; `finish()` gives the index.
 *
 * @throws BrokenExport from `finish()` if the file doesn't say which site it comes from, from `add()` for two posts of one id.
 */
export function createSiteIndex() {
  let site: WxrSite | null = null
  let reusableLength = 0
  const index: Omit<SiteIndex, 'site'> = { authors: new Map(), terms: new Map(), posts: new Map(), attachments: new Map(), reusableBlocks: new Map(), others: new Map() }
  const seen = new Set<string>()

  function addItem(item: WxrItem, of: WxrSite): void {
    if (!/^\d{1,18}$/.test(item.id)) throw new BrokenExport(`An item has no post id that can be read ("${item.id.slice(0, 40)}").`, { line: item.line })
    if (seen.has(item.id)) throw new BrokenExport(`Two items have the post id ${item.id}. An export has each only once.`, { line: item.line })
    seen.add(copied(item.id))
    if (item.type === 'post' || item.type === 'page') index.posts.set(copied(item.id), copied(summaryOf(item, of)))
    else if (item.type === 'attachment') index.attachments.set(copied(item.id), copied(attachmentOf(item)))
    else if (item.type === 'wp_block') {
      reusableLength += item.content.length
      if (reusableLength <= REUSABLE_CHARACTERS) index.reusableBlocks.set(item.id, item.content)
    } else index.others.set(item.type, (index.others.get(item.type) ?? 0) + 1)
  }

  return {
    add(event: WxrEvent): void {
      if (event.type === 'site') site = event.site
      else if (event.type === 'author') index.authors.set(event.author.login, copied(event.author))
      else if (event.type === 'term') index.terms.set(termKey(event.term.taxonomy, event.term.slug), copied(event.term))
      else if (site !== null) addItem(event.item, site)
    },
    finish(): SiteIndex {
      if (site === null || !/^https?:\/\//i.test(site.url) || !URL.canParse(site.url)) {
        throw new BrokenExport('The file does not say which site it comes from: wp:base_blog_url and link are missing or broken.')
      }
      return { site, ...index }
    },
  }
}
