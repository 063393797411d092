import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileOf } from '@/edition/file-names'
import { openStore, PARTS, readGeneration, type EditionStore } from '@/edition/store'

let root: string
let editionDir: string
let mediaDir: string
const open = (run = 'one'): EditionStore => openStore({ editionDir, mediaDir, run })
const file = (name: string): string => join(editionDir, 'public', name)
const everyPart = Array.from({ length: PARTS }, (_, part) => part)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'handbill-store-'))
  editionDir = join(root, 'edition')
  mediaDir = join(root, 'media')
  await mkdir(mediaDir)
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('names of files', () => {
  it.each([
    ['/', 'index.html'],
    ['/ar', 'ar.html'],
    ['/articles/x', 'articles/x.html'],
    ['/ar/articles/جداول-المد', 'ar/articles/جداول-المد.html'],
    ['/feed.xml', 'feed.xml'],
    ['/sitemap/2026-11.xml', 'sitemap/2026-11.xml'],
    ['/assets/site.abc.css', 'assets/site.abc.css'],
    ['/media/a.webp', 'media/a.webp'],
  ])('holds %s in %s', (path, name) => expect(fileOf(path)).toBe(name))

  it.each(['/../secret', '/a/../../b', '/a//b', '/a/', 'a', '', '/.git/config', '/a/.hidden', '/a\\b', '/a\0b', '/index', `/${'ك'.repeat(130)}`, '/e\u0301'])('refuses %j', (path) => {
    expect(fileOf(path)).toBe(null)
  })
})

describe('the store', () => {
  it('writes a page with two compressed forms that hold the same bytes', async () => {
    expect(await open().put('/articles/x', '<p>مرحبا</p>', 'best')).toBe('written')
    const bytes = await readFile(file('articles/x.html'))
    expect(bytes.toString()).toBe('<p>مرحبا</p>')
    expect(brotliDecompressSync(await readFile(file('articles/x.html.br')))).toEqual(bytes)
    expect(gunzipSync(await readFile(file('articles/x.html.gz')))).toEqual(bytes)
    expect((await readdir(file('articles'))).sort()).toEqual(['x.html', 'x.html.br', 'x.html.gz'])
  })

  it('dates each version of a file in a second of its own, so that no cache takes one for the other', async () => {
    // Two forms of one version may fall on two sides of a second.
    const seconds = new Set<string>()
    for (const words of ['one', 'two', 'six']) {
      await open().put('/x', words, 'best')
      for (const form of ['x.html', 'x.html.br']) seconds.add(`${form} ${Math.floor((await stat(file(form))).mtimeMs / 1000)}`)
    }
    expect(seconds.size).toBe(6)
  })

  it('leaves a file alone whose bytes are the same, also when it is opened again', async () => {
    const first = open()
    await first.put('/x', 'a', 'best')
    await first.commit()
    const before = (await stat(file('x.html'))).mtimeMs
    expect(await open().put('/x', 'a', 'best')).toBe('unchanged')
    expect((await stat(file('x.html'))).mtimeMs).toBe(before)
    await rm(file('x.html.br'))
    expect(await open().put('/x', 'a', 'best')).toBe('written')
  })

  it('removes a page with all its forms and the folders it leaves empty', async () => {
    const store = open()
    await store.put('/a/b/c', 'x', 'best')
    expect(await store.remove('/a/b/c')).toBe(true)
    expect(await store.remove('/a/b/c')).toBe(false)
    expect(await readdir(join(editionDir, 'public'))).toEqual([])
  })

  it('counts a generation for each commit that changed a file, and for no other', async () => {
    const store = open()
    await store.put('/x', 'a', 'best')
    await store.commit()
    await store.put('/x', 'a', 'best')
    await store.commit()
    expect(await readGeneration(editionDir)).toBe(1)
    await store.put('/x', 'b', 'best')
    await store.commit()
    expect(await readGeneration(editionDir)).toBe(2)
  })

  it('finds files that are missing or hold other bytes, of the same length too', async () => {
    const store = open()
    for (const path of ['/good', '/gone', '/changed', '/half', '/cut', '/other']) await store.put(path, 'abc', 'best')
    await store.commit()
    await writeFile(file('cut.html.br'), (await readFile(file('cut.html.br'))).subarray(0, 4))
    await writeFile(file('other.html.gz'), gzipSync('abd'))
    await rm(file('gone.html'))
    await writeFile(file('changed.html'), 'abd')
    await rm(file('half.html.gz'))
    const damaged = (await Promise.all(everyPart.map((part) => open().damaged(part)))).flat()
    expect(damaged.sort()).toEqual(['/changed', '/cut', '/gone', '/half', '/other'])
  })

  it('keeps an image while any document shows it', async () => {
    await writeFile(join(mediaDir, 'a.webp'), 'image')
    const store = open()
    expect(await store.putMedia('a.webp', 'one')).toBe(true)
    await store.putMedia('a.webp', 'two')
    await store.dropMedia('a.webp', 'one')
    expect(await readFile(file('media/a.webp'), 'utf8')).toBe('image')
    await store.dropMedia('a.webp', 'two')
    expect(await stat(file('media/a.webp')).catch(() => null)).toBe(null)
    expect(await store.putMedia('missing.webp', 'one')).toBe(false)
    expect(await store.putMedia('../a.webp', 'one')).toBe(false)
  })

  it('removes what a bake of everything did not come by', async () => {
    const first = open('one')
    await first.put('/old', 'x', 'best')
    await first.put('/kept', 'x', 'best')
    await first.commit()
    const second = open('two')
    await second.put('/kept', 'x', 'best')
    expect(await second.removeOthers()).toBe(1)
    expect((await second.paths()).sort()).toEqual(['/kept'])
    expect(await stat(file('old.html')).catch(() => null)).toBe(null)
  })

  it('removes with that what is served and no manifest knows, and leaves hidden files alone', async () => {
    await open('one').put('/old', 'x', 'best')
    await writeFile(join(mediaDir, 'a.webp'), 'image')
    await mkdir(file('.well-known'), { recursive: true })
    await mkdir(file('left/behind'), { recursive: true })
    for (const name of ['.well-known/security.txt', 'left/behind/x.html', 'left/behind/x.html.gz', 'media.webp']) await writeFile(file(name), 'x')
    const second = open('two')
    await second.put('/kept', 'x', 'best')
    await second.putMedia('a.webp', 'one')
    // The first store's manifest was never saved, so its page is as unknown as the rest.
    expect(await second.removeOthers()).toBe(6)
    expect((await readdir(join(editionDir, 'public'))).sort()).toEqual(['.well-known', 'kept.html', 'kept.html.br', 'kept.html.gz', 'media'])
    expect(await readdir(file('media'))).toEqual(['a.webp'])
  })

  it('takes an image away also where it no longer knows who shows it', async () => {
    await writeFile(join(mediaDir, 'a.webp'), 'image')
    const store = open()
    await store.putMedia('a.webp', 'one')
    await store.commit()
    for (const name of await readdir(join(editionDir, 'manifest'))) await writeFile(join(editionDir, 'manifest', name), '{"/media')
    const later = open()
    await later.dropMedia('a.webp', 'one')
    expect(await stat(file('media/a.webp')).catch(() => null)).toBe(null)
    expect(later.isDamaged()).toBe(true)
    expect(open().isDamaged()).toBe(false)
  })
})
