import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '@/record/body'
import type { ArticleKind, Projections, PublicCollection } from '@/record/projections'
import type { Live, Publication } from '@/record/publication'
import { allUnits } from '@/edition/all-pages'
import { bakeChanges, bakePages, type PageSink } from '@/edition/bake-changes'
import { memoryReader, type MemoryReader } from '../../support/memory-reader'
import { live, SETTINGS, uuid, withdrawn } from '../../support/publications'

const ORIGIN = 'https://sheet.example'

function memorySink(): PageSink & { pages: Map<string, string>; media: Map<string, Set<string>> } {
  const pages = new Map<string, string>()
  const media = new Map<string, Set<string>>()
  return {
    pages,
    media,
    async put(path, body) {
      const isSame = pages.get(path) === String(body)
      pages.set(path, String(body))
      return isSame ? 'unchanged' : 'written'
    },
    remove: async (path) => pages.delete(path),
    below: async (path) => [...pages.keys()].filter((each) => each.startsWith(`${path}/`)),
    async putMedia(file, document) {
      media.set(file, (media.get(file) ?? new Set()).add(document))
      return true
    },
    async dropMedia(file, document) {
      const owners = media.get(file)
      owners?.delete(document)
      if (owners?.size === 0) media.delete(file)
    },
  }
}

async function bakedWhole(reader: MemoryReader) {
  const sink = memorySink()
  const context = { reader, origin: ORIGIN }
  for (const unit of await allUnits(context)) {
    const { paths, media } = await unit.load(context.reader)
    const baked = await bakePages(context, paths, sink, 'quick')
    if (baked.failed.length > 0) throw baked.failed[0]?.error
    for (const { file, document } of media) await sink.putMedia(file, document)
  }
  return sink
}

// A small world in which everything may refer to everything, so that references meet often.
const MONTHS = ['2026-09-30T23:30:00.000Z', '2026-10-05T09:00:00.000Z', '2026-11-01T10:00:00.000Z', '2026-11-03T10:00:00.000Z']
const IDS = { people: [10, 11], topics: [20, 21], series: [30], campaigns: [40], sources: [50, 51], pages: [60, 61], 'social-posts': [70, 71, 72], exchanges: [80], articles: [90, 91, 92, 93], 'content-warnings': [95], 'site-settings': [99] } as const
const some = (ids: readonly number[]): fc.Arbitrary<string[]> => fc.subarray([...ids]).map((found) => found.map(uuid))
const maybe = (ids: readonly number[]): fc.Arbitrary<string | null> => fc.option(fc.constantFrom(...ids.map(uuid)))
const language = fc.constantFrom('en', 'ar')
const title = fc.constantFrom('Tide', 'Ebb & flow', 'Quay <one>', 'رصيف', 'Harbour')
const warnings = fc.subarray([{ term: uuid(95), depiction: 'described', intensity: 'detailed' }, { term: uuid(95), depiction: 'shown', intensity: 'graphic' }] as const).map((found) => [...found])
const picture = fc.constantFrom('a', 'b').map((name) => ({ id: name, alt: name, width: 8, height: 8, variants: [{ width: 8, height: 8, file: `${name}.webp`, type: 'image/webp' as const, bytes: 5 }] }))
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: fc.array(fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: title }),
    fc.record({ type: fc.constant('citation' as const), key: fc.constantFrom('k1', 'k2') }),
    fc.record({ type: fc.constant('reference' as const), collection: fc.constant('articles'), document: fc.constantFrom(...IDS.articles.map(uuid)), children: fc.constant<Inline[]>([{ type: 'text', text: 'see' }]) }),
  ), { maxLength: 3 }) }),
  fc.record({ type: fc.constant('post' as const), post: fc.constantFrom(...IDS['social-posts'].map(uuid)) }),
  fc.record({ type: fc.constant('image' as const), image: picture, warnings }),
)
const body = fc.array(block, { maxLength: 3 })
const citations = fc.tuple(maybe(IDS.sources), maybe(IDS.sources)).map(([a, b]) => [{ key: 'k1', source: a }, { key: 'k2', source: b }])
const common = (number: number) => ({ language, title, slug: fc.constantFrom(`d${number}`, `d${number}-later`) })

