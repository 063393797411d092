import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '@/captures/extract/clean'
import { decodeText } from '@/captures/extract/decode'
import { extract } from '@/captures/extract/extract'
import { readHtml } from '@/captures/extract/html'
import { kindOf } from '@/captures/extract/kind'
import { pdfOf } from '../../support/pdf'

const folder = mkdtempSync(join(tmpdir(), 'handbill-extract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = (html: string, contentType = 'text/html') => readHtml(Buffer.from(html), contentType, 'https://site.test/a')
const read = (bytes: string | Uint8Array, contentType: string) => {
  const file = join(folder, `${Math.random()}`)
  writeFileSync(file, bytes)
  return extract({ file, contentType, url: 'https://site.test/a', milliseconds: 20_000 })
}
const sentences = (count: number) => Array.from({ length: count }, (_, index) => `<p>Paragraph ${index} says, at some length and with commas, what happened on that day and who saw it.</p>`).join('')

describe('the words of a page', () => {
  it('are its article, without what stands around it, a paragraph a line', () => {
    const { text } = page(`<!doctype html><html><head><title>T</title></head><body><nav><ul><li>Home</li><li>Menu</li></ul></nav><article><h1>Title</h1>${sentences(20)}</article><footer>All rights</footer></body></html>`)
    expect(text).not.toContain('Menu')
    expect(text.split('\n').filter((line) => line.startsWith('Paragraph'))).toHaveLength(20)
  })

  it('are all of them in order where no article is found, scripts and styles left out', () => {
    expect(page('<!doctype html><html><body><div>One</div><script>alert(1)</script><style>a{}</style><ul><li>Two</li><li>Three <b>and</b> more</li></ul></body></html>').text).toBe('One\nTwo\nThree and more')
  })

  it('of a page of 100,000 words are there to the last', () => {
    const words = Array.from({ length: 100_000 }, (_, index) => `word${index}`)
    const { text } = page(`<!doctype html><html><body><article>${Array.from({ length: 1_000 }, (_, index) => `<p>${words.slice(index * 100, index * 100 + 100).join(' ')}</p>`).join('')}</article></body></html>`)
    expect(text.split(/\s+/)).toHaveLength(100_000)
  })

  it('of a page nested deeper than any stack are there', () => {
    expect(page(`<!doctype html><html><body>${'<div>'.repeat(200_000)}Deep words<script>no`).text).toBe('Deep words')
  })
})

describe('the encoding of a page', () => {
  const arabic = 'كلمات عربية'
  it.each<[string, Uint8Array, string, string]>([
    ['of its byte order mark, before its header', Buffer.from(`\ufeff${arabic}`, 'utf16le'), 'text/html; charset=iso-8859-1', arabic],
    ['of its header, before its own declaration', Buffer.from([0xdf, 0xe1, 0xe3, 0xc9]), 'text/html; charset="windows-1256"', 'كلمة'],
    ['of its own declaration', Buffer.concat([Buffer.from('<meta charset=windows-1256>'), Buffer.from([0xdf, 0xe1, 0xe3, 0xc9])]), 'text/html', '<meta charset=windows-1256>كلمة'],
    ['UTF-8 where it is that and says nothing', Buffer.from(arabic), 'text/html', arabic],
    ['windows-1252 where nothing else fits', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'text/html; charset=none-such', 'café'],
    ['broken: what can’t be read is marked and the rest survives', Buffer.from([0x61, 0xff, 0x62]), 'text/html; charset=utf-8', 'a\ufffdb'],
  ])('is %s', (_name, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType).text).toBe(text)
  })

  it('never makes a page unreadable, whatever its bytes and header', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, charset) => typeof readHtml(bytes, `text/html; charset=${charset}`, 'https://site.test/').text === 'string'))
  })
})

describe('a body that lies about its type', () => {
  it('is taken for what it is', async () => {
    const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } }).png().toBuffer()
    expect(await kindOf(png, 'text/html')).toEqual({ kind: 'image', mime: 'image/png' })
    expect(await kindOf(pdfOf(['x']), 'text/html')).toEqual({ kind: 'pdf', mime: 'application/pdf' })
    expect(await kindOf(Buffer.from('<!doctype html><p>Sign in'), 'application/pdf')).toEqual({ kind: 'html', mime: 'text/html' })
    expect(await kindOf(Buffer.from('<html><script>1</script>'), 'image/png')).toEqual({ kind: 'html', mime: 'text/html' })
    expect(await kindOf(Buffer.from([1, 0, 2, 0]), 'text/html')).toEqual({ kind: 'other', mime: 'application/octet-stream' })
    expect(await kindOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'image/svg+xml')).toMatchObject({ kind: 'text' })
    expect(await kindOf(Buffer.from('Plain words'), 'text/plain')).toEqual({ kind: 'text', mime: 'text/plain' })
  })
})

