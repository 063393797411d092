import type { AdminViewServerProps } from 'payload'
import { sayWith } from './words/say'
import './first-page.css'

/** Stands in place of Payload's first-user form, which would hand a new installation to whoever finds it. */
export function NoAccounts({ initPageResult }: AdminViewServerProps) {
  const say = sayWith(initPageResult.req.i18n.t as unknown as Parameters<typeof sayWith>[0], initPageResult.req.i18n.language)
  return (
    <div className="no-accounts">
      <h1>{say('noAccountsTitle')}</h1>
      <p>{say('noAccountsText')}</p>
      <code>npm run handbill -- user add</code>
      <p>{say('noAccountsThen')}</p>
      <p>
        <a href="/admin/login">{say('toSignIn')}</a>
      </p>
    </div>
  )
}
