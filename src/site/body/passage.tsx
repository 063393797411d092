import type { ReactElement } from 'react'
import type { Passage } from '@/record/body'
import { formatNumber } from '@/record/dates'
import { strongestTreatment } from '@/record/warning-policy'
import { describePart } from '../warnings/terms'
import { wordsFor } from '../words'
import { Blocks } from './blocks'
import type { BodyContext } from './context'

/** A passage that readers are warned of: announced and skippable, or closed until opened, as the policy says. */
export function PassageBlock({ passage, context }: { passage: Passage; context: BodyContext }): ReactElement {
  const { page } = context
  const words = wordsFor(page.language)
  const anchor = context.partOf(passage)?.anchor
  const blocks = <Blocks blocks={passage.blocks} context={context} />
  if (anchor === undefined) return blocks
  const count = passage.blocks.length
  const printed = formatNumber(count, page.language, page.settings)
  if (strongestTreatment(passage.warnings, 'passage') === 'collapse') {
    return (
      <details className="passage" id={anchor}>
        <summary><b>{words.warningNotice}</b> <span>{describePart(page, passage.warnings)}</span> <small>{words.passageLength(count, printed)}</small></summary>
        {blocks}
      </details>
    )
  }
  return (
    <div className="passage" id={anchor}>
      <p className="label"><b>{words.warningNotice}</b> {describePart(page, passage.warnings)} <a href={`#${anchor}-end`}>{words.skipPassage(count, printed)}</a></p>
      {blocks}
      <p className="after" id={`${anchor}-end`} tabIndex={-1}>{words.afterPassage}</p>
    </div>
  )
}
