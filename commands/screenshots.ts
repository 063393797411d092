import { chromium, type BrowserContext } from '@playwright/test'
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
const shot = async (context: BrowserContext, path: string, name: string): Promise<void> => {
  const page = await context.newPage()
  await page.goto(system.url + path, { waitUntil: path.startsWith('/admin') ? 'networkidle' : 'load' })
  // Images further down are fetched only when they come into view.
  for (const image of await page.locator('img[loading="lazy"]:visible').all()) await image.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'eager' || image.offsetParent === null))
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

try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const nameOf = (path: string) => decodeURIComponent(path).replace(/^\//, '').replaceAll(/[/?=&]+/g, '-') || 'home'
  const paths = await addresses()
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
