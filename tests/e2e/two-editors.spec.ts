import type { Browser, Page } from '@playwright/test'
import type { System } from '../support/server'
import { expect, openDesk, signIn, test, type Account } from './support/newsroom'
import { body, goBehind, panel, saved } from './support/panel'
import { enterDesk } from './support/sign-in'

const editorOf = (page: Page) => page.locator('[data-lexical-editor="true"]').first()
const region = (page: Page, name: string) => page.getByRole('region', { name })
const CONFLICT = 'Somebody else changed the same words'

/** All text that this browser keeps for its person. */
function keptIn(page: Page): Promise<string> {
  return page.evaluate(() => new Promise<string>((resolve) => {
    const opening = indexedDB.open('handbill')
    opening.onsuccess = () => {
      const reading = opening.result.transaction('texts').objectStore('texts').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(reading.result))
      }
    }
  }))
}

/** A person at a browser of their own, before the document. */
async function atTheDesk(browser: Browser, newsroom: System, account: Account, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  await enterDesk(page, newsroom, account)
  await page.goto(address)
  await expect(panel(page).locator('[data-state]').first()).toBeVisible({ timeout: 30_000 })
  return page
}

test('two people write in one article at once, in two browsers, and no word is lost', async ({ browser, request, newsroom }) => {
  test.setTimeout(400_000)
  const reader = await signIn(request, newsroom, 'editor')
  const made = await reader.call('POST', '/articles', {
    title: 'Two hands at one tiller', language: 'en', kind: 'original', standfirst: 'As it was.', warningReview: 'assessedNone', body: body('The first paragraph stands here.', 'The second paragraph stands here.', 'The third paragraph stands here.'),
  })
  const path = `/articles/${made.body.doc.id}`
  const address = `${newsroom.url}/admin/collections${path}`
  const stored = async (): Promise<string> => JSON.stringify((await reader.call('GET', `${path}?depth=0`)).body)
  const holds = (...words: string[]) => expect.poll(async () => { const text = await stored(); return words.filter((each) => !text.includes(each)) }, { timeout: 40_000 }).toEqual([])
  const [one, other] = await Promise.all([atTheDesk(browser, newsroom, 'editor', address), atTheDesk(browser, newsroom, 'publisher', address)])

  // Each sees that the other is here.
  await expect(panel(one).getByRole('list', { name: 'Also here' })).toBeVisible({ timeout: 30_000 })

  // A field and a paragraph at once: both stand, in both forms, and nobody is asked.
  await goBehind(other, 'The third paragraph stands')
  await Promise.all([one.locator('#field-standfirst').fill('As it is now.'), other.keyboard.type(' firmly')])
  await holds('As it is now.', 'stands firmly here')
  for (const page of [one, other]) {
    await expect(page.locator('#field-standfirst')).toHaveValue('As it is now.', { timeout: 30_000 })
    await expect(editorOf(page)).toContainText('stands firmly here', { timeout: 30_000 })
  }

  // Two paragraphs at once.
  await goBehind(one, 'The first paragraph')
  await goBehind(other, 'The second paragraph')
  await Promise.all([one.keyboard.type(', by one,'), other.keyboard.type(', by the other,')])
  await holds('paragraph, by one, stands', 'paragraph, by the other, stands')
  for (const page of [one, other]) {
    for (const words of [', by one,', ', by the other,']) await expect(editorOf(page)).toContainText(words, { timeout: 30_000 })
    await expect(region(page, CONFLICT)).toHaveCount(0)
  }

  // The same paragraph at once: whoever comes second is asked, sees both, and lets both stand.
  await goBehind(one, 'stands firmly')
  await goBehind(other, 'stands firmly')
  await Promise.all([one.keyboard.type(' and early'), other.keyboard.type(' and late')])
  await expect.poll(async () => (await region(one, CONFLICT).count()) + (await region(other, CONFLICT).count()), { timeout: 40_000 }).toBe(1)
  const second = (await region(one, CONFLICT).count()) === 1 ? one : other
  await region(second, CONFLICT).getByRole('button', { name: 'Choose, place by place (1)' }).click()
  const dialog = second.getByRole('dialog')
  for (const words of ['and early', 'and late']) await expect(dialog).toContainText(words)
  await dialog.getByLabel('Both', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Keep what I chose' }).click()
  await expect(region(second, CONFLICT)).toHaveCount(0)
  await holds('and early', 'and late')
  for (const page of [one, other]) for (const words of ['and early', 'and late']) await expect(editorOf(page)).toContainText(words, { timeout: 30_000 })

  // Without a network what is typed stays, and is saved once there is one again.
  await one.context().setOffline(true)
  await goBehind(one, 'The first paragraph')
  await one.keyboard.type(' (typed under way)')
  await expect(region(one, 'The desk can’t be reached')).toContainText('What you wrote is kept in this browser.', { timeout: 40_000 })
  expect(await stored()).not.toContain('typed under way')
  await one.context().setOffline(false)
  await holds('typed under way')
  await expect(region(one, 'The desk can’t be reached')).toHaveCount(0, { timeout: 30_000 })

  // A login that ends takes nothing with it; signed in again in another window, this one goes on.
  await other.context().clearCookies()
  await goBehind(other, 'The second paragraph')
  await other.keyboard.type(' (typed signed out)')
  await expect(region(other, 'You are signed out')).toBeVisible({ timeout: 40_000 })
  await expect(editorOf(other)).toContainText('typed signed out')
  const again = await other.context().newPage()
  await openDesk(again, newsroom, 'publisher')
  await again.close()
  await other.bringToFront()
  await holds('typed signed out')

  // What could not be saved before a reload is offered afterwards, and comes back.
  await one.route(/\/api\/articles\/[^/]+\?/, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  await goBehind(one, 'The first paragraph')
  await one.keyboard.type(' (typed before a reload)')
  await expect.poll(() => keptIn(one), { timeout: 20_000 }).toContain('typed before a reload')
  // The form goes on trying: let through before the reload, it might save.
  await one.reload()
  const found = region(one, 'You wrote something here that wasn’t saved')
  await expect(found).toBeVisible({ timeout: 30_000 })
  await one.unroute(/\/api\/articles\/[^/]+\?/)
  const isSaved = saved(one)
  await found.getByRole('button', { name: 'Restore it' }).click()
  await expect(editorOf(one)).toContainText('typed before a reload')
  await isSaved
  await holds('typed before a reload', 'typed signed out', 'typed under way', 'and early', 'and late', 'by one', 'by the other', 'As it is now.')
})
