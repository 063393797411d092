import { redirect } from 'next/navigation'
import type { AdminViewServerProps, CollectionSlug, Payload, TypedUser } from 'payload'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { answeredRelease, listReleases, type AnsweredRelease, type ListedRelease } from '@/publishing/releases/endpoints'
import { isUuid } from '@/review/definition'
import { Refused } from '@/review/refusal'
import { DeskPage } from '../desk-page'
import { localMoment, moment } from '../review/moment'
import { wordKey } from '../words/codes'
import { nameOf } from '../words/names'
import { sayWith, type Say } from '../words/say'
import { AddForm } from './add-form'
import { NewRelease } from './new-release'
import { ReleaseActs } from './release-acts'
import { TakeOut } from './take-out'
import './releases.css'
import '../review/panel.css'

type Adding = { collection: string; document: string; title: string; isLive: boolean }

/** Releases: those that are to go out and those that went; one of them open with all that is in it and in its way. */
export async function ReleasesPage(view: AdminViewServerProps) {
  const { i18n, user, payload, searchParams, initPageResult } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  if (actor === null || !user) redirect('/admin/login?redirect=%2Fadmin%2Freleases')
  const mayEdit = can(actor, 'edit', { collection: 'releases' }).allowed
  const [releases, adding] = await Promise.all([listReleases(), mayEdit ? addingOf(payload, user, searchParams) : null])
  const open = await answeredRelease(initPageResult.req, actor, String(searchParams?.release ?? '')).catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  })
  return (
    <DeskPage view={view} title={say('releases')}>
      <p className="desk-page__quiet">{say('releasesExplained')}</p>
      {adding !== null && <p className="releases__adding">{say('addingText', { title: adding.title || say('untitled') })}</p>}
      <div className="releases">
        <nav className="releases__list" aria-label={say('releases')}>
          {releases.length === 0 && <p className="desk-page__quiet">{say('releasesNone')}</p>}
          <ul>
            {releases.map((each) => (
              <li key={each.id}>
                <Listed release={each} say={say} language={i18n.language} isOpen={each.id === open?.id} adding={adding} />
              </li>
            ))}
          </ul>
          {mayEdit && <NewRelease adding={adding} />}
        </nav>
        {open !== null && <Open release={open} say={say} language={i18n.language} mayEdit={mayEdit} adding={adding} />}
      </div>
    </DeskPage>
  )
}

/** The text that somebody came here to add, if they may read it. */
async function addingOf(payload: Payload, user: TypedUser, searchParams: AdminViewServerProps['searchParams']): Promise<Adding | null> {
  const [collection, document] = [String(searchParams?.collection ?? ''), searchParams?.document]
  if (!isUuid(document) || payload.config.collections.find(({ slug }) => slug === collection)?.custom?.reviewed === undefined) return null
  const { docs } = await payload.find({ collection: collection as CollectionSlug, where: { id: { equals: document } }, select: { title: true } as never, depth: 0, limit: 1, pagination: false, overrideAccess: false, user })
  const found = docs[0] as unknown as { title?: string | null } | undefined
  if (found === undefined) return null
  const live = await payload.find({ collection: 'publications', where: { collection: { equals: collection }, document: { equals: document }, supersededAt: { exists: false }, isTombstone: { equals: false } }, depth: 0, limit: 1, pagination: false, overrideAccess: false, user })
  return { collection, document, title: found.title ?? '', isLive: live.docs.length > 0 }
}

function Listed({ release, say, language, isOpen, adding }: { release: ListedRelease; say: Say; language: string; isOpen: boolean; adding: Adding | null }) {
  const more = adding === null ? '' : `&collection=${adding.collection}&document=${adding.document}`
  return (
    <a href={`?release=${release.id}${more}`} aria-current={isOpen ? 'page' : undefined}>
      <bdi>{release.title}</bdi>
      <span className="desk-page__quiet">
        {nameOf(say, 'release', release.state)} · {say('releaseTexts', { count: release.count })}
        {release.at !== null && ` · ${moment(release.at, language)}`}
        {release.releasedAt !== null && ` · ${moment(release.releasedAt, language)}`}
      </span>
    </a>
  )
}

