import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodePath } from '@/record/paths'
import type { Publication } from '@/record/publication'
import { gonePage, searchPage } from '@/site/pages'
import { FEED_FILES } from '@/syndication/item'
import { belowAt } from './below'
import { gathers, inLanguage, splitLanguage } from './addresses'
import { fileOf, isNotFoundPage } from './file-names'
import { producePage } from './pages'
import { NAMED_ON_CARDS } from './pages/document-pages'
import { everyLanguage, frame } from './pages/frame'
import type { EditionContext } from './pages/kind'
import { relatedTo } from './related'
import { publicHeaders } from './response-headers'

/** `path` is decoded and begins with a slash; `search` is the query as it was sent, with its question mark, or ''. */
export type Question = { path: string; search: string }
export type Answer = { status: number; headers: Record<string, string>; body: string | Buffer }

const HITS = 20
const FURTHEST = 1_000
const LONGEST_QUERY = 200

/**
 * What a reader gets at an address that no file answers, or where there are no files: the page, straight from the record and
 * with the bytes that baking would give it; the way to where it is now (301); that it was withdrawn (410); that it never was
 * (404). Images come from the edition in `editionDir`.
 *
 * @throws what the reader throws where the database can't be reached.
 */
export async function answer({ path, search }: Question, context: EditionContext, editionDir: string): Promise<Answer> {
  const tidy = tidied(path)
  const settings = await context.reader.settings()
  const place = { path: tidy, ...splitLanguage(tidy, settings) }
  if (tidy === path && place.rest === '/search') return searchAnswer(context, place, search)
  if (isNotFoundPage(tidy)) return notFound(context, place.language)
  if (tidy === path && path.startsWith('/media/')) return mediaAnswer(context, path, editionDir)
  // An old site may have had the address with its slash; the reader is sent on once, not twice.
  const claimed = (await context.reader.byAddress(tidy)) ?? (await context.reader.byAddress(`${tidy}/`))
  const moved = claimed === null ? await belowMovedTo(context, tidy) : movedTo(claimed, tidy)
  if (moved === 'gone') return html(410, await gonePage({ page: await frame(context, place), withdrawn: claimed?.isTombstone === true ? claimed : null }))
  if (moved !== null) return redirect(moved)
  if (tidy !== path) return redirect(tidy)
  const page = await producePage(context, path)
  if (page === null) return notFound(context, place.language)
  return { status: 200, headers: { ...publicHeaders(fileOf(path) ?? 'page.html'), 'Content-Type': page.contentType, ETag: etagOf(page.body) }, body: page.body }
}

/** One form of each address: NFC, single slashes, none at the end. Also keeps a redirect from ever leaving the site. */
function tidied(path: string): string {
  const single = path.normalize('NFC').replace(/[/\\]{2,}/g, '/')
  return single.length > 1 ? single.replace(/\/+$/, '') || '/' : single
}

/** Where a document is that has or had `path`: null where it is there itself; 'gone' where it is nowhere, withdrawn or without a page any more. */
function movedTo(claimed: Publication, path: string): string | 'gone' | null {
  if (claimed.isTombstone || claimed.path === null) return 'gone'
  return claimed.path === path ? null : claimed.path
}

/** What lies below the page of a topic, series, campaign or person: its feeds and its months; and below others what `belowAt` names. */
const BELOW = new RegExp(`^(/.+)/(${Object.values(FEED_FILES).join('|').replaceAll('.', '\\.')}|\\d{4}/\\d{2}|sources\\.(?:bib|ris|json)|copy)$`)

/** The same for what lies below such a page: it goes along, as subscribers of a feed have no other way to learn of it. */
async function belowMovedTo({ reader }: EditionContext, path: string): Promise<string | 'gone' | null> {
  const [, page, file] = BELOW.exec(path) ?? []
  if (page === undefined || file === undefined) return null
  const claimed = await reader.byAddress(page)
  if (claimed === null || !(gathers(claimed) || belowAt(page, claimed).includes(path))) return null
  const moved = movedTo(claimed, page)
  return moved === null || moved === 'gone' ? moved : `${moved}/${file}`
}

function redirect(path: string): Answer {
  return { status: 301, headers: { ...publicHeaders('moved.txt'), Location: encodePath(path) }, body: '' }
}

function html(status: number, body: string | Buffer, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...publicHeaders('page.html'), ...headers, ETag: etagOf(body) }, body }
}

async function notFound(context: EditionContext, language: string): Promise<Answer> {
  const page = await producePage(context, inLanguage('/404', language, await context.reader.settings()))
  return html(404, page?.body ?? '')
}

/** A strong ETag over the bytes. */
function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

async function mediaAnswer(context: EditionContext, path: string, editionDir: string): Promise<Answer> {
  const file = fileOf(path)
  const bytes = file === null ? null : await readFile(join(editionDir, 'public', file)).catch(() => null)
  if (file === null || bytes === null) return notFound(context, (await context.reader.settings()).languages[0] ?? 'en')
  return { status: 200, headers: { ...publicHeaders(file), ETag: etagOf(bytes) }, body: bytes }
}

async function searchAnswer(context: EditionContext, place: { path: string; language: string; rest: string }, search: string): Promise<Answer> {
  const asked = new URLSearchParams(search)
  const query = (asked.get('q') ?? '').normalize('NFC').replace(/\p{Cc}/gu, ' ').trim().slice(0, LONGEST_QUERY)
  const offset = Math.min(FURTHEST, /^\d{1,4}$/.test(asked.get('offset') ?? '') ? Number(asked.get('offset')) : 0)
  const { hits, total, isAll } = query === '' ? { hits: [], total: 0, isAll: true } : await context.reader.search({ text: query, language: place.language, limit: HITS, offset })
  const shown = hits.map(({ publication }) => publication)
  const documents = await relatedTo(shown, context.reader, NAMED_ON_CARDS)
  const page = await frame(context, place, { documents, alternates: everyLanguage(await context.reader.settings(), '/search') })
  // What a reader looks for is kept nowhere on the way.
  return html(200, await searchPage({ page, query, hits: shown, total, isAll, offset, limit: HITS }), { 'Cache-Control': 'no-store' })
}

/** Whether the client's copy still holds: If-None-Match against a strong ETag (RFC 9110, section 13.1.2). */
export function holds(ifNoneMatch: string | null, etag: string | undefined): boolean {
  if (ifNoneMatch === null || etag === undefined) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** What is said while the database can't be reached. */
export function unavailable(): Answer {
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Not available just now</title></head>
<body><h1>Not available just now</h1>
<p>This page can’t be made at the moment. Published pages can still be read. Please try again in a minute.</p>
<p lang="ar" dir="rtl">تعذّر إعداد هذه الصفحة الآن. ما زالت الصفحات المنشورة متاحة للقراءة. يرجى المحاولة بعد دقيقة.</p></body></html>
`
  return { status: 503, headers: { ...publicHeaders('page.html'), 'Cache-Control': 'no-store', 'Retry-After': '30' }, body }
}

