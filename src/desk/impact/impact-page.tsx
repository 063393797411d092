import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { impactOf, type Impact } from '@/link-health/impact'
import { TROUBLE_FILTERS, troubledSources, type TroubledPage, type TroubledSource } from '@/link-health/troubled'
import { answeredLink, type AnsweredLink } from '@/link-health/view'
import { actorOf } from '@/permissions/roles'
import { isUuid } from '@/review/definition'
import { Refused } from '@/review/refusal'
import { DeskPage } from '../desk-page'
import { ago } from '../review/moment'
import { wordKey } from '../words/codes'
import { nameOf } from '../words/names'
import { sayWith, type Say } from '../words/say'
import { SourceInTrouble } from './source-in-trouble'
import { rightsOnSource, titleOfSource } from './one-source'
import './impact.css'
import '../review/panel.css'

/** Sources in trouble, and of one of them everything that relies on it, with what can be done for all of it at once. */
export async function ImpactPage(view: AdminViewServerProps) {
  const { i18n, user, searchParams, initPageResult: { req } } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  if (actor === null || !user) redirect('/admin/login?redirect=%2Fadmin%2Fimpact')
  const [filter, after, source] = [searchParams?.state, searchParams?.after, searchParams?.source].map((value) => (typeof value === 'string' && value !== '' ? value : null))
  const chosen = TROUBLE_FILTERS.find((known) => known === filter) ?? null
  const page = await troubledSources(req, { filter: chosen, after: after ?? null }).catch((error: unknown): TroubledPage => {
    if (error instanceof Refused) return { sources: [], next: null }
    throw error
  })
  const title = source == null || !isUuid(source) ? undefined : await titleOfSource(req, source)
  const open = title === undefined || source == null ? null : { id: source, title, ...(await openSource(req, source)), rights: await rightsOnSource(req, actor, source) }
  const query = (more: Record<string, string>): string => `?${new URLSearchParams({ ...(chosen === null ? {} : { state: chosen }), ...more })}`
  return (
    <DeskPage view={view} title={say('impact')}>
      <p className="desk-page__quiet">{say('impactExplained')}</p>
      <form method="get" action="/admin/impact" className="impact__filter">
        <div className="desk-field">
          <label htmlFor="impact-state">{say('impactState')}</label>
          <select id="impact-state" name="state" defaultValue={chosen ?? ''}>
            <option value="">{say('impactAll')}</option>
            {TROUBLE_FILTERS.map((each) => (
              <option key={each} value={each}>
                {filterWord(say, each)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="impact__show">{say('impactShow')}</button>
      </form>
      <div className="impact">
        <nav className="impact__list" aria-label={say('impact')}>
          {page.sources.length === 0 && <p className="desk-page__quiet">{say('impactNone')}</p>}
          <ul>
            {page.sources.map((each) => (
              <li key={each.id}>
                <Listed source={each} say={say} language={i18n.language} isOpen={each.id === open?.id} href={query({ ...(after == null ? {} : { after }), source: each.id })} />
              </li>
            ))}
          </ul>
          <p className="impact__pages">
            {after !== null && <a href={query({})}>{say('impactNewest')}</a>}
            {page.next !== null && <a href={query({ after: page.next })}>{say('impactOlder')}</a>}
          </p>
        </nav>
        {open === null ? <p className="desk-page__quiet">{say('impactChoose')}</p> : <SourceInTrouble {...open} say={say} language={i18n.language} />}
      </div>
    </DeskPage>
  )
}

async function openSource(req: AdminViewServerProps['initPageResult']['req'], source: string): Promise<{ link: AnsweredLink; impact: Impact }> {
  const [link, impact] = await Promise.all([answeredLink(req, source), impactOf(req, source)])
  return { link, impact }
}

function filterWord(say: Say, filter: string): string {
  return wordKey('link', filter) === null ? nameOf(say, 'verification', filter) : nameOf(say, 'link', filter)
}

function Listed({ source, say, language, isOpen, href }: { source: TroubledSource; say: Say; language: string; isOpen: boolean; href: string }) {
  return (
    <a href={href} aria-current={isOpen ? 'page' : undefined}>
      <bdi>{source.title || say('untitled')}</bdi>
      <span className="desk-page__quiet">
        {nameOf(say, 'link', source.state)}
        {source.verification !== 'unreviewed' && ` · ${nameOf(say, 'verification', source.verification)}`} · {say('impactCitations', { count: source.citations })} · <time dateTime={source.since}>{ago(source.since, language)}</time>
      </span>
    </a>
  )
}
