import type { ArticleKind, Platform, SourceKind } from '@/record/projections'
import type { Finding } from '../findings'
import type { Block } from '../html/tree'

/** A person, topic or series to create once; `key` is its import key. */
export type NamedPlan = { key: string; title: string; slug: string; language: string; description?: string }

/** A source to create unless one with this `urlKey` exists. Dates are ISO 8601. */
export type SourcePlan = {
  urlKey: string
  kind: SourceKind
  title: string
  language: string
  url: string
  publisher?: string
  issued?: string
  archivedUrl?: string
  archivedAt?: string
  doi?: string
  platform?: Platform
}

/** An image to bring in; `file` is its path below the media folder. */
export type MediaPlan = { key: string; file: string; alt: string; caption: string; credit: string; licence: string }

export type RepublicationPlan = {
  publisher: string
  title: string
  author: string
  url: string
  publishedOn: string
  licence: string
  permission: string
  /** `urlKey` of its source, or null. */
  source: string | null
}

/** One post or page of the old site as a document here. References are by import key, old post id or `urlKey`. */
export type DocumentPlan = {
  key: string
  /** Post id on the old site, and the line of the file on which it begins. */
  postId: string
  line: number
  collection: 'articles' | 'pages'
  title: string
  slug: string
  language: string
  kind: ArticleKind
  standfirst: string
  blocks: Block[]
  authors: string[]
  topics: string[]
  series: { key: string; part: number } | null
  /** Post id of the original, where this is a translation. */
  translationOf: string | null
  republication: RepublicationPlan | null
  proposedWarnings: string
  /** Import key of the lead image. */
  lead: string | null
  sources: SourcePlan[]
  media: MediaPlan[]
  /** Whether it was readable by everybody on the old site, and since when (ISO 8601 instant); null if it wasn't. */
  publicSince: string | null
  /** Why it wasn't, in words; '' if it was. */
  whyPrivate: string
  isTrashed: boolean
  /** Its paths on the old site, unencoded, without a closing slash. */
  oldAddresses: string[]
  /** Notes for the desk: what an editor should look at. */
  notes: string
  findings: Finding[]
}

/** A post that became no document. */
export type LeftBehind = { postId: string; title: string; line: number; type: string; findings: Finding[] }
