'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { intentOf, needsSource } from '@/citations/stored'
import { LANGUAGES } from '@/publishing/languages'
import { INTENTS, LOCATOR_LABELS } from '@/record/body'
import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import { CardErrand } from './card-errand'
import { Choice, Words } from './card-fields'
import { useCitations, type Room } from './room'
import { Ticks } from './ticks'
import './card.css'

type Props = { room: Room; citation: string; isReadOnly: boolean }

/** All that a citation says, to be read and written: beside the text, which stays in view. */
export function Card({ room, citation: key, isReadOnly }: Props) {
  const { say, language } = useWords()
  const { config } = useConfig()
  const citing = useCitations(room)
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const citation = citing.citations()[key] ?? {}
  const work = citing.work(citation.source)
  const label = citing.label(key)
  const close = (): void => {
    room.stage.show(null)
    room.marks.focus(key)
  }
  const change = (): void => room.stage.show({ kind: 'palette', spot: null, key })

  useEffect(() => {
    head.current?.focus({ preventScroll: true })
  }, [key])

  const shared = { citing, citation: key, isReadOnly }
  return createPortal(
    <div
      className="cite-card"
      role="dialog"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
    >
      <div className="cite-card__head">
        <h2 id={`${id}-title`} ref={head} tabIndex={-1}>
          {label === '' ? say('citeCardPlain') : say('citeCard', { number: label })}
        </h2>
        <button type="button" className="cite-card__close" aria-label={say('close')} onClick={close}>
          ×
        </button>
      </div>
      <div className="cite-card__body">
        <section aria-label={say('citeSource')} className="cite-card__source">
          {citation.source === undefined ? (
            <p className={needsSource(citation) ? 'cite-card__needs' : 'cite-card__quiet'}>{needsSource(citation) ? say('needsSource') : say('citeIntentRemark')}</p>
          ) : (
            <p className="cite-card__work">
              <span>
                <bdi>{work?.title || work?.url || say('citeUntitled')}</bdi>
              </span>
              {work !== null && work.creator !== '' && (
                <span className="cite-card__quiet">
                  <bdi>{work.creator}</bdi>
                </span>
              )}
              {work !== null && work.citedIn > 1 && <span className="cite-card__quiet">{say('citeCitedIn', { count: work.citedIn })}</span>}
            </p>
          )}
          <CardErrand room={room} citation={key} isReadOnly={isReadOnly} />
          <p className="cite-card__acts">
            {citation.source !== undefined && (
              <a href={`${config.routes.admin}/collections/sources/${citation.source}`} target="_blank" rel="noreferrer">
                {say('citeOpenRecord')}
              </a>
            )}
            {!isReadOnly && (
              <button type="button" className="review-link" onClick={change}>
                {say(citation.source === undefined ? 'citeFindSource' : 'citeChangeSource')}
              </button>
            )}
            <button type="button" className="review-link" disabled={label === ''} onClick={() => room.marks.focus(key)}>
              {say(label === '' ? 'citeNotInText' : 'citeToMark')}
            </button>
          </p>
          {citation.source !== undefined && <Ticks standing={citing.standings().get(key)} hasQuote={citation.quote !== undefined} />}
        </section>
        <Choice {...shared} name="intent" label={say('citeIntent')} value={intentOf(citation)} options={INTENTS.map((intent) => [intent, wordOr('citeIntent', intent, say)])} />
        <div className="cite-card__row">
          <Choice {...shared} name="locatorLabel" label={say('citeLocatorKind')} value={citation.locatorLabel ?? ''} options={[['', '–'], ...LOCATOR_LABELS.map((kind): [string, string] => [kind, wordOr('citeLocator', kind, say)])]} />
          <Words {...shared} name="locatorValue" label={say('citeLocator')} />
        </div>
        <Words {...shared} name="quote" label={say('citeQuote')} rows={4} language={citation.quoteLanguage} />
        {citation.source !== undefined && !isReadOnly && (
          <p>
            <button type="button" className="cite-card__button" onClick={() => room.stage.show({ kind: 'picker', key })}>
              {say('citePick')}
            </button>
          </p>
        )}
        <Words {...shared} name="quoteLanguage" label={say('citeQuoteLanguage')} suggestions={LANGUAGES.map(({ value, label: names }): [string, string] => [value, language.startsWith('ar') ? names.ar : names.en])} />
        <Words {...shared} name="quoteTranslation" label={say('citeQuoteTranslation')} rows={3} />
        <Words {...shared} name="claim" label={say('citeClaim')} hint={say('citeClaimHint')} rows={2} />
        <Words {...shared} name="note" label={say('citeNote')} rows={2} />
        <Words {...shared} name="originalLabel" label={say('citeOriginalLabel')} hint={say('citeOriginalLabelHint')} />
        {!isReadOnly && <p className="cite-card__quiet">{say('citeKept')}</p>}
      </div>
    </div>,
    document.body,
  )
}

function wordOr(group: 'citeIntent' | 'citeLocator', name: string, say: ReturnType<typeof useWords>['say']): string {
  const key = wordKey(group, name)
  return key === null ? name : say(key)
}
