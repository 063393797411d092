'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Inbox, InboxNotice } from '@/collaboration/notices/inbox'
import { noticeWords } from '@/collaboration/notices/words/say'
import { ago } from '../review/moment'
import { useWords } from '../words/use-words'
import { post } from './post'
import { tellUnread } from './unread'

type Props = { inbox: Inbox; kinds: Record<string, string> }

/** The notices of a page, each with the way to its document. One is read once its link is followed or its button pressed. */
export function NoticeList({ inbox, kinds }: Props) {
  const { say } = useWords()
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [unread, setUnread] = useState(inbox.unread)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const isUnread = (notice: InboxNotice): boolean => notice.readAt === null && !read.has(notice.id)

  const mark = async (notices: readonly InboxNotice[], which: { ids: string[] } | { all: true }, words: string): Promise<void> => {
    setSaid('')
    const result = await post<{ unread: number }>('/api/notices/read', which)
    if ('problem' in result) return setProblem(result.problem || say('whyUnreachable'))
    setProblem('')
    setRead(new Set([...read, ...notices.map(({ id }) => id)]))
    setUnread(result.answer.unread)
    tellUnread(result.answer.unread)
    setSaid(words)
  }

  return (
    <section className="desk-list inbox__list" aria-label={say('inbox')}>
      <div className="inbox__head">
        <p className="desk-page__quiet">{say(inbox.total === 0 ? 'inboxNone' : unread === 0 ? 'inboxUnreadNone' : 'inboxUnreadSome', { number: unread })}</p>
        {unread > 0 && (
          <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => void mark(inbox.notices, { all: true }, say('markedRead'))}>
            {say('markAllRead')}
          </Button>
        )}
      </div>
      <p className="desk-page__problem" role="alert">
        {problem}
      </p>
      <p className="desk-page__said" role="status" aria-live="polite">
        {said}
      </p>
      <ul>
        {inbox.notices.map((notice) => (
          <li key={notice.id} className={isUnread(notice) ? 'inbox__notice inbox__notice--unread' : 'inbox__notice'}>
            <Notice notice={notice} isUnread={isUnread(notice)} kind={kinds[notice.collection]} onFollow={() => void mark([notice], { ids: [notice.id] }, '')} onMark={() => void mark([notice], { ids: [notice.id] }, say('markedRead'))} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type NoticeProps = { notice: InboxNotice; isUnread: boolean; kind: string | undefined; onFollow(): void; onMark(): void }

function Notice({ notice, isUnread, kind, onFollow, onMark }: NoticeProps) {
  const { say, language } = useWords()
  const title = notice.title === null ? say('noticeGone') : notice.title || say('untitled')
  return (
    <>
      <div className="inbox__what">
        {isUnread && <span className="inbox__mark">{say('noticeUnread')}</span>}
        {notice.path === null ? (
          <span className="inbox__title">{title}</span>
        ) : (
          <a className="inbox__title" href={notice.path} onClick={isUnread ? onFollow : undefined}>
            <bdi>{title}</bdi>
          </a>
        )}
        <p>
          <strong>{noticeWords(language)(notice.kind)}</strong>
          {notice.by !== null && (
            <span>
              <bdi>{notice.by.name}</bdi>
            </span>
          )}
          {kind !== undefined && <span>{kind}</span>}
          <time dateTime={notice.at} suppressHydrationWarning>
            {ago(notice.at, language)}
          </time>
          {notice.mail === 'failed' && <span>{say('noticeMailFailed')}</span>}
        </p>
      </div>
      {isUnread && (
        <button type="button" className="inbox__read" aria-label={`${say('markRead')}: ${title}`} onClick={onMark}>
          {say('markRead')}
        </button>
      )}
    </>
  )
}
