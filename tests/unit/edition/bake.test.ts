import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bake, type BakeLedger } from '@/edition/bake'
import { repair } from '@/edition/repair'
import type { Publication } from '@/record/publication'
import type { Change } from '@/edition/touched'
import { memoryReader, type MemoryReader } from '../../support/memory-reader'
import { live, SETTINGS, withdrawn } from '../../support/publications'

const ORIGIN = 'https://sheet.example'
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'handbill-bake-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

type Newsroom = { reader: MemoryReader; ledger: BakeLedger; publish(publication: Publication): void; waiting(): number }

/** A record in memory with the ledger beside it. */
function newsroom(publications: Publication[]): Newsroom {
  const reader = memoryReader(publications)
  const waiting = new Map<string, Change>(publications.map((after) => [after.id, { before: null, after }]))
  return {
    reader,
    publish(after) {
      waiting.set(after.id, { before: reader.rows.get(after.document) ?? null, after })
      reader.rows.set(after.document, after)
    },
    waiting: () => waiting.size,
    ledger: {
      pending: async () => [...waiting.keys()],
      withdrawn: async (ids) => ids.filter((id) => waiting.get(id)?.after?.isTombstone === true),
      changes: async (ids) => ids.flatMap((id) => waiting.get(id) ?? []),
      async markBaked(ids) {
        for (const id of ids) waiting.delete(id)
      },
    },
  }
}

const bakeInto = (folder: string, { reader, ledger }: Newsroom, more: Partial<Parameters<typeof bake>[0]> = {}) =>
  bake({ reader, ledger, origin: ORIGIN, editionDir: join(root, folder), mediaDir: join(root, 'media'), ...more })

