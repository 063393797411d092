import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/permissions/roles'
import { LANGUAGES } from '@/publishing/languages'
import { DeskPage } from '../desk-page'
import { sayWith, type Say } from '../words/say'
import { BoardColumns } from './board'
import { boardChoices, boardOf, filtersFrom, type BoardChoices, type BoardFilters } from './read-board'
import '../review/panel.css'
import './board.css'

const PATH = '/admin/board'

/** Every text by where it stands, and the acts of review as moves from column to column. */
export async function BoardPage(view: AdminViewServerProps) {
  const { i18n, payload, user, searchParams } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  // Payload lets everybody in to a view of ours.
  if (actor === null || !user) redirect(`/admin/login?redirect=${encodeURIComponent(PATH)}`)
  const filters = filtersFrom(payload, searchParams ?? {})
  const [board, choices] = await Promise.all([boardOf(payload, user, filters), boardChoices(payload, user)])
  const kinds = Object.fromEntries(payload.config.collections.map(({ slug, labels }) => [slug, { one: getTranslation(labels.singular, i18n), many: getTranslation(labels.plural, i18n) }]))
  return (
    <DeskPage view={view} title={say('board')}>
      <p className="desk-page__quiet">{say('boardExplained')}</p>
      <Filters filters={filters} choices={choices} kindOf={(collection) => kinds[collection]?.many ?? collection} say={say} language={i18n.language} />
      <BoardColumns board={board} kinds={Object.fromEntries(Object.entries(kinds).map(([slug, { one }]) => [slug, one]))} />
    </DeskPage>
  )
}

type FiltersProps = { filters: BoardFilters; choices: BoardChoices; kindOf(collection: string): string; say: Say; language: string }

function Filters({ filters, choices, kindOf, say, language }: FiltersProps) {
  const lists = [
    { name: 'collection', label: say('filterKind'), all: say('filterAllKinds'), options: choices.collections.map((collection) => [collection, kindOf(collection)]) },
    { name: 'language', label: say('filterLanguage'), all: say('filterAll'), options: LANGUAGES.map(({ value, label }) => [value, language.startsWith('ar') ? label.ar : label.en]) },
    { name: 'assignee', label: say('filterAssignee'), all: say('filterAll'), options: choices.people.map(({ id, name }) => [id, name]) },
  ] as const
  return (
    <form method="get" action={PATH} className="board-filters" aria-label={say('filters')}>
      {lists.map(({ name, label, all, options }) => (
        <label key={name} className="desk-field">
          <span>{label}</span>
          <select name={name} defaultValue={filters[name] ?? ''}>
            <option value="">{all}</option>
            {options.map(([value, shown]) => (
              <option key={value} value={value}>
                {shown}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="board-filters__mine">
        <input type="checkbox" name="mine" value="1" defaultChecked={filters.isMine === true} /> {say('filterMine')}
      </label>
      <div className="board-filters__do">
        <button type="submit" className="board-button">
          {say('filterShow')}
        </button>
        <a href={PATH}>{say('filterClear')}</a>
      </div>
    </form>
  )
}
