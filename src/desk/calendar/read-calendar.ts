import type { Payload, TypedUser } from 'payload'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { localDay } from '@/platform/local-day'
import { titlesOf } from '../titles'
import { monthAfter, type Day, type Month } from './month'

/** What can stand in the calendar: a text or a release that goes public, the end of an embargo, and what is due. */
export type EntryKind = 'schedule' | 'release' | 'embargo' | 'assignment' | 'followUp'

/** One thing in the calendar. `name`: whose desk it is on. `isLate`: it should have happened by now. Instants are ISO 8601. */
export type Entry = { kind: EntryKind; at: string; href: string; collection: string | null; title: string; name: string | null; isLate: boolean; hasFailed: boolean }

type Row = { kind: EntryKind; at: Date; collection: string | null; document: string | null; release: string | null; title: string | null; name: string | null; is_open: boolean; has_failed: boolean }

const DAY_MS = 86_400_000
const MOST = 1000

/** What stands in a month by the clocks of a zone, by day, as far as somebody may read it. */
export async function calendarOf(payload: Payload, user: TypedUser, { month, zone }: { month: Month; zone: string }): Promise<Map<Day, Entry[]>> {
  const actor = actorOf(user)
  if (actor === null || actor.roles.length === 0) return new Map()
  // Nowhere is a month more than a day away from that of Greenwich.
  const [from, to] = [new Date(Date.parse(`${month}-01T00:00:00Z`) - DAY_MS), new Date(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) + DAY_MS)]
  const { rows } = await pool.query<Row>(
    `select 'schedule' as kind, at, collection, document, null::uuid as release, null as title, null as name, state = 'waiting' as is_open, state = 'failed' as has_failed
       from handbill.schedules where release is null and state <> 'cancelled' and at >= $1 and at < $2
     union all select 'release', s.at, null, null, r.id, r.title, null, s.state = 'waiting', s.state = 'failed'
       from handbill.schedules s join handbill.releases r on r.id = s.release where s.state <> 'cancelled' and s.at >= $1 and s.at < $2
     union all select 'embargo', until, collection, document, null, null, null, true, false
       from handbill.embargoes where lifted_at is null and until >= $1 and until < $2
     union all select 'assignment', a.due_at, a.collection, a.document, null, null, users.name, true, false
       from handbill.assignments a join users on users.id = a.person where a.ended_at is null and a.due_at >= $1 and a.due_at < $2
     union all select 'followUp', due_at, collection, document, null, null, null, true, false
       from handbill.follow_ups where done_at is null and due_at >= $1 and due_at < $2
     order by at, kind limit $3`,
    [from, to, MOST],
  )
  const titles = await titlesOf(payload, user, rows.flatMap(({ collection, document }) => (collection === null || document === null ? [] : [{ collection, document }])))
  // The name of a release may tell what is in it.
  const readsAll = can(actor, 'read', { collection: 'articles' }).allowed
  const days = new Map<Day, Entry[]>()
  for (const row of rows) {
    const day = localDay(zone, row.at)
    const title = row.release === null ? titles.get(`${row.collection} ${row.document}`) : readsAll ? (row.title ?? '') : undefined
    if (title === undefined || !day.startsWith(month)) continue
    const entry: Entry = {
      kind: row.kind,
      at: row.at.toISOString(),
      href: row.release === null ? `/admin/collections/${row.collection}/${row.document}` : `/admin/releases?release=${row.release}`,
      collection: row.collection,
      title,
      name: row.name,
      isLate: row.is_open && row.kind !== 'embargo' && row.at.getTime() < now().getTime(),
      hasFailed: row.has_failed,
    }
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}
