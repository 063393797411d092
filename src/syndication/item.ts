/**
 * What a feed says, before any format: the three serializers write the same `Feed`, so RSS, Atom and JSON Feed can't disagree.
 * All text is plain, all addresses are absolute, all instants come from the record and never from the clock.
 */
import type { Doubt } from '@/record/source-facts'

/** `label`: the warning stands before the body. `gate`: the feed carries the warning and a link, and no body. */
export type Delivery = 'label' | 'gate'

export type FeedWarning = {
  /** One or more sentences in the item's language. */
  text: string
  delivery: Delivery
  terms: { key: string; label: string; iptc: string[] }[]
}

export type FeedCorrection = { at: string; kind: 'correction' | 'retraction'; text: string }
/** `readAt`: where it is read best today, which may be a copy. `state`: how it stands, where readers are told. `doubt`: that it is disputed
 * or retracted, and since which ISO 8601 day that is noted. */
export type FeedSource = { number: string; title: string; url?: string; archivedUrl?: string; readAt?: string; state?: string; doubt?: Doubt }
export type FeedOrigin = { publisher: string; title?: string; author?: string; url?: string; licence?: string }
/** `bytes` in octets, sizes in CSS pixels. */
export type FeedImage = { url: string; type: string; width: number; height: number; bytes: number; alt: string; credit?: string }
export type FeedCategory = { term: string; label: string; scheme: string }

export type SyndicationItem = {
  /** UUID of the document: an item's identity in every format, whatever becomes of its address. */
  document: string
  language: string
  /** The page; null for a withdrawn document, whose address is given to nobody. */
  url: string | null
  title: string
  /** Warning first, then what the text is about. Plain text. */
  summary: string
  warning: FeedWarning | null
  /** HTML of the body profile, or null while the item is gated; footnote links as `url#id`. */
  html: string | null
  /** The same with footnote links as `#id`, for formats that state a base address. */
  htmlWithBase: string | null
  publishedAt: string
  updatedAt: string
  authors: { name: string; url?: string }[]
  categories: FeedCategory[]
  corrections: FeedCorrection[]
  sources: FeedSource[]
  origin: FeedOrigin | null
  translations: { language: string; url: string; title: string }[]
  inReplyTo: { document: string; url: string } | null
  images: FeedImage[]
  licence: string | null
}

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]
/** The last segment of a feed's address, below the page that it follows. */
export const FEED_FILES: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }
export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

export type Feed = {
  title: string
  description: string
  language: string
  /** The page that the feed follows. */
  homeUrl: string
  /** The feed's own address in each format. */
  selfUrls: Record<FeedFormat, string>
  siteName: string
  /** The page that explains the feeds to people. */
  aboutUrl: string
  /** Newest first. */
  items: SyndicationItem[]
}

/** How many of the newest items a feed carries. */
export const FEED_LENGTH = 30
/** How many of those corrected, retracted or withdrawn last it carries besides. */
export const CORRECTED_LENGTH = 10
