import AxeBuilder from '@axe-core/playwright'
import type { Browser } from '@playwright/test'
import { expect, publicPaths, test } from './support/newsroom'

/** The first `most` pages of each kind in each language, such as one article and one month of articles. */
function ofEachKind(paths: readonly string[], most: number): string[] {
  const kindOf = (path: string) => path.replace(/^(\/ar)?(\/[^/]+)(.*)$/, (_, language = '', listing: string, below: string) => language + listing + below.replaceAll(/\/[^/]+/g, '/*'))
  return Object.values(Object.groupBy(paths, kindOf)).flatMap((kind = []) => kind.slice(0, most))
}

/** What is wrong with each of `paths` at one width: wider than the window, asking somebody else; of those in `forAxe`, a finding of axe. */
async function problemsAt(width: number, browser: Browser, origin: string, paths: readonly string[], forAxe: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  // axe is our tool, not the page's: it may run where the page's own policy allows no script.
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
  const page = await context.newPage()
  page.on('request', (asked) => {
    if (new URL(asked.url()).origin !== origin) problems.push(`${page.url()} asks ${asked.url()}`)
  })
  for (const path of paths) {
    await page.goto(origin + encodeURI(decodeURI(path)))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) problems.push(`${path} is ${over} px wider than ${width} px`)
    if (!forAxe.includes(path)) continue
    // No page has a frame, so axe needs no page of its own to put the findings of several together; what it finds to be well is not told.
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().analyze()
    for (const { id, nodes } of violations) problems.push(`${path} at ${width} px: ${id} at ${nodes.map((node) => node.target.join(' ')).slice(0, 2).join(', ')}`)
  }
  if ((await context.cookies()).length > 0) problems.push(`cookies at ${width} px`)
  await context.close()
  return problems
}

test('every public page fits its screen, asks nobody else for anything, and has no axe finding', async ({ browser, request, newsroom }) => {
  test.setTimeout(900_000)
  const { pages } = await publicPaths(request, newsroom)
  expect(pages.length).toBeGreaterThanOrEqual(40)
  // axe takes most of the time. Written pages differ in their markup, so it reads every one of them, and of those that are made from records the
  // first of each kind; on a wide screen it reads what may differ there, the layout of each kind.
  const written = pages.filter((path) => /^(\/ar)?\/(articles|posts)\/[^/]+$/.test(path))
  expect(written.length).toBeGreaterThanOrEqual(20)
  const narrow = [...new Set([...written, ...ofEachKind(pages, 4)])]
  const wide = ofEachKind(pages, 1)
  expect(wide.length).toBeGreaterThanOrEqual(20)
  const problems = await Promise.all([problemsAt(360, browser, newsroom.url, pages, narrow), problemsAt(1280, browser, newsroom.url, pages, wide)])
  expect(problems.flat()).toEqual([])
})

test('a page can be read at 200 % and with images off, in the dark and on paper', async ({ browser, request, newsroom }) => {
  const { pages } = await publicPaths(request, newsroom)
  const articles = pages.filter((path) => /^(\/ar)?\/articles\/[^/]+$/.test(path)).slice(0, 6)
  const context = await browser.newContext({ viewport: { width: 640, height: 400 }, javaScriptEnabled: true, colorScheme: 'dark' })
  await context.route(/\.(webp|jpe?g|png)$/, (route) => route.abort())
  const page = await context.newPage()
  for (const path of articles) {
    await page.goto(newsroom.url + encodeURI(decodeURI(path)))
    // A window of 640 px at 200 % has 320 CSS pixels.
    await page.setViewportSize({ width: 320, height: 400 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0)
    await expect(page.locator('h1')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('h1')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  }
  await context.close()
})
