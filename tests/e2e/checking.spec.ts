import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import type { System } from '../support/server'
import { expect, signIn, test, type Account } from './support/newsroom'
import { body, panel, text } from './support/panel'
import { enterDesk } from './support/sign-in'

type Asked = Awaited<ReturnType<typeof signIn>>

const cite = (key: string, more: object = {}): object => ({ type: 'inlineBlock', version: 1, fields: { id: key.padEnd(24, '0'), blockName: '', blockType: 'citation', key, source: null, ...more } })
const LONG = Array.from({ length: 300 }, (_, line) => `Line ${line} of the report on the river, as it was kept.`)

/** A kept copy of a source, as a capture leaves it. */
async function keep(newsroom: System, source: string, words: string): Promise<void> {
  const client = new pg.Client({ connectionString: newsroom.databaseUrl })
  await client.connect()
  await client.query(
    `insert into handbill.captures (source, why, requested_url, final_url, fetched_at, captured_at, provider, tool, audience, text, text_hash, title) values ($1, 'linked', 'https://rivers.example/', 'https://rivers.example/', now(), now(), 'upload', 'test', 'editors', $2, 'x', 'The kept report')`,
    [source, words],
  )
  await client.end()
}

async function sourceNamed(editor: Asked, title: string, language = 'en'): Promise<string> {
  const made = await editor.call('POST', '/sources', { title, language, kind: 'report', url: `https://rivers.example/${encodeURIComponent(title)}`, publisher: 'Rivers Office', issued: '2024-05' })
  expect(made.status).toBe(201)
  return made.body.doc.id
}

async function submitted(editor: Asked, data: object): Promise<string> {
  const made = await editor.call('POST', '/articles', { kind: 'original', standfirst: 'What is known.', warningReview: 'assessedNone', ...data })
  expect(made.status).toBe(201)
  expect((await editor.call('POST', `/articles/${made.body.doc.id}/review/submit`, {})).status).toBe(200)
  return made.body.doc.id
}

async function atTheDesk(browser: Browser, newsroom: System, account: Account, language: 'en' | 'ar' = 'en', width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  await enterDesk(page, newsroom, account)
  await context.addCookies([{ name: 'payload-lng', value: language, url: newsroom.url }])
  return page
}

