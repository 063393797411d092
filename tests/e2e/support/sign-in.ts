import type { Page } from '@playwright/test'
import { demoPassword, type System } from '../../support/server'
import type { Account } from './newsroom'

/** Signs the browser of a page in over HTTP, without the form and the front page of the desk, which cost more than most of what is tested behind them. */
export async function enterDesk(page: Page, newsroom: System, account: Account): Promise<void> {
  // Whoever sat here before leaves as themselves.
  await page.goto('about:blank')
  await page.context().clearCookies()
  // Asked through the page's own context, which keeps the cookie.
  const answer = await page.request.post(`${newsroom.url}/api/users/login`, { data: { email: `${account}@demo.example`, password: demoPassword } })
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()} ${await answer.text()}`)
}
