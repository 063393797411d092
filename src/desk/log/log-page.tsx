import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { filtersAsQuery, filtersFrom, NO_FILTERS, numberFrom, type LogFilters } from '@/log/filters'
import { logChoices, readLog, type LogRow } from '@/log/read-log'
import { logRightsOf } from '@/log/rights'
import { actorOf } from '@/permissions/roles'
import { pool } from '@/platform/database'
import { Refused } from '@/review/refusal'
import { DeskPage } from '../desk-page'
import { sayWith, type Say } from '../words/say'
import { sayAct } from './action-word'
import { titlesFor } from './titles'
import './log.css'

const ROWS = 50

/** The log of everything that was decided, as far as the person may read it, with filters; a page that needs no script. */
export async function LogPage(view: AdminViewServerProps) {
  const { searchParams } = view
  const { req } = view.initPageResult
  const { user, payload, i18n } = req
  const actor = actorOf(user)
  if (user === null || actor === null) redirect('/admin/login?redirect=%2Fadmin%2Flog')
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const { filters, before, problem } = asked(searchParams)
  const [found, choices] = await Promise.all([readLog(pool, actor, filters, { before, limit: ROWS + 1 }), logChoices(pool)])
  const rows = found.slice(0, ROWS)
  const titles = await titlesFor(payload, user, rows)
  const kinds = new Map<string, string>(payload.config.collections.map(({ slug, labels }) => [slug, getTranslation(labels.singular, i18n)]))
  const kindOf = (collection: string): string => kinds.get(collection) ?? collection
  const query = filtersAsQuery(filters)
  const older = new URLSearchParams([...query, ['before', String(rows.at(-1)?.seq ?? '')]])
  return (
    <DeskPage view={view} title={say('log')}>
      <div className="record-page">
        <p className="record-page__lead">
          {say('logExplained')} {!logRightsOf(actor).all && say('logOwnOnly')}
        </p>
        <Filters filters={filters} choices={choices} kindOf={kindOf} say={say} />
        {problem !== null && (
          <p role="alert" className="record-page__problem">
            {problem}
          </p>
        )}
        {rows.length === 0 ? <p>{say('logNone')}</p> : <Rows rows={rows} titles={titles} kindOf={kindOf} say={say} language={i18n.language} />}
        <p className="record-page__ways">
          {before !== null && <a href={`/admin/log?${query}`}>{say('logNewest')}</a>}
          {found.length > ROWS && <a href={`/admin/log?${older}`}>{say('logOlder')}</a>}
          <a href={`/api/audit.csv?${query}`} download>
            {say('logCsv')}
          </a>
        </p>
      </div>
    </DeskPage>
  )
}

function asked(searchParams: AdminViewServerProps['searchParams']): { filters: LogFilters; before: number | null; problem: string | null } {
  const query = new URLSearchParams(Object.entries(searchParams ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  try {
    return { filters: filtersFrom(query), before: numberFrom(query, 'before', 1, Number.MAX_SAFE_INTEGER), problem: null }
  } catch (error) {
    if (error instanceof Refused) return { filters: NO_FILTERS, before: null, problem: error.message }
    throw error
  }
}

type FiltersProps = { filters: LogFilters; choices: Awaited<ReturnType<typeof logChoices>>; kindOf(collection: string): string; say: Say }

function Filters({ filters, choices, kindOf, say }: FiltersProps) {
  const lists = [
    { name: 'person', label: 'logPerson', options: choices.people.map(({ id, name }) => [id, name]) },
    { name: 'action', label: 'logAction', options: choices.actions.map((action) => [action, sayAct(say, action, '…')]) },
    { name: 'collection', label: 'logCollection', options: choices.collections.map((collection) => [collection, kindOf(collection)]) },
  ] as const
  return (
    <form method="get" action="/admin/log" className="record-filters">
      {lists.map(({ name, label, options }) => (
        <label key={name}>
          {say(label)}
          <select name={name} defaultValue={filters[name] ?? ''}>
            <option value="">{say('logAny')}</option>
            {options.map(([value, shown]) => (
              <option key={value} value={value}>
                {shown}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {say(name === 'from' ? 'logFrom' : 'logTo')}
          <input type="date" name={name} defaultValue={filters[name] ?? ''} />
        </label>
      ))}
      <label className="record-filters__wide">
        {say('logDocument')}
        <input type="text" name="document" dir="ltr" maxLength={64} defaultValue={filters.document ?? ''} />
      </label>
      <div className="record-filters__do">
        <button type="submit" className="record-button">
          {say('logShow')}
        </button>
        <a href="/admin/log">{say('logClear')}</a>
      </div>
    </form>
  )
}

type RowsProps = { rows: LogRow[]; titles: Map<string, string>; kindOf(collection: string): string; say: Say; language: string }

function Rows({ rows, titles, kindOf, say, language }: RowsProps) {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return (
    <table className="record-table">
      <thead>
        <tr>
          {(['logNumber', 'logWhen', 'logWhat', 'logOn', 'logFingerprint'] as const).map((word) => (
            <th key={word} scope="col">
              {say(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td data-label={say('logNumber')}>{row.seq}</td>
            <td data-label={say('logWhen')}>
              <time dateTime={row.at}>{when.format(new Date(row.at))} UTC</time>
            </td>
            <td data-label={say('logWhat')}>{sayAct(say, row.action, row.actor === null ? null : (row.name ?? ''))}</td>
            <td data-label={say('logOn')}>
              <On row={row} title={titles.get(`${row.collection} ${row.document}`)} kindOf={kindOf} say={say} />
            </td>
            <td data-label={say('logFingerprint')}>{row.after !== null && <code title={row.after}>{row.after.slice(0, 10)}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function On({ row, title, kindOf, say }: { row: LogRow; title: string | undefined; kindOf(collection: string): string; say: Say }) {
  if (row.collection === null || row.document === null) return null
  return (
    <>
      {kindOf(row.collection)}
      <br />
      {title === undefined ? (
        <code>{row.document}</code>
      ) : (
        <a href={`/admin/collections/${row.collection}/${row.document}`}>
          <bdi>{title || say('untitled')}</bdi>
        </a>
      )}
    </>
  )
}
