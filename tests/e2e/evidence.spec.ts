import { expect, signIn, test } from './support/newsroom'
import { body, panel, selectWords } from './support/panel'
import { enterDesk } from './support/sign-in'
import { OUTSIDE } from './support/site'

test('from a pasted link to what readers can check: found, named, kept, quoted, looked for, checked, published', async ({ page, request, newsroom }) => {
  const [editor, sources] = [await signIn(request, newsroom, 'editor'), await signIn(request, newsroom, 'sources')]
  const made = await editor.call('POST', '/articles', { title: 'Low water', language: 'en', kind: 'original', standfirst: 'What the gauge said.', warningReview: 'assessedNone', body: body('The water was lower than ever before.', 'Nobody was told.') })
  const article = made.body.doc.id
  const standing = async () => ((await editor.call('GET', `/articles/${article}/citations`)).body as unknown as { citations: { key: string; isArchived: boolean; quote: string | null; support: string | null }[]; sources: { id: string; title: string }[] })

  await enterDesk(page, newsroom, 'editor')
  await page.goto(`${newsroom.url}/admin/collections/articles/${article}`)
  await expect(panel(page).locator('[data-state]').first()).toBeVisible({ timeout: 30_000 })
  await selectWords(page, 'lower than ever before')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'http://site.test/gauge?utm_source=mail&fbclid=x')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const chip = page.locator('.cite-chip')
  await expect(chip).toHaveText('1')
  // The copy comes by itself, and the source is called what its page calls itself.
  await expect.poll(async () => (await standing()).sources.map(({ title }) => title), { timeout: 60_000 }).toEqual([OUTSIDE.title])
  const source = (await standing()).sources[0]!.id
  const record = (await editor.call('GET', `/sources/${source}?depth=0`)).body as unknown as { url: string; creators: { name: string }[] }
  expect([record.url, record.creators.map(({ name }) => name)]).toEqual(['http://site.test/gauge', ['Rana Haddad']])

  await chip.click()
  const card = page.getByRole('dialog', { name: 'Citation 1' })
  await card.getByRole('button', { name: 'Pick the words in the copy' }).click()
  const copy = page.getByRole('textbox', { name: 'Text of the copy' })
  await expect(copy).toContainText(OUTSIDE.quote)
  await copy.focus()
  await copy.evaluate((box, quote) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(quote)
      if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at, node, at + quote.length)
    }
  }, OUTSIDE.quote)
  await page.keyboard.press('Enter')
  await expect(card.getByLabel('The words relied on', { exact: true })).toHaveValue(OUTSIDE.quote)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await standing()).citations, { timeout: 60_000 }).toMatchObject([{ isArchived: true, quote: 'found', support: null }])

  await enterDesk(page, newsroom, 'sources')
  await page.goto(`${newsroom.url}/admin/checking/articles/${article}`)
  await expect(page.locator('mark').filter({ hasText: OUTSIDE.quote.slice(0, 20) }).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.checking-keys input')).toBeEnabled()
  await page.keyboard.press('1')
  await expect.poll(async () => (await standing()).citations[0]?.support, { timeout: 30_000 }).toBe('supports')

  for (const [account, slot] of [['editor', null], ['sources', 'sources'], ['care', 'care'], ['copy', 'copy'], ['publisher', 'approval']] as const) {
    const caller = account === 'sources' ? sources : await signIn(request, newsroom, account)
    const { body: review } = await caller.call('GET', `/articles/${article}/review`)
    const baseHash = (review as unknown as { document: { contentHash: string } }).document.contentHash
    const done = await caller.call('POST', `/articles/${article}/review/${slot === null ? 'submit' : 'sign-off'}`, { baseHash, ...(slot === null ? {} : { slot }) })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    if (slot === 'approval') expect((await caller.call('POST', `/articles/${article}/publishing/publish`, { baseHash })).status).toBe(200)
  }
  await expect.poll(async () => (await request.get(`${newsroom.url}/articles/low-water`)).status(), { timeout: 30_000 }).toBe(200)
  const html = await (await request.get(`${newsroom.url}/articles/low-water`)).text()
  for (const shown of [OUTSIDE.title, OUTSIDE.quote, 'http://site.test/gauge']) expect(html).toContain(shown)
  expect(html).not.toContain('utm_source')
  const taken = await (await request.get(`${newsroom.url}/articles/low-water/sources.bib`)).text()
  for (const shown of [OUTSIDE.title, 'Haddad', 'site.test/gauge']) expect(taken).toContain(shown)
})

test('the page of a source says how its link stands, what is kept of it and what relies on it, and lets those who may act on each', async ({ page, request, newsroom }) => {
  const editor = await signIn(request, newsroom, 'editor')
  const source = (await editor.call('POST', '/sources', { title: 'The south gauge', language: 'en', kind: 'webpage', url: 'http://site.test/south' })).body.doc.id
  const mark = { type: 'inlineBlock', version: 1, fields: { id: 'south'.padEnd(24, '0'), blockName: '', blockType: 'citation', key: 'south', source } }
  expect((await editor.call('POST', '/articles', { title: 'High water', language: 'en', kind: 'original', standfirst: 'x', warningReview: 'assessedNone', body: body([mark]) })).status).toBe(201)
  const standing = page.locator('.source-standing')
  const copies = standing.locator('[data-capture]')
  const link = standing.locator('[data-link]')
  const open = async (account: 'editor' | 'care' | 'publisher') => {
    await enterDesk(page, newsroom, account)
    await page.goto(`${newsroom.url}/admin/collections/sources/${source}`)
  }

  await open('editor')
  await expect(standing.getByRole('link', { name: 'Texts that rely on it: 1' })).toHaveAttribute('href', `/admin/impact?source=${source}`, { timeout: 30_000 })
  // One comes by itself, because it was linked.
  await expect(copies).toHaveCount(1, { timeout: 30_000 })
  await expect(copies.first()).toContainText('when Edda Marlow linked it')
  await standing.getByRole('button', { name: 'Keep a copy now' }).click()
  await expect(copies).toHaveCount(2, { timeout: 30_000 })
  await expect(copies.first()).toContainText('asked for by Edda Marlow')
  await standing.locator('input[type=file]').setInputFiles({ name: 'ours.txt', mimeType: 'text/plain', buffer: Buffer.from('The south gauge stood at thirty centimetres.') })
  await expect(copies).toHaveCount(3, { timeout: 30_000 })
  await expect(copies.first()).toContainText('uploaded by Edda Marlow')
  await expect(standing.getByRole('button', { name: /^Revoke|^Say how it stands/ })).toHaveCount(0)

  await open('care')
  await expect(copies).toHaveCount(3, { timeout: 30_000 })
  await expect(standing.getByRole('button')).toHaveCount(0)

  await page.setViewportSize({ width: 360, height: 800 })
  await open('publisher')
  await page.context().addCookies([{ name: 'payload-lng', value: 'ar', url: newsroom.url }])
  await page.reload()
  await standing.getByRole('button', { name: 'تحديد حاله' }).click({ timeout: 30_000 })
  await standing.getByRole('radio', { name: 'اختفى' }).check()
  await standing.getByLabel('السبب').fill('The office is closed.')
  await standing.getByRole('group').getByRole('button', { name: 'تحديد حاله' }).click()
  await expect(link).toHaveText('اختفى')
  await expect(standing).toContainText('The office is closed.')
  await standing.getByRole('button', { name: /^إبطال نسخة/ }).first().click()
  await standing.getByLabel('السبب').fill('It names a witness.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(copies.first()).toContainText('It names a witness.')
  await expect(copies.first()).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})
