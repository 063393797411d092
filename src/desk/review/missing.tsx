'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useWords } from '../words/use-words'
import type { ReviewAnswer } from '@/review/answer'
import { goToField, namedFields } from './fields-of-form'
import { nameOf } from '../words/names'

/** What a document still lacks before it can be submitted, or before it can be made public. */
export function Missing({ answer }: { answer: ReviewAnswer }) {
  const { say, language } = useWords()
  const labelOf = useFieldLabels(answer.document.collection)
  const slots = (names: readonly string[]): string => new Intl.ListFormat(language).format(names.map((name) => nameOf(say, 'slot', name)))
  const isBeforeRun = answer.run === null
  const fields = answer.missing.filter((path) => !answer.unsettled.some((each) => each.path === path))
  return (
    <>
      {answer.teamTooSmall.length > 0 && <p className="review-panel__problem">{say('teamTooSmall', { slots: slots(answer.teamTooSmall) })}</p>}
      {isBeforeRun && fields.length > 0 && (
        <div className="review-missing">
          <h3>{say('missingFields')}</h3>
          <ul>
            {fields.map((path) => (
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
