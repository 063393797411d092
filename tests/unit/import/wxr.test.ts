import { describe, expect, test } from 'vitest'
import { BrokenExport, explainBrokenExport } from '@/import/broken-export'
import { firstInvalidUtf8 } from '@/import/wxr/decode'
import { WXR_LIMITS } from '@/import/wxr/types'
import { eventsOf, wxr, WXR_HEAD, WXR_TAIL } from '../../support/wxr'

async function refusal(content: string | Uint8Array, limits = WXR_LIMITS): Promise<string> {
  const outcome = await eventsOf(content, limits).then(() => null, (error: unknown) => error)
  if (!(outcome instanceof BrokenExport)) throw new Error(`expected a refusal, got ${String(outcome)}`)
  return explainBrokenExport(outcome)
}

describe('reading an export', () => {
  test('tells site, authors and items, whatever the size of the chunks', async () => {
    const file = wxr({ id: 7, title: 'The gate is open: بوابة', content: '<p>One ]]> two & three</p>' }, { id: 8, status: 'draft', password: 'x' })
    for (const chunk of [1, 3, 64, 100_000]) {
      const events = await eventsOf(file, WXR_LIMITS, chunk)
      expect(events.map((event) => event.type)).toEqual(['author', 'site', 'item', 'item'])
      const [first, second] = events.flatMap((event) => (event.type === 'item' ? [event.item] : []))
      expect(first).toMatchObject({ id: '7', title: 'The gate is open: بوابة', content: '<p>One ]]> two & three</p>', status: 'publish', hasPassword: false, type: 'post' })
      expect(second).toMatchObject({ id: '8', status: 'draft', hasPassword: true })
    }
  })

  test('counts comments and keeps nothing of them, and keeps only the beginning of fields that it does not read', async () => {
    const comment = '<wp:comment><wp:comment_author>Ola</wp:comment_author><wp:comment_author_email>ola@mail.example</wp:comment_author_email><wp:comment_content>Hello there</wp:comment_content><wp:commentmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:commentmeta></wp:comment>'
    const meta = `<wp:postmeta><wp:meta_key>colour</wp:meta_key><wp:meta_value>${'x'.repeat(5_000)}</wp:meta_value></wp:postmeta>`
    const [item] = (await eventsOf(wxr({ extra: comment + comment + meta }))).flatMap((event) => (event.type === 'item' ? [event.item] : []))
    expect(item?.comments).toBe(2)
    expect(JSON.stringify(item)).not.toMatch(/ola@mail|Hello there/)
    expect(item?.meta).toEqual([{ key: 'colour', value: 'x'.repeat(200) }])
  })

  test('reads the terms of an item with their taxonomy', async () => {
    const [item] = (await eventsOf(wxr({ extra: '<category domain="post_tag" nicename="hedges"><![CDATA[Hedges]]></category><category domain="category" nicename="field"><![CDATA[Field]]></category>' }))).flatMap((event) => (event.type === 'item' ? [event.item] : []))
    expect(item?.terms).toEqual([{ taxonomy: 'post_tag', slug: 'hedges', name: 'Hedges' }, { taxonomy: 'category', slug: 'field', name: 'Field' }])
  })

  test('reads UTF-16 with a byte order mark, and Latin-1 and Windows-1256 as declared', async () => {
    const file = wxr({ title: 'Café' }).replace('UTF-8', 'UTF-16')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, 'utf16le')])
    const latin1 = Buffer.from(wxr({ title: 'Café' }).replace('UTF-8', 'ISO-8859-1'), 'latin1')
    for (const bytes of [utf16, latin1]) {
      const titles = (await eventsOf(bytes)).flatMap((event) => (event.type === 'item' ? [event.item.title] : []))
      expect(titles).toEqual(['Café'])
    }
    const arabic = Buffer.from(wxr({ title: '@' }).replace('UTF-8', 'windows-1256'), 'latin1')
    arabic[arabic.indexOf('CDATA[@')+6] = 0xc8
    expect((await eventsOf(arabic)).flatMap((event) => (event.type === 'item' ? [event.item.title] : []))).toEqual(['ب'])
  })

  test('takes blank lines before the declaration, as plugins print them', async () => {
    expect(await eventsOf(`\n\n${wxr()}`)).toHaveLength(2)
  })
})