const projections: { [C in PublicCollection]?: (number: number) => fc.Arbitrary<Projections[C]> } = {
  people: (n) => fc.record({ ...common(n), translationOf: maybe(IDS.people) }),
  topics: (n) => fc.record({ ...common(n), translationOf: maybe(IDS.topics) }),
  series: (n) => fc.record({ ...common(n), translationOf: fc.constant(null) }),
  campaigns: (n) => fc.record({ ...common(n), standfirst: title, body, citations, aims: fc.constant([]), keyDates: fc.constant([]), callsToAction: fc.constant([]), isActive: fc.boolean(), translationOf: fc.constant(null) }),
  sources: (n) => fc.record({ ...common(n), kind: fc.constantFrom('report' as const, 'book' as const), visibility: fc.constantFrom('public' as const, 'private' as const), creators: fc.constant([]), url: fc.constant('https://logs.example/east') }),
  pages: (n) => fc.record({ ...common(n), body, citations, warnings, warningReview: fc.constant('assessed' as const), translationOf: maybe(IDS.pages) }),
  'social-posts': (n) => fc.record({
    ...common(n), voice: fc.constant('theirs' as const), platform: fc.constant('x' as const), account: fc.constant({ name: 'Quay' }), text: title, context: body, citations,
    footnotes: maybe(IDS.sources).map((source) => (source === null ? [] : [{ label: '1', text: 'note', source }])), attachments: fc.array(fc.record({ image: picture, warnings }), { maxLength: 1 }),
    replyTo: maybe(IDS['social-posts']), warnings, warningReview: fc.constant('assessed' as const), topics: some(IDS.topics), campaigns: some(IDS.campaigns), translationOf: maybe(IDS['social-posts']),
  }),
  exchanges: (n) => fc.record({ ...common(n), standfirst: title, posts: some(IDS['social-posts']).map((posts) => posts.map((post) => ({ post }))), warnings, warningReview: fc.constant('assessed' as const), topics: some(IDS.topics), campaigns: some(IDS.campaigns), translationOf: fc.constant(null) }),
  articles: (n) => fc.record({
    ...common(n), kind: fc.constantFrom<ArticleKind>('original', 'republication'), standfirst: title, body, citations, warnings, warningReview: fc.constant('assessed' as const),
    authors: some(IDS.people), topics: some(IDS.topics), campaigns: some(IDS.campaigns), series: fc.option(fc.integer({ min: 1, max: 3 }).map((part) => ({ id: uuid(30), part })), { nil: undefined }), translationOf: maybe(IDS.articles),
  }),
}

type Step = (reader: MemoryReader, number: number) => Publication | null
const at = (number: number): string => new Date(Date.parse('2026-11-10T00:00:00Z') + number * 60_000).toISOString()

function publishing<C extends PublicCollection>(collection: C): fc.Arbitrary<Step> {
  return fc.constantFrom<number>(...IDS[collection]).chain((document) => {
    const projection = projections[collection]?.(document)
    if (projection === undefined) throw new Error(collection)
    return fc.record({ projection, publishedAt: fc.constantFrom(...MONTHS), isCorrection: fc.boolean(), isAdopted: fc.boolean() }).map(({ projection, publishedAt, isCorrection, isAdopted }): Step => (reader, step) => {
      const before = reader.rows.get(uuid(document))
      const path = live(collection, document, projection).path
      // A path belongs to its first document for ever.
      if ([...reader.rows.values()].some((row) => row.document !== uuid(document) && path !== null && row.addresses.includes(path))) return null
      // A document never refers to itself, and a translation is of an original.
      if ('translationOf' in projection && (projection.translationOf === uuid(document) || translationOfTranslation(reader, projection.translationOf))) return null
      const published: Live = live(collection, document, projection, {
        id: uuid(1000 + step),
        publishedAt: before?.publishedAt ?? publishedAt,
        updatedAt: isCorrection ? at(step) : (before?.updatedAt ?? publishedAt),
        wentLiveAt: at(step),
        corrections: [...(before?.corrections ?? []), ...(isCorrection && before !== undefined ? [{ at: at(step), kind: 'correction' as const, note: `No. ${step}` }] : [])],
        addresses: [...new Set([...(before?.addresses ?? []), ...(path === null ? [] : [path])])],
        isAdopted: before?.isAdopted ?? isAdopted,
      }) as Live
      return published
    })
  })
}

