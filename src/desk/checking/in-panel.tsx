'use client'

import { useEffect, useState } from 'react'
import type { CitationsAnswer } from '@/citations/checks/answer'
import type { ReviewAnswer } from '@/review/answer'
import { wordKey } from '../words/codes'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'
import { checkingPath } from './path'

const ITEM = /^citations\./
const SHOWN = 20
const LONGEST = 80

/** In the review panel: which citations keep a text from approval, with links to them, and what of the others is doubtful. */
export function Citations({ answer }: { answer: ReviewAnswer }) {
  const { say } = useWords()
  const claims = useClaims(answer)
  const kinds = Map.groupBy(answer.unsettled, ({ kind }) => kind)
  if (answer.unsettled.length === 0 && answer.doubts.length === 0) return null
  return (
    <div className="review-citations">
      {[...kinds].map(([kind, unsettled]) => (
        <div key={kind} className="review-missing" data-unsettled={kind}>
          <h3>{sayHowMany(say, kind, unsettled.length)}</h3>
          <ul>
            {unsettled.slice(0, SHOWN).map(({ collection, document, item, path }, index) => {
              const key = item.replace(ITEM, '')
              return (
                <li key={`${document} ${path}`}>
                  <a href={checkingPath(collection, document, key)} dir="auto">
                    {shortened(claims.get(key)) ?? say('citationNumber', { number: index + 1 })}
                  </a>
                </li>
              )
            })}
          </ul>
          {unsettled.length > SHOWN && <p>{say('andMore', { count: unsettled.length - SHOWN })}</p>}
          <p className="review-panel__quiet">{say('settleBefore')}</p>
        </div>
      ))}
      {answer.doubts.map(({ kind, count }) => {
        const word = wordKey('doubt', kind)
        return word === null ? null : (
          <p key={kind} className="review-panel__quiet" data-doubt={kind}>
            {say(word, { count })}
          </p>
        )
      })}
      {answer.run?.slots.some(({ scope }) => scope === 'sources') !== true && <a href={checkingPath(answer.document.collection, answer.document.id)}>{say('checkCitations')}</a>}
    </div>
  )
}

function sayHowMany(say: Say, kind: string, count: number): string {
  const word = wordKey('settle', count === 1 ? `${kind}One` : kind)
  return word === null ? say('settleOther', { count }) : say(word, { count })
}

function shortened(words: string | undefined): string | null {
  if (words === undefined || words === '') return null
  return words.length <= LONGEST ? words : `${Array.from(words).slice(0, LONGEST).join('')}…`
}

/** What the text says where something is unsettled, by key: links say more with these words than with a number. */
function useClaims({ unsettled, document }: ReviewAnswer): ReadonlyMap<string, string> {
  const [claims, setClaims] = useState<ReadonlyMap<string, string>>(new Map())
  const asOf = unsettled.map(({ path }) => path).join()
  const address = `/api/${document.collection}/${document.id}/citations/checks`
  useEffect(() => {
    if (asOf === '') return
    let isLeft = false
    void fetch(address, { credentials: 'include' }).then(async (response) => {
      if (!response.ok || isLeft) return
      const { citations } = (await response.json()) as CitationsAnswer
      setClaims(new Map(citations.map(({ key, claim }) => [key, claim])))
    }).catch(() => null)
    return () => {
      isLeft = true
    }
  }, [address, asOf])
  return claims
}
