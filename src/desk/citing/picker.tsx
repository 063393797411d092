'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { moment } from '../review/moment'
import { useWords } from '../words/use-words'
import { CopyText, type Place } from './copy-text'
import { describeQuote, findQuote } from '@/citations/quotes/anchor'
import { useCitations, type Room } from './room'
import { useCopies, useCopyText } from './use-copies'
import './picker.css'

const MOST = 5_000
const isLong = (place: Place | null): boolean => place !== null && place.end - place.start > MOST

/** The kept text of a source beside the draft: what is selected in it becomes the words that the citation relies on. */
export function Picker({ room, citation: key }: { room: Room; citation: string }) {
  const { say, language } = useWords()
  const citing = useCitations(room)
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const citation = citing.citations()[key] ?? {}
  const { copies, hasFailed, reload } = useCopies(citation.source)
  const [chosen, setChosen] = useState<string | null>(null)
  const copy = chosen ?? copies?.find((each) => each.id === citation.capture)?.id ?? copies?.[0]?.id ?? null
  const { text, hasFailed: isTextLost } = useCopyText(copy)
  const [selected, setSelected] = useState<Place | null>(null)
  const { quote = '', quotePrefix = '', quoteSuffix = '' } = citation
  const found = typeof text !== 'string' || quote === '' ? null : findQuote(text, { exact: quote, prefix: quotePrefix, suffix: quoteSuffix })
  const isTooLong = isLong(selected)
  const back = (): void => room.stage.show({ kind: 'card', key })
  const use = (place: Place | null): void => {
    if (place === null || isLong(place) || typeof text !== 'string' || copy === null) return
    const { exact, prefix, suffix } = describeQuote(text, place.start, place.end)
    citing.change(key, { quote: exact, quotePrefix: prefix, quoteSuffix: suffix, capture: copy })
    back()
  }

  useEffect(() => {
    head.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => setSelected(null), [copy])

  return createPortal(
    <div
      className="cite-card cite-card--wide"
      role="dialog"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') back()
      }}
    >
      <div className="cite-card__head">
        <h2 id={`${id}-title`} ref={head} tabIndex={-1}>
          {say('citePicker')}
        </h2>
        <button type="button" className="cite-card__button" onClick={back}>
          {say('citeBackToCard')}
        </button>
      </div>
      <div className="cite-picker">
        <p>
          <bdi>{citing.work(citation.source)?.title || say('citeUntitled')}</bdi>
        </p>
        {copies === null && !hasFailed && <p>{say('loading')}</p>}
        {(hasFailed || isTextLost) && (
          <p className="cite-card__needs">
            {say('citeCopiesFailed')}{' '}
            <button type="button" className="review-link" onClick={reload}>
              {say('tryAgain')}
            </button>
          </p>
        )}
        {copies?.length === 0 && <p>{say('citeNoCopy')}</p>}
        {copies !== null && copies.length > 0 && (
          <div className="cite-field">
            <label htmlFor={`${id}-copy`}>{say('citeCopy')}</label>
            <select id={`${id}-copy`} value={copy ?? ''} onChange={(event) => setChosen(event.target.value)}>
              {copies.map((each) => (
                <option key={each.id} value={each.id}>
                  {say('citeCopyOf', { date: moment(each.capturedAt, language) })}
                </option>
              ))}
            </select>
          </div>
        )}
        {text === null && !isTextLost && copies !== null && copies.length > 0 && <p>{say('citeNoText')}</p>}
        {typeof text === 'string' && (
          <>
            <p role="status" className={found?.state === 'lost' ? 'cite-card__needs' : 'cite-card__quiet'}>
              {found === null ? say('citePickHint') : say(found.state === 'found' ? 'citeQuoteThere' : found.state === 'lost' ? 'citeQuoteGone' : 'citeQuoteTwice')}
            </p>
            <CopyText text={text} label={say('citeText')} marked={found?.state === 'found' ? found : null} onSelect={setSelected} onUse={use} />
            <footer className="cite-picker__foot">
              <p dir="auto" className="cite-picker__words">
                {selected === null ? '' : isTooLong ? say('citeTooLong', { most: MOST }) : shortened(text.slice(selected.start, selected.end))}
              </p>
              <button type="button" className="cite-card__button" disabled={selected === null || isTooLong} onMouseDown={(event) => event.preventDefault()} onClick={() => use(selected)}>
                {say('citeUse')}
              </button>
            </footer>
          </>
        )}
      </div>
    </div>,
    document.body,
  )
}

function shortened(words: string): string {
  const characters = Array.from(words.replace(/\s+/gu, ' ').trim())
  return characters.length <= 160 ? characters.join('') : `${characters.slice(0, 90).join('')} … ${characters.slice(-60).join('')}`
}
