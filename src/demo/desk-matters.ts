import { actorOf } from '@/permissions/roles'
import { localTimeIn } from '@/platform/zoned-time'
import { addToRelease, makeRelease } from '@/publishing/releases/release'
import { act, type Person } from './acts'
import type { AccountKey } from './documents'
import type { Keys } from './keys'
import type { Payload } from 'payload'

const DAY_MS = 86_400_000
const ZONE = 'Europe/London'

/** What stands on a desk beside the texts themselves: talk, something kept back, somebody's task, and a release in the making. */
export async function setOutDesk({ payload, people, keys }: { payload: Payload; people: Record<AccountKey, Person>; keys: Keys }): Promise<void> {
  const article = (key: string) => ({ collection: 'articles', id: keys.idOf('articles', key) })
  const inDays = (days: number) => localTimeIn(ZONE, new Date(Date.now() + days * DAY_MS))
  const vote = article('the-vote-in-december')
  await act(payload, people.copy, vote, 'threads', { field: 'standfirst', words: 'Five members, or seven? The committee’s minutes say seven.', mentions: [people.editor.id] })
  await act(payload, people.editor, vote, 'assign', { person: people.legal.id, dueAt: inDays(2).slice(0, 10) })
  await act(payload, people.editor, article('guide-to-ordinance-19'), 'publishing/embargo', { reason: 'The lawyers’ union publishes its own guide first.', until: inDays(4), timeZone: ZONE })
  const publisher = actorOf(people.publisher.user)
  if (publisher === null) throw new Error('The demo’s publisher has no account')
  const letters = article('what-letters-do')
  await addToRelease(await makeRelease(publisher, 'Before the vote'), publisher, { collection: letters.collection, document: letters.id })
}
