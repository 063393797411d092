import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { postParts } from '../body/context'
import { Corrections, LastChange, retractedHead } from '../components/corrections'
import { DateText } from '../components/dates'
import { FiledUnder } from '../components/filed-under'
import { formatNumber } from '../dates'
import { pageDocument } from '../document'
import { lookUp, type Page } from '../page'
import { Account, PostSlip } from '../posts/slip'
import { CheckedLine, WarningNotice } from '../warnings/notice'
import { fill, wordsFor } from '../words'

/** Its posts, and the posts that those answer, are read from the page's documents. */
export type ExchangeModel = { page: Page; exchange: Live<'exchanges'> }

const DEEPEST = 3

/** The page of an exchange: posts of several voices in reading order, each under its author's name, replies set in. */
export function exchangePage({ page, exchange }: ExchangeModel): Promise<string> {
  const { projection } = exchange
  const words = wordsFor(page.language)
  const entries = projection.posts.map((entry) => ({ ...entry, found: lookUp(page, 'social-posts', entry.post) }))
  const posts = new Map(entries.flatMap(({ found }) => (found ? [[found.document, found] as const] : [])))
  const parts = [...posts.values()].flatMap((post) => postParts(post, `post-${post.document}`))
  const head = retractedHead(page, exchange, { title: exchange.title, description: projection.standfirst, kind: 'article', publishedAt: exchange.publishedAt, updatedAt: exchange.updatedAt })
  return pageDocument(page, head, 'exchange', (
    <article className="text-page">
      <header className="head">
        <p className="kicker">{words.exchange}</p>
        <h1>{exchange.title}</h1>
        {projection.standfirst && <p className="standfirst">{projection.standfirst}</p>}
      </header>
      <div className="byline">
        <p><DateText page={page} value={exchange.publishedAt} /></p>
        <LastChange page={page} document={exchange} />
        <Voices page={page} posts={[...posts.values()]} />
        <FiledUnder page={page} topics={projection.topics} campaigns={projection.campaigns} />
      </div>
      <div className="text">
        <Corrections page={page} corrections={exchange.corrections} place="beforeText" />
        <WarningNotice page={page} subject="exchange" warnings={projection.warnings} review={projection.warningReview} parts={parts} readOn="text" />
        <ol className="thread" id="text" tabIndex={-1}>
          {entries.map(({ post, comment, found }) => (
            <li key={post} id={`post-${post}`} className={found ? `depth-${depthOf(found, posts)}` : undefined}>
              {comment && <p className="comment"><b>{words.editorsNote}</b> {comment}</p>}
              {found ? <><ReplyLine page={page} post={found} posts={posts} /><PostSlip page={page} post={found} isLinked hasNotes /></> : <p className="missing">{words.missingPost}</p>}
            </li>
          ))}
        </ol>
        <Corrections page={page} corrections={exchange.corrections} place="afterText" />
        <CheckedLine page={page} review={projection.warningReview} warnings={projection.warnings} parts={parts} />
      </div>
    </article>
  ))
}

/** How many posts of the exchange stand above this one in its line of replies, at most three; a circle of replies ends. */
function depthOf(post: Live<'social-posts'>, posts: ReadonlyMap<string, Live<'social-posts'>>): number {
  const seen = new Set<string>()
  let above = posts.get(post.projection.replyTo ?? '')
  while (above && !seen.has(above.document)) {
    seen.add(above.document)
    above = posts.get(above.projection.replyTo ?? '')
  }
  return Math.min(seen.size, DEEPEST)
}

function ReplyLine({ page, post, posts }: { page: Page; post: Live<'social-posts'>; posts: ReadonlyMap<string, Live<'social-posts'>> }): ReactElement | null {
  const { replyTo } = post.projection
  if (replyTo === null) return null
  const words = wordsFor(page.language)
  const parent = posts.get(replyTo) ?? lookUp(page, 'social-posts', replyTo)
  if (!parent) return <p className="reply-line">{words.replyToMissing}</p>
  const name = <bdi>{parent.projection.account.name}</bdi>
  return <p className="reply-line">{fill(words.replyTo, { account: posts.has(replyTo) ? <a href={`#post-${replyTo}`}>{name}</a> : name })}</p>
}

function Voices({ page, posts }: { page: Page; posts: readonly Live<'social-posts'>[] }): ReactElement | null {
  if (posts.length === 0) return null
  const words = wordsFor(page.language)
  const voices = new Map<string, Live<'social-posts'>[]>()
  for (const post of posts) {
    const { name, handle } = post.projection.account
    const key = handle ?? name
    voices.set(key, [...(voices.get(key) ?? []), post])
  }
  return (
    <div className="speakers">
      <p className="notes-head" id="voices-head">{words.voices}</p>
      <ul aria-labelledby="voices-head">
        {[...voices].map(([key, theirs]) => {
          const [first] = theirs
          return first ? <li key={key}><Account post={first} /> <small>{words.voicePosts(theirs.length, formatNumber(theirs.length, page.language, page.settings))}</small></li> : null
        })}
      </ul>
    </div>
  )
}
