'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { wordKey } from '@/desk/words/codes'
import { useWords } from '@/desk/words/use-words'
import type { ReviewAnswer } from '../answer'
import { goToField, namedFields } from './fields-of-form'

/** What a document still lacks before it can be submitted, or before it can be made public. */
export function Missing({ answer }: { answer: ReviewAnswer }) {
  const { say } = useWords()
  const labelOf = useFieldLabels(answer.document.collection)
  const slots = (names: readonly string[]): string => names.map((name) => slotWord(say, name)).join(say('review') === 'Review' ? ', ' : '، ')
  const isBeforeRun = answer.run === null
  return (
    <>
      {answer.teamTooSmall.length > 0 && <p className="review-panel__problem">{say('teamTooSmall', { slots: slots(answer.teamTooSmall) })}</p>}
      {isBeforeRun && answer.missing.length > 0 && (
        <div className="review-missing">
          <h3>{say('missingFields')}</h3>
          <ul>
            {answer.missing.map((path) => (
              <li key={path}>
                <button type="button" className="review-link" aria-label={say('goToField', { field: labelOf(path) })} onClick={() => goToField(path)}>
                  {labelOf(path)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function slotWord(say: ReturnType<typeof useWords>['say'], slot: string): string {
  const key = wordKey('slot', slot)
  return key === null ? slot : say(key)
}

/** The label of a field by its path; of a companion's field, with the companion's kind before it. */
function useFieldLabels(collection: string): (path: string) => string {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const known = new Map(namedFields(getEntityConfig({ collectionSlug: collection })?.fields ?? [], i18n).map(({ path, label }) => [path, label]))
  return (path) => {
    const own = known.get(path)
    if (own !== undefined) return own
    const [first = path, ...rest] = path.split('.')
    return [known.get(first) ?? first, ...rest.map((name) => known.get(name) ?? name)].join(': ')
  }
}
