'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { findRecords, postMerge, readRecord, type SourceRecord } from './records'

const WAIT_MS = 250

/** Looks for the record that stays, and shows both side by side before they become one. */
export function MergeChoice({ id, onClose }: { id: string; onClose(): void }) {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<SourceRecord[] | null>(null)
  const [own, setOwn] = useState<SourceRecord | null>(null)
  const [chosen, setChosen] = useState<SourceRecord | null>(null)
  const field = useId()
  const search = useRef<HTMLInputElement>(null)

  useEffect(() => {
    let isHere = true
    void readRecord(id).then((record) => isHere && setOwn(record))
    return () => {
      isHere = false
    }
  }, [id])
  useEffect(() => {
    if (words.trim() === '') return setFound(null)
    let isHere = true
    const waiting = setTimeout(() => void findRecords(words.trim(), id).then((records) => isHere && setFound(records)), WAIT_MS)
    return () => {
      isHere = false
      clearTimeout(waiting)
    }
  }, [words, id])

  // The button that opened this is gone, and the focus with it.
  useEffect(() => search.current?.focus(), [chosen])

  if (chosen !== null && own !== null) return <Both own={own} other={chosen} onBack={() => setChosen(null)} />
  return (
    <>
      <p>{say('mergeExplained')}</p>
      <label htmlFor={field}>{say('mergeSearch')}</label>
      <input ref={search} id={field} type="search" dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
      {found !== null && (
        <ul aria-live="polite">
          {found.length === 0 && <li>{say('mergeNothing')}</li>}
          {found.map((record) => <li key={record.id}><button type="button" onClick={() => setChosen(record)}><bdi>{record.title}</bdi> <small dir="ltr">{record.url ?? record.doi}</small></button></li>)}
        </ul>
      )}
      <Button buttonStyle="secondary" size="medium" onClick={onClose}>{say('mergeCancel')}</Button>
    </>
  )
}

function Both({ own, other, onBack }: { own: SourceRecord; other: SourceRecord; onBack(): void }) {
  const { say } = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const merge = async (): Promise<void> => {
    setWaiting(true)
    const refused = await postMerge(say, own.id, 'merge', { into: other.id })
    if (refused === null) window.location.assign(`/admin/collections/sources/${other.id}`)
    else setProblem(refused)
    setWaiting(false)
  }
  return (
    <>
      <table>
        <thead><tr><td /><th scope="col">{say('mergeThis')}</th><th scope="col">{say('mergeOther')}</th></tr></thead>
        <tbody>
          {ROWS.filter(([, read]) => read(own) !== '' || read(other) !== '').map(([word, read]) => (
            <tr key={word}><th scope="row">{say(word)}</th>{[own, other].map((record) => <td key={record.id}><bdi>{read(record)}</bdi></td>)}</tr>
          ))}
        </tbody>
      </table>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className="merge-source__acts">
        <Button size="medium" disabled={isWaiting} onClick={() => void merge()}>{say('mergeDo')}</Button>
        <Button buttonStyle="secondary" size="medium" onClick={onBack}>{say('mergeBack')}</Button>
      </div>
    </>
  )
}

const listed = (...values: (string | null | undefined)[]): string => values.filter(Boolean).join(' · ')

const ROWS: [WordKey, (record: SourceRecord) => string][] = [
  ['mergeTitle', ({ title }) => title ?? ''],
  ['mergeCreators', ({ creators }) => listed(...(creators ?? []).map(({ name }) => name))],
  ['mergePublished', ({ container, publisher, issued }) => listed(container, publisher, issued)],
  ['mergeLink', ({ url }) => url ?? ''],
  ['mergeIdentifiers', ({ doi, isbn }) => listed(doi, isbn)],
]
