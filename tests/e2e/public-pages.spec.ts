import AxeBuilder from '@axe-core/playwright'
import { expect, publicPaths, test } from './support/newsroom'

const WIDTHS = [360, 1280] as const
// Pages of one kind share their markup; axe takes most of a second for each.
const LOOKED_INTO_OF_EACH_KIND = 3

test('every public page fits its screen, asks nobody else for anything, and has no axe finding', async ({ browser, request, newsroom }) => {
  test.setTimeout(900_000)
  const { pages } = await publicPaths(request, newsroom)
  expect(pages.length).toBeGreaterThanOrEqual(40)
  const problems: string[] = []
  const ofKind = new Map<string, string[]>()
  for (const path of pages) {
    const kind = path.split('/').slice(0, path.startsWith('/ar') ? 3 : 2).join('/')
    ofKind.set(kind, [...(ofKind.get(kind) ?? []), path])
  }
  const lookedInto = new Set([...ofKind.values()].flatMap((paths) => paths.slice(0, LOOKED_INTO_OF_EACH_KIND)))
  for (const width of WIDTHS) {
    // axe is our tool, not the page's: it may run where the page's own policy allows no script.
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
    const page = await context.newPage()
    page.on('request', (asked) => {
      if (new URL(asked.url()).origin !== newsroom.url) problems.push(`${page.url()} asks ${asked.url()}`)
    })
    for (const path of pages) {
      await page.goto(newsroom.url + encodeURI(decodeURI(path)))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) problems.push(`${path} is ${over} px wider than ${width} px`)
      if (!lookedInto.has(path)) continue
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of violations) problems.push(`${path} at ${width} px: ${id} at ${nodes.map((node) => node.target.join(' ')).slice(0, 2).join(', ')}`)
    }
    if ((await context.cookies()).length > 0) problems.push(`cookies at ${width} px`)
    await context.close()
  }
  expect(problems).toEqual([])
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
