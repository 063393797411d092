import type { ServerProps } from 'payload'
import { countNotices } from '@/collaboration/notices/inbox'
import { BellLink } from './bell-link'

/** At the head of every page of the desk: the way to the inbox, and how many notices there are unread. */
export async function InboxBell({ user }: ServerProps) {
  if (!user) return null
  const { unread } = await countNotices(String(user.id))
  return <BellLink unread={unread} />
}
