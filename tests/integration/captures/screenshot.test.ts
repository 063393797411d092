import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { request } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pathOf } from '@/captures/keep/files'
import { screenshooter, type Screenshooter } from '@/captures/screenshot/shoot'
import { setEnvironment } from '@/env'
import { installedBrowser } from '../../support/browser'
import { freshDatabase } from '../../support/database'
import { localSite, type LocalSite } from '../../support/local-site'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let site: LocalSite
let bystander: LocalSite
let proxy: LocalSite
let shooter: Screenshooter

beforeAll(async () => {
  fresh = await freshDatabase()
  setEnvironment({ CHROMIUM_PATH: installedBrowser(), SCREENSHOTS: 'on' })
  bystander = await localSite((_req, res) => res.writeHead(200, { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' }).end())
  site = await localSite((_req, res) =>
    res.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><link rel="dns-prefetch" href="//prefetched.test"><body style="background:#c00">
      <img src="http://${bystander.place}/direct.png"><img src="http://localhost:${bystander.port}/localhost.png"><img src="http://other.test/x.png"><iframe src="file:///etc/passwd"></iframe>
      <script>fetch('http://${bystander.place}/fetched').catch(() => 0); new WebSocket('ws://${bystander.place}/socket'); new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${bystander.port}' }] }).createDataChannel('x')</script>`),
  )
  // Lets the page's own host through, and refuses all else, as the fetcher's does with what is not public.
  proxy = await localSite((req, res) => {
    if (new URL(req.url ?? '').hostname !== 'site.test') return void res.writeHead(403).end()
    const [host, port] = site.place.split(':')
    request({ host, port, path: '/' }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(res)
    }).end()
  })
  shooter = screenshooter()!
})
afterAll(async () => {
  for (const server of [site, bystander, proxy]) await server.close()
  await fresh.drop()
})

it('shows how a page looks, drawn by our own encoder, and reaches nothing but through the proxy', async () => {
  const shot = await shooter.shoot('http://site.test/page', `http://${proxy.place}`)
  expect(shot).toMatchObject({ name: 'screenshot.webp', mime: 'image/webp' })
  const { data, info } = await sharp(await readFile(pathOf(shot!.sha256))).extract({ left: 600, top: 2000, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, info.channels)].map((value) => Math.round(value / 16))).toEqual([13, 0, 0])
  expect(bystander.asked).toEqual([])
  expect(proxy.asked).toEqual(expect.arrayContaining(['http://site.test/page', 'http://other.test/x.png', `http://${bystander.place}/direct.png`, `http://localhost:${bystander.port}/localhost.png`]))
  expect(proxy.asked.filter((url) => !/^http:\/\/(site\.test|other\.test|127\.0\.0\.1|localhost)[:/]/.test(url))).toEqual([])
})

it('is missing where the page or the browser fails, and fails nothing else', async () => {
  const nobody = await localSite(() => undefined)
  await nobody.close()
  expect(await new Promise((resolve) => connect(nobody.port, '127.0.0.1').once('error', () => resolve('refused')))).toBe('refused')
  setEnvironment({ CHROMIUM_PATH: '/nowhere/chromium' })
  expect(await screenshooter()!.shoot('http://site.test/page', `http://${proxy.place}`)).toBe(null)
  setEnvironment({ SCREENSHOTS: 'off' })
  expect(screenshooter()).toBe(null)
})
