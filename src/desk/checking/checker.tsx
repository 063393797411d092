'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { AnsweredCitation, CitationsAnswer } from '@/citations/checks/answer'
import { FINDINGS, type Finding } from '@/citations/checks/support'
import type { DateSettings } from '@/record/dates'
import { wordKey } from '../words/codes'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'
import { ClaimPane, Earlier, QuotePane, SourceLine } from './citation-view'
import { fetchCopy, openCopies } from './copies'
import { CopyPane, wantedOf, type Copies } from './copy-pane'
import { KeyHelp } from './key-help'
import { useChecking, type Checking, type Said } from './use-checking'
import { useKeys, type KeyAct } from './use-keys'

const ORIGINAL = 'checking-original'

/** Goes through the citations of a text one by one: claim, quote and copy side by side, by buttons or by single keys. */
export function Checker({ answer, person, dates }: { answer: CitationsAnswer; person: string; dates: DateSettings }) {
  const { say, language } = useWords()
  const checking = useChecking(answer, person)
  const copies = useMemo(() => openCopies(fetchCopy), [])
  const [note, setNote] = useState('')
  const [isHelping, setIsHelping] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const noteBox = useRef<HTMLTextAreaElement>(null)
  const { current, next } = checking
  const key = current?.key

  usePreloaded(next, copies)
  const shownBefore = useRef(key)
  useEffect(() => {
    // Whoever goes on is at the head of what is shown next, also with a screen reader; nothing moves when the view opens.
    if (shownBefore.current === key) return
    shownBefore.current = key
    setNote('')
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [key])

  const record = async (finding: Finding): Promise<void> => {
    if (await checking.record(finding, note)) setNote('')
  }
  const acts: Record<KeyAct, () => void> = {
    next: () => checking.go(1),
    previous: () => checking.go(-1),
    supports: () => void record('supports'),
    partly: () => void record('partly'),
    doesNot: () => void record('doesNot'),
    note: () => noteBox.current?.focus(),
    undo: () => void checking.undo(),
    original: () => document.getElementById(ORIGINAL)?.click(),
    copy: () => document.getElementById('checking-copy')?.focus(),
    help: () => setIsHelping(true),
  }
  const keys = useKeys(/^(ar|fa|he|ur)\b/.test(language), (act) => acts[act]())

  if (checking.answer.total === 0) return <p>{say('checkingNoCitations')}</p>
  return (
    <div className="checking">
      <Head checking={checking} heading={heading} />
      <p className="checking-said" role="status">{sayWhatCame(checking.said, say)}</p>
      {current === null ? (
        <p>{say('checkingDone')}</p>
      ) : (
        <article aria-labelledby="checking-place" data-citation={current.key} data-support={current.support}>
          <SourceLine citation={current} document={checking.answer.document} originalId={ORIGINAL} dates={dates} />
          <div className="checking-panes">
            <ClaimPane citation={current} document={checking.answer.document} />
            <QuotePane citation={current} />
            <CopyPane key={current.key} citation={current} copies={copies} />
          </div>
          <Verdict checking={checking} current={current} note={note} noteBox={noteBox} onNote={setNote} onRecord={(finding) => void record(finding)} onLeave={() => heading.current?.focus()} />
          <Earlier citation={current} />
        </article>
      )}
      <p className="checking-keys">
        <button type="button" className="checking-link" onClick={() => setIsHelping(true)}>
          {say('checkingKeys')} <kbd>?</kbd>
        </button>
        <label>
          <input type="checkbox" checked={keys.isOn !== false} disabled={keys.isOn === null} onChange={(event) => keys.turn(event.target.checked)} /> {say('checkingKeysOn')}
        </label>
      </p>
      <KeyHelp isOpen={isHelping} onClose={() => setIsHelping(false)} />
    </div>
  )
}

function Head({ checking, heading }: { checking: Checking; heading: React.RefObject<HTMLHeadingElement | null> }) {
  const { say } = useWords()
  const { current, course, answer, isOnlyOpen } = checking
  const at = current === null ? -1 : course.indexOf(current.key)
  return (
    <div className="checking-head">
      <div>
        <h2 id="checking-place" ref={heading} tabIndex={-1}>
          {current === null ? say('checkingLeft', { count: answer.open }) : say('checkingPlace', { number: at + 1, total: course.length })}
          {current !== null && <span className={`checking-state checking-state--${current.support}`}>{nameOf(say, 'support', current.support)}</span>}
        </h2>
        <p className="desk-page__quiet">
          {current !== null && say('checkingLeft', { count: answer.open })}
        </p>
      </div>
      <div className="desk-buttons">
        <button type="button" className="checking-button" disabled={at <= 0} aria-keyshortcuts="k" onClick={() => checking.go(-1)}>
          {say('checkingPrevious')} <kbd aria-hidden="true">k</kbd>
        </button>
        <button type="button" className="checking-button" disabled={at === -1 || at === course.length - 1} aria-keyshortcuts="j" onClick={() => checking.go(1)}>
          {say('checkingNext')} <kbd aria-hidden="true">j</kbd>
        </button>
        <button type="button" className="checking-link" onClick={() => checking.showOnlyOpen(!isOnlyOpen)}>
          {say(isOnlyOpen ? 'checkingEverything' : 'checkingOnlyOpen')}
        </button>
      </div>
    </div>
  )
}

type VerdictProps = { checking: Checking; current: AnsweredCitation; note: string; noteBox: React.RefObject<HTMLTextAreaElement | null>; onNote(note: string): void; onRecord(finding: Finding): void; onLeave(): void }

function Verdict({ checking, current, note, noteBox, onNote, onRecord, onLeave }: VerdictProps) {
  const { say } = useWords()
  const why = current.whyNotCode === null ? null : wordKey('why', current.whyNotCode)
  return (
    <section className="checking-verdict" aria-labelledby="checking-verdict">
      <h3 id="checking-verdict">{say('checkingVerdict')}</h3>
      {!current.mayCheck && <p className="desk-page__quiet">{why === null ? current.whyNot : say(why)}</p>}
      {current.mayCheck && (
        <>
          <div className="desk-buttons">
            {FINDINGS.map((finding, index) => (
              <button key={finding} type="button" className={`checking-button checking-button--${finding}`} aria-keyshortcuts={String(index + 1)} aria-pressed={current.support === finding} disabled={checking.isBusy} onClick={() => onRecord(finding)}>
                <kbd aria-hidden="true">{index + 1}</kbd> {nameOf(say, 'support', finding)}
              </button>
            ))}
          </div>
          <label className="desk-field checking-note">
            <span>
              {say('checkingNote')} <kbd aria-hidden="true">n</kbd>
            </span>
            <textarea
              ref={noteBox}
              rows={2}
              dir="auto"
              maxLength={5000}
              value={note}
              aria-keyshortcuts="n"
              aria-describedby="checking-note-hint"
              onChange={(event) => onNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') onLeave()
              }}
            />
            <span id="checking-note-hint" className="desk-page__quiet">{say('checkingNoteHint')}</span>
          </label>
        </>
      )}
      {checking.mayUndo && (
        <button type="button" className="checking-link" aria-keyshortcuts="u" disabled={checking.isBusy} onClick={() => void checking.undo()}>
          {say('checkingUndo')} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </section>
  )
}

/** Fetches the copy of the citation that comes next, so that it stands there when somebody goes on. */
function usePreloaded(next: AnsweredCitation | null, copies: Copies): void {
  useEffect(() => {
    const wanted = next === null ? null : wantedOf(next)
    if (wanted !== null) void copies.get(wanted)
  }, [copies, next])
}

function sayWhatCame(said: Said | null, say: Say): string {
  switch (said?.kind) {
    case undefined:
      return ''
    case 'recorded': {
      const recorded = say('checkingRecorded', { finding: nameOf(say, 'support', said.finding) })
      return said.also === null ? recorded : `${recorded} ${say('checkingAlso', { name: said.also.name || say('someone'), finding: nameOf(say, 'support', said.also.finding) })}`
    }
    case 'taken':
      return say('checkingTaken')
    case 'stale':
      return say('checkingStale')
    case 'done':
      return say('checkingDone')
    case 'refused': {
      const key = wordKey('why', said.code)
      return key === null ? said.message : say(key)
    }
  }
}
