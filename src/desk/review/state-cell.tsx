import type { DefaultServerCellComponentProps } from 'payload'
import { stateLoader } from '../states'
import { wordKey } from '../words/codes'
import { sayWith } from '../words/say'
import './panel.css'

/** In lists: where the working text stands, and whether readers have the document. */
export async function StateCell({ collectionSlug, rowData, i18n }: DefaultServerCellComponentProps) {
  const found = typeof rowData?.id === 'string' ? await stateLoader()(collectionSlug, rowData.id) : null
  if (found === null) return null
  const say = sayWith(i18n.t as Parameters<typeof sayWith>[0], i18n.language)
  const key = wordKey('state', found.state)
  return (
    <span className="review-cell">
      {(found.state !== 'draft' || found.publicSide === 'never') && key !== null && <span className={`review-state review-state--${found.state}`}>{say(key)}</span>}
      {found.publicSide === 'live' && <span className="review-state review-state--live">{say('publicWord')}</span>}
      {found.publicSide === 'withdrawn' && <span className="review-state">{say('withdrawnWord')}</span>}
      {found.isAdopted && <span className="review-state">{say('notReviewedHere')}</span>}
    </span>
  )
}