function translationOfTranslation(reader: MemoryReader, original: string | null): boolean {
  const row = original === null ? undefined : reader.rows.get(original)
  return row !== undefined && !row.isTombstone && 'translationOf' in row.projection && row.projection.translationOf !== null
}

const withdrawal: fc.Arbitrary<Step> = fc.constantFrom(...IDS.articles, ...IDS['social-posts'], ...IDS.topics, ...IDS.people, ...IDS.sources, ...IDS.pages, ...IDS.campaigns).map((document): Step => (reader, step) => {
  const before = reader.rows.get(uuid(document))
  return before === undefined || before.isTombstone ? null : withdrawn(before as Live, at(step))
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: publishing('articles') },
  { weight: 3, arbitrary: publishing('social-posts') },
  { weight: 2, arbitrary: fc.oneof(publishing('exchanges'), publishing('pages'), publishing('campaigns'), publishing('sources')) },
  { weight: 2, arbitrary: fc.oneof(publishing('people'), publishing('topics'), publishing('series')) },
  { weight: 2, arbitrary: withdrawal },
)

function different(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort()
}

describe('baking only what a change touches', () => {
  it('leaves the same bytes as baking everything, whatever is published, changed and withdrawn', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 10 }), async (batches) => {
        const reader = memoryReader([live('site-settings', 99, { ...SETTINGS, footerPages: [uuid(60)] }), live('content-warnings', 95)])
        for (const number of IDS.sources) {
          const copy = { at: '2026-03-14T10:00:00Z', sha256: 'ab', mime: 'text/html', text: '/somewhere' }
          reader.known.set(uuid(number), { source: uuid(number), state: 'dead', since: '2026-03-15', archives: [{ url: 'https://archive.example/east', provider: 'other' }], copy, history: [{ on: '2026-03-15', state: 'dead' }] })
          reader.copies.set(uuid(number), { text: 'The quay was closed.', title: 'Log', at: copy.at, sha256: copy.sha256 })
        }
        let sink = await bakedWhole(reader)
        let number = 0
        for (const batch of batches) {
          const changes = new Map<string, { before: Publication | null; after: Publication | null }>()
          for (const step of batch) {
            const after = step(reader, ++number)
            if (after === null) continue
            // What was published anew before anything was baked of it comes from nothing still.
            const known = changes.get(after.document)
            const before = known === undefined ? (reader.rows.get(after.document) ?? null) : known.before
            reader.rows.set(after.document, after)
            changes.set(after.document, { before, after })
          }
          const baked = await bakeChanges({ reader, origin: ORIGIN }, [...changes.values()], sink)
          if (baked === 'all') sink = await bakedWhole(reader)
          else expect(baked.failed).toEqual([])
        }
        const whole = await bakedWhole(reader)
        expect(different(sink.pages, whole.pages)).toEqual([])
        expect([...sink.media.keys()].sort()).toEqual([...whole.media.keys()].sort())
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

describe('the window of a feed', () => {
  const COUNT = 60
  const day = (number: number): string => new Date(Date.parse('2026-01-01T10:00:00Z') + number * 86_400_000).toISOString()
  const written = (number: number, row: Partial<Live> = {}): Live =>
    live('articles', 100 + number, { slug: `no-${number}`, title: `No. ${number}`, topics: number % 2 === 0 ? [uuid(20)] : [] }, { publishedAt: day(number), updatedAt: day(number), ...row } as never) as Live

  /** A year's articles, oldest first, and a topic of every second one; `act` publishes, bakes what that touches, and holds it against a whole bake. */
  async function year() {
    const reader = memoryReader([live('site-settings', 99, SETTINGS), live('topics', 20, { slug: 'boats', title: 'Boats' }), ...Array.from({ length: COUNT }, (_, number) => written(number))])
    const sink = await bakedWhole(reader)
    let acts = 0
    const act = async (...numbers: [number, 'correction' | 'retraction' | 'minor' | 'withdrawal'][]) => {
      const changes = numbers.map(([number, kind]) => {
        acts += 1
        const before = reader.rows.get(uuid(100 + number)) as Live
        const moment = at(acts)
        const corrections = kind === 'correction' || kind === 'retraction' ? [...before.corrections, { at: moment, kind, note: `Note ${acts}` }] : before.corrections
        const after: Publication = kind === 'withdrawal' ? withdrawn(before, moment) : written(number, { id: uuid(9000 + acts), wentLiveAt: moment, corrections, updatedAt: kind === 'minor' ? before.updatedAt : moment })
        reader.rows.set(after.document, after)
        return { before, after }
      })
      const baked = await bakeChanges({ reader, origin: ORIGIN }, changes, sink)
      expect(baked === 'all' ? baked : baked.failed).toEqual([])
      expect(different(sink.pages, (await bakedWhole(reader)).pages)).toEqual([])
    }
    const feed = (path: string): { document: string; updated: string; published: string; text: string }[] =>
      (JSON.parse(sink.pages.get(path) ?? '{}').items as { id: string; date_modified: string; date_published: string; content_html: string }[]).map((item) => ({
        document: item.id.replace('urn:uuid:', ''), updated: item.date_modified, published: item.date_published, text: item.content_html,
      }))
    return { act, feed, sink }
  }
  const named = (numbers: number[]): string[] => numbers.map((number) => uuid(100 + number))
  const newest = Array.from({ length: 30 }, (_, index) => COUNT - 1 - index)

  it('holds what was corrected, retracted or withdrawn last, however old, with its note first', { timeout: 60_000 }, async () => {
    const { act, feed, sink } = await year()
    expect(feed('/feed.json').map(({ document }) => document)).toEqual(named(newest))
    await act([4, 'correction'])
    for (const path of ['/feed.json', '/articles/feed.json']) expect(feed(path).map(({ document }) => document)).toEqual(named([...newest, 4]))
    expect(feed('/topics/boats/feed.json').map(({ document }) => document)).toContain(uuid(104))
    const [item] = feed('/feed.json').slice(-1)
    expect([item?.published, item?.updated]).toEqual([day(4).replace('.000', ''), at(1).replace('.000', '')])
    expect(item?.text).toMatch(/^<div[^>]*><p><strong>Correction, [^<]*<\/strong>: Note 1<\/p>/)
    expect(sink.pages.get('/feed.xml')).toContain('Note 1')
    expect(sink.pages.get('/atom.xml')).toContain(`urn:uuid:${uuid(104)}`)
    await act([5, 'retraction'])
    await act([6, 'withdrawal'])
    expect(feed('/feed.json').slice(30).map(({ document }) => document)).toEqual(named([6, 5, 4]))
    expect(feed('/feed.json').find(({ document }) => document === uuid(106))?.text).not.toContain('No. 6')
    // In the feed of a topic a withdrawn text is named no more.
    expect(feed('/topics/boats/feed.json').map(({ document }) => document)).not.toContain(uuid(106))
  })

  it('holds ten of those besides the newest, the last ones', { timeout: 60_000 }, async () => {
    const { act, feed } = await year()
    await act(...Array.from({ length: 12 }, (_, number): [number, 'correction'] => [number, 'correction']))
    expect(feed('/feed.json').map(({ document }) => document)).toEqual(named([...newest, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]))
    // One among the newest takes no place from the old ones.
    await act([COUNT - 1, 'correction'])
    expect(feed('/feed.json')).toHaveLength(40)
    await act([0, 'withdrawal'])
    expect(feed('/feed.json').slice(30).map(({ document }) => document)).toEqual(named([11, 10, 9, 8, 7, 6, 5, 4, 3, 0]))
  })

  it('is not moved by a burst of minor changes', { timeout: 60_000 }, async () => {
    const { act, feed } = await year()
    await act([4, 'correction'])
    const before = feed('/feed.json').map(({ document, updated, published }) => ({ document, updated, published }))
    await act(...Array.from({ length: 15 }, (_, number): [number, 'minor'] => [number, 'minor']))
    await act([4, 'minor'], [COUNT - 1, 'minor'])
    expect(feed('/feed.json').map(({ document, updated, published }) => ({ document, updated, published }))).toEqual(before)
  })
})