async function files(folder: string): Promise<Map<string, string>> {
  const at = join(root, folder, 'public')
  const names = (await readdir(at, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(names.sort().map(async (name) => [name.slice(at.length), (await readFile(name)).toString('base64')] as const)))
}

const articles = Array.from({ length: 12 }, (_, index) => live('articles', index + 1, { slug: `no-${index + 1}`, title: `No. ${index + 1}`, language: index % 3 === 0 ? 'ar' : 'en' }, { publishedAt: `2026-${String((index % 6) + 1).padStart(2, '0')}-05T10:00:00.000Z` }))
const fresh = () => newsroom([live('site-settings', 99, SETTINGS), ...articles])

describe('baking', () => {
  it('gives the same bytes for the same record', async () => {
    await bakeInto('one', fresh())
    await bakeInto('two', fresh())
    const [one, two] = [await files('one'), await files('two')]
    expect(one.size).toBeGreaterThan(60)
    expect([...one]).toEqual([...two])
  })

  it('notes a publication as baked once its page is there, and writes nothing the next time', async () => {
    const room = fresh()
    const first = await bakeInto('one', room)
    expect(first).toMatchObject({ isWhole: true, publications: 13, failed: [] })
    expect(room.waiting()).toBe(0)
    room.publish(live('articles', 50, { slug: 'new', title: 'New' }))
    const second = await bakeInto('one', room)
    expect(second.publications).toBe(1)
    expect((await files('one')).has('/articles/new.html.br')).toBe(true)
    expect(await bakeInto('one', room)).toMatchObject({ written: 0, removed: 0, publications: 0 })
  })

  it('goes on where a bake of everything was broken off, and bakes news before it does', async () => {
    const room = fresh()
    const stop = new AbortController()
    const parts: number[] = []
    const cut = await bakeInto('one', room, { signal: stop.signal, onProgress: (done) => (parts.push(done), done === 3 && stop.abort()) })
    expect(cut.isWhole).toBe(false)
    expect(room.waiting()).toBe(13)
    room.publish(live('articles', 50, { slug: 'urgent', title: 'Urgent' }))
    const again: number[] = []
    const whole = await bakeInto('one', room, {
      onProgress: (done) => {
        if (again.length === 0) expect(room.waiting()).toBe(13)
        again.push(done)
      },
    })
    expect(whole.isWhole).toBe(true)
    expect(again[0]).toBe(4)
    expect(room.waiting()).toBe(0)
    const straight = newsroom([...room.reader.rows.values()])
    await bakeInto('two', straight)
    expect([...(await files('one'))]).toEqual([...(await files('two'))])
  })

  it('bakes everything anew for another origin, and leaves nothing of the old one', async () => {
    const room = fresh()
    await bakeInto('one', room)
    await bakeInto('one', room, { origin: 'https://moved.example' })
    for (const [name, bytes] of await files('one')) if (!/\.(br|gz)$/.test(name)) expect([name, Buffer.from(bytes, 'base64').includes(ORIGIN)]).toEqual([name, false])
  })

  it('bakes everything anew when the settings change', async () => {
    const room = fresh()
    await bakeInto('one', room)
    room.publish(live('site-settings', 99, { ...SETTINGS, name: { en: 'Renamed', ar: 'اسم جديد' }, accent: { light: '#005500', dark: '#88ff88' } }, { id: 'settings-2' }))
    await bakeInto('one', room)
    expect(room.waiting()).toBe(0)
    const now = await files('one')
    expect(Buffer.from(now.get('/articles/no-2.html') ?? '', 'base64').toString()).toContain('Renamed')
    expect([...now.keys()].filter((name) => /^\/assets\/[^/]*\.css$/.test(name))).toHaveLength(1)
  })

  it('takes a withdrawn text off every page', async () => {
    const room = fresh()
    await bakeInto('one', room)
    const [, second] = articles
    if (second === undefined) throw new Error('no article')
    room.publish(withdrawn(second, '2026-11-12T00:00:00Z', 'On request.'))
    await bakeInto('one', room)
    const now = await files('one')
    expect(now.has('/articles/no-2.html')).toBe(false)
    for (const [name, bytes] of now) {
      if (/\.(br|gz)$/.test(name) || name === '/corrections.html') continue
      expect([name, Buffer.from(bytes, 'base64').toString().includes('/articles/no-2"')]).toEqual([name, false])
    }
  })

  it('takes a withdrawn text away before it bakes everything anew', async () => {
    const room = fresh()
    await bakeInto('one', room)
    const [, second] = articles
    if (second === undefined) throw new Error('no article')
    room.publish(live('site-settings', 99, { ...SETTINGS, name: { en: 'Renamed', ar: 'اسم جديد' } }, { id: 'settings-2' }))
    const tombstone = withdrawn(second, '2026-11-12T00:00:00Z', 'On request.')
    room.publish(tombstone)
    const gone: boolean[] = []
    const noted: boolean[] = []
    const stop = new AbortController()
    await bakeInto('one', room, {
      signal: stop.signal,
      async onProgress() {
        stop.abort()
        noted.push((await room.ledger.pending()).includes(tombstone.id))
      },
    })
    gone.push(!(await files('one')).has('/articles/no-2.html'))
    expect({ gone, noted }).toEqual({ gone: [true], noted: [false] })
  })

  it('keeps a publication waiting while one of its pages can not be written, and bakes the others', async () => {
    const room = fresh()
    await bakeInto('one', room)
    room.publish(live('articles', 60, { slug: 'broken', title: 'Broken', body: [{ type: 'paragraph', children: [{ type: 'text', text: {} as never }] }] }))
    room.publish(live('articles', 61, { slug: 'sound', title: 'Sound', language: 'ar' }))
    const report = await bakeInto('one', room)
    expect(report.failed.map(({ path }) => path)).toContain('/articles/broken')
    expect(room.waiting()).toBe(1)
    expect((await files('one')).has('/ar/articles/sound.html')).toBe(true)
    expect((await files('one')).has('/articles.html')).toBe(true)
  })

  it('notes after a bake of everything what is shown whole, and keeps waiting only what touches a page that could not be written', async () => {
    const broken = live('topics', 60, { slug: 'broken', title: 'Broken', description: {} as never })
    const apart = live('topics', 61, { slug: 'apart', title: 'Apart' })
    const room = newsroom([live('site-settings', 99, SETTINGS), live('articles', 62, { slug: 'on-it', topics: [broken.document] }), live('articles', 63, { slug: 'sound' }), broken, apart])
    const report = await bakeInto('one', room)
    expect(report.failed.map(({ path }) => path)).toContain('/topics/broken')
    expect(report.isWhole).toBe(true)
    const waiting = await room.ledger.pending()
    expect(waiting).toContain(broken.id)
    expect(waiting).not.toContain(apart.id)
    expect(waiting).not.toContain(room.reader.rows.get(live('articles', 63).document)?.id)
  })

  it('remembers a page that could not be written when a bake of everything is continued', async () => {
    const broken = live('topics', 60, { slug: 'broken', title: 'Broken', description: {} as never }, { publishedAt: '2026-01-05T10:00:00.000Z' })
    const room = newsroom([live('site-settings', 99, SETTINGS), broken, ...articles])
    for (let isWhole = false; !isWhole; ) {
      const stop = new AbortController()
      ;({ isWhole } = await bakeInto('one', room, { signal: stop.signal, onProgress: () => stop.abort() }))
    }
    expect(await room.ledger.pending()).toContain(broken.id)
    expect(room.waiting()).toBeLessThan(14)
  })

  it('does not count a text as shown whose image is nowhere', async () => {
    const room = fresh()
    await bakeInto('one', room)
    const image = { id: 'quay', alt: 'A quay', width: 8, height: 8, variants: [{ width: 8, height: 8, file: 'quay.webp', type: 'image/webp' as const, bytes: 5 }] }
    room.publish(live('articles', 70, { slug: 'quay', title: 'Quay', body: [{ type: 'image', image, warnings: [] }] }))
    const report = await bakeInto('one', room)
    expect(report.failed.map(({ path }) => path)).toEqual(['/media/quay.webp'])
    expect(room.waiting()).toBe(1)
    expect((await files('one')).has('/articles/quay.html')).toBe(true)
    await mkdir(join(root, 'media'), { recursive: true })
    await writeFile(join(root, 'media/quay.webp'), 'image')
    expect((await bakeInto('one', room)).failed).toEqual([])
    expect(room.waiting()).toBe(0)
  })

  it('bakes everything where a part of the manifest can no longer be read, and leaves nothing that nobody knows', async () => {
    const room = fresh()
    await bakeInto('one', room)
    const whole = await files('one')
    for (const name of await readdir(join(root, 'one/manifest'))) if (/^[0-9a-f]{2}\.json$/.test(name)) await writeFile(join(root, 'one/manifest', name), '{"/ar')
    const [, second] = articles
    if (second === undefined) throw new Error('no article')
    // A page of a text that was taken away while nobody knew of its page.
    await writeFile(join(root, 'one/public/articles/long-gone.html'), 'x')
    room.publish(live('articles', 2, { ...second.projection, title: 'No. 2' }, { id: 'again', publishedAt: second.publishedAt }))
    expect(await bakeInto('one', room)).toMatchObject({ isWhole: true, failed: [] })
    expect(room.waiting()).toBe(0)
    // Compressed forms are made with less effort in a bake of much; the pages themselves are those that were there.
    const pages = (found: Map<string, string>) => [...found].filter(([name]) => !/\.(br|gz)$/.test(name))
    expect(pages(await files('one'))).toEqual(pages(whole))
  })

  it('makes damaged and missing files anew', async () => {
    const room = fresh()
    await bakeInto('one', room)
    const before = await files('one')
    await rm(join(root, 'one/public/articles/no-2.html'))
    await writeFile(join(root, 'one/public/feed.xml'), 'x'.repeat(10))
    const mended = await repair({ reader: room.reader, origin: ORIGIN, editionDir: join(root, 'one'), mediaDir: join(root, 'media'), parts: Array.from({ length: 256 }, (_, part) => part) })
    expect(mended).toBe(2)
    expect([...(await files('one'))]).toEqual([...before])
  })
})
