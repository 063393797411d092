import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { bodyContext } from '../body/context'
import { Blocks } from '../body/blocks'
import { BodyFigure } from '../body/figure'
import { Endnotes } from '../citations/list'
import { Peeks } from '../citations/peeks'
import { safeSummary } from '../components/card'
import { Corrections, LastChange, retractedHead } from '../components/corrections'
import { FiledUnder } from '../components/filed-under'
import { DocumentLink, OutLink } from '../components/links'
import { pageDocument } from '../document'
import { lookUp, type Page } from '../page'
import { PostHead, PostSlip } from '../posts/slip'
import { notesOf, PostNotes } from '../posts/notes'
import { PostText } from '../posts/text'
import { CheckedLine, WarningNotice } from '../warnings/notice'
import { directionOf, fill, wordsFor } from '../words'
import { strongestTreatment, warnedParts, type WarnedPart } from '@/record/warning-policy'
import { describePart } from '../warnings/terms'

export type SocialPostModel = {
  page: Page
  post: Live<'social-posts'>
  /** Live posts that answer this one, oldest first. */
  replies: Live<'social-posts'>[]
  /** Live exchanges in which it stands. */
  exchanges: Live<'exchanges'>[]
}

/** The page of a social post. */
export function socialPostPage({ page, post, replies, exchanges }: SocialPostModel): Promise<string> {
  const words = wordsFor(page.language)
  const { projection } = post
  const context = bodyContext(page, post.document, { body: projection.context, citations: projection.citations })
  const attachments = attachmentParts(post)
  const parts = [...attachments, ...context.parts]
  const parent = lookUp(page, 'social-posts', projection.replyTo)
  const notes = notesOf(post)
  const posted = (
    <>
      <blockquote lang={projection.language} dir={directionOf(projection.language)}><PostText text={projection.text} notes={notes} /></blockquote>
      {projection.attachments.map((attachment, index) => (
        <BodyFigure key={index} page={page} image={attachment.image} warnings={attachment.warnings} anchor={attachments.find((part) => part.node === attachment)?.anchor} />
      ))}
      <PostNotes page={page} post={post} namesSources />
    </>
  )
  const isClosed = strongestTreatment(projection.warnings, 'passage') === 'collapse'
  const head = retractedHead(page, post, { title: post.title, description: safeSummary(post), kind: 'article', publishedAt: post.publishedAt, updatedAt: post.updatedAt })
  return pageDocument(page, head, 'post', (
    <>
      <article className="text-page">
        <header className="head">
          <p className="kicker">{words.postOn(words.platforms[projection.platform])}</p>
          <h1>{post.title}</h1>
        </header>
        <div className="byline"><LastChange page={page} document={post} /><FiledUnder page={page} topics={projection.topics} campaigns={projection.campaigns} /></div>
        <div className="text">
          <Corrections page={page} corrections={post.corrections} place="beforeText" />
          <WarningNotice page={page} subject="post" warnings={projection.warnings} review={projection.warningReview} parts={parts} readOn="text" />
          {projection.replyTo !== null && <ReplyLine page={page} parent={parent} />}
          {parent && <PostSlip page={page} post={parent} isLinked />}
          <figure className={`slip large ${projection.voice}`} id="text" tabIndex={-1}>
            <figcaption><PostHead page={page} post={post} /></figcaption>
            {isClosed ? <details className="passage"><summary><b>{words.warningNotice}</b> <span>{describePart(page, projection.warnings)}</span></summary>{posted}</details> : posted}
            {projection.permalink && <p className="ways"><OutLink href={projection.permalink}>{words.originalPost}</OutLink></p>}
          </figure>
          {projection.context.length > 0 && (
            <section className="body" aria-labelledby="about-head"><h2 id="about-head">{words.aboutThisPost}</h2><Blocks blocks={projection.context} context={context} /></section>
          )}
          <Corrections page={page} corrections={post.corrections} place="afterText" />
          <Endnotes notes={context.notes} page={page} document={post} />
          <CheckedLine page={page} review={projection.warningReview} warnings={projection.warnings} parts={parts} />
          {exchanges.length > 0 && (
            <section aria-labelledby="exchanges-head">
              <h2 id="exchanges-head">{words.inExchanges}</h2>
              <ul>{exchanges.map((exchange) => <li key={exchange.document}><DocumentLink page={page} document={exchange} /></li>)}</ul>
            </section>
          )}
          {replies.length > 0 && (
            <section aria-labelledby="replies-head">
              <h2 id="replies-head">{words.replies}</h2>
              {replies.map((reply) => <PostSlip key={reply.document} page={page} post={reply} isLinked />)}
            </section>
          )}
        </div>
      </article>
      <Peeks notes={context.notes} page={page} />
    </>
  ))
}

/** Warned pictures of a post, anchored apart from those of our words about it. */
function attachmentParts(post: Live<'social-posts'>): WarnedPart[] {
  return post.projection.attachments.flatMap((attachment, index) =>
    warnedParts(`${post.document}-a${index + 1}`, [], attachment))
}

function ReplyLine({ page, parent }: { page: Page; parent: Live<'social-posts'> | null }): ReactElement {
  const words = wordsFor(page.language)
  return <p className="reply-line">{parent ? fill(words.replyTo, { account: <bdi>{parent.projection.account.name}</bdi> }) : words.replyToMissing}</p>
}
