import type { Config, Endpoint } from 'payload'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { isUuid, type Reviewed } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor, requireDocument, type Body } from '@/review/request'
import { loadReview, namesOf } from '@/review/store'
import { DEFAULT_SETTINGS } from '../notices/settings'
import { readSettings } from '../notices/settings-store'
import { assign, mayAssign, readersOf, unassign } from './assign'
import { dueFrom } from './due'
import { assignmentsOf, mentionedIn } from './store'

type Person = { id: string; name: string }

/**
 * Who has a document on their desk. `mayAssign`: whether whoever asks may change that for others; `assignable`: whom they may
 * choose then, themselves included. Instants are ISO 8601; `timeZone` is the one in which a day ends for whoever asks.
 */
export type AssignmentsAnswer = { assignments: { person: Person; by: Person | null; at: string; dueAt: string | null; isOverdue: boolean; isYours: boolean }[]; mayAssign: boolean; assignable: Person[]; timeZone: string }

/** Adds assignments to every collection that is under review: a Payload plugin. */
export function assigning(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    if (definition === undefined) return collection
    return { ...collection, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...assignmentEndpoints(definition.collection)] }
  })
  return { ...config, ...(collections === undefined ? {} : { collections }) }
}

/** `GET /:id/assignments`, `POST /:id/assign` with `{ person, dueAt? }` and `POST /:id/unassign` with `{ person }`. */
function assignmentEndpoints(collection: string): Endpoint[] {
  const person = { kind: 'text', isRequired: true } as const
  return [
    {
      path: '/:id/assignments',
      method: 'get',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        return assignmentsAnswer(collection, (await requireDocument(req, collection)).id, actor)
      }),
    },
    {
      path: '/:id/assign',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const { id } = await requireDocument(req, collection)
        const body = await readBody(req, { person, dueAt: { kind: 'text' } })
        await assign({ collection, document: id, actor, person: personIn(body), dueAt: await dueIn(body, actor) })
        return assignmentsAnswer(collection, id, actor)
      }),
    },
    {
      path: '/:id/unassign',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const { id } = await requireDocument(req, collection)
        const body = await readBody(req, { person })
        await unassign({ collection, document: id, actor, person: personIn(body) })
        return assignmentsAnswer(collection, id, actor)
      }),
    },
  ]
}

function personIn({ person }: Body): string {
  if (!isUuid(person)) throw new Refused(refusal(422, 'malformed', 'person must be the id of an account.', { field: 'person' }))
  return person.toLowerCase()
}

/** An empty text takes a date away; nothing at all leaves it. */
async function dueIn({ dueAt }: Body, actor: Actor): Promise<Date | null | undefined> {
  if (typeof dueAt !== 'string') return undefined
  return dueAt === '' ? null : dueFrom(dueAt, await timeZoneOf(actor), now())
}

/** The time zone that somebody lives by on the desk. */
export async function timeZoneOf(actor: Actor): Promise<string> {
  return ((await readSettings(pool, [actor.id])).get(actor.id) ?? DEFAULT_SETTINGS).timeZone
}

async function assignmentsAnswer(collection: string, document: string, actor: Actor): Promise<AssignmentsAnswer> {
  const loaded = await loadReview(pool, collection, document)
  if (loaded === null) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  const [open, mentioned, timeZone] = await Promise.all([assignmentsOf(pool, collection, document), mentionedIn(pool, collection, document), timeZoneOf(actor)])
  const may = mayAssign(loaded.review, actor)
  const readers = may ? readersOf(loaded.review, mentioned) : []
  const names = await namesOf(pool, [...readers, ...open.flatMap(({ person, by }) => [person, by])])
  const person = (id: string): Person => ({ id, name: names.get(id) ?? '' })
  return {
    // Who has no account any more does nothing any more.
    assignments: open.filter((one) => names.has(one.person)).map((one) => ({
      person: person(one.person),
      by: names.has(one.by) ? person(one.by) : null,
      at: one.at.toISOString(),
      dueAt: one.dueAt?.toISOString() ?? null,
      isOverdue: one.dueAt !== null && one.dueAt.getTime() < now().getTime(),
      isYours: one.person === actor.id,
    })),
    mayAssign: may,
    assignable: readers.filter((id) => names.has(id)).map(person).toSorted((one, other) => one.name.localeCompare(other.name)),
    timeZone,
  }
}
