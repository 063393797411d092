import type { Browser, Page } from '@playwright/test'
import type { System } from '../support/server'
import { expect, signIn, test, type Account } from './support/newsroom'
import { act, body, note, panel, saved, selectWords, slot, text, thread } from './support/panel'
import { enterDesk } from './support/sign-in'

const TITLE = 'The lamp at the pilot station'
const SLUG = 'the-lamp-at-the-pilot-station'
const LOOSE = 'nobody was ever told about it'
const EXACT = 'the council was told in writing'
const REMARK = 'This is more than the minutes say.'

/** A person at a browser of their own, signed in, before the document. */
async function atTheDesk(browser: Browser, newsroom: System, account: Account, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await enterDesk(page, newsroom, account)
  await page.goto(address)
  await expect(panel(page).locator('[data-state]').first()).toBeVisible({ timeout: 30_000 })
  return page
}

test('two review at once, a comment on words stops approval, an edit voids one sign-off of two and says by which words', async ({ browser, request, newsroom }) => {
  test.setTimeout(400_000)
  const editor = await signIn(request, newsroom, 'editor')
  const made = await editor.call('POST', '/articles', {
    title: TITLE, slug: SLUG, language: 'en', kind: 'original', standfirst: 'It went out on a Tuesday.', warningReview: 'assessedNone',
    body: body([text('The lamp was dark for nine nights.'), note('Log of the pilot station, seen by us.')], `The log says so, and ${LOOSE}.`, 'It was lit again in May.'),
  })
  expect(made.status).toBe(201)
  const address = `${newsroom.url}/admin/collections/articles/${made.body.doc.id}`
  const author = await atTheDesk(browser, newsroom, 'editor', address)
  await act(author, 'Submit for review', {}, 'Submitted for review.')

  // Two reviewers, each at a browser of their own, sign at the same time.
  const [sources, copy] = await Promise.all([atTheDesk(browser, newsroom, 'sources', address), atTheDesk(browser, newsroom, 'copy', address)])
  await copy.goto(`${address}/changes`)
  await expect(copy.getByText('Nothing of this is public yet, so everything is new.')).toBeVisible()
  await copy.goto(address)
  await Promise.all([act(sources, 'Sign off Sources', {}, 'Signed off.'), act(copy, 'Sign off Copy', {}, 'Signed off.')])
  for (const name of ['sources', 'copy']) await expect(slot(copy, name)).toHaveAttribute('data-signed', 'true', { timeout: 20_000 })

  // One of them asks for a change of certain words, to be settled before approval; nothing of it is in the text.
  await selectWords(copy, LOOSE)
  await copy.getByRole('button', { name: 'Comment', exact: true }).click()
  const box = copy.getByRole('group', { name: 'Comment', exact: true })
  await expect(box.getByLabel('The selected words')).toBeChecked()
  await expect(box.locator('blockquote')).toHaveText(LOOSE)
  await box.getByLabel('Your comment').fill(REMARK)
  await box.getByLabel('To be settled before approval').check()
  await box.getByRole('button', { name: 'Send' }).click()
  await expect(thread(copy, REMARK)).toBeVisible()
  await expect(slot(copy, 'copy')).toHaveAttribute('data-signed', 'true')

  // The author sees it without having asked, is led to the words, and changes them.
  await expect(thread(author, REMARK)).toBeVisible({ timeout: 25_000 })
  await expect(thread(author, REMARK).getByText('Stops approval')).toBeVisible()
  await thread(author, REMARK).getByRole('button', { name: 'Go to these words' }).click()
  await expect.poll(() => author.evaluate(() => CSS.highlights.get('handbill-thread-current')?.size)).toBe(1)
  await selectWords(author, LOOSE)
  const isSaved = saved(author)
  await author.keyboard.type(EXACT)
  await isSaved

  // One sign-off has fallen, and the panel says by whom and shows the words; the other stands.
  for (const page of [author, copy]) {
    await expect(slot(page, 'copy')).toHaveAttribute('data-signed', 'false', { timeout: 25_000 })
    await expect(slot(page, 'copy').getByText('No longer stands')).toBeVisible()
    await expect(slot(page, 'copy').getByText(/changed what this covers/)).toBeVisible()
    await expect(slot(page, 'copy').locator('del').first()).toContainText(LOOSE)
    await expect(slot(page, 'copy').locator('ins').first()).toContainText(EXACT)
    await expect(slot(page, 'sources')).toHaveAttribute('data-signed', 'true')
  }

  // The differences since this reviewer last looked are these words and nothing else.
  await copy.goto(`${address}/changes?from=seen`)
  const row = copy.locator('.changes__row')
  await expect(row).toHaveCount(1)
  await expect(row.locator('del').first()).toBeVisible()
  expect((await row.locator('ins').allTextContents()).join(' ')).toContain('council')
  await copy.goto(address)

  // Its words are gone, and the comment is still there; while it is open, nobody approves.
  await expect(thread(copy, REMARK).getByText('These words are gone')).toBeVisible({ timeout: 20_000 })
  await act(copy, 'Sign off Copy', {}, 'Signed off.')
  const care = await atTheDesk(browser, newsroom, 'care', address)
  await act(care, 'Sign off Care', {}, 'Signed off.')
  const publisher = await atTheDesk(browser, newsroom, 'publisher', address)
  await expect(panel(publisher).getByText('A comment that has to be settled first is still open.')).toBeVisible()
  await expect(panel(publisher).getByRole('button', { name: 'Sign off Approval' })).toHaveCount(0)
  await thread(copy, REMARK).getByRole('button', { name: 'Resolve' }).click()
  await expect(copy.getByText('Settled (1)')).toBeVisible()
  await act(publisher, 'Sign off Approval', {}, 'Signed off.')
  await act(publisher, 'Make public', {}, 'It is public now.')

  const read = async (path: string) => (await request.get(newsroom.url + path)).text()
  await expect.poll(() => read(`/articles/${SLUG}`), { timeout: 20_000 }).toContain(EXACT)
  expect(await read(`/articles/${SLUG}`)).not.toContain(REMARK)

  // Corrected, in one window after the other; the difference is now between what is public and what is pending.
  const isCorrected = saved(author)
  await selectWords(author, 'nine nights')
  await author.keyboard.type('ten nights')
  await isCorrected
  await author.goto(`${address}/changes`)
  await expect(author.locator('.changes__row ins').first()).toContainText('ten')
  expect(await read(`/articles/${SLUG}`)).toContain('nine nights')
  await author.goto(address)
  await act(author, 'Submit for review', {}, 'Submitted for review.')
  for (const [page, button] of [[sources, 'Sign off Sources'], [care, 'Sign off Care'], [copy, 'Sign off Copy'], [publisher, 'Sign off Approval']] as const) await act(page, button, {}, 'Signed off.')
  await act(publisher, 'Make this text public', { 'Correction: something was wrong. The note stands on the page and in feeds.': 'choose', 'Note for readers': 'It was ten nights, not nine.' }, 'It is public now.')
  await expect.poll(() => read(`/articles/${SLUG}`), { timeout: 20_000 }).toContain('It was ten nights, not nine.')

  await act(publisher, 'Withdraw', { 'Reason, for the desk': 'Its owner asked.', 'Note for readers': 'Withdrawn at a reader’s wish.', 'Type “withdraw” to confirm': 'withdraw' }, 'It was withdrawn.')
  expect((await request.get(`${newsroom.url}/articles/${SLUG}`)).status()).toBe(410)

  // Whoever reviewed can read afterwards who decided what.
  await panel(publisher).getByText('History', { exact: true }).click()
  await expect(panel(publisher).locator('.history li').first()).toBeVisible()
})
