import { parseFeed as parseIndependently } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import { HtmlValidate } from 'html-validate'
import { statSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow } from '../support/canaries'
import { openDesk, type Desk } from '../support/desk'

type Element = DefaultTreeAdapterTypes.Element
type Page = { address: string; html: string; elements: Element[]; ids: Set<string> }

const KILOBYTE = 1024
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Landmarks repeat by intention: the list of notes of a statement stands beside that of the text.
    'unique-landmark': 'off',
    'valid-id': ['error', { relaxed: true }],
  },
})

let desk: Desk
let server: Server
let origin: string
let publicFolder: string
let files: Map<string, Buffer>
let pages: Page[]

beforeAll(async () => {
  desk = await openDesk()
  const [{ loadDemo }, { bakeNow }, { env }, { webServer }] = await Promise.all([import('@/demo/load'), import('@/jobs/baking'), import('@/env'), import('@/web/server')])
  await loadDemo({ payload: desk.payload, password: 'known-to-this-test', say: () => undefined })
  expect((await bakeNow({ all: true })).failed).toEqual([])
  publicFolder = join(env().editionDir, 'public')
  files = new Map(filesBelow(publicFolder).map(({ path, bytes }) => [path, bytes]))
  pages = [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => readPage(path, bytes.toString('utf8')))
  server = webServer({ publicFolder, cmsPort: 1, trustProxy: 0 })
  // Checks that keep this process busy for seconds would have it close a connection in the moment in which it is used again.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 240_000)
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await desk.close()
})

/** The address of a page's file: `articles/x.html` is at `/articles/x`, `index.html` and `ar/index.html` at `/` and `/ar`. */
function addressOf(path: string): string {
  const bare = path.replace(/\.html$/, '').replace(/(^|\/)index$/, '')
  return `/${bare}`
}

