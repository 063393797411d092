'use client'

import type { AnsweredCitation, CitationsAnswer } from '@/citations/checks/answer'
import { formatDate, type DateSettings } from '@/record/dates'
import { moment } from '../review/moment'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'

type Props = { citation: AnsweredCitation; document: CitationsAnswer['document'] }

/** What the text says: its sentence, in the paragraph that it stands in. Set in the text's own direction, whatever the desk's is. */
export function ClaimPane({ citation, document }: Props) {
  const { say } = useWords()
  const { before, sentence, after } = citation.surroundings
  const lang = document.language ?? undefined
  return (
    <section className="checking-pane" aria-labelledby="checking-claim">
      <h3 id="checking-claim">{say('checkingClaim')}</h3>
      <p className="checking-words" dir="auto" lang={lang}>
        {before}
        <mark>{sentence}</mark>
        {after}
      </p>
      {citation.claim !== sentence && citation.claim !== '' && (
        <dl>
          <dt>{say('checkingOwnClaim')}</dt>
          <dd dir="auto" lang={lang}>{citation.claim}</dd>
        </dl>
      )}
      {citation.note !== null && <p className="checking-words" dir="auto">{citation.note}</p>}
    </section>
  )
}

/** The words of the source that the text relies on, with what stands round them there. */
export function QuotePane({ citation }: Pick<Props, 'citation'>) {
  const { say } = useWords()
  const { quote, quotePrefix, quoteSuffix, quoteLanguage, quoteTranslation, locatorLabel, locatorValue } = citation
  return (
    <section className="checking-pane" aria-labelledby="checking-quote">
      <h3 id="checking-quote">{say('checkingQuote')}</h3>
      {quote === null ? (
        <p className="desk-page__quiet">{say('checkingNoQuote')}</p>
      ) : (
        <blockquote className="checking-words" dir="auto" lang={quoteLanguage ?? undefined}>
          {quotePrefix !== null && <span className="checking-round">…{quotePrefix}</span>}
          <mark>{quote}</mark>
          {quoteSuffix !== null && <span className="checking-round">{quoteSuffix}…</span>}
        </blockquote>
      )}
      {quoteTranslation !== null && (
        <dl>
          <dt>{say('checkingTranslation')}</dt>
          <dd dir="auto">{quoteTranslation}</dd>
        </dl>
      )}
      {locatorLabel !== null && locatorValue !== null && <p>{placeIn(say, locatorLabel, locatorValue)}</p>}
    </section>
  )
}

function placeIn(say: Say, label: string, value: string): string {
  const words = { page: 'placePage', paragraph: 'placeParagraph', timecode: 'placeTimecode', section: 'placeSection', post: 'placePost' } as const
  return say(words[label as keyof typeof words] ?? 'placeSection', { value })
}

/** Which work is cited, how its link stands, and who cited it. `originalId`: what a key leads to; `dates`: how the site writes them. */
export function SourceLine({ citation, document, originalId, dates }: Props & { originalId: string; dates: DateSettings }) {
  const { say, language } = useWords()
  const { source, hands, intent } = citation
  return (
    <div className="checking-source">
      {source === null ? (
        <p>{citation.isWithheld ? say('checkingWithheld') : nameOf(say, 'support', citation.support)}</p>
      ) : (
        <>
          <p>
            <a href={`/admin/collections/sources/${source.id}`}>
              <bdi lang={source.titleLanguage ?? source.language ?? undefined}>{source.title || say('untitled')}</bdi>
            </a>
            {[source.creators.join(', '), source.container, source.publisher, source.issued && formatDate(source.issued, language, dates)].filter((part) => part != null && part !== '').map((part, index) => (
              <span key={index}> · <bdi>{part}</bdi></span>
            ))}
          </p>
          <p className="checking-links">
            {source.url !== null && (
              <a id={originalId} href={source.url} target="_blank" rel="noopener noreferrer">
                {say('checkingOpenOriginal')}
              </a>
            )}
            {source.archivedUrl !== null && <a href={source.archivedUrl} target="_blank" rel="noopener noreferrer">{say('checkingArchived')}</a>}
            {citation.copy !== null && <a href="#checking-copy">{say('checkingToCopy')}</a>}
            <a href={`/admin/collections/${document.collection}/${document.id}`}>{say('checkingInText')}</a>
          </p>
          {source.facts !== null && <p className="desk-page__quiet" data-link={source.facts.state}>{say('checkingLink', { state: nameOf(say, 'link', source.facts.state) })}</p>}
        </>
      )}
      <p className="desk-page__quiet">
        {nameOf(say, 'intent', intent)}
        {hands.length > 0 && ` · ${say('checkingHands', { names: new Intl.ListFormat(language).format(hands.map(({ name }) => name || say('someone'))) })}`}
      </p>
    </div>
  )
}

/** What was found before, newest first, and what has changed since. */
export function Earlier({ citation }: Pick<Props, 'citation'>) {
  const { say, language } = useWords()
  const parts = new Intl.ListFormat(language).format(citation.changed.map((part) => nameOf(say, 'ground', part)))
  return (
    <>
      {citation.support === 'changed' && <p className="checking-changed">{say('checkingChanged', { parts })}</p>}
      {citation.checks.length > 0 && (
        <section aria-labelledby="checking-earlier" className="checking-earlier">
          <h3 id="checking-earlier">{say('checkingEarlier')}</h3>
          <ol>
            {citation.checks.map((check) => (
              <li key={check.id} data-stands={check.stands}>
                <strong>{check.result === 'unchecked' ? say('checkingTakenBack') : nameOf(say, 'support', check.result)}</strong>{' '}
                <span className="desk-page__quiet">
                  {say('signedBy', { name: check.by.name || say('someone'), date: moment(check.at, language) })}
                  {check.basis !== citation.basis && ` · ${say('checkingOnFormer')}`}
                </span>
                {check.note !== null && <blockquote dir="auto">{check.note}</blockquote>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
