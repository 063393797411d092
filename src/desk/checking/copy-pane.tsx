'use client'

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { AnsweredCitation } from '@/citations/checks/answer'
import type { Place } from '@/citations/quotes/quote'
import { moment } from '../review/moment'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import type { Copy, openCopies, Wanted } from './copies'
import { shownText } from './shown-text'

export type Copies = ReturnType<typeof openCopies>

/** What is looked for in which copy; null where there is no copy. */
export function wantedOf({ copy, quote, quotePrefix, quoteSuffix }: AnsweredCitation): Wanted | null {
  return copy === null ? null : { capture: copy, quote, quotePrefix, quoteSuffix }
}

/** The kept copy of a source as words, with the quote marked in it and brought into view. */
export function CopyPane({ citation, copies }: { citation: AnsweredCitation; copies: Copies }) {
  const { say, language } = useWords()
  const copy = useCopy(citation, copies)
  const [isWhole, setIsWhole] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const found = copy?.state === 'read' ? placesOf(copy) : null
  const shown = useMemo(() => (copy?.state === 'read' ? shownText(copy.copy.text, placesOf(copy).places, isWhole) : null), [copy, isWhole])

  useLayoutEffect(() => {
    const pane = box.current
    const mark = pane?.querySelector('mark')
    if (pane && mark) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4
  }, [shown])

  return (
    <section className="checking-pane checking-pane--copy" aria-labelledby="checking-copy">
      <h3 id="checking-copy" tabIndex={-1}>{say('checkingCopy')}</h3>
      {copy === null && <p className="desk-page__quiet">{say('checkingNoCopy')}</p>}
      {copy?.state === 'loading' && <p className="desk-page__quiet">{say('checkingCopyLoading')}</p>}
      {copy?.state === 'failed' && <p className="desk-page__quiet">{say('checkingCopyFailed')}</p>}
      {copy?.state === 'read' && (
        <>
          {found?.word != null && <p className={found.isThere ? 'checking-found' : 'checking-found checking-found--not'}>{say(found.word)}</p>}
          <p className="desk-page__quiet">
            {copy.copy.title !== null && <><bdi>{copy.copy.title}</bdi> · </>}
            {copy.copy.capturedAt !== '' && say('checkingCopyAt', { date: moment(copy.copy.capturedAt, language) })}
          </p>
          <div ref={box} className="checking-text" role="group" tabIndex={0} aria-labelledby="checking-copy" data-found={copy.found?.state ?? 'none'}>
            {shown?.isCutBefore === true && <p aria-hidden="true">…</p>}
            {shown?.paragraphs.map((stretches, index) => (
              <p key={index} dir="auto">
                {stretches.map((stretch, at) => (stretch.mark === undefined ? stretch.text : <mark key={at} className={found?.isThere === true ? undefined : 'checking-alike'}>{stretch.text}</mark>))}
              </p>
            ))}
            {shown?.isCutAfter === true && <p aria-hidden="true">…</p>}
          </div>
          {(shown?.isCutBefore === true || shown?.isCutAfter === true) && (
            <button type="button" className="checking-link" onClick={() => setIsWhole(true)}>
              {say('checkingWhole')}
            </button>
          )}
        </>
      )}
    </section>
  )
}

/** The copy of a citation: what is known of it at once, so that one that was fetched early stands there without a blink. */
function useCopy(citation: AnsweredCitation, copies: Copies): Copy | null {
  const wanted = useMemo(() => wantedOf(citation), [citation])
  const [got, setGot] = useState<{ wanted: Wanted | null; copy: Copy } | null>(null)
  useEffect(() => {
    if (wanted === null) return
    let isLeft = false
    void copies.get(wanted).then((copy) => {
      if (!isLeft) setGot({ wanted, copy })
    })
    return () => {
      isLeft = true
    }
  }, [copies, wanted])
  if (wanted === null) return null
  return copies.known(wanted) ?? (got?.wanted === wanted ? got.copy : { state: 'loading' })
}

function placesOf({ found }: Extract<Copy, { state: 'read' }>): { places: Place[]; word: WordKey | null; isThere: boolean } {
  if (found === null) return { places: [], word: null, isThere: false }
  switch (found.state) {
    case 'found':
      return { places: [{ start: found.start, end: found.end }], word: found.how === 'near' ? 'checkingQuoteNear' : 'checkingQuoteFound', isThere: true }
    case 'ambiguous':
      return { places: found.places, word: 'checkingQuoteSeveral', isThere: true }
    case 'lost':
      return found.changed === undefined ? { places: [], word: 'checkingQuoteLost', isThere: false } : { places: [found.changed], word: 'checkingQuoteAlike', isThere: false }
  }
}
