import type { Page } from '@playwright/test'
import type { System } from '../support/server'
import { expect, signIn, test } from './support/newsroom'
import { body, goBehind, panel, pressInTurn, saved, selectWords } from './support/panel'
import { enterDesk } from './support/sign-in'

const LINK = 'https://harbour.example/tides?utm_source=mail'
const TITLE = 'Tide tables of the outer harbour'

const editorOf = (page: Page) => page.locator('[data-lexical-editor="true"]').first()
const chips = (page: Page) => editorOf(page).locator('.cite-chip')
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
type Stored = { citations: Record<string, Record<string, string>> | null; body: object }

/** An article of two paragraphs, and its page in the desk. */
async function begin(page: Page, newsroom: System, caller: Awaited<ReturnType<typeof signIn>>, more: object = {}) {
  const made = await caller.call('POST', '/articles', { title: 'On the tides', language: 'en', kind: 'original', standfirst: 'As it was.', warningReview: 'assessedNone', body: body('The river fell by a metre.', 'Nobody was told of it.'), ...more })
  const path = `/articles/${made.body.doc.id}`
  await page.goto(`${newsroom.url}/admin/collections${path}`)
  await expect(panel(page).locator('[data-state]').first()).toBeVisible({ timeout: 30_000 })
  const stored = async (): Promise<Stored> => (await caller.call('GET', `${path}?depth=0`)).body as never
  const citations = async (): Promise<Record<string, string>[]> => Object.values((await stored()).citations ?? {})
  return { path, stored, citations }
}

/** Puts words on the clipboard of the page and pastes them, as a person does. */
async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, words)
}

test('a link pasted on words is a citation at once, keeps its words, and finds its source while one types on', async ({ page, request, newsroom }) => {
  const caller = await signIn(request, newsroom, 'editor')
  const source = (await caller.call('POST', '/sources', { title: TITLE, kind: 'report', language: 'en', url: 'https://harbour.example/tides' })).body.doc.id
  await enterDesk(page, newsroom, 'editor')
  const { stored, citations } = await begin(page, newsroom, caller)
  let answer: (() => void) | undefined
  const isAsked = new Promise<void>((resolve) => {
    void page.route('**/api/sources/from-link', async (route) => {
      expect(route.request().postDataJSON()).toEqual({ link: LINK })
      resolve()
      await new Promise<void>((go) => (answer = go))
      await route.continue()
    })
  })
  await selectWords(page, 'fell by a metre')
  await paste(page, LINK)
  await expect(chips(page)).toHaveText('looking it up…')
  await isAsked
  await page.keyboard.type(' at night')
  // What is typed and the link are stored while nobody has answered yet.
  await expect.poll(citations, { timeout: 30_000 }).toEqual([{ intent: 'supports', note: LINK }])
  expect(JSON.stringify((await stored()).body)).toContain('at night')
  answer?.()
  await expect(chips(page)).toHaveText('1')
  await expect(page.getByText(`Cited: ${TITLE}.`)).toBeVisible()
  await expect.poll(citations, { timeout: 30_000 }).toEqual([{ intent: 'supports', source }])
  await expect(editorOf(page)).toContainText('The river fell by a metre')
  await expect(editorOf(page)).toContainText('at night')
})

