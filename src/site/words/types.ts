import type { LOCATOR_LABELS } from '@/record/body'
import type { LinkState } from '@/record/source-facts'
import type { Platform, SourceKind } from '@/record/projections'

/** Counts arrive as numbers, to choose the form by, and as text, in the digits of the page. */
export type Counted = (count: number, printed: string) => string

/**
 * The interface's words in one language. A whole sentence is one entry: `{name}` marks where a name, a date or a link goes,
 * and functions take what inflects their sentence. A language lacks an entry only by failing to compile.
 */
export type Words = {
  /** Joins an enumeration: "a, b and c". */
  list: (items: readonly string[]) => string
  comma: string
  quoted: (text: string) => string
  pageTitle: (title: string, site: string) => string

  skipToContent: string
  mainMenu: string
  siteMenu: string
  home: string
  articles: string
  posts: string
  sources: string
  corrections: string
  warnings: string
  feeds: string
  languages: string
  search: string
  searchSite: string
  searchButton: string
  contact: string
  licenceLine: string

  by: string
  updated: string
  kinds: { republication: string; statement: string; translation: string }
  translatedFrom: string
  readIn: (language: string) => string
  topics: string
  campaigns: string
  partOf: string
  numberedPartOf: string
  part: (printed: string) => string
  seriesParts: string
  thisPart: string

  republishedFrom: string
  republishedFromDated: string
  republicationAuthor: string
  republicationTitle: string
  republicationPermission: string
  republicationLicence: string

  noteMark: (label: string, name: string) => string
  backToMark: (label: string, letter: string) => string
  backToOnlyMark: (label: string) => string
  /** The button beside a mark that shows its note there. */
  lookAtNote: (label: string) => string
  statementNotes: string
  original: string
  takeAlong: string
  noSource: string
  withheld: string
  translatedQuote: string
  locators: Record<(typeof LOCATOR_LABELS)[number], (value: string) => string>
  inContainer: Record<'volume' | 'issue' | 'pages', (value: string) => string>
  statementBy: string

  warningNotice: string
  where: string
  passageAt: (printed: string) => string
  imageAt: (printed: string) => string
  shortVersion: string
  readOn: string
  notAssessed: string
  assessedNone: string
  skipPassage: Counted
  passageLength: Counted
  afterPassage: string
  coveredImage: string
  showImage: string
  unnamedWarning: string
  aboutWarnings: string

  imageCredit: string
  scrollableTable: (printed: string) => string

  correction: string
  retraction: string
  retractedNotice: string
  /** Before a headline in listings. */
  retractedMark: string
  retractedTitle: (title: string) => string
  retractedOn: string
  correctedOn: string
  correctionsOfThis: string
  withdrawnLabel: string
  correctionsIntro: string
  noCorrections: string

  postOn: (platform: string) => string
  platforms: Record<Platform, string>
  ourVoice: string
  theirVoice: string
  replyTo: string
  replyToMissing: string
  originalPost: string
  attachments: string
  postNotes: string
  aboutThisPost: string
  replies: string
  inExchanges: string
  missingPost: string
  exchange: string
  voices: string
  voicePosts: Counted
  editorsNote: string

  latestArticles: string
  latestPosts: string
  allArticles: string
  allPosts: string
  postsTitle: string
  olderByMonth: string
  monthEntries: Counted
  articlesOf: (month: string) => string
  postsOf: (month: string) => string
  earlierMonth: (month: string) => string
  laterMonth: (month: string) => string
  nothingYet: string

  aims: string
  keyDates: string
  callsToAction: string
  published: string
  campaignEnded: string
  campaign: string
  topic: string
  series: string
  author: string
  latestOf: (shown: string, total: string) => string

  sourcesIntro: string
  sourcesShown: (shown: string, total: string) => string
  source: string
  sourceKinds: Record<SourceKind, string>
  citedIn: Counted
  citedInHeading: string
  notCited: string
  sourceCreators: string
  sourceContainer: string
  sourcePublisher: string
  sourceDate: string
  sourceKind: string
  sourceTranslatedTitle: string
  sourceNote: string
  sourceLinks: string
  sourceIdentifiers: string
  privateSource: string
  /** The mark of a note in the text that cites: "note 3". */
  noteInText: (label: string) => string
  sourceStands: string
  stateSince: Record<LinkState, string>
  sourceCopies: string
  copyKept: string
  copyHash: string
  copyWords: string
  copyWacz: (size: string) => string
  copyKicker: string
  copyIntro: string
  copyGoesOn: string
  relatedSources: string
  relations: Record<'reposts' | 'translates' | 'quotes' | 'repliesTo' | 'updates' | 'derivedFrom', string>

  warningsIntro: string
  warningsNoTerms: string
  warningsHowHeading: string
  warningsHow: string[]

  feedsIntro: string[]
  feedsWhich: string
  feedsWarnings: string
  feedTitle: string
  feedAddresses: string

  searchTitle: (query: string) => string
  searchResults: Counted
  searchMany: (count: string) => string
  searchNone: string
  searchHelp: string
  searchNext: string
  searchPrevious: string
  searchPages: string

  notFoundTitle: string
  notFoundText: string
  goneTitle: string
  goneText: string
  goneNote: string
}