describe('a broken or hostile file is refused and says why', () => {
  test('entity bomb', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss><channel><title>&c;</title></channel></rss>`
    expect(await refusal(bomb)).toMatch(/declares a document type/)
  })

  test('external entity', async () => {
    const xxe = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&secret;</title></channel></rss>`
    expect(await refusal(xxe)).toMatch(/declares a document type/)
    expect(await refusal(wxr().replace('The Orchard Line', '&secret;'))).toMatch(/^Line 3.*entity/)
  })

  test('cut off in the middle', async () => {
    const file = wxr({}, {})
    for (const length of [file.length - 12, Math.floor(file.length / 2), WXR_HEAD.length]) expect(await refusal(file.slice(0, length))).toMatch(/ends before it is complete/)
  })

  test('not an export: another feed, HTML, JSON, nothing, an archive', async () => {
    expect(await refusal('<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title></channel></rss>')).toMatch(/not a WordPress export \(WXR\)/)
    expect(await refusal('<html><body><p>Hi</p></body></html>')).toMatch(/outermost element is <html>/)
    expect(await refusal('{"posts": []}')).toMatch(/not a WordPress export|not XML/)
    expect(await refusal('')).toMatch(/not XML/)
    expect(await refusal(Buffer.from('PK\u0003\u0004zip'))).toMatch(/ZIP/)
    expect(await refusal(Buffer.from([0x1f, 0x8b, 8, 0]))).toMatch(/gzip/)
    expect(await refusal(wxr().replace('<wp:wxr_version>1.2<', '<wp:wxr_version>9.0<'))).toMatch(/version "9.0"/)
  })

  test('bytes that are not of the declared encoding, with byte and line', async () => {
    const bytes = Buffer.from(wxr({ title: 'Caf@' }))
    const at = bytes.indexOf('Caf@') + 3
    bytes[at] = 0xe9
    const line = bytes.subarray(0, at).toString('latin1').split('\n').length
    expect(await refusal(bytes)).toBe(`Line ${line}, byte ${at}: The text isn't valid UTF-8. Export it again, or save it as UTF-8.`)
    expect(await refusal(wxr().replace('UTF-8', 'UTF-16'))).toMatch(/says that it is in UTF-16/)
    expect(await refusal(wxr().replace('UTF-8', 'KLINGON-1'))).toMatch(/KLINGON-1/i)
  })

  test('NUL and other control characters, with the line', async () => {
    expect(await refusal(wxr({ content: 'a\u0000b' }))).toMatch(/^Line \d+, column \d+: A control character/)
    expect(await refusal(wxr({ content: 'a\u0008b' }))).toMatch(/control character/)
  })

  test('nesting without end, one endless text, too many items, too large a file', async () => {
    expect(await refusal(`${WXR_HEAD}<item>${'<a>'.repeat(50_000)}`)).toMatch(/nested more than 32 deep/)
    const limits = { ...WXR_LIMITS, fieldCharacters: 200_000, items: 3, fileBytes: 3_000_000 }
    expect(await refusal(wxr({ content: 'x'.repeat(400_000) }), limits)).toMatch(/longer than 200000 characters/)
    expect(await refusal(`${WXR_HEAD}<!-- ${'x'.repeat(600_000)} -->${WXR_TAIL}`, limits)).toMatch(/longer than 200000 characters/)
    expect(await refusal(`${WXR_HEAD}<x y="${'x'.repeat(600_000)}"/>${WXR_TAIL}`, limits)).toMatch(/longer than 200000 characters/)
    expect(await refusal(wxr({}, {}, {}, {}), limits)).toMatch(/more than 3 items/)
    expect(await refusal(wxr({}) + '<!-- filler -->'.repeat(200_000), limits)).toMatch(/larger than 2 MB/)
  })

  test('mismatched tags, unbound prefixes', async () => {
    expect(await refusal(wxr().replace('</channel>', '</chanel>'))).toMatch(/XML is broken/)
    expect(await refusal(wxr().replace('xmlns:wp="http://wordpress.org/export/1.2/"', ''))).toMatch(/XML is broken.*prefix/)
  })
})

test('the first byte that is not UTF-8 is found where a decoder stops', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const bytes of [[0xc0, 0x80], [0x61, 0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x61, 0xd8, 0xa7, 0x80], [0x61, 0xf0, 0x9f, 0x98, 0x80]]) {
    const invalid = firstInvalidUtf8(Uint8Array.from(bytes))
    expect(() => decoder.decode(Uint8Array.from(bytes.slice(0, invalid)))).not.toThrow()
    if (invalid < bytes.length) expect(() => decoder.decode(Uint8Array.from(bytes))).toThrow()
    else expect(() => decoder.decode(Uint8Array.from(bytes))).not.toThrow()
  }
})
