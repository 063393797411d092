import type { ReactElement } from 'react'
import type { Image, ImageVariant, Warning } from '@/record/body'
import { strongestTreatment } from '@/record/warning-policy'
import type { Page } from '../page'
import { fill, wordsFor } from '../words'
import { describePart } from '../warnings/terms'

const address = (variant: ImageVariant): string => `/media/${encodeURIComponent(variant.file)}`
const setOf = (variants: readonly ImageVariant[]): string => variants.map((variant) => `${address(variant)} ${variant.width}w`).join(', ')
const TEXT_WIDTH = '(min-width: 44rem) 38rem, 94vw'

type PictureProps = { image: Image; sizes?: string; isFirst?: boolean }

/** A picture in its widths, at its natural proportions. `isFirst` marks the one that readers see on arriving: it loads at once. */
export function Picture({ image, sizes = TEXT_WIDTH, isFirst = false }: PictureProps): ReactElement {
  const modern = image.variants.filter((variant) => variant.type === 'image/webp')
  const older = image.variants.filter((variant) => variant.type !== 'image/webp')
  const plain = older.length > 0 ? older : modern
  const fallback = plain.filter((variant) => variant.width <= 800).at(-1) ?? plain[0]
  // Inside <picture> React writes no preload hint for an image that loads at once: the hint would repeat the whole set.
  return (
    <picture>
      {older.length > 0 && modern.length > 0 && <source type="image/webp" srcSet={setOf(modern)} sizes={sizes} />}
      <img
        src={fallback ? address(fallback) : undefined}
        srcSet={plain.length > 1 ? setOf(plain) : undefined}
        sizes={plain.length > 1 ? sizes : undefined}
        width={image.width}
        height={image.height}
        alt={image.alt}
        loading={isFirst ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

type FigureProps = PictureProps & { page: Page; warnings: readonly Warning[]; anchor?: string; className?: string }

/**
 * A picture with caption, credit and licence. Where the policy covers it, a neutral cover says what it shows, and picture and
 * caption open on request; where it labels it, the warning stands before the picture.
 */
export function BodyFigure({ page, image, warnings, anchor, isFirst, sizes, className }: FigureProps): ReactElement {
  const words = wordsFor(page.language)
  const treatment = strongestTreatment(warnings, 'image')
  const picture = <Picture image={image} isFirst={isFirst} sizes={sizes} />
  const credits = [image.credit, image.licence].filter(Boolean).join(' · ')
  const caption = (image.caption || credits) && (
    <figcaption>
      {image.caption && <span dir="auto">{image.caption}</span>} {credits && <small>{fill(words.imageCredit, { credit: <bdi>{credits}</bdi> })}</small>}
    </figcaption>
  )
  if (treatment === 'cover') {
    return (
      <figure id={anchor} className="covered">
        <details>
          <summary>
            <b>{words.coveredImage}</b> <span>{describePart(page, warnings)}</span> <span className="show">{words.showImage}</span>
          </summary>
          {picture}
          {caption && <div className="caption">{image.caption} <small>{credits && fill(words.imageCredit, { credit: <bdi>{credits}</bdi> })}</small></div>}
        </details>
      </figure>
    )
  }
  return (
    <figure id={anchor} className={className}>
      {treatment === 'label' && <p className="label"><b>{words.warningNotice}</b> {describePart(page, warnings)}</p>}
      {picture}
      {caption}
    </figure>
  )
}
