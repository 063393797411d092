import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../src/platform/database'
import { searchTextOf } from '../../src/publishing/search-text'
import { contentHash } from '../../src/record/content-hash'
import type { PublicArticle } from '../../src/record/projections'

const ENGLISH = 'harbour water permit council night shift letter record witness gauge union notice fence court minutes ferry quay engine ledger storm salt market press officer families report order island signal paper river'.split(' ')
const ARABIC = 'المرفأ المياه التصريح المجلس الليل الرسالة السجل الشاهد النقابة الإشعار السياج المحكمة المحضر العبّارة الرصيف العاصفة الملح السوق الصحافة الضابط العائلات التقرير الأمر الجزيرة الإشارة الورقة النهر'.split(' ')
const BATCH = 500
const WORDS_AN_ARTICLE = 300
const TOPICS = 40

// A small generator with a fixed seed (mulberry32), so that every run measures the same texts.
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A text of `count` words in which a few are common and most are rare, as in real ones. */
function words(count: number, language: string, next: () => number): string {
  const common = language === 'ar' ? ARABIC : ENGLISH
  return Array.from({ length: count }, () => {
    const roll = next()
    if (roll < 0.6) return common[Math.floor(next() ** 2 * common.length)]
    const rare = Math.floor(next() ** 2 * 60_000)
    return language === 'ar' ? `كلمة${rare.toString(7).replace(/\d/g, (digit) => 'ابتثجحخ'[Number(digit)] ?? '')}` : `word${rare.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`
  }).join(' ')
}

/** Makes `count` live articles, two thirds English and one third Arabic, over ten years and 40 topics. */
export async function seedArticles(database: Queryable, count: number, say: (line: string) => void): Promise<void> {
  const next = numbers(7)
  const topics = Array.from({ length: TOPICS }, () => randomUUID())
  const start = Date.UTC(2016, 0, 1)
  const span = Date.UTC(2026, 0, 1) - start
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => {
      const number = from + offset
      const language = number % 3 === 2 ? 'ar' : 'en'
      const slug = `bench-${number}`
      const path = language === 'ar' ? `/ar/articles/${slug}` : `/articles/${slug}`
      const title = words(7, language, next)
      const paragraphs = Array.from({ length: 6 }, () => words(WORDS_AN_ARTICLE / 6, language, next))
      const topic = topics[number % TOPICS] as string
      const projection: PublicArticle = {
        title,
        slug,
        language,
        kind: 'original',
        standfirst: words(18, language, next),
        body: paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
        citations: [],
        warnings: [],
        warningReview: 'assessedNone',
        authors: [],
        topics: [topic],
        campaigns: [],
        translationOf: null,
      }
      const at = new Date(start + (span * number) / count).toISOString()
      return {
        title, language, slug, path, at, projection,
        document: randomUUID(),
        content_hash: contentHash(projection),
        addresses: [path],
        refs: [topic],
        search_text: searchTextOf(title, projection),
      }
    })
    await database.query(
      `insert into publications (title, collection, document, language, slug, path, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash, projection, corrections, addresses, refs, images, translation_group, search_text)
       select title, 'articles', document, language, slug, path, false, false, at, at, at, content_hash, projection, '[]', addresses, refs, '[]', document, search_text
       from jsonb_to_recordset($1::jsonb) as row(title text, document text, language text, slug text, path text, at timestamptz, content_hash text, projection jsonb, addresses jsonb, refs jsonb, search_text text)`,
      [JSON.stringify(rows)],
    )
    if ((from / BATCH) % 40 === 39) say(`  ${from + rows.length} of ${count} articles`)
  }
  await database.query('insert into handbill.bakes (publication) select id from publications on conflict do nothing')
  // As a server leaves it that was not filled a minute ago.
  await database.query('vacuum analyze')
}

/** Makes `count` drafts on the desk, as far as the admin's list shows them. */
export async function seedDrafts(database: Queryable, count: number): Promise<void> {
  await database.query(
    `insert into articles (title, slug, language, kind, _status, rev, updated_at, created_at)
     select 'Draft ' || number, 'draft-' || number, 'en', 'original', 'draft', 1, now() - number * interval '1 minute', now() - number * interval '1 minute' from generate_series(1, $1) as number`,
    [count],
  )
  await database.query('analyze articles')
}