function Open({ release, say, language, mayEdit, adding }: { release: AnsweredRelease; say: Say; language: string; mayEdit: boolean; adding: Adding | null }) {
  const isOpen = release.state === 'open'
  const isHere = adding !== null && release.items.some(({ document }) => document === adding.document)
  return (
    <section className="releases__one" aria-labelledby="release-title">
      <h2 id="release-title">
        <bdi>{release.title}</bdi> <span className={`review-state review-state--${release.state === 'scheduled' || release.state === 'released' ? 'approved' : 'draft'}`}>{nameOf(say, 'release', release.state)}</span>
      </h2>
      {release.schedule !== null && <p className="review-when">{localMoment(release.schedule.localTime, language)} ({release.schedule.timeZone}) · {moment(release.schedule.at, language)}</p>}
      {release.state === 'scheduled' && release.blockers.length > 0 && (
        <p className="desk-page__problem" role="status">{say('releaseHeldUp', { texts: new Intl.ListFormat(language).format(titlesInTheWay(release, say)) })}</p>
      )}
      {release.items.length === 0 && <p className="desk-page__quiet">{say('releaseEmpty')}</p>}
      <ul className="releases__items">
        {release.items.map((item) => {
          const blockers = release.blockers.filter(({ document }) => document === item.document)
          return (
            <li key={item.document}>
              {item.title === null ? <em>{say('notYoursToRead')}</em> : <a href={`/admin/collections/${item.collection}/${item.document}`}><bdi>{item.title || say('untitled')}</bdi></a>}{' '}
              <span className={`review-state review-state--${item.state}`}>{nameOf(say, 'state', item.state)}</span>
              {item.change !== null && <p className="desk-page__quiet">{say(CHANGE[item.change] ?? 'changeMinor')}{item.publicNote !== null && <> <q dir="auto">{item.publicNote}</q></>}</p>}
              {blockers.map((blocker) => (
                <p key={blocker.code} className="desk-page__problem">
                  {blocker.code !== 'unsettled' && blocker.missing !== undefined && blocker.missing.length > 0 ? say('notYetSigned', { slots: new Intl.ListFormat(language).format(blocker.missing.map((slot) => nameOf(say, 'slot', slot))) }) : sentence(say, blocker.code, blocker.message)}
                  {blocker.because === 'sourceRetracted' && ` ${say('releaseBlockedBySource')}`}
                </p>
              ))}
              {mayEdit && isOpen && <TakeOut release={release.id} collection={item.collection} document={item.document} title={item.title ?? ''} />}
            </li>
          )
        })}
      </ul>
      {isOpen && release.items.length > 0 && release.blockers.length === 0 && <p className="desk-page__said">{say('releaseClear')}</p>}
      {mayEdit && isOpen && adding !== null && !isHere && <AddForm release={release.id} collection={adding.collection} document={adding.document} isLive={adding.isLive} />}
      {mayEdit && <ReleaseActs release={release.id} state={release.state} isClear={release.blockers.length === 0} />}
    </section>
  )
}

/** The titles of the documents that keep a release from going out, each kept apart from the words round it. */
function titlesInTheWay({ items, blockers }: AnsweredRelease, say: Say): string[] {
  const blocked = new Set(blockers.map(({ document }) => document))
  return items.flatMap(({ document, title }) => (blocked.has(document) ? [`\u2068${title === null ? say('notYoursToRead') : title || say('untitled')}\u2069`] : []))
}

const CHANGE: Record<string, 'changeMinor' | 'changeCorrection' | 'changeRetraction'> = { minor: 'changeMinor', correction: 'changeCorrection', retraction: 'changeRetraction' }

function sentence(say: Say, code: string, message: string): string {
  const key = wordKey('why', code)
  return key === null ? message : say(key)
}
