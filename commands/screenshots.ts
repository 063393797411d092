import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setEnvironment } from '../src/env'
import { browserArguments, installedBrowser } from '../tests/support/browser'
import { demoPassword, startSystem } from '../tests/support/server'

const HELP = `npm run screenshots -- [--out DIR]

Starts a newsroom with the demo content on free ports and takes a picture of every kind of page and of the desk's views, 360 and
1280 pixels wide, in English and Arabic. They go into screenshots/.
`
const WIDTHS = [360, 1280] as const
const ACCOUNTS = ['editor', 'care', 'publisher'] as const
const SHOWN = ['articles', 'social-posts', 'sources', 'media'] as const

if (process.argv.includes('--help')) {
  process.stdout.write(HELP)
  process.exit(0)
}
const asked = process.argv.indexOf('--out')
const folder = asked === -1 ? 'screenshots' : (process.argv[asked + 1] as string)
const say = (line: string) => process.stdout.write(`${line}\n`)

setEnvironment({ DATABASE_URL: undefined, DATA_DIR: undefined })
say('Starting a newsroom with the demo content …')
const system = await startSystem({ demo: true })
const browser = await chromium.launch({ executablePath: installedBrowser(), args: browserArguments })

// A page of the site is there when it is loaded; the desk goes on asking for what it shows.
const shot = async (context: BrowserContext, path: string, name: string, act?: (page: Page) => Promise<void>): Promise<void> => {
  const page = await context.newPage()
  await page.goto(system.url + path, { waitUntil: path.startsWith('/admin') ? 'networkidle' : 'load' })
  await act?.(page)
  // Images further down are fetched only when they come into view.
  for (const image of await page.locator('img[loading="lazy"]:visible').all()) await image.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'eager' || !image.checkVisibility()))
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.close()
}

/** One address of each kind of page, as the sitemap has them: the first of each first segment, in each language. */
async function addresses(): Promise<string[]> {
  const xml = await (await fetch(`${system.url}/sitemap.xml`)).text()
  const paths = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname)
  const listings = ['', '/articles', '/posts', '/sources', '/corrections', '/warnings', '/feeds', '/search?q=a'].flatMap((path) => [path || '/', path.startsWith('/search') ? '/ar/search?q=%D8%A7%D9%84' : `/ar${path}`])
  return [...new Set([...listings, ...paths])]
}

async function signIn(account: string): Promise<{ token: string; call(path: string, data?: object): Promise<Record<string, unknown>> }> {
  const post = (data: object, headers: Record<string, string> = {}) => ({ method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(data) })
  const login = await fetch(`${system.url}/api/users/login`, post({ email: `${account}@demo.example`, password: demoPassword }))
  if (!login.ok) throw new Error(`${account} could not sign in: ${login.status}`)
  const { token } = (await login.json()) as { token: string }
  const headers = { Authorization: `JWT ${token}` }
  return { token, call: async (path, data) => (await (await fetch(`${system.url}/api${path}`, data === undefined ? { headers } : post(data, headers))).json()) as Record<string, unknown> }
}

/** A source that texts rely on, its link said to be gone, and with a copy: the demo content has none, as it reaches no other site. */
async function troubledSource(): Promise<string> {
  const { token, call } = await signIn('publisher')
  const { docs } = (await call('/sources?depth=0&limit=50&where[visibility][equals]=public')) as { docs: { id: string }[] }
  for (const { id } of docs) {
    const { texts } = (await call(`/sources/${id}/impact`)) as { texts: unknown[] }
    if (texts.length === 0) continue
    await call(`/sources/${id}/link`, { lock: 'dead', note: 'Its office closed the site.' })
    const form = new FormData()
    form.set('file', new Blob(['A page of it, typed out.'], { type: 'text/plain' }), 'page.txt')
    await fetch(`${system.url}/api/sources/${id}/captures/upload`, { method: 'POST', headers: { Authorization: `JWT ${token}` }, body: form })
    return id
  }
  throw new Error('no text of the demo content relies on a source')
}

/** Opens the merging of a source, down to both records side by side. */
async function chooseToMerge(page: Page): Promise<void> {
  const merging = page.locator('.merge-source')
  await merging.getByRole('button').click()
  await merging.locator('input[type=search]').fill('a')
  await merging.locator('li button').first().click()
  await merging.locator('table').waitFor()
}

/** What is only at the desk of sources: the lists, one text that is checked, a source in trouble, and two that become one. */
async function shotsOfEvidence(context: BrowserContext, name: string, source: string): Promise<void> {
  await shot(context, '/admin/checking', `${name}-checking`)
  const { documents } = (await (await signIn('publisher')).call('/citations/unchecked')) as { documents: { collection: string; id: string }[] }
  const [first] = documents
  if (first !== undefined) await shot(context, `/admin/checking/${first.collection}/${first.id}`, `${name}-checking-one`)
  await shot(context, `/admin/impact?source=${source}`, `${name}-impact`)
  await shot(context, `/admin/collections/sources/${source}`, `${name}-source-in-trouble`, (page) => page.locator('.source-copies').waitFor())
  await shot(context, `/admin/collections/sources/${source}`, `${name}-merge`, chooseToMerge)
}

try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const nameOf = (path: string) => decodeURIComponent(path).replace(/^\//, '').replaceAll(/[/?=&]+/g, '-') || 'home'
  const paths = await addresses()
  const troubled = await troubledSource()
  for (const width of WIDTHS) {
    for (const scheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
      for (const path of scheme === 'light' ? paths : paths.slice(0, 4)) await shot(context, path, `site-${width}-${scheme}-${nameOf(path)}`)
      await context.close()
    }
    say(`  the site at ${width} px`)
    for (const language of ['en', 'ar'] as const) {
      for (const account of ACCOUNTS) {
        const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language })
        await context.addCookies([{ name: 'payload-lng', value: language, url: system.url }])
        const login = await context.request.post(`${system.url}/api/users/login`, { data: { email: `${account}@demo.example`, password: demoPassword } })
        if (!login.ok()) throw new Error(`${account} could not sign in: ${login.status()}`)
        await shot(context, '/admin', `desk-${width}-${language}-${account}-first-page`)
        const { token } = (await login.json()) as { token: string }
        for (const collection of SHOWN) {
          const listed = await context.request.get(`${system.url}/api/${collection}?limit=${account === 'editor' ? 4 : 2}&depth=0&sort=-updatedAt`, { headers: { Authorization: `JWT ${token}` } })
          const { docs } = (await listed.json()) as { docs: { id: string; slug?: string }[] }
          for (const { id, slug } of docs) await shot(context, `/admin/collections/${collection}/${id}`, `desk-${width}-${language}-${account}-${collection}-${decodeURIComponent(slug ?? id)}`)
          await shot(context, `/admin/collections/${collection}`, `desk-${width}-${language}-${account}-${collection}`)
        }
        if (account === 'publisher') await shotsOfEvidence(context, `desk-${width}-${language}-${account}`, troubled)
        await context.close()
      }
    }
    say(`  the desk at ${width} px`)
  }
  say(`Pictures are in ${folder}/`)
} finally {
  await browser.close()
  await system.stop()
}
process.exit(0)
