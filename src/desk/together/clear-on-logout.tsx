'use client'

import { useAuth } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'
import { forgetAll } from './kept-here'

/**
 * Forgets what somebody has kept in this browser when they log out by choice: the next one at this machine must not find it. A
 * login that merely expired leaves by another address, and keeps everything.
 */
export function ClearOnLogout({ children }: { children?: ReactNode }) {
  const { user } = useAuth()
  const path = usePathname()
  const last = useRef<string | null>(null)
  if (user?.id !== undefined && user.id !== null) last.current = String(user.id)
  useEffect(() => {
    if (path?.endsWith('/logout') === true && last.current !== null) void forgetAll(last.current).catch(() => undefined)
  }, [path, user])
  return children
}
