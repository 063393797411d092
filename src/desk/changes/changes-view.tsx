import { getTranslation } from '@payloadcms/translations'
import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps, FlattenedField } from 'payload'
import { changesFrom, isNothing } from '@/collaboration/changes/between'
import { textNamed, textsOf, type NamedText, type TextChoice } from '@/collaboration/changes/texts'
import { actorOf } from '@/permissions/roles'
import { definitionOf } from '@/review/definition'
import { Refused } from '@/review/refusal'
import { requireDocument } from '@/review/request'
import { moment } from '../review/moment'
import { nameOf } from '../words/names'
import { sayWith, type Say } from '../words/say'
import { ChangeRows } from './change-rows'
import { Looked } from './looked'
import { titlesIn } from './titles'
import './changes.css'

/**
 * What differs between two texts of a document: at first between what is public and what is pending, or since the person
 * last looked; and between any two that were ever saved or public.
 */
export async function ChangesView({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { req, collectionConfig, docID } = initPageResult
  const { i18n, payload, user } = req
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  const definition = collectionConfig === undefined ? null : definitionOf(payload, collectionConfig.slug)
  if (actor === null || user === null || definition === null || docID === undefined) return null
  req.routeParams = { ...req.routeParams, id: String(docID) }
  try {
    const document = await requireDocument(req, definition.collection)
    const asked = { req, definition, document, actor }
    const refs = { from: oneOf(searchParams?.from) ?? 'live', to: oneOf(searchParams?.to) ?? 'now' }
    const [from, to, texts] = [await textNamed(asked, refs.from), await textNamed(asked, refs.to), await textsOf(asked)]
    const changes = to === null ? null : changesFrom(from?.projection ?? null, to.projection)
    const titles = await titlesIn(payload, user, changes)
    const labels = Object.fromEntries((collectionConfig?.flattenedFields ?? []).flatMap((field) => ('label' in field && field.label && 'name' in field ? [[field.name, getTranslation(field.label as never, i18n as never)]] : [])))
    const choices = choicesIn(collectionConfig?.flattenedFields ?? [], (label) => getTranslation(label as never, i18n as never))
    return (
      <Gutter className="changes">
        <h2>{say('changes')}</h2>
        <nav className="changes__usual" aria-label={say('compare')}>
          {(['live', 'seen'] as const).map((ref) => (
            <a key={ref} href={`?from=${ref}`} aria-current={refs.from === ref && refs.to === 'now' ? 'true' : undefined}>
              {say(ref === 'live' ? 'textLive' : 'textSeen')}
            </a>
          ))}
        </nav>
        <Choices refs={refs} texts={texts} say={say} language={i18n.language} />
        <p className="changes__quiet">
          {from === null ? say(refs.from === 'seen' ? 'notSeenYet' : 'nothingPublicYet') : `${named(from, say, i18n.language)} ${i18n.language.startsWith('ar') ? '←' : '→'} ${to === null ? say('nothingThere') : named(to, say, i18n.language)}`}
        </p>
        {changes === null || isNothing(changes) ? <p>{say('nothingChangedSince')}</p> : <ChangeRows changes={changes} titles={titles} labels={labels} choices={choices} say={say} language={i18n.language} />}
        {to?.kind === 'now' && to.hash !== null && <Looked address={`/api/${definition.collection}/${document.id}/review/looked`} hash={to.hash} />}
      </Gutter>
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return (
      <Gutter className="changes">
        <p role="alert">{error.message}</p>
      </Gutter>
    )
  }
}

/** What the values of fields that are chosen from lists are called, those within rows included, by field and value. */
function choicesIn(fields: readonly FlattenedField[], say: (label: unknown) => string): Record<string, string> {
  return Object.assign({}, ...fields.map((field) => {
    if ('options' in field) return Object.fromEntries(field.options.flatMap((option) => (typeof option === 'string' ? [] : [[`${field.name} ${option.value}`, say(option.label)]])))
    return 'flattenedFields' in field ? choicesIn(field.flattenedFields, say) : {}
  })) as Record<string, string>
}

function oneOf(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Any two texts, by a form that needs no script. */
function Choices({ refs, texts, say, language }: { refs: { from: string; to: string }; texts: TextChoice[]; say: Say; language: string }) {
  const usual: TextChoice[] = [
    { ref: 'now', kind: 'now', at: null, by: null },
    { ref: 'live', kind: 'live', at: null, by: null },
    { ref: 'seen', kind: 'seen', at: null, by: null },
  ]
  const options = [...usual, ...texts].map((text) => (
    <option key={text.ref} value={text.ref}>
      {named(text, say, language)}
    </option>
  ))
  return (
    <form method="get" className="changes__choices">
      <label>
        {say('changesFrom')}{' '}
        <select name="from" defaultValue={refs.from}>
          {options}
        </select>
      </label>
      <label>
        {say('changesTo')}{' '}
        <select name="to" defaultValue={refs.to}>
          {options}
        </select>
      </label>
      <button type="submit" className="btn btn--style-secondary btn--size-small">
        {say('compare')}
      </button>
    </form>
  )
}

/** A text by what it is, who made it and when. */
function named(text: TextChoice | NamedText, say: Say, language: string): string {
  const what = nameOf(say, 'text', text.kind)
  if (text.at === null) return what
  const date = moment(text.at, language)
  return text.by === null || text.by === '' ? say('textAt', { text: what, date }) : say('textByAt', { text: what, name: text.by, date })
}
