import type { ReactElement } from 'react'
import type { Citation } from '@/record/body'
import { directionOf } from '@/record/languages'
import { withoutTurns } from '@/record/plain-direction'
import type { Live } from '@/record/publication'
import type { Page } from '../page'
import { fill, wordsFor } from '../words'
import { quoteAddress } from './ways'

type Props = { page: Page; citation: Citation; source: Live<'sources'> | null; isLinked?: boolean }

/** The words that a text relies on, in their own language and direction, leading to where they can be read; with their translation. */
export function Quoted({ page, citation, source, isLinked = true }: Props): ReactElement | null {
  const { quote, quoteLanguage, quoteTranslation } = citation
  if (!quote && !quoteTranslation) return null
  const address = isLinked && source && quote ? quoteAddress({ page, source, quote }) : undefined
  const text = quote && withoutTurns(quote)
  const isOutside = address !== undefined && !address.startsWith('/')
  return (
    <>
      {text && <q lang={quoteLanguage === page.language ? undefined : quoteLanguage} dir={quoteLanguage ? directionOf(quoteLanguage) : 'auto'}>{address ? <a href={address} rel={isOutside ? 'noreferrer' : undefined}>{text}</a> : text}</q>}
      {text && quoteTranslation && ' '}
      {quoteTranslation && <span>{fill(wordsFor(page.language).translatedQuote, { quote: <q dir="auto">{withoutTurns(quoteTranslation)}</q> })}</span>}
    </>
  )
}
