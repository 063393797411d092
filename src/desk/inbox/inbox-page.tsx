import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { settingsAnswer } from '@/collaboration/notices/endpoints'
import { inboxOf } from '@/collaboration/notices/inbox'
import { INBOX_PATH } from '@/collaboration/notices/links'
import { actorOf } from '@/permissions/roles'
import { DeskPage } from '../desk-page'
import { sayWith } from '../words/say'
import { MailTitles } from './mail-titles'
import { NoticeList } from './notice-list'
import { SettingsForm } from './settings-form'
import '../first-page.css'
import './inbox.css'

/** Somebody's inbox, and below it how they are told. Opening it changes nothing: what was read is what they mark. */
export async function InboxPage(view: AdminViewServerProps) {
  const { i18n, payload, user, searchParams } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  // Payload lets everybody in to a view of ours.
  if (actor === null || !user) redirect(`/admin/login?redirect=${encodeURIComponent(INBOX_PATH)}`)
  const [inbox, settings] = await Promise.all([inboxOf(payload, user, { page: pageIn(searchParams?.page) }), settingsAnswer(actor)])
  const kinds = payload.config.collections.map(({ slug, labels }) => [slug, labelIn(labels.singular, i18n.language)] as const)
  return (
    <DeskPage view={view} title={say('inbox')}>
      <NoticeList key={`${inbox.page} ${inbox.total} ${inbox.unread}`} inbox={inbox} kinds={Object.fromEntries(kinds)} />
      {inbox.pages > 1 && (
        <nav className="inbox__pages" aria-label={say('inboxPages')}>
          {inbox.page > 1 && <a href={`${INBOX_PATH}?page=${inbox.page - 1}`}>{say('newer')}</a>}
          <span>{say('inboxPage', { page: inbox.page, pages: inbox.pages })}</span>
          {inbox.page < inbox.pages && <a href={`${INBOX_PATH}?page=${inbox.page + 1}`}>{say('older')}</a>}
        </nav>
      )}
      <SettingsForm settings={settings} zones={zonesWith(settings.timeZone)} />
      {settings.mayChangeMailTitles && <MailTitles mailTitles={settings.mailTitles} />}
    </DeskPage>
  )
}

function pageIn(sent: unknown): number {
  return typeof sent === 'string' && /^\d{1,5}$/.test(sent) ? Math.max(1, Number(sent)) : 1
}

function labelIn(label: unknown, language: string): string {
  if (typeof label === 'string') return label
  const labels = label as Record<string, string>
  return labels[language] ?? labels.en ?? ''
}

/** Every zone that this machine knows, and the chosen one, should that go by another name. */
function zonesWith(chosen: string): string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted()
}
