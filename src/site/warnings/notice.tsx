import { Fragment, type ReactElement } from 'react'
import type { Warning } from '@/record/body'
import { formatNumber } from '@/record/dates'
import type { WarningReview } from '@/record/projections'
import type { WarnedPart } from '@/record/warning-policy'
import { pathAddress } from '../addresses'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'
import type { Subject } from '../words/warning-sentence'
import { describeDocument } from './terms'

type Props = { page: Page; subject: Subject; warnings: readonly Warning[]; review: WarningReview; parts: readonly WarnedPart[]; shortVersion?: string; readOn: string }

/**
 * The notice under a headline: what the text holds, where, a short version and a way past. A text that nobody has checked
 * says so; one that was checked and needs no warning has no notice. `readOn` is the id of the place where the text begins.
 */
export function WarningNotice({ page, subject, warnings, review, parts, shortVersion, readOn }: Props): ReactElement | null {
  const words = wordsFor(page.language)
  const sentence = describeDocument(page, subject, warnings, parts)
  if (sentence === null) return review === 'notAssessed' ? <p className="unchecked">{words.notAssessed}</p> : null
  const seen = { passage: 0, image: 0 }
  const places = parts.map((part) => {
    seen[part.kind] += 1
    const printed = formatNumber(seen[part.kind], page.language, page.settings)
    return { key: `${part.kind} ${seen[part.kind]}`, anchor: part.anchor, name: part.kind === 'passage' ? words.passageAt(printed) : words.imageAt(printed) }
  })
  return (
    <aside role="note" className="notice" aria-label={words.warningNotice}>
      <p className="notice-head">{words.warningNotice}</p>
      <p className="notice-text">{sentence}</p>
      {places.length > 0 && (
        <p className="notice-where">{words.where} {places.map(({ key, anchor, name }, index) => <Fragment key={key}><span><a href={`#${anchor}`}>{name}</a>{index < places.length - 1 && words.comma.trim()}</span> </Fragment>)}</p>
      )}
      {shortVersion && (
        <details className="short">
          <summary>{words.shortVersion}</summary>
          <p>{shortVersion}</p>
        </details>
      )}
      <p className="notice-links">
        <a href={`#${readOn}`}>{words.readOn}</a> <a href={pathAddress(sitePath(page, '/warnings'))}>{words.aboutWarnings}</a>
      </p>
      {review === 'notAssessed' && <p className="notice-unchecked">{words.notAssessed}</p>}
    </aside>
  )
}

/** Says at a text's end that it was checked and needs no warning: only where that is so. */
export function CheckedLine({ page, review, warnings, parts }: Pick<Props, 'page' | 'review' | 'warnings' | 'parts'>): ReactElement | null {
  return review === 'assessedNone' && warnings.length === 0 && parts.length === 0 ? <p className="checked">{wordsFor(page.language).assessedNone}</p> : null
}
