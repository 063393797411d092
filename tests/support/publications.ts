/** Publications for tests: plausible defaults, everything can be overridden. */
import { contentHash } from '@/record/content-hash'
import { pathOf } from '@/record/paths'
import type { Projections, PublicCollection, PublicSiteSettings } from '@/record/projections'
import type { Live, Publication, Withdrawn } from '@/record/publication'

export const SETTINGS: PublicSiteSettings = {
  name: { en: 'The Harbour Sheet', ar: 'صحيفة الميناء' },
  tagline: { en: 'News of an invented harbour', ar: 'أخبار ميناء متخيّل' },
  languages: ['en', 'ar'],
  accent: { light: '#a4161a', dark: '#ff8a80' },
  arabicMonths: 'ar-SY',
  arabicDigits: 'arab',
  footerPages: [],
  timeZone: 'Europe/London',
  licence: 'CC BY 4.0',
}

/** A UUID made of a number, the same for the same number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

const DEFAULTS: { [C in PublicCollection]: Projections[C] } = {
  articles: {
    language: 'en', slug: 'a', title: 'A', kind: 'original', standfirst: 'What it is about.', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'A paragraph.' }] }],
    citations: [], warnings: [], warningReview: 'assessedNone', authors: [], topics: [], campaigns: [], translationOf: null,
  },
  'social-posts': {
    language: 'en', slug: 'p', title: 'P', voice: 'theirs', platform: 'mastodon', account: { name: 'Quay Watch', handle: '@quay@example.social' }, permalink: 'https://example.social/@quay/1',
    postedAt: '2026-10-01T09:00:00Z', text: 'The first line.\n\nThe second.', context: [], citations: [], footnotes: [], attachments: [], replyTo: null,
    warnings: [], warningReview: 'assessedNone', topics: [], campaigns: [], translationOf: null,
  },
  exchanges: { language: 'en', slug: 'e', title: 'E', standfirst: 'Two voices.', posts: [], warnings: [], warningReview: 'assessedNone', topics: [], campaigns: [], translationOf: null },
  pages: { language: 'en', slug: 'about', title: 'About', body: [], citations: [], warnings: [], warningReview: 'assessedNone', translationOf: null },
  topics: { language: 'en', slug: 't', title: 'T', translationOf: null },
  series: { language: 'en', slug: 's', title: 'S', translationOf: null },
  people: { language: 'en', slug: 'someone', title: 'Someone', translationOf: null },
  campaigns: { language: 'en', slug: 'c', title: 'C', standfirst: 'Why.', body: [], citations: [], aims: [], keyDates: [], callsToAction: [], isActive: true, translationOf: null },
  sources: { language: 'en', slug: 'src', title: 'A report', kind: 'report', visibility: 'public', creators: [], url: 'https://example.org/report', archivedUrl: 'https://web.archive.example/report' },
  'content-warnings': { key: 'torture', labels: { en: 'Torture or ill-treatment', ar: 'تعذيب أو سوء معاملة' }, definitions: { en: 'x', ar: 'س' }, iptc: ['suffering'] },
  'site-settings': SETTINGS,
}

type RowChanges = Partial<Omit<Publication, 'collection' | 'projection' | 'isTombstone'>>

/** A live publication; `number` makes its ids. Slug, path, title and language follow from the projection. */
export function live<C extends PublicCollection>(collection: C, number: number, projection: Partial<Projections[C]> = {}, row: RowChanges = {}): Live<C> {
  const full = { ...DEFAULTS[collection], ...projection } as Projections[C]
  const common = { language: 'en', slug: 'none', title: 'none', ...(full as object) }
  const path = pathOf({ collection, language: common.language, slug: common.slug }, 'en')
  return {
    id: uuid(number + 1_000_000), document: uuid(number), collection, isTombstone: false, language: common.language, slug: common.slug, path, title: common.title,
    publishedAt: '2026-11-01T10:00:00.000Z', updatedAt: '2026-11-01T10:00:00.000Z', wentLiveAt: '2026-11-01T10:00:00.000Z',
    contentHash: row.contentHash ?? contentHash(full), corrections: [], addresses: path === null ? [] : [path], isAdopted: false, projection: full, ...row,
  } as unknown as Live<C>
}

/** The tombstone that takes a live publication's place. */
export function withdrawn(publication: Live, at: string, publicNote = 'Withdrawn at the request of a person named in it.'): Withdrawn {
  const { language, slug, title } = publication
  const projection = { withdrawn: true, title, language, slug, publicNote } as const
  return { ...publication, id: `${publication.id.slice(0, -6)}ffffff`, wentLiveAt: at, updatedAt: at, contentHash: contentHash(projection), isTombstone: true, projection }
}
