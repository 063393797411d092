import type { Role } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { tableOf } from '@/review/definition'
import { isGone, sessionsOf, type Session } from './store'

/** Somebody who has the document open. `isAway`: unseen for so long that they count as gone. */
export type PresentPerson = { session: string; person: { id: string; name: string; roles: Role[] }; isEditing: boolean; field: string | null; since: string; isAway: boolean; hasUnsaved: boolean }

/** What whoever may read a document sees of the others in it: names and roles, never an address. */
export type PresenceView = {
  people: PresentPerson[]
  /** The window that holds the document's lock. */
  holder: string | null
  /** Text that somebody left unsaved and that couldn't be merged when others took over. */
  left: { session: string; person: { id: string; name: string }; at: string }[]
  /** The number of the stored text, so that a form knows at once when there is a newer one. */
  rev: number
}

/** The presence in a document, at this moment. */
export async function presenceIn(db: Queryable, collection: string, document: string, at: Date): Promise<PresenceView> {
  const sessions = await sessionsOf(db, collection, document)
  const { rows } = await db.query<{ rev: string | null }>(`select rev from ${tableOf(collection)} where id = $1`, [document])
  return viewOf(sessions, Number(rows[0]?.rev ?? 0), at)
}

/** The same from what was read. Whoever is gone is shown only while they hold the lock or have left text. */
export function viewOf(sessions: readonly Session[], rev: number, at: Date): PresenceView {
  const open = sessions.filter((session) => session.releasedAt === null && (!isGone(session, at) || session.holdsSince !== null || session.hasUnsaved))
  return {
    people: open.map((session) => ({
      session: session.id,
      person: session.person,
      isEditing: session.isEditing && !isGone(session, at),
      field: session.field,
      since: session.since.toISOString(),
      isAway: isGone(session, at),
      hasUnsaved: session.hasUnsaved,
    })),
    holder: open.find(({ holdsSince }) => holdsSince !== null)?.id ?? null,
    left: sessions.filter(({ releasedAt, hasUnsaved }) => releasedAt !== null && hasUnsaved).map(({ id, person, seenAt }) => ({ session: id, person: { id: person.id, name: person.name }, at: seenAt.toISOString() })),
    rev,
  }
}
