'use client'

import { useState } from 'react'
import type { AnsweredMessage, AnsweredThread, ThreadsAnswer } from '@/collaboration/threads/answer'
import type { ThreadAct } from '@/collaboration/threads/rights'
import { moment } from '../review/moment'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { WriteBox } from './write-box'

type Props = {
  thread: AnsweredThread
  answer: ThreadsAnswer
  labelOf(path: string): string
  /** True while what is on screen is not yet stored: the text can't be changed by an act then. */
  isWaiting: boolean
  onGo(): void
  /** Does one thing to the thread; returns why it was refused, or null once it is done. */
  onAct(act: ThreadAct | 'edit' | 'remove', body: Record<string, unknown>): Promise<string | null>
}
type Open = { what: 'reply' } | { what: 'reason'; act: ThreadAct } | { what: 'edit'; message: AnsweredMessage } | { what: 'remove'; message: AnsweredMessage }

const ACT_WORDS: Record<ThreadAct, WordKey> = { reply: 'threadReply', resolve: 'threadResolve', reopen: 'threadReopen', accept: 'threadAccept', reject: 'threadReject', block: 'threadBlock', unblock: 'threadUnblock' }
const SETTLED: Record<Exclude<AnsweredThread['state'], 'open'>, WordKey> = { resolved: 'settledResolved', accepted: 'settledAccepted', rejected: 'settledRejected' }
/** The order of the buttons. A suggestion is accepted or rejected; that it is merely resolved would say neither. */
const ORDER: ThreadAct[] = ['accept', 'reject', 'reply', 'resolve', 'reopen', 'block', 'unblock']

/** One thread: what it is about, what was said, and what the person may do with it. */
export function Thread({ thread, answer, labelOf, isWaiting, onGo, onAct }: Props) {
  const { say, language } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { anchor, place, settled } = thread
  const isOrphaned = place?.state === 'orphaned'
  const name = (person: { name: string } | null): string => person?.name || say('someone')
  const acts = ORDER.filter((act) => thread.youMay.includes(act) && !(act === 'resolve' && thread.replacement !== null))
  const finish = async (act: ThreadAct | 'edit' | 'remove', body: Record<string, unknown>): Promise<string | null> => {
    const refused = await onAct(act, body)
    if (refused === null) setOpen(null)
    return refused
  }
  return (
    <article className={`thread thread--${thread.state}`} data-thread={thread.id} data-state={thread.state} data-orphaned={isOrphaned} data-blocking={thread.blockedBy !== null}>
      <header className="thread__about">
        <p className="review-panel__quiet">{thread.field === null ? say('commentOnDocument') : labelOf(thread.field)}</p>
        {thread.blockedBy !== null && <p className={thread.state === 'open' ? 'thread__mark thread__mark--blocking' : 'thread__mark'}>{say('threadBlocking')}</p>}
        {isOrphaned && thread.state === 'open' && <p className="thread__mark">{say(place.why === 'ambiguous' ? 'threadAmbiguous' : 'threadOrphaned')}</p>}
      </header>
      {anchor !== null && (
        <p className="thread__words" dir="auto">
          {thread.replacement === null ? <q>{anchor.quote}</q> : <><del>{anchor.quote}</del> {thread.replacement !== '' && <ins>{thread.replacement}</ins>}</>}
        </p>
      )}
      {thread.field !== null && thread.state === 'open' && (
        <button type="button" className="review-link thread__go" onClick={onGo}>
          {say(anchor === null || isOrphaned ? 'threadToField' : 'threadToWords')}
        </button>
      )}
      <ol className="thread__messages">
        {thread.messages.map((message) => (
          <li key={message.id}>
            <p className="review-panel__quiet">
              <strong><bdi>{name(message.by)}</bdi></strong> · <time dateTime={message.at}>{moment(message.at, language)}</time>
              {message.editedAt !== null && !message.isRemoved && ` · ${say('messageEdited')}`}
            </p>
            {open?.what === 'edit' && open.message.id === message.id ? (
              <WriteBox
                title={say('messageEdit')} label={say('commentWords')} button={say('messageSave')} people={answer.mentionable}
                initial={{ words: message.words, mentions: message.mentions.map(({ id }) => id) }}
                onBack={() => setOpen(null)}
                onSend={({ words, mentions }) => finish('edit', { message: message.id, words, mentions })}
              />
            ) : (
              <p className={message.isRemoved ? 'thread__said review-panel__quiet' : 'thread__said'} dir="auto">
                {message.isRemoved ? say('messageRemoved') : message.words}
              </p>
            )}
            {message.mentions.length > 0 && <p className="review-panel__quiet">{say('mentioned', { names: new Intl.ListFormat(language).format(message.mentions.map(name)) })}</p>}
            {message.isYours && open === null && (
              <p className="thread__own">
                <button type="button" className="review-link" onClick={() => setOpen({ what: 'edit', message })}>{say('messageEdit')}</button>{' '}
                <button type="button" className="review-link" onClick={() => setOpen({ what: 'remove', message })}>{say('messageRemove')}</button>
              </p>
            )}
            {open?.what === 'remove' && open.message.id === message.id && (
              <p className="thread__own" role="group" aria-label={say('messageRemoveSure')}>
                {say('messageRemoveSure')}{' '}
                <button type="button" className="review-link" autoFocus onClick={() => void finish('remove', { message: message.id }).then(setProblem)}>{say('messageRemove')}</button>{' '}
                <button type="button" className="review-link" onClick={() => setOpen(null)}>{say('goBack')}</button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {settled !== null && thread.state !== 'open' && <p className="review-panel__quiet">{say(SETTLED[thread.state], { name: name(settled.by) })} · <time dateTime={settled.at}>{moment(settled.at, language)}</time></p>}
      <p className="review-panel__problem" role="alert">
        {problem}
      </p>
      {open?.what === 'reply' && (
        <WriteBox title={say('threadReply')} label={say('replyWords')} button={say('commentSend')} people={answer.mentionable} onBack={() => setOpen(null)} onSend={({ words, mentions }) => finish('reply', { words, mentions })} />
      )}
      {open?.what === 'reason' && (
        <WriteBox title={say(ACT_WORDS[open.act])} label={say('threadReason')} button={say(ACT_WORDS[open.act])} onBack={() => setOpen(null)} onSend={({ words }) => finish(open.act, { reason: words })} />
      )}
      {open === null && acts.length > 0 && (
        <div className="thread__acts" data-acts>
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              className={act === 'accept' ? 'thread-button thread-button--main' : 'thread-button'}
              data-act={act}
              disabled={act === 'accept' && (isWaiting || isOrphaned)}
              onClick={() => {
                setProblem(null)
                if (act === 'reply') setOpen({ what: 'reply' })
                else if (thread.needReason.includes(act)) setOpen({ what: 'reason', act })
                else void finish(act, {}).then(setProblem)
              }}
            >
              {say(ACT_WORDS[act])}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
