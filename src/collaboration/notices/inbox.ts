import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { now } from '@/platform/clock'
import { database, pool } from '@/platform/database'
import { namesOf } from '@/review/store'
import { isNoticeKind, type NoticeKind, type Topic } from './kinds'
import { noticePath } from './links'

/**
 * One notice in somebody's inbox. `title` and `path` (of its page in the desk) are null where the person can't read the document
 * any more. `by`: null where nobody did it, or their account is gone. Instants are ISO 8601.
 */
export type InboxNotice = { id: string; kind: NoticeKind; topic: Topic; collection: string; document: string; title: string | null; path: string | null; by: { id: string; name: string } | null; at: string; readAt: string | null; mail: 'none' | 'due' | 'sent' | 'failed' }

/** A page of an inbox, unread ones first, the newest of each first. `unread` and `total` count all of it. */
export type Inbox = { notices: InboxNotice[]; unread: number; total: number; page: number; pages: number }

export const PAGE_LENGTH = 30

type Row = { id: string; kind: string; topic: Topic; collection: string; document: string; by: string | null; at: Date; read_at: Date | null; mail_state: InboxNotice['mail'] }

/** Reads a page of somebody's inbox, from 1. Titles are those that the person may read now. */
export async function inboxOf(payload: Payload, user: TypedUser, { page = 1, limit = PAGE_LENGTH }: { page?: number; limit?: number } = {}): Promise<Inbox> {
  const person = String(user.id)
  const { unread, total } = await countNotices(person)
  if (limit === 0) return { notices: [], unread, total, page: 1, pages: 1 }
  const { rows } = await database().query<Row>(
    `select id, kind, topic, collection, document, by, at, read_at, mail_state from handbill.notices where person = $1
     order by (read_at is not null), at desc, id desc limit $2 offset $3`,
    [person, limit, (page - 1) * limit],
  )
  const [titles, names] = await Promise.all([titlesFor(payload, user, rows), namesOf(pool, rows.flatMap(({ by }) => (by === null ? [] : [by])))])
  return { notices: rows.flatMap((row) => noticeOf(row, titles, names)), unread, total, page, pages: Math.max(1, Math.ceil(total / limit)) }
}

/** How many notices somebody has, and how many of them unread. */
export async function countNotices(person: string): Promise<{ unread: number; total: number }> {
  const { rows } = await database().query<{ unread: string; total: string }>('select count(*) filter (where read_at is null) as unread, count(*) as total from handbill.notices where person = $1', [person])
  return { unread: Number(rows[0]?.unread ?? 0), total: Number(rows[0]?.total ?? 0) }
}

/** Marks somebody's own notices as read: some by id, or all. Others' are left alone. Returns how many were unread. */
export async function markRead(person: string, which: { ids: string[] } | { all: true }): Promise<number> {
  const { rowCount } = await database().query('update handbill.notices set read_at = $2 where person = $1 and read_at is null and ($3::uuid[] is null or id = any($3::uuid[]))', [person, now(), 'ids' in which ? which.ids : null])
  return rowCount ?? 0
}

function noticeOf(row: Row, titles: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): InboxNotice[] {
  if (!isNoticeKind(row.kind)) return []
  const title = titles.get(`${row.collection} ${row.document}`) ?? null
  const name = row.by === null ? undefined : names.get(row.by)
  return [
    {
      id: row.id,
      kind: row.kind,
      topic: row.topic,
      collection: row.collection,
      document: row.document,
      title,
      path: title === null ? null : noticePath(row.kind, row.collection, row.document),
      by: row.by === null || name === undefined ? null : { id: row.by, name },
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      mail: row.mail_state,
    },
  ]
}

/** Titles by collection and id, of those that the person may read and that aren't in the trash. */
async function titlesFor(payload: Payload, user: TypedUser, rows: readonly Row[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const collections = [...new Set(rows.map(({ collection }) => collection))].filter((collection) => collection in payload.collections)
  await Promise.all(
    collections.map(async (collection) => {
      const ids = [...new Set(rows.filter((row) => row.collection === collection).map(({ document }) => document))]
      const { docs } = await payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, select: { title: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user })
      for (const each of docs as { id: string; title?: string | null }[]) titles.set(`${collection} ${each.id}`, each.title?.trim() ?? '')
    }),
  )
  return titles
}
