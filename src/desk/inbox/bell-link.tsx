'use client'

import { useEffect, useState } from 'react'
import { INBOX_PATH } from '@/collaboration/notices/links'
import { useWords } from '../words/use-words'
import { UNREAD_EVENT } from './unread'
import './inbox.css'

const POLL_MS = 60_000
const MOST = 99

/** The bell itself: asks once a minute, while the window is seen, and whenever it is seen again. */
export function BellLink({ unread: atFirst }: { unread: number }) {
  const { say } = useWords()
  const [unread, setUnread] = useState(atFirst)

  useEffect(() => setUnread(atFirst), [atFirst])
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const response = await fetch('/api/notices?limit=0', { credentials: 'include' }).catch(() => null)
      if (response?.ok === true) setUnread(((await response.json()) as { unread: number }).unread)
    }
    const hear = (event: Event): void => setUnread((event as CustomEvent<number>).detail)
    const timer = setInterval(() => void look(), POLL_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener(UNREAD_EVENT, hear)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener(UNREAD_EVENT, hear)
    }
  }, [])

  const number = unread > MOST ? `${MOST}+` : String(unread)
  return (
    <a className="inbox-bell" href={INBOX_PATH} aria-label={unread === 0 ? say('inbox') : say('inboxUnread', { number })} title={say('inbox')}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path d="M10 2.5a5 5 0 0 0-5 5c0 4.5-1.5 6-1.5 6h13s-1.5-1.5-1.5-6a5 5 0 0 0-5-5Zm-1.7 13a1.8 1.8 0 0 0 3.4 0" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {unread > 0 && (
        <span className="inbox-bell__count" aria-hidden="true">
          {number}
        </span>
      )}
    </a>
  )
}
