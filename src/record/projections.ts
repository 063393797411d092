/** The public projection of each kind of document: exactly what readers would get, named field by field. */
import type { Block, Citation, Image, Warning } from './body'

export const WARNING_REVIEWS = ['notAssessed', 'assessedNone', 'assessed'] as const
export type WarningReview = (typeof WARNING_REVIEWS)[number]
export const ARTICLE_KINDS = ['original', 'republication', 'statement', 'translation'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]
export const PLATFORMS = ['x', 'facebook', 'instagram', 'mastodon', 'bluesky', 'telegram', 'tiktok', 'youtube', 'linkedin', 'other'] as const
export type Platform = (typeof PLATFORMS)[number]
export const SOURCE_KINDS = [
  'article', 'socialPost', 'statement', 'report', 'legal', 'book', 'paper', 'video', 'audio', 'image', 'dataset', 'interview', 'testimony', 'letter', 'webpage', 'privateDocument',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
/** What somebody was to a work; the author where nothing is said. Each is a name variable of CSL 1.0.2. */
export const CREATOR_ROLES = ['author', 'editor', 'translator', 'interviewer', 'director', 'contributor'] as const
export type CreatorRole = (typeof CREATOR_ROLES)[number]
/** How a work stands to another one that it came from or speaks of. */
export const RELATION_TYPES = ['reposts', 'translates', 'quotes', 'repliesTo', 'updates', 'derivedFrom'] as const
export type RelationType = (typeof RELATION_TYPES)[number]

/** What every projection has. `language` is a BCP 47 tag; `slug` is NFC and unique in its collection and language. */
type Common = { language: string; slug: string; title: string }

/** Where someone else's text was first published. `publishedOn` is a full or partial ISO 8601 date ("2013-03"). */
export type Republication = { publisher: string; title?: string; author?: string; url?: string; publishedOn?: string; licence?: string; permission?: string; source: string | null }

export type PublicArticle = Common & {
  kind: ArticleKind
  standfirst: string
  /** An editor-written summary that is safe to read, offered beside the warnings. */
  shortVersion?: string
  body: Block[]
  citations: Citation[]
  warnings: Warning[]
  warningReview: WarningReview
  leadImage?: { image: Image; warnings: Warning[] }
  authors: string[]
  topics: string[]
  campaigns: string[]
  series?: { id: string; part?: number }
  translationOf: string | null
  republication?: Republication
}

/** `text` is the post as it was posted; paragraphs are separated by a blank line, lines by a line feed. */
export type PublicSocialPost = Common & {
  voice: 'ours' | 'theirs'
  platform: Platform
  account: { name: string; handle?: string; url?: string }
  permalink?: string
  /** ISO 8601 instant or partial date, as far as it is known. */
  postedAt?: string
  text: string
  /** Our words about the post, if any. */
  context: Block[]
  citations: Citation[]
  /** The post's own footnotes, with the numbers it carried. */
  footnotes: { label: string; text: string; url?: string; source: string | null }[]
  attachments: { image: Image; warnings: Warning[] }[]
  replyTo: string | null
  warnings: Warning[]
  warningReview: WarningReview
  topics: string[]
  campaigns: string[]
  translationOf: string | null
}

/** An exchange orders posts of several voices; `posts` are ids of `social-posts` in reading order. */
export type PublicExchange = Common & {
  standfirst: string
  posts: { post: string; comment?: string }[]
  warnings: Warning[]
  warningReview: WarningReview
  topics: string[]
  campaigns: string[]
  translationOf: string | null
}

export type PublicPage = Common & { standfirst?: string; body: Block[]; citations: Citation[]; warnings: Warning[]; warningReview: WarningReview; translationOf: string | null }
export type PublicTopic = Common & { description?: string; translationOf: string | null }
export type PublicSeries = Common & { description?: string; translationOf: string | null }
/** `title` is the person's name as it is printed. */
export type PublicPerson = Common & { role?: string; bio?: string; translationOf: string | null }
export type PublicCampaign = Common & {
  standfirst: string
  body: Block[]
  citations: Citation[]
  aims: string[]
  /** `on` is a full or partial ISO 8601 date. */
  keyDates: { on: string; label: string; url?: string }[]
  callsToAction: { label: string; url: string; note?: string }[]
  leadImage?: { image: Image; warnings: Warning[] }
  isActive: boolean
  translationOf: string | null
}

/** A private source has `visibility: 'private'`, its public label as `title`, and none of the optional fields. */
export type PublicSource = Common & {
  kind: SourceKind
  visibility: 'public' | 'private'
  /**
   * `name` as it is written in the work's own script; `familyName` is the part of it under which it is listed, where somebody said so.
   * `role` is left out for authors. `handle` is an account's, with its @ where it has one.
   */
  creators: { name: string; nameLatin?: string; familyName?: string; role?: Exclude<CreatorRole, 'author'>; handle?: string }[]
  container?: string
  publisher?: string
  place?: string
  volume?: string
  issue?: string
  pages?: string
  edition?: string
  /** Of a report, a bill, a case, a gazette. */
  number?: string
  /** EDTF level 0 or 1: "2013", "2013-03-12", "2013~", "2013/2015", "201X". */
  issued?: string
  /** EDTF: when somebody last read it at its address. */
  accessed?: string
  titleTranslated?: string
  titleLanguage?: string
  /** BCP 47 tags of the languages that the work is in beside `titleLanguage`. */
  otherLanguages?: string[]
  url?: string
  archivedUrl?: string
  archivedAt?: string
  /** Without its resolver, in lower case: "10.5555/jls.2025.0417". */
  doi?: string
  /** 13 digits. */
  isbn?: string
  /** "1234-567X". */
  issn?: string
  /** Of Wikidata: "Q42". */
  qid?: string
  platform?: Platform
  /** What the platform calls the post. */
  postId?: string
  /** What CSL has a variable for and this has no field: `type` where it is more exact than the kind, `genre`, `collection-title`. */
  csl?: Record<string, string>
  /** Other public sources, by id. */
  relations?: { type: RelationType; source: string }[]
  note?: string
}

/** A term of the warning vocabulary; labels by language. `iptc`: codes of the IPTC content-warning NewsCodes. */
export type PublicWarningTerm = { key: string; labels: Record<string, string>; definitions: Record<string, string>; iptc: string[] }

export type PublicSiteSettings = {
  name: Record<string, string>
  tagline: Record<string, string>
  /** The first is the default, served at `/`; each other below its tag. */
  languages: string[]
  /** A CSS colour in hexadecimal, with enough contrast on the paper colours. */
  accent: { light: string; dark: string }
  /** Which month names and digits Arabic dates use. */
  arabicMonths: 'ar-SY' | 'ar-EG' | 'ar-MA'
  arabicDigits: 'arab' | 'latn'
  contactEmail?: string
  /** Page ids linked in the footer. */
  footerPages: string[]
  /** Zone in which dates are printed. */
  timeZone: string
  licence?: string
}

/** What is published for a document that was withdrawn. */
export type Tombstone = { withdrawn: true; title: string; language: string; slug: string; publicNote: string }

export type Projections = {
  articles: PublicArticle
  'social-posts': PublicSocialPost
  exchanges: PublicExchange
  pages: PublicPage
  topics: PublicTopic
  series: PublicSeries
  people: PublicPerson
  campaigns: PublicCampaign
  sources: PublicSource
  'content-warnings': PublicWarningTerm
  'site-settings': PublicSiteSettings
}
export type PublicCollection = keyof Projections
export type AnyProjection = Projections[PublicCollection]
