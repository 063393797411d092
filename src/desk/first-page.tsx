import { getTranslation, type I18nClient } from '@payloadcms/translations'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps, Payload } from 'payload'
import { timeZoneOf } from '@/collaboration/assignments/endpoints'
import { actorOf } from '@/permissions/roles'
import { recordLinks } from './log/record-links'
import { DESK_PAGES } from './nav-links'
import { ago, moment } from './review/moment'
import { nameOf } from './words/names'
import { firstPageOf, type DeskItem } from './waiting'
import { wordKey } from './words/codes'
import type { WordKey } from './words/en'
import { sayWith, type Say } from './words/say'
import './first-page.css'
import './review/panel.css'

type NavGroup = { label: string; entities: { slug: string; type: string; label: unknown }[] }
type Props = AdminViewServerProps & { navGroups?: NavGroup[]; i18n: I18nClient; payload: Payload; permissions?: { collections?: Record<string, { create?: unknown }> } }

/** The admin's first page: what waits on the person, what is theirs, what happened lately, and the way to everything else. */
export async function FirstPage({ user, payload, i18n, navGroups = [], permissions }: Props) {
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  if (!user) return null
  const actor = actorOf(user)
  const [page, zone] = await Promise.all([firstPageOf(payload, user), actor === null ? 'UTC' : timeZoneOf(actor)])
  const kinds = new Map<string, string>(payload.config.collections.map(({ slug, labels }) => [slug, getTranslation(labels.singular, i18n)]))
  const list = (title: WordKey, items: DeskItem[], more = 0) =>
    items.length === 0 ? null : <ItemList title={title} items={items} more={more} say={say} language={i18n.language} kinds={kinds} zone={zone} />
  const hasNoRoles = (actor?.roles.length ?? 0) === 0
  const name = typeof user.name === 'string' ? user.name : ''
  return (
    <Gutter className="first-page">
      <h1>{say('welcome', { name })}</h1>
      {hasNoRoles && <p>{say('noRoles')}</p>}
      <div className="first-page__columns">
        <div className="first-page__main">
          {list('waitsOnYou', page.waitsOnYou) ?? (page.readyToPublish.length + page.sentBack.length + page.assigned.length + page.followUps.length === 0 && (
            <section className="desk-list">
              <h2>{say('waitsOnYou')}</h2>
              <p className="desk-list__none">{say('waitsOnYouNone')}</p>
            </section>
          ))}
          {list('assignedToYou', page.assigned)}
          {list('followUpsDue', page.followUps)}
          {list('readyToPublish', page.readyToPublish)}
          {list('sentBack', page.sentBack)}
          {list('yoursInReview', page.yoursInReview)}
          {list('yourDrafts', page.yourDrafts)}
        </div>
        <div className="first-page__side">
          {list('scheduledAndLate', page.scheduled)}
          {list('recentlyPublished', page.recentlyPublished)}
          {list('adopted', page.adopted, page.adoptedTotal - page.adopted.length)}
        </div>
      </div>
      <nav className="first-page__all" aria-label={say('everything')}>
        <h2>{say('everything')}</h2>
        {!hasNoRoles && (
          <div>
            <h3>{say('theDesk')}</h3>
            <ul>
              {[...DESK_PAGES, ...recordLinks(user)].map(({ href, word }) => (
                <li key={href}>
                  <a href={href}>{say(word)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {navGroups.map((group) => (
          <div key={group.label}>
            <h3>{group.label}</h3>
            <ul>
              {group.entities.map((entity) => (
                <li key={entity.slug}>
                  <a href={`/admin/${entity.type === 'globals' ? 'globals' : 'collections'}/${entity.slug}`}>{getTranslation(entity.label as never, i18n)}</a>
                  {entity.type !== 'globals' && permissions?.collections?.[entity.slug]?.create === true && (
                    <a className="first-page__new" href={`/admin/collections/${entity.slug}/create`} aria-label={`${say('createNew')}: ${kinds.get(entity.slug)}`}>
                      + {say('createNew')}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </Gutter>
  )
}

type ListProps = { title: WordKey; items: DeskItem[]; more: number; say: Say; language: string; kinds: Map<string, string>; zone: string }

function ItemList({ title, items, more, say, language, kinds, zone }: ListProps) {
  return (
    <section className="desk-list" aria-labelledby={`desk-${title}`}>
      <h2 id={`desk-${title}`}>
        {say(title)} <span className="desk-list__count">{items.length + more}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.collection}${item.id}`}>
            <a href={item.collection === 'releases' ? `/admin/releases?release=${item.id}` : `/admin/collections/${item.collection}/${item.id}`}>
              <bdi>{item.title || say('untitled')}</bdi>
            </a>
            <p>
              {item.isRapid === true && <strong className="desk-list__mark">{say('rapidMark')}</strong>}
              {item.isOverdue === true && <strong className="desk-list__mark">{say(item.about === 'failed' ? 'hasFailed' : item.about === 'late' ? 'isLate' : 'overdue')}</strong>}
              <span>{item.collection === 'releases' ? say('releaseWord') : kinds.get(item.collection)}</span>
              {waitsFor(item, say, language) !== null && <span>{waitsFor(item, say, language)}</span>}
              {item.about !== undefined && <When item={item} say={say} language={language} zone={zone} />}
              {(item.about === undefined || item.about === 'assigned') && <time dateTime={item.at}>{ago(item.at, language)}</time>}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="desk-list__none">{say('andMore', { count: more })}</p>}
    </section>
  )
}

/** What a document in review waits for, or the state that it has reached. */
function waitsFor({ slots, state }: DeskItem, say: Say, language: string): string | null {
  if (slots.length > 0) return say('waitingFor', { slots: new Intl.ListFormat(language).format(slots.map((slot) => nameOf(say, 'slot', slot))) })
  const key = wordKey('state', state)
  return state === 'draft' || key === null ? null : say(key)
}

/** Why something is listed, and when it is due or was, by the clocks of whoever reads it. */
function When({ item, say, language, zone }: { item: DeskItem; say: Say; language: string; zone: string }) {
  const date = item.dueAt === undefined ? null : moment(item.dueAt, language, zone)
  const about = item.about === 'fullReview' ? say('followUpFullReview') : item.about === 'translation' ? say('followUpTranslation') : item.about === 'source' ? say('followUpSource') : null
  const key = item.about === 'scheduled' ? 'scheduledFor' : item.about === 'late' ? 'scheduledLate' : item.about === 'failed' ? 'scheduledFailed' : item.isOverdue === true ? 'wasDueOn' : 'dueOn'
  return (
    <>
      {about !== null && <span>{about}</span>}
      {date !== null && <time dateTime={item.dueAt}>{say(key, { date })}</time>}
    </>
  )
}
