/** The shapes in which the demo's documents are written. Everything is named by key; ids come with loading. */
import type { Depiction, Intensity } from '@/record/body'
import type { ArticleKind, Platform, SourceKind } from '@/record/projections'
import type { Block, PlacedWarning } from './text'

/** The demo's accounts, by the part of their address before "@demo.example". */
export type AccountKey = 'admin' | 'publisher' | 'editor' | 'contributor' | 'sources' | 'care' | 'legal' | 'copy'
export type CheckKey = 'sources' | 'care' | 'copy' | 'legal'

/** How far a document has come. Instants are ISO 8601 in UTC. */
export type Course =
  /** Published at `at`, and what happened to it since, in order. */
  | { state: 'live'; at: string; namesPeople?: boolean; since?: Since[] }
  /** Public elsewhere since `at`, before there was a desk; `addresses`: the paths it had there. */
  | { state: 'adopted'; at: string; addresses: string[] }
  | { state: 'draft' }
  /** In review, with these sign-offs given; the text is then changed by `edited`, which voids those it touches. */
  | { state: 'in-review'; namesPeople?: boolean; signed: CheckKey[]; note?: string; edited?: Changes }
  | { state: 'changes-requested'; namesPeople?: boolean; signed: CheckKey[]; by: CheckKey | 'publisher'; comment: string }
  | { state: 'approved'; namesPeople?: boolean }

/** What a later revision of a text changes. */
export type Changes = { title?: string; standfirst?: string; body?: Block[]; text?: string }

export type Since =
  | { step: 'correction' | 'retraction'; at: string; publicNote: string; changes: Changes; namesPeople?: boolean }
  | { step: 'minor'; at: string; changes: Changes; namesPeople?: boolean }
  | { step: 'withdrawal'; at: string; reason: string; publicNote: string }
  /** A next revision that stands in review while this one stays public. */
  | { step: 'next revision'; signed: CheckKey[]; changes: Changes; namesPeople?: boolean; note?: string }

type Warned = { term: string; depiction: Depiction; intensity: Intensity; note?: string }
/** `warnings`: the document's own; an empty list says that it was assessed and nothing found; absent, nobody has looked. */
type Assessed = { warnings?: Warned[] }
type Addressed = { key: string; slug: string; title: string; language?: 'en' | 'ar'; translationOf?: string }
type Belonging = { topics?: string[]; campaigns?: string[] }
type Written = { by?: AccountKey; course: Course; notes?: string }
export type PlacedImage = { image: string; warning?: PlacedWarning }

export type DemoArticle = Addressed & Assessed & Belonging & Written & {
  kind: ArticleKind
  standfirst: string
  body: Block[]
  shortVersion?: string
  lead?: PlacedImage
  authors?: string[]
  series?: { key: string; part: number }
  republication?: { publisher: string; title?: string; author?: string; url?: string; publishedOn?: string; licence?: string; permission?: string; source?: string }
}

export type DemoPost = Addressed & Assessed & Belonging & Written & {
  voice: 'ours' | 'theirs'
  platform: Platform
  account: { name: string; handle?: string; url?: string }
  permalink?: string
  postedAt: string
  text: string
  context?: Block[]
  footnotes?: { label: string; text: string; url?: string; source?: string }[]
  attachments?: PlacedImage[]
  replyTo?: string
}

export type DemoExchange = Addressed & Assessed & Belonging & Written & { standfirst: string; posts: { post: string; comment?: string }[] }
export type DemoPage = Addressed & Assessed & Written & { standfirst?: string; body: Block[] }
export type DemoCampaign = Addressed & Written & {
  standfirst: string
  body: Block[]
  lead?: PlacedImage
  aims: string[]
  keyDates: { on: string; label: string; url?: string }[]
  callsToAction: { label: string; url: string; note?: string }[]
  isActive?: boolean
}
export type DemoTopic = Addressed & { description: string }
export type DemoSeries = Addressed & { description: string }
/** `title` is the name as it is printed. */
export type DemoPerson = Addressed & { role: string; bio: string }

export type DemoSource = {
  key: string
  kind: SourceKind
  title: string
  by?: AccountKey
  creators?: { name: string; nameLatin?: string; familyName?: string; handle?: string }[]
  container?: string
  publisher?: string
  place?: string
  volume?: string
  issue?: string
  pages?: string
  edition?: string
  number?: string
  issued?: string
  accessed?: string
  isbn?: string
  postId?: string
  capturePolicy?: 'archivePublicly' | 'localOnly' | 'neverFetch'
  titleLanguage?: 'ar' | 'fr'
  titleTranslated?: string
  url?: string
  archivedUrl?: string
  archivedAt?: string
  doi?: string
  platform?: Platform
  note?: string
  /** Readers learn the label alone; title and the rest stay on the desk. */
  privateAs?: string
  notes?: string
}

export type DemoTerm = { key: string; en: string; ar: string; defined: { en: string; ar: string }; iptc: string[] }
export type DemoImage = { key: string; alt: string; caption?: string; credit?: string; notes?: string; width: number; height: number; svg: () => string }
