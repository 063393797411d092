import { runMigrations } from 'graphile-worker'
import { randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Capture } from '@/captures/capture'
import { openReader } from '@/captures/extract/reader'
import { fulfil } from '@/captures/fulfil'
import { spoolFolder } from '@/captures/keep/files'
import { wantCapture } from '@/captures/requests'
import { capturesOf, readCapture } from '@/captures/store'
import { packWacz } from '@/captures/wacz/pack'
import { setEnvironment } from '@/env'
import { database } from '@/platform/database'
import { freshDatabase } from '../../support/database'
import { localSite, type LocalSite } from '../../support/local-site'
import { plainFetcher } from '../../support/plain-fetcher'
import { readWacz } from '../../support/read-wacz'
import { makeSource } from '../../support/sources'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let site: LocalSite
let capture: Capture
let noise: Capture
const reader = openReader()
const PAGE = '<!doctype html><html lang="en"><head><title>A page ü</title></head><body><p>The words relied on: كلمات.</p></body></html>'
const NOISE = randomBytes(300_000)

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  site = await localSite((req, res) => {
    if (req.url === '/old') res.writeHead(302, { Location: '/same', 'Content-Type': 'text/html' }).end(PAGE)
    else if (req.url === '/same') res.writeHead(302, { Location: '/page?b=2&a=1', 'Content-Type': 'text/html' }).end(PAGE)
    else if (req.url === '/noise') res.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(Buffer.concat([Buffer.from([1, 0]), gzipSync('a'), NOISE]))
    else res.writeHead(200, ['Content-Type', 'text/html; charset=utf-8', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Odd', 'caf\u00e9']).end(`${PAGE}<!-- the last -->`)
  })
  const means = { fetcher: plainFetcher(spoolFolder(), { 'site.test': site.place }), reader, screenshots: null, pauseMs: 0 }
  const captureOf = async (url: string): Promise<Capture> => {
    const source = await makeSource({ url })
    await fulfil((await wantCapture(database(), { source, url, by: null, why: 'linked' }))!, means)
    return (await readCapture(database(), (await capturesOf(database(), source))[0]!.id))!
  }
  capture = await captureOf('http://site.test/old')
  noise = await captureOf('http://site.test/noise')
})
afterAll(async () => {
  reader.close()
  await site.close()
  await fresh.drop()
})

describe('the WACZ of a capture', () => {
  it('is read by a reader that shares no code with its writer, every hash, offset and digest held', async () => {
    const wacz = await readWacz(await packWacz(capture))
    expect(wacz.records.map(({ headers }) => [headers.get('warc-type'), headers.get('warc-target-uri')])).toEqual([
      ['warcinfo', undefined],
      ['response', 'http://site.test/old'], ['request', 'http://site.test/old'],
      ['revisit', 'http://site.test/same'], ['request', 'http://site.test/same'],
      ['response', 'http://site.test/page?b=2&a=1'], ['request', 'http://site.test/page?b=2&a=1'],
    ])
    const last = wacz.records[5]!.block
    const head = last.subarray(0, last.indexOf('\r\n\r\n')).toString('latin1')
    expect(head.split('\r\n').slice(0, 5)).toEqual(['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', 'Set-Cookie: a=1', 'Set-Cookie: b=2', 'X-Odd: caf\u00e9'])
    expect(last.subarray(last.indexOf('\r\n\r\n') + 4).toString('utf8')).toBe(`${PAGE}<!-- the last -->`)
    expect(wacz.records[3]!.headers.get('warc-refers-to-target-uri')).toBe('http://site.test/old')
    expect(wacz.index.map(({ key, fields }) => [key, fields.status, fields.mime])).toEqual([['test,site)/old', '302', 'text/html'], ['test,site)/page?a=1&b=2', '200', 'text/html'], ['test,site)/same', '302', 'warc/revisit']])
    expect(wacz.pages).toMatchObject([{ url: 'http://site.test/page?b=2&a=1', title: 'A page ü', text: 'The words relied on: كلمات.' }])
  })

  it('is the same bytes each time, in whatever zone', async () => {
    const once = await packWacz(capture)
    setEnvironment({ TZ: 'Asia/Kathmandu' })
    const again = await packWacz(capture)
    setEnvironment({ TZ: undefined })
    expect(again.equals(once)).toBe(true)
  })

  it('says neither who made it nor on which machine', async () => {
    const { files, records } = await readWacz(await packWacz(capture))
    files.delete('archive/data.warc.gz')
    const words = Buffer.concat([...files.values(), ...records.flatMap(({ headers, block }) => [Buffer.from([...headers].join('\n')), block])]).toString('latin1')
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []).filter(({ internal }) => !internal).map(({ address }) => address)
    for (const word of [hostname(), fresh.dataDir, ...own]) expect(words.split(/[^\w.:/-]+/)).not.toContain(word)
  })

  it('holds bytes that look like its own structure without being misled by them', async () => {
    const { files, records } = await readWacz(await packWacz(noise))
    expect([...files.keys()]).toEqual(['archive/data.warc.gz', 'indexes/index.cdx', 'pages/pages.jsonl', 'datapackage.json', 'datapackage-digest.json'])
    expect(records[1]!.block.subarray(-NOISE.length).equals(NOISE)).toBe(true)
  })
})
