import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnvironment } from '../../../../src/env'
import { openFetcher } from '../../../../src/captures/fetch/fetcher'
import type { Fetcher } from '../../../../src/captures/fetch/types'
import { openNameServer, spoolFolder } from '../../../support/hostile-network'
import { type SocksServer, openSocksServer } from '../../../support/socks-server'

const ONION = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion'

let site: Server
let proxy: SocksServer
let fetcher: Fetcher
let lookedUp: string[]
const place = spoolFolder()
const ended: (() => void | Promise<void>)[] = []

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === '/inwards') return response.writeHead(302, { location: 'http://127.0.0.1/' }).end()
    if (request.url === '/onwards') return response.writeHead(302, { location: `http://${ONION}/` }).end()
    return response.end('a page')
  })
  const port = await new Promise<number>((resolve) => site.listen(0, '127.0.0.1', () => resolve((site.address() as AddressInfo).port)))
  const nameServer = await openNameServer({})
  lookedUp = nameServer.asked
  proxy = await openSocksServer({ 'news.attacker.org': port, [ONION]: port, '93.184.215.14': port }, { name: 'news', password: 'a:b/c' })
  setEnvironment({ FETCH_PROXY: `socks5://news:a%3Ab%2Fc@127.0.0.1:${proxy.port}`, FETCH_DNS: nameServer.address, FETCH_TEST_HOSTS: undefined })
  fetcher = openFetcher({ spoolDir: place.folder })
  ended.push(() => fetcher.close(), () => setEnvironment({ FETCH_PROXY: undefined, FETCH_DNS: undefined }), () => proxy.close(), () => void site.close(), nameServer.close, place.remove)
})

afterAll(async () => {
  for (const end of ended) await end()
})

const get = (url: string) => fetcher.fetch({ url, purpose: 'check' })

describe('through a SOCKS proxy', () => {
  it('names are handed over as they are, and nothing is looked up here', async () => {
    expect(await get('http://news.attacker.org/')).toMatchObject({ ok: true, hops: [{ status: 200, address: null }] })
    expect(proxy.asked).toEqual([{ host: 'news.attacker.org', type: 3, port: 80, user: 'news' }])
    expect(lookedUp).toEqual([])
  })
  it('an onion is reached, also by a redirect, and a public address', async () => {
    expect(await get('http://news.attacker.org/onwards')).toMatchObject({ ok: true, finalUrl: `http://${ONION}/` })
    expect(await get('http://93.184.215.14/')).toMatchObject({ ok: true })
  })
  it('what is not public is never asked for', async () => {
    const before = proxy.asked.length
    for (const url of ['http://127.0.0.1/', 'http://[::ffff:10.0.0.1]/', 'http://localhost/', 'http://db.internal/', 'http://2130706433/', 'http://news.attacker.org:22/']) {
      expect(await get(url), url).toMatchObject({ ok: false, failure: { class: 'refused' } })
    }
    expect(proxy.asked).toHaveLength(before)
    expect(await get('http://news.attacker.org/inwards')).toMatchObject({ ok: false, failure: { class: 'refused' }, hops: [{ status: 302 }] })
  })
  it('a host that the proxy does not reach is one that did not answer', async () => {
    expect(await get('http://unknown.attacker.org/')).toMatchObject({ ok: false, failure: { class: 'connect' } })
  })
  it('nothing is fetched past a proxy that is not there, or takes other credentials', async () => {
    for (const address of ['socks5://127.0.0.1:1', `socks5://news:wrong@127.0.0.1:${proxy.port}`]) {
      setEnvironment({ FETCH_PROXY: address })
      const other = openFetcher({ spoolDir: place.folder })
      expect(await other.fetch({ url: 'http://news.attacker.org/', purpose: 'check' })).toMatchObject({ ok: false, failure: { class: 'connect' } })
      await other.close()
    }
    expect(lookedUp).toEqual([])
  })
})
