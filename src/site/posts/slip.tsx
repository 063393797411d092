import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { strongestTreatment } from '@/record/warning-policy'
import { pathAddress } from '../addresses'
import { BodyFigure } from '../body/figure'
import { RetractedMark } from '../components/corrections'
import { DateText } from '../components/dates'
import { OutLink } from '../components/links'
import type { Page } from '../page'
import { describePart } from '../warnings/terms'
import { directionOf, wordsFor } from '../words'
import { notesOf, PostNotes } from './notes'
import { PostText } from './text'

type Props = {
  page: Page
  post: Live<'social-posts'>
  /** Links the date to the post's own page here. */
  isLinked?: boolean
  anchor?: string
  /** Shows the post's own notes, and lets its text lead to them. A page holds each post with notes once. */
  hasNotes?: boolean
}

/** Who posted: name and handle, linked to the account, each in its own direction. */
export function Account({ post }: { post: Live<'social-posts'> }): ReactElement {
  const { name, handle, url } = post.projection.account
  return <><OutLink href={url}><b><bdi>{name}</bdi></b></OutLink>{handle && <> <bdi className="handle" dir="ltr">{handle}</bdi></>}</>
}

/** Whose words they are, on which platform, and when. */
export function PostHead({ page, post, isLinked }: Props): ReactElement {
  const words = wordsFor(page.language)
  const { platform, postedAt, voice } = post.projection
  const when = postedAt ? <DateText page={page} value={postedAt} withTime /> : words.postOn(words.platforms[platform])
  return (
    <>
      <span className="who"><Account post={post} /></span>
      <span className="voice">{voice === 'ours' ? words.ourVoice : words.theirVoice}</span>
      <span className="when">
        {postedAt && <>{words.platforms[platform]} · </>}
        {isLinked && post.path ? <a href={pathAddress(post.path)}>{when}</a> : when}
      </span>
    </>
  )
}

/** A social post as a slip of paper: who speaks above the words, the words as they were posted, pictures, and the way to the original. */
export function PostSlip({ page, post, isLinked = false, anchor, hasNotes = false }: Props): ReactElement {
  const words = wordsFor(page.language)
  const { projection } = post
  const treatment = strongestTreatment(projection.warnings, 'passage')
  const text = (
    <>
      <blockquote lang={projection.language} dir={directionOf(projection.language)}><PostText text={projection.text} notes={hasNotes ? notesOf(post) : []} /></blockquote>
      {projection.attachments.map(({ image, warnings }, index) => <BodyFigure key={index} page={page} image={image} warnings={warnings} />)}
      {hasNotes && <PostNotes page={page} post={post} />}
    </>
  )
  return (
    <figure className={`slip ${projection.voice}`} id={anchor}>
      <figcaption><PostHead page={page} post={post} isLinked={isLinked} /></figcaption>
      <RetractedMark page={page} document={post} />
      {treatment === 'label' && <p className="label"><b>{words.warningNotice}</b> {describePart(page, projection.warnings)}</p>}
      {treatment === 'collapse' ? (
        <details className="passage">
          <summary><b>{words.warningNotice}</b> <span>{describePart(page, projection.warnings)}</span></summary>
          {text}
        </details>
      ) : text}
      {projection.permalink && <p className="ways"><OutLink href={projection.permalink}>{words.originalPost}</OutLink></p>}
    </figure>
  )
}
