import { test as base, type APIRequestContext, type Page } from '@playwright/test'
import { demoPassword, lastWords, startSystem, type System } from '../../support/server'
import { openSite } from './site'

export type Account = 'admin' | 'publisher' | 'editor' | 'contributor' | 'sources' | 'care' | 'copy' | 'legal'

/**
 * One newsroom with its demo content for all browser tests of a worker, as it runs in production; of all the web it reaches `http://site.test`.
 * After a test that failed, it says what its processes said last.
 */
export const test = base.extend<{ heard: void }, { newsroom: System }>({
  heard: [
    async ({ newsroom }, use, info) => {
      await use()
      if (info.status !== info.expectedStatus) process.stderr.write(`What the newsroom said last:\n${lastWords(newsroom)}\n`)
    },
    { auto: true },
  ],
  newsroom: [
    // Playwright reads what a fixture needs from this pattern, so it has to stand there, empty or not.
    async ({}, use) => {
      const site = await openSite()
      const system = await startSystem({ demo: true, hosts: { 'site.test': site.port } })
      await use(system)
      await system.stop()
      await site.close()
    },
    { scope: 'worker', timeout: 400_000 },
  ],
})

export { expect } from '@playwright/test'

/** Signs in over HTTP and returns a way to call the API as that account. */
export async function signIn(request: APIRequestContext, newsroom: System, account: Account) {
  const answer = await request.post(`${newsroom.url}/api/users/login`, { data: { email: `${account}@demo.example`, password: demoPassword } })
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()} ${await answer.text()}`)
  const { token, user } = (await answer.json()) as { token: string; user: { id: string; name: string } }
  const headers = { Authorization: `JWT ${token}` }
  const call = async (method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown) => {
    const got = await request.fetch(`${newsroom.url}/api${path}`, { method, headers, ...(data === undefined ? {} : { data }) })
    return { status: got.status(), body: (await got.json()) as Record<string, never> & { doc: { id: string }; errors?: unknown } }
  }
  const upload = async (path: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    const got = await request.post(`${newsroom.url}/api${path}`, { headers, multipart: { file } })
    if (!got.ok()) throw new Error(`${path}: ${got.status()} ${await got.text()}`)
  }
  return { user, call, upload }
}

/** Signs in through the form of the desk, as people do. */
export async function openDesk(page: Page, newsroom: System, account: Account): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${newsroom.url}/admin/login`)
  await page.locator('input[name="email"]').fill(`${account}@demo.example`)
  await page.locator('input[name="password"]').fill(demoPassword)
  await page.getByRole('button', { name: /log in|login/i }).click()
  await page.waitForURL((url) => !url.pathname.includes('/login'))
}

/** The paths of all pages and feeds that the site names: its sitemaps, its listings, and every feed of its feeds' page. */
export async function publicPaths(request: APIRequestContext, newsroom: System): Promise<{ pages: string[]; feeds: string[] }> {
  const read = async (path: string) => (await request.get(newsroom.url + path)).text()
  const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL((address as string).replaceAll('&amp;', '&')).pathname)
  const sitemap = await read('/sitemap.xml')
  const listed = sitemap.includes('<sitemapindex') ? (await Promise.all(locations(sitemap).map(read))).flatMap(locations) : locations(sitemap)
  const extra = ['/', '/articles', '/posts', '/sources', '/corrections', '/warnings', '/feeds'].flatMap((path) => [path, path === '/' ? '/ar' : `/ar${path}`])
  const feedLinks = (html: string) => [...html.matchAll(/href="([^"]*\/(?:feed\.xml|atom\.xml|feed\.json))"/g)].map(([, address]) => new URL(address as string, newsroom.url).pathname)
  const feeds = (await Promise.all(['/feeds', '/ar/feeds'].map(read))).flatMap(feedLinks)
  return { pages: [...new Set([...extra, ...listed])], feeds: [...new Set(feeds)] }
}
