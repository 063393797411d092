import type { CollectionSlug, Payload } from 'payload'
import { actorOf } from '@/permissions/roles'
import { setClock } from '@/platform/clock'
import { adopt } from '@/publishing/adopt'
import { takeAway } from '@/publishing/withdraw'
import type { ReviewAnswer } from '@/review/answer'
import { act, type Person } from './acts'
import type { AccountKey, CheckKey, Course, Since } from './documents'
import { changedFields } from './fields'
import type { Keys } from './keys'

/** A document with the course that it takes. `by`: who wrote it, and submits it. */
export type Traveller = { collection: string; key: string; id: string; by: AccountKey; course: Course }
type Cast = { payload: Payload; people: Record<AccountKey, Person>; keys: Keys }
/** Something that happens to a document; `at`: an instant in the past, or null for now. */
export type Happening = { at: string | null; traveller: Traveller; happen(cast: Cast): Promise<void> }

type Slot = CheckKey | 'approval'
type Submission = { namesPeople?: boolean; note?: string }

const signerOf = (slot: Slot): AccountKey => (slot === 'approval' ? 'publisher' : slot)

async function submit({ payload, people }: Cast, traveller: Traveller, { namesPeople, note }: Submission): Promise<ReviewAnswer> {
  return act(payload, people[traveller.by], traveller, 'review/submit', { ...(namesPeople === true ? { namesPeople } : {}), ...(note === undefined ? {} : { note }) })
}

async function sign({ payload, people }: Cast, traveller: Traveller, slots: readonly Slot[], answer: ReviewAnswer): Promise<void> {
  for (const slot of slots) await act(payload, people[signerOf(slot)], traveller, 'review/sign-off', { slot, baseHash: answer.document.contentHash })
}

async function publish(cast: Cast, traveller: Traveller, submission: Submission, at: string, change: Record<string, unknown> = {}): Promise<void> {
  const answer = await submit(cast, traveller, submission)
  await sign(cast, traveller, answer.missing as Slot[], answer)
  await atTime(at, () => act(cast.payload, cast.people.publisher, traveller, 'publishing/publish', { ...change, baseHash: answer.document.contentHash }))
}

/** Lets the clock say `at`, or the present where that has not come yet. */
async function atTime<T>(at: string, work: () => Promise<T>): Promise<T> {
  const moment = new Date(Math.min(Date.parse(at), Date.now()))
  const restore = setClock(() => moment)
  try {
    return await work()
  } finally {
    restore()
  }
}

async function edit({ payload, people, keys }: Cast, traveller: Traveller, changes: Parameters<typeof changedFields>[2]): Promise<void> {
  const data = changedFields(keys, traveller.key, changes) as never
  await payload.update({ collection: traveller.collection as CollectionSlug, id: traveller.id, data, user: people[traveller.by].user, overrideAccess: false, depth: 0 })
}

function sinceHappenings(traveller: Traveller, since: Since): Happening {
  switch (since.step) {
    case 'withdrawal': {
      const { at, reason, publicNote } = since
      const happen = async ({ people }: Cast): Promise<void> => {
        const actor = actorOf(people.publisher.user)
        if (actor === null) throw new Error('The demo’s publisher has no account')
        // No edition shows it yet, so there is nothing to wait for.
        await atTime(at, () => takeAway({ collection: traveller.collection, document: traveller.id, actor, reason, publicNote }))
      }
      return { at, traveller, happen }
    }
    case 'next revision':
      return {
        at: null,
        traveller,
        async happen(cast) {
          await edit(cast, traveller, since.changes)
          const answer = await submit(cast, traveller, since)
          await sign(cast, traveller, since.signed, answer)
        },
      }
    default: {
      const { at, step, changes } = since
      const said = step === 'minor' ? { change: step } : { change: step, publicNote: since.publicNote }
      return {
        at,
        traveller,
        async happen(cast) {
          await edit(cast, traveller, changes)
          await publish(cast, traveller, since, at, said)
        },
      }
    }
  }
}

/** All that happens to a document, by the acts of people: those of the past carry their instant. */
export function happeningsOf(traveller: Traveller): Happening[] {
  const { course } = traveller
  const now = (happen: Happening['happen']): Happening[] => [{ at: null, traveller, happen }]
  switch (course.state) {
    case 'draft':
      return []
    case 'adopted':
      return now(async ({ payload, people }) => {
        const { at, addresses } = course
        await adopt(payload, { actor: people.admin.id, reason: 'It stood on the old notebook site, and was read there before there was a desk.', documents: [{ collection: traveller.collection, document: traveller.id, publishedAt: at, addresses }] })
      })
    case 'live':
      return [{ at: course.at, traveller, happen: (cast) => publish(cast, traveller, course, course.at) }, ...(course.since ?? []).map((since) => sinceHappenings(traveller, since))]
    case 'approved':
      return now(async (cast) => {
        const answer = await submit(cast, traveller, course)
        await sign(cast, traveller, answer.missing as Slot[], answer)
      })
    case 'in-review':
      return now(async (cast) => {
        const answer = await submit(cast, traveller, course)
        await sign(cast, traveller, course.signed, answer)
        if (course.edited !== undefined) await edit(cast, traveller, course.edited)
      })
    case 'changes-requested':
      return now(async (cast) => {
        const answer = await submit(cast, traveller, course)
        await sign(cast, traveller, course.signed, answer)
        await act(cast.payload, cast.people[course.by], traveller, 'review/request-changes', { comment: course.comment })
      })
  }
}

/** Lets everything happen in the order of time, what has no instant last. */
export async function letHappen(happenings: readonly Happening[], cast: Cast, seen: (done: number) => void): Promise<void> {
  const inOrder = happenings.toSorted((one, other) => Date.parse(one.at ?? '9999-12-31') - Date.parse(other.at ?? '9999-12-31'))
  for (const [index, happening] of inOrder.entries()) {
    try {
      await happening.happen(cast)
    } catch (error) {
      throw new Error(`The demo’s ${happening.traveller.collection} “${happening.traveller.key}” could not be taken through review`, { cause: error })
    }
    seen(index + 1)
  }
}