function readPage(path: string, html: string): Page {
  const elements: Element[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (defaultTreeAdapter.isElementNode(node)) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return { address: addressOf(path), html, elements, ids: new Set(elements.flatMap((element) => valueOf(element, 'id') ?? [])) }
}

function valueOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** Asks the site's route, which renders from the record. */
async function site(path: string): Promise<Response> {
  const { GET } = await import('@/app/(site)/[[...path]]/route')
  return GET(new Request(`http://127.0.0.1:3000${encodeURI(path)}`))
}

const notFound = (page: Page) => page.address.endsWith('/404')

it('the demo fills the site', () => {
  expect(pages.length).toBeGreaterThan(60)
  expect(pages.filter(({ address }) => address.startsWith('/ar')).length).toBeGreaterThan(20)
})

describe('every page', () => {
  it('has no script, no handler, no style of its own and no form but the search', () => {
    const wrong: string[] = []
    for (const { address, elements } of pages) {
      for (const element of elements) {
        const { tagName, attrs } = element
        if (tagName === 'script' && valueOf(element, 'type') !== 'application/ld+json') wrong.push(`${address}: script`)
        if (['iframe', 'object', 'embed', 'style', 'base', 'applet'].includes(tagName)) wrong.push(`${address}: ${tagName}`)
        if (tagName === 'meta' && valueOf(element, 'http-equiv') !== undefined) wrong.push(`${address}: http-equiv`)
        if (tagName === 'form' && !/^(\/[a-z-]+)?\/search$/.test(valueOf(element, 'action') ?? '')) wrong.push(`${address}: form to ${valueOf(element, 'action')}`)
        for (const { name, value } of attrs) {
          if (name === 'style' || /^on/.test(name)) wrong.push(`${address}: ${name} of ${tagName}`)
          if (['href', 'src', 'action', 'srcset', 'poster', 'cite'].includes(name) && /^\s*(javascript|data|vbscript|file|blob):/i.test(value)) wrong.push(`${address}: ${name}="${value.slice(0, 60)}"`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('loads nothing from elsewhere, and at most the stylesheet and images', () => {
    const wrong: string[] = []
    for (const { address, elements } of pages) {
      const loaded = elements.flatMap((element) => {
        if (element.tagName === 'link') return /(^|\s)(stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest)/.test(valueOf(element, 'rel') ?? '') ? [valueOf(element, 'href') ?? ''] : []
        return [valueOf(element, 'src') ?? [], ...(valueOf(element, 'srcset') ?? '').split(',').filter((each) => each.trim() !== '').map((each) => each.trim().split(/\s+/)[0] ?? '')].flat()
      })
      for (const file of loaded) if (!files.has(decodeURIComponent(file).slice(1)) || !file.startsWith('/')) wrong.push(`${address} loads ${file}`)
      const sheets = elements.filter((element) => element.tagName === 'link' && valueOf(element, 'rel') === 'stylesheet')
      if (sheets.length !== 1) wrong.push(`${address} has ${sheets.length} stylesheets`)
    }
    for (const [path, bytes] of files) if (path.endsWith('.css') && /url\(|@import/.test(bytes.toString())) wrong.push(`${path} loads more`)
    expect(wrong).toEqual([])
  })

  it('is valid HTML with its language and direction', async () => {
    const wrong: string[] = []
    for (const { address, html, elements } of pages) {
      const report = await validator.validateString(html)
      for (const { ruleId, message, line } of report.results.flatMap(({ messages }) => messages)) wrong.push(`${address}:${line} ${ruleId}: ${message}`)
      const root = elements.find(({ tagName }) => tagName === 'html')
      const language = address === '/ar' || address.startsWith('/ar/') ? ['ar', 'rtl'] : ['en', 'ltr']
      if (root === undefined || valueOf(root, 'lang') !== language[0] || (valueOf(root, 'dir') ?? 'ltr') !== language[1]) wrong.push(`${address}: lang or dir`)
      if (elements.filter(({ tagName }) => tagName === 'h1').length !== 1) wrong.push(`${address}: h1`)
      for (const image of elements.filter(({ tagName }) => tagName === 'img')) if (valueOf(image, 'alt') === undefined) wrong.push(`${address}: img without alt`)
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  it('leads inside the site only to what is there, its fragments included', async () => {
    const byAddress = new Map(pages.map((page) => [page.address, page]))
    const answered = new Map<string, number>()
    const wrong: string[] = []
    for (const { address, elements } of pages) {
      for (const href of elements.flatMap((element) => (['a', 'link'].includes(element.tagName) ? (valueOf(element, 'href') ?? []) : []))) {
        const target = new URL(href, `https://here.example${encodeURI(address)}`)
        const own = target.origin === 'https://here.example' || target.origin === 'http://127.0.0.1:3000'
        if (!own) continue
        const path = decodeURIComponent(target.pathname)
        const there = byAddress.get(path)
        if (there !== undefined) {
          const fragment = decodeURIComponent(target.hash.slice(1))
          if (fragment !== '' && !there.ids.has(fragment)) wrong.push(`${address} leads to ${path}#${fragment}`)
        } else if (!files.has(path.slice(1))) {
          if (!answered.has(path)) answered.set(path, (await site(path)).status)
          if (answered.get(path) !== 200) wrong.push(`${address} leads to ${href}: ${answered.get(path)}`)
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  it('is served by itself with the policy, no cookie, and ways to ask whether it changed', async () => {
    for (const { address } of pages.filter((page) => !notFound(page))) {
      const response = await fetch(origin + encodeURI(address), { headers: { 'Accept-Encoding': 'br' } })
      const headers = Object.fromEntries(response.headers)
      expect(response.status, address).toBe(200)
      const policy = headers['content-security-policy'] ?? ''
      expect(policy, address).toMatch(/^default-src 'none';/)
      expect(policy, address).not.toMatch(/unsafe-|https?:|\*|script-src|data:/)
      expect(headers, address).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'public, max-age=0, must-revalidate', 'content-encoding': 'br' })
      expect(headers['set-cookie'], address).toBeUndefined()
      expect(headers.etag, address).toMatch(/^(W\/)?"/)
      expect(Date.parse(headers['last-modified'] ?? ''), address).toBeGreaterThan(0)
      const again = await fetch(origin + encodeURI(address), { headers: { 'Accept-Encoding': 'br', 'If-None-Match': headers.etag ?? '' } })
      expect(again.status, address).toBe(304)
    }
  })

  it('is the same, byte for byte, straight from the record', async () => {
    const wrong: string[] = []
    for (const [path, bytes] of files) {
      if (/\.(br|gz|webp)$/.test(path)) continue
      const address = path.endsWith('.html') ? addressOf(path) : `/${path}`
      const response = await site(address)
      const body = Buffer.from(await response.arrayBuffer())
      if (response.status !== (address.endsWith('/404') ? 404 : 200)) wrong.push(`${address}: ${response.status}`)
      else if (!body.equals(bytes)) wrong.push(`${address}: other bytes`)
      if (response.headers.get('set-cookie') !== null) wrong.push(`${address}: cookie`)
      const served = await fetch(origin + encodeURI(address))
      for (const name of ['content-type', 'content-security-policy', 'cache-control', 'referrer-policy', 'x-content-type-options', 'permissions-policy', 'cross-origin-resource-policy', 'access-control-allow-origin']) {
        if (!address.endsWith('/404') && served.headers.get(name) !== response.headers.get(name)) wrong.push(`${address}: ${name} ${served.headers.get(name)} and ${response.headers.get(name)}`)
      }
      await served.arrayBuffer()
    }
    expect(wrong).toEqual([])
  })

  it('that is an article weighs at most 14 KB with its stylesheet, for 1,500 words', () => {
    const articles = pages.filter(({ address }) => /^(\/ar)?\/articles\/(?!\d{4}\/)[^/]+$/.test(address))
    expect(articles.length).toBeGreaterThan(14)
    for (const { address, html } of articles) {
      const words = html.replace(/<script[^>]*>[^<]*<\/script>/g, ' ').replace(/<[^>]+>/g, ' ').split(/\s+/).length
      const sheet = /href="\/(assets\/[^"]+\.css)"/.exec(html)?.[1] ?? ''
      const weight = compressedSize(`${address.slice(1)}.html`) + compressedSize(sheet)
      expect(weight, `${address}, ${words} words`).toBeLessThanOrEqual(14 * KILOBYTE * Math.max(1, words / 1_500))
    }
  })
})

/** Octets of a file as it is sent to most browsers. */
function compressedSize(path: string): number {
  return statSync(join(publicFolder, `${path}.br`)).size
}

describe('every feed', () => {
  it('is read by two parsers that nobody here wrote, and leads to pages that are there', () => {
    const feeds = [...files].filter(([path]) => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(path))
    expect(feeds.length).toBeGreaterThan(60)
    const addresses = new Set(pages.map(({ address }) => address))
    const wrong: string[] = []
    for (const [path, bytes] of feeds) {
      const text = bytes.toString('utf8')
      const { format, feed } = parseFeed(text)
      const expected = path.endsWith('atom.xml') ? 'atom' : path.endsWith('.json') ? 'json' : 'rss'
      if (format !== expected) wrong.push(`${path} is read as ${format}`)
      const title = (feed as { title?: unknown }).title
      if (title === undefined || title === '') wrong.push(`${path} has no title`)
      if (/<script|javascript:/i.test(text)) wrong.push(`${path} has a script`)
      if (expected === 'json') continue
      const read = parseIndependently(text)
      if (!read.title) wrong.push(`${path} has no title for the second parser`)
      const ids = new Set<string>()
      for (const item of read.items) {
        if (!item.id || ids.has(item.id)) wrong.push(`${path}: an item without an id of its own`)
        ids.add(item.id ?? '')
        if (!item.title || !item.published) wrong.push(`${path}: ${item.id} lacks title or date`)
        // What was withdrawn takes its words away in feed readers too, and leads nowhere.
        if (item.url === null && item.title === 'Withdrawn') continue
        const there = item.url === null ? '' : decodeURIComponent(new URL(item.url).pathname)
        if (!addresses.has(there)) wrong.push(`${path}: leads to ${item.url}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

it('the sitemap names at least forty addresses, all of them there and none twice', async () => {
  const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => decodeURIComponent(new URL((address ?? '').replaceAll('&amp;', '&')).pathname))
  const read = async (path: string) => (await fetch(origin + encodeURI(path))).text()
  const index = await read('/sitemap.xml')
  const listed = index.includes('<sitemapindex') ? (await Promise.all(locations(index).map(read))).flatMap(locations) : locations(index)
  expect(listed.length).toBeGreaterThanOrEqual(40)
  expect(new Set(listed).size).toBe(listed.length)
  for (const path of listed) expect((await fetch(origin + encodeURI(path))).status, path).toBe(200)
  const robots = await read('/robots.txt')
  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m)
})

describe('an address that is none', () => {
  it.each(['/nothing', '/articles/nothing', '/ar/nothing', '/articles/../../etc/passwd', '/%00', '/articles/%E0%A4%A', '/feed', '/index', '/index.html', '/articles.html', '/sitemap/9999-99.xml', '/articles/2026/99', '/media/x.webp', '/assets/x.css', '/media/..%2f..%2fx'])('%s is told so, with the policy of a page', async (path) => {
    const { GET } = await import('@/app/(site)/[[...path]]/route')
    const response = await GET(new Request(`http://127.0.0.1:3000${path}`))
    expect([301, 404]).toContain(response.status)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    if (response.status === 301) expect(response.headers.get('location')).toMatch(/^\/(?![/\\])/)
  })

  it.each(['//evil.example', '///evil.example/', '/\\evil.example', '/%5Cevil.example/', '//evil.example/%2e%2e', '/articles//'])('%s never leads elsewhere', async (path) => {
    const { GET } = await import('@/app/(site)/[[...path]]/route')
    const request = { url: `http://127.0.0.1:3000${path}`, headers: new Headers(), method: 'GET' } as Request
    const response = await GET(request)
    expect([301, 404]).toContain(response.status)
    const location = response.headers.get('location')
    if (location !== null) expect(new URL(location, 'http://127.0.0.1:3000').origin).toBe('http://127.0.0.1:3000')
  })

  it.each(['"><script>alert(1)</script>', "' or 1=1 --", 'a\0b', '\u202e', '%', '*', ':*', '&|!()', 'a'.repeat(5_000), '<!--', '\ud800'])('a search for %j is answered, and what was typed is only ever text', async (query) => {
    const { GET } = await import('@/app/(site)/[[...path]]/route')
    for (const address of ['/search', '/ar/search']) {
      const response = await GET(new Request(`http://127.0.0.1:3000${address}?q=${encodeURIComponent(query.toWellFormed())}&page=-1&offset=x`))
      const html = await response.text()
      expect([200, 400], html.slice(0, 200)).toContain(response.status)
      expect(html).not.toMatch(/<script>alert/)
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })
})