describe('a PDF', () => {
  it('gives its words page by page, and how many pages it has', async () => {
    expect(await read(pdfOf(['First page', 'Second page']), 'application/pdf')).toMatchObject({ kind: 'pdf', pages: 2, text: 'First page\n\nSecond page' })
  })

  it('that is broken is kept without words', async () => {
    expect(await read(Buffer.from('%PDF-1.7\nnonsense'), 'application/pdf')).toMatchObject({ kind: 'pdf', problem: 'unreadable' })
  })
})

describe('an image', () => {
  it('tells its size; one that claims to be vast is not unpacked', async () => {
    expect(await read(await sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } }).jpeg().toBuffer(), 'image/jpeg')).toMatchObject({ kind: 'image', image: { width: 30, height: 20 } })
    const vast = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } }).png().toBuffer()
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    expect(await read(vast, 'image/png')).toMatchObject({ kind: 'image', problem: 'unreadable' })
  })
})

describe('what a page says of itself', () => {
  const head = (html: string) => page(`<!doctype html><html lang="en-GB"><head>${html}</head><body>x</body></html>`).metadata

  it('is read from Highwire’s names before JSON-LD before Dublin Core before Open Graph, with its origin', () => {
    const metadata = head(`
      <title>Site: title</title><meta property="og:title" content="OG title"><meta name="DC.title" content="DC title"><meta property="og:site_name" content="The Site">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"page"},{"@type":["NewsArticle"],"headline":"LD title","author":[{"@type":"Person","name":"A. Writer"},"B. Writer"],"datePublished":"2019-05-03T23:30:00-05:00","publisher":{"name":"Publisher"}}]}</script>
      <link rel="canonical" href="/canonical?a=1#part">`)
    expect(metadata).toEqual({
      title: 'LD title', creators: [{ name: 'A. Writer' }, { name: 'B. Writer' }], container: 'The Site', publisher: 'Publisher', issued: '2019-05-03', language: 'en-GB', kind: 'article', canonical: 'https://site.test/canonical?a=1',
      origin: { title: 'json-ld', creators: 'json-ld', container: 'open-graph', publisher: 'json-ld', issued: 'json-ld', language: 'html', kind: 'json-ld', canonical: 'html' },
    })
    expect(head('<meta name="citation_title" content="Paper"><meta name="citation_author" content="C"><meta name="citation_author" content="D"><meta name="citation_journal_title" content="Journal"><meta name="citation_publication_date" content="2020/3"><meta name="citation_doi" content="https://doi.org/10.1234/abc">')).toMatchObject({
      title: 'Paper', creators: [{ name: 'C' }, { name: 'D' }], container: 'Journal', issued: '2020-03', doi: '10.1234/abc', kind: 'paper',
    })
  })

  it('is cut and cleaned, whatever a hostile page puts there', () => {
    const metadata = head(`<title>evil \u202etxt.exe\u202c \u0007 ${'a'.repeat(5_000)}</title><link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="https://user:pass@other.test/"><meta name="dc.language" content="../../etc"><script type="application/ld+json">{"@type":"Article","headline":{"a":1},"author":{"name":["x"]},"datePublished":"9999-99-99"}</script><script type="application/ld+json">{broken</script>`)
    expect(metadata.title).toHaveLength(300)
    expect(metadata.title).toMatch(/^evil txt\.exe a+…$/)
    expect(metadata.canonical).toBeUndefined()
    expect(metadata.creators).toBeUndefined()
  })

  it('knows dates as far as they are known, and DOIs without their resolver', () => {
    const paper = (issued: unknown, doi = '10.1000/x') => head(`<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', datePublished: issued, identifier: doi })}</script>`)
    const dates: [unknown, string | undefined][] = [['2013', '2013'], ['2013-03', '2013-03'], ['2013/3/5', '2013-03-05'], ['2013-02-31', '2013-02'], ['2013-13-01', '2013'], ['March 2013', undefined], ['0003', undefined], [7, undefined]]
    for (const [given, issued] of dates) expect(paper(given).issued, String(given)).toBe(issued)
    expect(paper(2013, 'doi:10.1000/a(b)c').doi).toBe('10.1000/a(b)c')
    expect(paper(2013, '10.12/short').doi).toBeUndefined()
  })
})

describe('cleaned words', () => {
  it('hold nothing that reorders, hides or can’t be stored', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const line = cleanLine(text) ?? ''
      return !/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\n]/.test(line) && line.isWellFormed() && [...line].length <= 300 && !/[\u0000\u202e]/.test(cleanText(text)) && cleanText(text).isWellFormed()
    }))
  })
})
