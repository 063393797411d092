import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { readCitations } from '@/citations/checks/endpoints'
import { uncheckedQueue } from '@/citations/checks/queue'
import { mayCheckSources } from '@/citations/checks/rights'
import { actorOf } from '@/permissions/roles'
import { Refused } from '@/review/refusal'
import { toPublicSiteSettings } from '@/site-settings/present'
import { DeskPage } from '../desk-page'
import { moment } from '../review/moment'
import { sayWith } from '../words/say'
import { Checker } from './checker'
import { CHECKING_PATH, checkingPath } from './path'
import './checking.css'

/** The texts with citations that wait to be checked; and, below the address of one, its citations one by one. */
export async function CheckingPage(view: AdminViewServerProps) {
  const { params, user } = view
  const segments = Array.isArray(params?.segments) ? params.segments : []
  const [, collection, id] = segments
  // Payload lets everybody in to a view of ours.
  if (actorOf(user) === null || !user) redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/${segments.join('/')}`)}`)
  return collection === undefined || id === undefined ? <Queue {...view} /> : <OfDocument view={view} collection={collection} id={id} />
}

async function Queue(view: AdminViewServerProps) {
  const { i18n, initPageResult, searchParams, payload, user } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const kinds = new Map<string, string>(payload.config.collections.map(({ slug, labels }) => [slug, getTranslation(labels.singular, i18n)]))
  if (!mayCheckSources(actorOf(user))) {
    return (
      <DeskPage view={view} title={say('checking')}>
        <p>{say('checkingNotYours')}</p>
      </DeskPage>
    )
  }
  const after = typeof searchParams?.after === 'string' ? searchParams.after : null
  const queue = await uncheckedQueue(initPageResult.req, { after }).catch((error: unknown) => {
    if (error instanceof Refused) return redirect(CHECKING_PATH)
    throw error
  })
  return (
    <DeskPage view={view} title={say('checking')}>
      <p className="desk-page__quiet">{say('checkingExplained')}</p>
      {queue.documents.length === 0 && <p>{say('checkingNone')}</p>}
      <ol className="checking-queue">
        {queue.documents.map((document) => (
          <li key={document.id} data-document={document.id}>
            <a href={checkingPath(document.collection, document.id)}>
              <bdi lang={document.language ?? undefined}>{document.title || say('untitled')}</bdi>
            </a>
            <span className="desk-page__quiet">
              {[kinds.get(document.collection) ?? document.collection, say('checkingToCheck', { open: document.keys.length, total: document.total }), ...(document.isInReview ? [say('checkingInReview')] : []), ...(document.dueAt === null ? [] : [say('checkingDue', { date: moment(document.dueAt, i18n.language) })])].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {queue.next !== null && <a href={`${CHECKING_PATH}?after=${queue.next}`}>{say('checkingMore')}</a>}
    </DeskPage>
  )
}

async function OfDocument({ view, collection, id }: { view: AdminViewServerProps; collection: string; id: string }) {
  const { i18n, initPageResult, payload } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const { req } = initPageResult
  const cites = payload.config.collections.some(({ slug, custom }) => slug === collection && custom?.cites !== undefined)
  try {
    req.routeParams = { ...req.routeParams, id }
    const answer = cites ? await readCitations(req, collection) : null
    const { arabicMonths, arabicDigits, timeZone } = toPublicSiteSettings(await payload.findGlobal({ slug: 'site-settings', depth: 0, overrideAccess: false, user: view.user }))
    return (
      <DeskPage view={view} title={say('checking')}>
        {answer === null ? (
          <p>{say('whyNotFound')}</p>
        ) : (
          <>
            <p className="checking-title">
              <a href={`/admin/collections/${collection}/${id}`}>
                <bdi lang={answer.document.language ?? undefined}>{answer.document.title || say('untitled')}</bdi>
              </a>
              {mayCheckSources(actorOf(view.user)) && <a href={CHECKING_PATH}>{say('checkingAllTexts')}</a>}
            </p>
            <Checker answer={answer} person={actorOf(view.user)?.id ?? ''} dates={{ arabicMonths, arabicDigits, timeZone }} />
          </>
        )}
      </DeskPage>
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return (
      <DeskPage view={view} title={say('checking')}>
        <p>{say('whyNotFound')}</p>
      </DeskPage>
    )
  }
}
