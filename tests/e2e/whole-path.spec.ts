import { parseRssFeed } from 'feedsmith'
import type { Locator } from '@playwright/test'
import { expect, openDesk, test } from './support/newsroom'
import { act, panel, saved } from './support/panel'
import { enterDesk } from './support/sign-in'

const TITLE = 'What the ice-house ledger shows'
const SLUG = 'what-the-ice-house-ledger-shows'

async function choose(within: Locator, option: string): Promise<void> {
  await within.locator('.rs__control').click()
  await within.page().keyboard.type(option)
  await within.page().locator('.rs__option', { hasText: option }).first().click()
}

test('an article goes from a blank form through review to readers and subscribers, is corrected and withdrawn', async ({ page, request, newsroom }) => {
  test.setTimeout(400_000)

  // An editor writes, cites and warns.
  await openDesk(page, newsroom, 'editor')
  await page.goto(`${newsroom.url}/admin/collections/articles/create`)
  await page.locator('#field-title').fill(TITLE)
  await page.locator('#field-standfirst').fill('Forty years of weights, kept by hand, agree with the boats and not with the terminal.')
  const body = page.locator('[data-lexical-editor="true"]').first()
  await body.click()
  await page.keyboard.type('The ledger has one line for each landing.')
  await page.keyboard.type(' /cite')
  await page.locator('.slash-menu-popup').getByText('Cite a source', { exact: true }).click()
  const palette = page.getByRole('dialog', { name: 'Cite a source' })
  await palette.getByRole('combobox').fill('Ice-house ledger, seen by us in October.')
  await palette.getByRole('option', { name: 'A remark of our own, without a source' }).click()
  await expect(palette).toBeHidden()
  await expect(body.locator('.cite-chip')).toBeVisible()
  await choose(page.locator('#field-warningReview'), 'Assessed: see the warnings')
  await page.locator('#field-warnings').getByRole('button', { name: 'Add Warning' }).click()
  await choose(page.locator('#field-warnings__0__term'), 'detention')
  await choose(page.locator('#field-warnings__0__depiction'), 'Mentioned')
  await choose(page.locator('#field-warnings__0__intensity'), 'Brief')
  await expect(panel(page)).toBeVisible()
  await page.waitForURL(/\/admin\/collections\/articles\/[0-9a-f-]{36}/)
  const id = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string
  const address = `${newsroom.url}/admin/collections/articles/${id}`

  // Preview shows it as a page and as subscribers would see it; readers see nothing.
  await expect(panel(page).getByRole('button', { name: 'Submit for review' })).toBeEnabled({ timeout: 30_000 })
  const preview = await page.context().newPage()
  await preview.goto(`${newsroom.url}/preview/articles/${id}`)
  await expect(preview.getByText('one line for each landing')).toBeVisible()
  await preview.goto(`${newsroom.url}/preview/articles/${id}/feed`)
  await expect(preview.getByText('Ice-house ledger, seen by us')).toBeVisible()
  await preview.close()
  expect((await request.get(`${newsroom.url}/articles/${SLUG}`)).status()).toBe(404)
  await act(page, 'Submit for review', {}, 'Submitted for review.')

  // Copy sends it back with a reason; the editor mends it and submits again.
  await enterDesk(page, newsroom, 'copy')
  await page.goto(address)
  await act(page, 'Ask for changes', { 'What should change': 'Say whose ledger it is.' }, 'Sent back with your comment.')
  await enterDesk(page, newsroom, 'editor')
  await page.goto(address)
  await expect(panel(page).getByText('Say whose ledger it is.')).toBeVisible()
  const isSaved = saved(page)
  await page.locator('#field-standfirst').fill('Forty years of weights, kept by the women of the ice house, agree with the boats and not with the terminal.')
  await isSaved
  await act(page, 'Submit again', {}, 'Submitted for review.')

  // Each part is signed by somebody else.
  for (const [account, button] of [['sources', 'Sign off Sources'], ['care', 'Sign off Care'], ['copy', 'Sign off Copy'], ['publisher', 'Sign off Approval']] as const) {
    await enterDesk(page, newsroom, account)
    await page.goto(address)
    await act(page, button, {}, 'Signed off.')
  }
  await act(page, 'Make public', {}, 'It is public now.')

  // Readers read it, warned and with its note; subscribers get it, read by a parser that isn't ours.
  await expect.poll(async () => (await request.get(`${newsroom.url}/articles/${SLUG}`)).status(), { timeout: 20_000 }).toBe(200)
  await page.goto(`${newsroom.url}/articles/${SLUG}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await expect(page.getByRole('note').first()).toContainText(/detention/i)
  await page.locator('[role="doc-noteref"]').first().click()
  await expect(page.locator('[role="doc-endnotes"] :target')).toContainText('Ice-house ledger, seen by us in October.')
  const subscribe = async () => parseRssFeed(await (await request.get(`${newsroom.url}/feed.xml`)).text())
  const item = (await subscribe()).items?.find(({ title }) => title?.includes(TITLE))
  expect(item?.content?.encoded ?? item?.description).toContain('one line for each landing')

  // A correction goes the same way, and says so in public.
  await enterDesk(page, newsroom, 'editor')
  await page.goto(address)
  const isCorrected = saved(page)
  await page.locator('#field-standfirst').fill('Forty-one years of weights, kept by the women of the ice house, agree with the boats and not with the terminal.')
  await isCorrected
  await act(page, 'Submit for review', {}, 'Submitted for review.')
  for (const [account, button] of [['sources', 'Sign off Sources'], ['care', 'Sign off Care'], ['copy', 'Sign off Copy'], ['publisher', 'Sign off Approval']] as const) {
    await enterDesk(page, newsroom, account)
    await page.goto(address)
    await act(page, button, {}, 'Signed off.')
  }
  await act(page, 'Make this text public', { 'Correction: something was wrong. The note stands on the page and in feeds.': 'choose', 'Note for readers': 'It is forty-one years, not forty.' }, 'It is public now.')
  await expect.poll(async () => (await request.get(`${newsroom.url}/articles/${SLUG}`)).text(), { timeout: 20_000 }).toContain('It is forty-one years, not forty.')
  await expect.poll(async () => (await request.get(`${newsroom.url}/corrections`)).text(), { timeout: 20_000 }).toContain(TITLE)
  const corrected = (await subscribe()).items?.find(({ title }) => title?.includes(TITLE))
  expect(corrected?.guid?.value).toBe(item?.guid?.value)
  expect(corrected?.content?.encoded ?? corrected?.description).toContain('It is forty-one years, not forty.')

  // Withdrawn, it is gone everywhere when the publisher is told so.
  await act(page, 'Withdraw', { 'Reason, for the desk': 'Its owner asked us to.', 'Note for readers': 'Withdrawn at the owner’s wish.', 'Type “withdraw” to confirm': 'withdraw' }, 'It was withdrawn.')
  const gone = await request.get(`${newsroom.url}/articles/${SLUG}`)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('Withdrawn at the owner’s wish.')
  for (const path of ['/', '/articles', '/sitemap.xml', `/search?q=ledger`]) expect(await (await request.get(newsroom.url + path)).text(), path).not.toContain('one line for each landing')
})