test('a link that can’t be looked up stays with the text and still needs a source, until it is tried again', async ({ page, request, newsroom }) => {
  const caller = await signIn(request, newsroom, 'editor')
  await enterDesk(page, newsroom, 'editor')
  const { citations } = await begin(page, newsroom, caller)
  await page.route('**/api/sources/from-link', (route) => route.abort())
  await selectWords(page, 'Nobody was told')
  await paste(page, LINK)
  await expect(chips(page)).toHaveText('source not found')
  await expect.poll(citations, { timeout: 30_000 }).toEqual([{ intent: 'supports', note: LINK }])
  await page.reload()
  await expect(chips(page)).toHaveText('needs source', { timeout: 30_000 })
  await page.unroute('**/api/sources/from-link')
  await chips(page).click()
  await dialog(page, 'Citation 1').getByRole('button', { name: 'Look up the link in the note' }).click()
  await expect(chips(page)).toHaveText('1')
  await expect.poll(citations, { timeout: 30_000 }).toEqual([{ intent: 'supports', source: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
})

test('the palette cites from the library, and marks what needs a source, by keyboard alone', async ({ page, request, newsroom }) => {
  const caller = await signIn(request, newsroom, 'editor')
  const source = (await caller.call('POST', '/sources', { title: 'Ledger of the salt quay', kind: 'report', language: 'en' })).body.doc.id
  await enterDesk(page, newsroom, 'editor')
  const { stored, citations } = await begin(page, newsroom, caller)
  await goBehind(page, 'by a metre')
  await page.keyboard.type('[[')
  const palette = dialog(page, 'Cite a source')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('salt quay')
  const option = palette.getByRole('option', { name: /Ledger of the salt quay/ })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await page.keyboard.type(' or so')
  await expect(chips(page)).toHaveText('1')

  await page.keyboard.press('Control+Shift+C')
  await page.keyboard.type('the harbour master')
  await palette.getByRole('option', { name: /Needs source/ }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(palette.getByRole('option', { name: /Needs source/ })).toHaveAttribute('aria-selected', 'true')
  const isSaved = saved(page)
  await page.keyboard.press('Enter')
  await expect(chips(page)).toHaveText(['1', 'needs source'])
  await isSaved
  await expect.poll(async () => (await citations()).sort((one, other) => (one.source ?? '').localeCompare(other.source ?? '')), { timeout: 30_000 }).toEqual([{ intent: 'supports', note: 'the harbour master' }, { source }])
  expect(JSON.stringify((await stored()).body)).not.toContain('[[')

  // Left without a choice, what was typed stands and the cursor is where it was.
  await page.keyboard.type(' [[')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.type('so]]')
  await expect(editorOf(page)).toContainText('[[so]]')
})

test('what is written in the card survives closing it at once and a reload, and a copy of a mark is a citation of its own', async ({ page, request, newsroom }) => {
  const caller = await signIn(request, newsroom, 'editor')
  const source = (await caller.call('POST', '/sources', { title: 'Minutes of the council', kind: 'report', language: 'en' })).body.doc.id
  await enterDesk(page, newsroom, 'editor')
  const text = body('Before it all.', [{ type: 'text', version: 1, text: 'The council knew', format: 0, mode: 'normal', style: '', detail: 0 }, { type: 'inlineBlock', version: 1, fields: { blockType: 'citation', key: 'council1' } }, { type: 'text', version: 1, text: ' early on.', format: 0, mode: 'normal', style: '', detail: 0 }])
  const { stored } = await begin(page, newsroom, caller, { body: text, citations: { council1: { source } } })
  const minutes = Buffer.from('First matter.\n\nThe water was found to be low, and it was so minuted.\n\nOther matters.')
  await caller.upload(`/sources/${source}/captures/upload`, { name: 'minutes.txt', mimeType: 'text/plain', buffer: minutes })
  const [kept] = (await caller.call('GET', `/sources/${source}/captures`)).body.captures as unknown as { id: string }[]
  await chips(page).click()
  const card = dialog(page, 'Citation 1')
  await card.getByLabel('Place in the source').fill('12')
  await card.getByLabel('Kind of place').selectOption('page')
  await card.getByRole('button', { name: 'Pick the words in the copy' }).click()
  const copy = page.getByRole('textbox', { name: 'Text of the copy' })
  await copy.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Enter')
  await card.getByLabel('Note for readers').fill('Read aloud on the quay.')
  await page.keyboard.press('Escape')
  await expect(editorOf(page)).toBeFocused()
  // From the mark that was open, by keyboard alone.
  await page.keyboard.press('Enter')
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  const wanted = { source, locatorLabel: 'page', locatorValue: '12', quote: 'The water was found to be low, and it was so minuted.', quotePrefix: 'First matter.\n\n', quoteSuffix: '\n\nOther matters.', capture: kept?.id, note: 'Read aloud on the quay.' }
  await expect.poll(async () => (await stored()).citations, { timeout: 30_000 }).toEqual({ council1: wanted })
  await page.reload()
  await expect(chips(page)).toHaveText('1', { timeout: 30_000 })
  await chips(page).click()
  await expect(card.getByLabel('The words relied on', { exact: true })).toHaveValue(wanted.quote)
  await expect(card.getByLabel('Note for readers')).toHaveValue(wanted.note)
  await page.keyboard.press('Escape')

  await selectWords(page, ' early on.')
  await pressInTurn(page, 'Home', 'Shift+End', 'Control+c', 'End', 'Enter', 'Control+v')
  await expect(chips(page)).toHaveText(['1', '1'])
  await expect.poll(async () => Object.values((await stored()).citations ?? {}), { timeout: 30_000 }).toEqual([wanted, wanted])
})

test('all of it is there in Arabic, from right to left', async ({ page, request, newsroom }) => {
  const caller = await signIn(request, newsroom, 'editor')
  await caller.call('POST', '/sources', { title: 'سجل مياه المرفأ', kind: 'report', language: 'ar' })
  await enterDesk(page, newsroom, 'editor')
  await page.context().addCookies([{ name: 'payload-lng', value: 'ar', url: newsroom.url }])
  const { citations } = await begin(page, newsroom, caller, { language: 'ar', body: body('انخفض النهر مترًا واحدًا.') })
  await goBehind(page, 'واحدًا')
  await page.keyboard.press('Control+Shift+C')
  const palette = dialog(page, 'استشهد بمصدر')
  await expect(palette).toHaveCSS('direction', 'rtl')
  await page.keyboard.type('مياه المرفأ')
  await expect(palette.getByRole('option', { name: /سجل مياه المرفأ/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await chips(page).click()
  const card = dialog(page, /^الاستشهاد/)
  await card.getByLabel('الكلمات التي نعتمد عليها', { exact: true }).fill('انخفض منسوب المياه')
  await expect.poll(citations, { timeout: 30_000 }).toMatchObject([{ quote: 'انخفض منسوب المياه' }])
})
