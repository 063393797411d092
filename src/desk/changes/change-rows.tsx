import type { ReactNode } from 'react'
import type { Changes, ChangeKind, CitationChange, FormRow, WordsChange } from '@/collaboration/changes/between'
import { readable } from '@/collaboration/readable'
import type { Citation, Warning } from '@/record/body'
import { wordKey } from '../words/codes'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import type { WordKey } from '../words/en'

type Props = { changes: Changes; titles: ReadonlyMap<string, string>; labels: Record<string, string>; choices: Record<string, string>; say: Say; language: string }
type Shared = Omit<Props, 'changes'>

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** All that differs: the words in reading order, then links, citations, warnings, images and settings in rows of their own. */
export function ChangeRows({ changes, ...shared }: Props) {
  const { say } = shared
  return (
    <>
      {changes.text.length > 0 && (
        <Section title="changedWords" say={say}>
          {changes.text.map((row, index) => (
            <TextRow key={index} row={row} {...shared} />
          ))}
        </Section>
      )}
      <Rows title="changedLinks" rows={changes.links} say={say}>
        {(link) => <Row change={link.change} title={link.words} before={link.before} after={link.after} {...shared} />}
      </Rows>
      <Rows title="changedCitations" rows={changes.citations} say={say}>
        {(citation) => <CitationRow row={citation} {...shared} />}
      </Rows>
      <Rows title="changedWarnings" rows={changes.warnings} say={say}>
        {(warning) => (
          <Row change={warning.change} title={say(WHERE[warning.where], { words: warning.about })} before={ofWarning(warning.before, shared)} after={ofWarning(warning.after, shared)} {...shared} />
        )}
      </Rows>
      <Rows title="changedImages" rows={changes.images} say={say}>
        {(image) => <Row change={image.change} title={image.after?.alt ?? image.before?.alt ?? ''} before={ofImage(image.before)} after={ofImage(image.after)} {...shared} />}
      </Rows>
      <Rows title="changedSettings" rows={changes.settings} say={say}>
        {(setting) => <Row change={isNothing(setting.before) ? 'new' : isNothing(setting.after) ? 'gone' : 'changed'} title={shared.labels[setting.name] ?? setting.name} before={valueOf(setting.name, setting.before, shared)} after={valueOf(setting.name, setting.after, shared)} {...shared} />}
      </Rows>
    </>
  )
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A setting as people read it: a choice by its label; null where there is none. */
function valueOf(name: string, value: unknown, { choices }: Shared): string | null {
  if (isNothing(value)) return null
  return (typeof value === 'string' ? choices[`${name} ${value}`] : undefined) ?? readable(value)
}

const WHERE = { document: 'whereDocument', passage: 'wherePassage', image: 'whereImage' } as const satisfies Record<string, WordKey>

function Section({ title, say, children }: { title: WordKey; say: Say; children: ReactNode }) {
  return (
    <section className="changes__section" aria-labelledby={`changes-${title}`}>
      <h3 id={`changes-${title}`}>{say(title)}</h3>
      {children}
    </section>
  )
}

function Rows<T>({ title, rows, say, children }: { title: WordKey; rows: readonly T[]; say: Say; children(row: T): ReactNode }) {
  if (rows.length === 0) return null
  return (
    <Section title={title} say={say}>
      <ul>
        {rows.map((row, index) => (
          <li key={index}>{children(row)}</li>
        ))}
      </ul>
    </Section>
  )
}

function TextRow({ row, say, labels, titles, language }: Shared & { row: Changes['text'][number] }) {
  if (row.kind === 'same') return <p className="changes__same">{say('unchangedParts', { count: row.count })}</p>
  return (
    <div className={`changes__row changes__row--${row.kind === 'form' ? 'form' : row.change}`}>
      <p className="changes__what">
        {labels[row.part] ?? nameOf(say, 'part', row.part)}
        {row.kind === 'words' && row.within !== null && ` · ${withTitles(placeOf(say, row.within), titles)}`} · {row.kind === 'form' ? say('changeForm') : changeWord(say, row.change)}
      </p>
      {row.kind === 'words' ? <Pieces row={row} titles={titles} /> : <Form row={row} say={say} titles={titles} language={language} />}
    </div>
  )
}

function Pieces({ row, titles }: { row: WordsChange; titles: Shared['titles'] }) {
  return (
    <p dir="auto" className="changes__words">
      {row.pieces.map((piece, index) => {
        const words = piece.citation === undefined ? withTitles(piece.text, titles) : <sup className="changes__citation">※</sup>
        if (piece.op === 'same') return <span key={index}>{words}</span>
        return piece.op === 'new' ? <ins key={index}>{words}</ins> : <del key={index}>{words}</del>
      })}
    </p>
  )
}

/** From what was to what is, in the direction of reading. */
function arrow(language: string): string {
  return language.startsWith('ar') ? '←' : '→'
}

function Form({ row, say, titles, language }: { row: FormRow; say: Say; titles: Shared['titles']; language: string }) {
  const marks = (names: readonly string[]): string => (names.length === 0 ? say('markPlain') : names.map((name) => nameOf(say, 'mark', name)).join(', '))
  return (
    <>
      <p dir="auto" className="changes__words">{row.words}</p>
      {row.before !== row.after && (
        <p className="changes__quiet">
          {withTitles(formWords(say, row.before), titles)} {arrow(language)} {withTitles(formWords(say, row.after), titles)}
        </p>
      )}
      {row.forms.map((form, index) => (
        <p key={index} className="changes__quiet">
          “<bdi>{form.words.trim()}</bdi>”: {marks(form.before)} {arrow(language)} {marks(form.after)}
        </p>
      ))}
    </>
  )
}

/** "heading 2 · passage" in the person's language. */
function formWords(say: Say, form: string): string {
  return form.split(' · ').map((part) => {
    const [kind = '', more] = part.split(' ')
    const key = wordKey('part', kind)
    return key === null ? part : [say(key), more].filter(Boolean).join(' ')
  }).join(' · ')
}

function placeOf(say: Say, within: string): string {
  const key = wordKey('part', within)
  return key === null ? within : say(key)
}

function CitationRow({ row, say, ...shared }: Shared & { row: CitationChange }) {
  return <Row change={row.change} title={say('claimOf', { words: row.claim })} before={ofCitation(row.before)} after={ofCitation(row.after)} say={say} {...shared} />
}

function ofCitation(citation: Citation | null): string | null {
  if (citation === null) return null
  const { source, locator, quote, quoteTranslation, note, originalLabel } = citation
  return [source, locator === undefined ? null : `${locator.label} ${locator.value}`, quote === undefined ? null : `“${quote}”`, quoteTranslation, note, originalLabel].filter(Boolean).join(' · ')
}

function ofWarning(warning: Warning | null, { choices }: Shared): string | null {
  if (warning === null) return null
  const { term, depiction, intensity, note } = warning
  return [term, choices[`depiction ${depiction}`] ?? depiction, choices[`intensity ${intensity}`] ?? intensity, note].filter(Boolean).join(' · ')
}

function ofImage(image: { alt: string; caption?: string; credit?: string; licence?: string; variants: { file: string }[] } | null): string | null {
  return image === null ? null : [image.alt, image.caption, image.credit, image.licence].filter(Boolean).join(' · ')
}

type RowProps = Shared & { change: ChangeKind; title: string; before: string | null; after: string | null }

function Row({ change, title, before, after, say, titles }: RowProps) {
  return (
    <div className={`changes__row changes__row--${change}`}>
      <p className="changes__what">
        <bdi>{withTitles(title, titles)}</bdi> · {changeWord(say, change)}
      </p>
      {before !== null && (
        <p dir="auto" className="changes__words">
          <del>{withTitles(before, titles) || say('nothingThere')}</del>
        </p>
      )}
      {after !== null && (
        <p dir="auto" className="changes__words">
          <ins>{withTitles(after, titles) || say('nothingThere')}</ins>
        </p>
      )}
    </div>
  )
}

function changeWord(say: Say, change: ChangeKind): string {
  return nameOf(say, 'change', change)
}

/** Ids of documents by their titles, where the person may read them. */
function withTitles(text: string, titles: Shared['titles']): string {
  return text.replaceAll(UUID, (id) => titles.get(id) ?? id)
}
