import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { ownersIn } from '@/publishing/redact/preview'
import { DeskPage } from '../desk-page'
import { sayWith } from '../words/say'
import { Redactions } from './redactions'
import '../log/log.css'

/** Where words are erased: a proposal by one person, and its confirmation by another. */
export function RedactPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { user, payload, i18n } = req
  const actor = actorOf(user)
  if (user === null || actor === null) redirect('/admin/login?redirect=%2Fadmin%2Fredact')
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const mayRedact = can(actor, 'redact', { collection: 'articles' }).allowed
  const kinds = Object.fromEntries(payload.config.collections.map(({ slug, labels }) => [slug, getTranslation(labels.plural, i18n)]))
  const choices = ownersIn(payload).collections.filter((slug) => slug !== 'users' && slug !== 'publications')
  return (
    <DeskPage view={view} title={say('redact')}>
      <div className="record-page">
        {mayRedact ? (
          <>
            <p className="record-page__lead">{say('redactExplained')}</p>
            <p className="record-page__lead">{say('redactLeft')}</p>
            <Redactions kinds={kinds} choices={choices} />
          </>
        ) : (
          <p>{say('whyNotYourRole')}</p>
        )}
      </div>
    </DeskPage>
  )
}
