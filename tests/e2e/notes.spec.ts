import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, publicPaths, test } from './support/newsroom'
import type { System } from '../support/server'

const SMALLEST_TARGET = 24
const LANGUAGES = ['en', 'ar'] as const

/** The address of the article in a language that has the most notes. */
async function citingArticle(request: APIRequestContext, newsroom: System, language: 'en' | 'ar'): Promise<string> {
  const { pages } = await publicPaths(request, newsroom)
  const articles = pages.filter((path) => (language === 'ar' ? /^\/ar\/articles\/[^/]+$/ : /^\/articles\/[^/]+$/).test(path))
  const counted = await Promise.all(articles.map(async (path) => ({ path, notes: (await (await request.get(newsroom.url + path)).text()).split('role="doc-noteref"').length - 1 })))
  const most = counted.sort((a, b) => b.notes - a.notes)[0]
  if (most === undefined || most.notes === 0) throw new Error(`no article in ${language} has notes`)
  return newsroom.url + most.path
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Each mark in the order of the text, with where it stands and where the margin prints what it refers to, in pixels from the top of the page. */
async function marginOf(page: Page): Promise<{ label: string; mark: number; top: number; bottom: number }[]> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  type Found = typeof root
  const within = (node: Found): Found[] => [node, ...(node.children ?? []).flatMap(within)]
  const nameOf = ({ attributes = [] }: Found): string => attributes[attributes.indexOf('aria-label') + 1] ?? ''
  const placed = within(root).map(async (node) => {
    const note = node.pseudoElements?.find(({ pseudoType }) => pseudoType === 'after')
    if (node.attributes?.includes('doc-noteref') !== true || note === undefined) return []
    // What stands in a passage that is folded away has no box.
    const box = async (nodeId: number) => session.send('DOM.getBoxModel', { nodeId }).then(({ model }) => model.border, () => null)
    const [mark, printed] = await Promise.all([box(node.nodeId), box(note.nodeId)])
    return mark === null || printed === null ? [] : [{ label: nameOf(node), mark: Math.round(mark[1] as number), top: printed[1] as number, bottom: printed[5] as number }]
  })
  return (await Promise.all(placed)).flat()
}

for (const language of LANGUAGES) {
  test(`the margin prints notes in the order of their marks, none on another, also where several stand in one line, in ${language}`, async ({ page, request, newsroom }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(await citingArticle(request, newsroom, language))
    await page.evaluate(() => {
      const marks = [...document.querySelectorAll('.body > p .cited')]
      document.querySelector('.body > p')?.replaceChildren(...marks.flatMap((mark) => ['x ', mark, ' ']))
    })
    const notes = await marginOf(page)
    expect(new Set(notes.map(({ mark }) => mark)).size, 'several marks stand in one line').toBeLessThan(notes.length / 2)
    const outOfOrder = notes.flatMap((note, index) => {
      const before = notes[index - 1]
      return before === undefined || note.top >= before.bottom ? [] : `${note.label} (${note.top}) after ${before.label} (to ${before.bottom})`
    })
    expect(outOfOrder).toEqual([])
    expect(notes.filter(({ mark, top }) => top < mark - 24).map(({ label }) => label), 'none stands above its mark').toEqual([])
  })

  test(`a reader at the keyboard goes from text to note and back, and opens a note where it is, in ${language}`, async ({ page, request, newsroom }) => {
    await page.goto(await citingArticle(request, newsroom, language))
    const mark = page.locator('[role=doc-noteref]').first()
    const [id, target] = [await mark.getAttribute('id'), await mark.getAttribute('href')]

    await mark.focus()
    await page.keyboard.press('Tab')
    const button = page.locator('.look').first()
    await expect(button).toBeFocused()
    const glance = page.locator('.peek').first()
    await expect(glance).toBeHidden()
    await page.keyboard.press('Enter')
    await expect(glance).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(glance.locator('a').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(glance).toBeHidden()
    await expect(button).toBeFocused()

    await mark.focus()
    await page.keyboard.press('Enter')
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(target)
    const note = page.locator(`[id="${target?.slice(1)}"]`)
    await expect(note).toBeInViewport()
    await note.locator(`[role=doc-backlink][href="#${id}"]`).focus()
    await page.keyboard.press('Enter')
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`)
    await expect(mark).toBeInViewport()
  })

  test(`notes are large enough to hit, fit their screen with one open, and have no axe finding, in ${language}`, async ({ browser, request, newsroom }) => {
    const address = await citingArticle(request, newsroom, language)
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(address)
      const small = await page.evaluate((smallest) => [...document.querySelectorAll('.ref, .look, .back, .notes .ways a')].flatMap((each) => {
        const { width, height } = each.getBoundingClientRect()
        return each.closest('details:not([open])') !== null || (height >= smallest && (width >= smallest || each.matches('.ways a'))) ? [] : `${each.className} ${each.textContent}: ${width} × ${height}`
      }), SMALLEST_TARGET)
      expect(small).toEqual([])
      // In the margin where there is one, nowhere else.
      const margin = await page.evaluate(() => getComputedStyle(document.querySelector('.body > p .ref') as Element, '::after').content)
      expect(margin === 'none').toBe(width === 360)
      await page.locator('.look').first().click()
      const glance = await page.locator('.peek:popover-open').boundingBox()
      expect(glance).not.toBeNull()
      expect(glance?.x).toBeGreaterThanOrEqual(0)
      expect((glance?.x ?? 0) + (glance?.width ?? 0)).toBeLessThanOrEqual(width)
      expect(await overflow(page)).toBe(0)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
      await context.close()
    }
  })

  test(`paper has each note once, with its addresses, in ${language}`, async ({ page, request, newsroom }) => {
    await page.goto(await citingArticle(request, newsroom, language))
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.look').first()).toBeHidden()
    await expect(page.locator('.peek').first()).toBeHidden()
    await expect(page.locator('section.notes li').first()).toBeVisible()
    const printed = await page.evaluate(() => {
      const link = document.querySelector('section.notes .ways a[href^="http"]') as HTMLAnchorElement
      return { address: getComputedStyle(link, '::after').content, href: link.getAttribute('href') }
    })
    expect(printed.address).toContain(printed.href)
  })
}

test('the sources of a text can be taken along, and are served as what they are', async ({ page, request, newsroom }) => {
  const address = await citingArticle(request, newsroom, 'en')
  await page.goto(address)
  const types = { bib: 'application/x-bibtex', ris: 'application/x-research-info-systems', json: 'application/vnd.citationstyles.csl+json' }
  for (const [format, type] of Object.entries(types)) {
    const href = await page.locator(`.exports a[href$=".${format}"]`).getAttribute('href')
    const file = await request.get(newsroom.url + href)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toBe(`${type}; charset=utf-8`)
    expect((await file.body()).length).toBeGreaterThan(50)
  }
})