/** What is wrong with how a page is laid out and read out. */
async function problemsOf(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const { violations } = await new AxeBuilder({ page }).include('.desk-page').setLegacyMode().analyze()
  return [...(over > 0 ? [`${over} px too wide`] : []), ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`)]
}

test('a reviewer checks citations one by one by keyboard, takes one back, and is led from the panel to what needs a source', async ({ browser, request, newsroom }) => {
  test.setTimeout(400_000)
  const editor = await signIn(request, newsroom, 'editor')
  const [fell, rose] = [await sourceNamed(editor, 'How the river fell'), await sourceNamed(editor, 'How the river rose')]
  await keep(newsroom, fell, [...LONG, 'In May the river fell by one metre.', ...LONG].join('\n'))
  await keep(newsroom, rose, [...LONG, 'In June nothing happened.'].join('\n'))
  const id = await submitted(editor, {
    title: 'What the river did', slug: 'what-the-river-did', language: 'en',
    body: body([
      text('It was a dry spring. The river fell by a metre. '), cite('fell', { source: fell, quote: 'the river fell by one metre' }), text(' Then it rose.'), cite('rose', { source: rose, quote: 'the river rose by two metres' }), text(' Everybody knew.'), cite('knew'),
    ]),
  })

  const page = await atTheDesk(browser, newsroom, 'sources')
  await page.goto(`${newsroom.url}/admin`)
  // The navigation may be folded away.
  await expect(page.locator('.record-links a', { hasText: 'Checking sources' })).toHaveAttribute('href', '/admin/checking')
  await page.goto(`${newsroom.url}/admin/checking`)
  await page.locator(`[data-document="${id}"]`).getByRole('link').click()
  const place = page.locator('#checking-place')
  const shown = page.locator('.checking article')
  const said = page.locator('.checking-said')
  await expect(place).toContainText('1 of 2')
  await expect(shown).toHaveAttribute('data-citation', 'fell')
  await expect(page.locator('[aria-labelledby="checking-claim"] mark')).toHaveText('The river fell by a metre.')
  await expect(page.locator('.checking-text')).toHaveAttribute('data-found', 'found')
  await expect(page.locator('.checking-text mark')).toHaveText('the river fell by one metre')
  await expect(page.locator('.checking-text mark')).toBeInViewport()
  expect(await problemsOf(page)).toEqual([])

  // The next one stands there whole the moment the first is decided: no page of its own, no pause for its copy.
  await expect(page.locator('.checking-keys input')).toBeEnabled()
  await page.keyboard.press('1')
  await expect(shown).toHaveAttribute('data-citation', 'rose')
  await expect(place).toContainText('2 of 2')
  await expect(place).toBeFocused()
  await expect(said).toHaveText('Supports it. Recorded.')
  await expect(page.locator('.checking-text')).toHaveAttribute('data-found', 'lost')

  // A note is written without its letters doing anything, and Escape leads back to the keys.
  await page.keyboard.press('n')
  await page.keyboard.type('No, 3 words of it: nothing happened.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('3')
  await expect(shown).toHaveAttribute('data-support', 'doesNot')
  await expect(page.locator('.checking-earlier blockquote')).toHaveText('No, 3 words of it: nothing happened.')
  await page.keyboard.press('u')
  await expect(said).toHaveText('Taken back.')
  await expect(shown).toHaveAttribute('data-support', 'unchecked')
  await page.keyboard.press('3')
  await expect(shown).toHaveAttribute('data-support', 'doesNot')

  // The keys are told, and can be put off.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(shown).toHaveAttribute('data-citation', 'rose')
  await page.keyboard.press('k')
  await expect(shown).toHaveAttribute('data-citation', 'fell')
  await page.getByLabel('Single keys do something').uncheck()
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(shown).toHaveAttribute('data-citation', 'rose')

  // In the review of the text stands what keeps it from approval, with links there.
  const publisher = await atTheDesk(browser, newsroom, 'publisher')
  await publisher.goto(`${newsroom.url}/admin/collections/articles/${id}`)
  await expect(panel(publisher).getByText('1 citation needs a source')).toBeVisible({ timeout: 30_000 })
  await expect(panel(publisher).getByText('1 source does not say what the text says')).toBeVisible()
  await panel(publisher).getByRole('link', { name: 'Everybody knew.' }).click()
  await expect(publisher.locator('.checking article')).toHaveAttribute('data-citation', 'knew', { timeout: 30_000 })
  await expect(publisher.locator('.checking-verdict button').first()).toBeHidden()
})

test('an Arabic text is set from the right in an English desk, an English one from the left in an Arabic desk, wide and narrow', async ({ browser, request, newsroom }) => {
  test.setTimeout(400_000)
  const editor = await signIn(request, newsroom, 'editor')
  const [arabic, english] = [await sourceNamed(editor, 'تقرير عن النهر', 'ar'), await sourceNamed(editor, 'A note on the harbour')]
  await keep(newsroom, arabic, 'في أيار هبط النهرُ مترًا واحدًا.\nثم ارتفع.')
  await keep(newsroom, english, 'The harbour was shut in May.')
  const texts = {
    ar: await submitted(editor, { title: 'ما فعله النهر', slug: 'ما-فعله-النهر', language: 'ar', body: body([text('كان الربيع جافًا. هبط النهر مترًا.'), cite('nahr', { source: arabic, quote: 'هبط النهر مترا واحدا', quoteTranslation: 'The river fell by one metre.' })]) }),
    en: await submitted(editor, { title: 'What the harbour did', slug: 'what-the-harbour-did', language: 'en', body: body([text('It was shut.'), cite('shut', { source: english, quote: 'The harbour was shut' }), text(' It opened again.'), cite('open', { source: english })]) }),
  }
  for (const [language, direction, other] of [['en', 'ltr', 'ar'], ['ar', 'rtl', 'en']] as const) {
    for (const width of [1280, 360]) {
      const page = await atTheDesk(browser, newsroom, 'sources', language, width)
      for (const own of [other, language] as const) {
        await page.goto(`${newsroom.url}/admin/checking/articles/${texts[own]}`)
        await expect(page.locator('.checking article')).toBeVisible({ timeout: 30_000 })
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction)
        for (const words of ['.checking-words', '.checking-text p']) expect(await page.locator(words).first().evaluate((node) => getComputedStyle(node).direction), `${words} of ${own} in ${language}`).toBe(own === 'ar' ? 'rtl' : 'ltr')
        // Vowel signs of the copy, and their lack in the quote, are no difference.
        await expect(page.locator('.checking-text mark')).toBeInViewport({ ratio: 0.1 })
        expect(await problemsOf(page), `${own} in ${language} at ${width}`).toEqual([])
      }
      await page.context().close()
    }
  }
  // "Onwards" points to where one reads on to.
  const page = await atTheDesk(browser, newsroom, 'sources', 'ar')
  await page.goto(`${newsroom.url}/admin/checking/articles/${texts.en}`)
  await expect(page.locator('.checking article')).toHaveAttribute('data-citation', 'shut')
  await expect(page.locator('.checking-keys input')).toBeEnabled()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.checking article')).toHaveAttribute('data-citation', 'open')
  await expect(page.locator('#checking-place')).toContainText('2 من 2')
})
