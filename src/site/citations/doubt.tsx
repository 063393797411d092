import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { doubtText, sourceWordsFor } from '@/record/source-words'
import { doubtOf } from '@/record/ways'
import type { Page } from '../page'

type Props = { page: Page; source: Live<'sources'> }

/** That a source is disputed or retracted, before any way to read it; null of one that isn't. */
export function Doubt({ page, source }: Props): ReactElement | null {
  const text = doubtText(doubtOf(source.projection, page.facts.get(source.document)), page.language, page.settings)
  return text === undefined ? null : <b className="doubt">{text}</b>
}

/** The same in one word, where a few name the source; '' of one that isn't. */
export function doubtWord({ page, source }: Props): string {
  const doubt = doubtOf(source.projection, page.facts.get(source.document))
  return doubt === undefined ? '' : sourceWordsFor(page.language).doubts[doubt.is].short
}
