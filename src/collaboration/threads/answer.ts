import type { FlattenedField } from 'payload'
import type { Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { namesOf, type Loaded } from '@/review/store'
import { resolve, type Anchor, type Place } from './anchor'
import { fieldAt } from './fields'
import { needsReason, THREAD_ACTS, whyNotAct, whyNotBlock, whyNotMention, type ThreadAct, type ThreadFacts } from './rights'
import { factsOf, loadThreads, type MessageRow, type ThreadRow } from './store'
import { wordsOf } from './words'

type Person = { id: string; name: string }
export type AnsweredMessage = { id: string; by: Person; at: string; words: string; editedAt: string | null; isRemoved: boolean; mentions: Person[]; isYours: boolean }
export type AnsweredThread = {
  id: string
  field: string | null
  anchor: Anchor | null
  /** Where the words are in the stored text; null where the thread is not about words. */
  place: Place | null
  replacement: string | null
  by: Person
  at: string
  state: ThreadFacts['state']
  settled: { by: Person | null; at: string } | null
  /** Who made it stop approval; null where it doesn't. */
  blockedBy: Person | null
  messages: AnsweredMessage[]
  youMay: ThreadAct[]
  /** Those of `youMay` that ask for a reason. */
  needReason: ThreadAct[]
}
/** What every endpoint of threads answers. */
export type ThreadsAnswer = { rev: number; threads: AnsweredThread[]; mayBlock: boolean; mentionable: Person[] }

/** The threads of a document for `actor`. `document`: the document as this person sees it; `fields`: those of its collection. */
export async function threadsAnswer(db: Queryable, actor: Actor, loaded: Loaded, document: Record<string, unknown>, fields: readonly FlattenedField[]): Promise<ThreadsAnswer> {
  const { review, collection } = loaded
  const threads = await loadThreads(db, collection, loaded.document.id)
  const mentionable = review.team.filter(({ id }) => id !== actor.id && whyNotMention(id, actor, review) === null).map(({ id }) => id)
  const names = await namesOf(db, [...mentionable, ...threads.flatMap(peopleIn)])
  const person = (id: string): Person => ({ id, name: names.get(id) ?? '' })
  const words = new Map<string, string | null>()
  const wordsAt = (path: string): string | null => {
    if (!words.has(path)) {
      const field = fieldAt(fields, document, path)
      words.set(path, field === null ? null : wordsOf(field.value).text)
    }
    return words.get(path) ?? null
  }
  return {
    rev: loaded.document.rev,
    mayBlock: whyNotBlock(actor, review) === null,
    mentionable: mentionable.map(person).filter(({ name }) => name !== '').sort((one, other) => (one.name < other.name ? -1 : 1)),
    threads: threads.map((thread) => {
      const facts = factsOf(thread)
      const youMay = loaded.document.isTrashed ? [] : THREAD_ACTS.filter((act) => whyNotAct(act, actor, facts, review) === null)
      return {
        id: thread.id,
        field: thread.field,
        anchor: thread.anchor,
        place: thread.anchor === null ? null : placeIn(thread.anchor, wordsAt(thread.anchor.fieldPath)),
        replacement: thread.replacement,
        by: person(thread.by),
        at: instant(thread.at),
        state: thread.state,
        settled: thread.settledAt === null ? null : { by: thread.settledBy === null ? null : person(thread.settledBy), at: instant(thread.settledAt) },
        blockedBy: thread.blockedBy === null ? null : person(thread.blockedBy),
        messages: thread.messages.map((message) => answered(message, actor, person)),
        youMay,
        needReason: youMay.filter((act) => needsReason(act, actor, facts)),
      }
    }),
  }
}

function peopleIn(thread: ThreadRow): string[] {
  const messages = thread.messages.flatMap(({ by, mentions }) => [by, ...mentions])
  return [thread.by, thread.settledBy, thread.blockedBy, ...messages].filter((id) => id !== null)
}

// A field that is gone, as a row that was taken out, has no words.
function placeIn(anchor: Anchor, words: string | null): Place {
  return words === null ? { state: 'orphaned', why: 'gone' } : resolve(anchor, words)
}

function answered({ id, by, at, words, editedAt, isRemoved, mentions }: MessageRow, actor: Actor, person: (id: string) => Person): AnsweredMessage {
  return { id, by: person(by), at: instant(at), words, editedAt: editedAt === null ? null : instant(editedAt), isRemoved, mentions: mentions.map(person), isYours: by === actor.id && !isRemoved }
}

function instant(value: string): string {
  return new Date(value).toISOString()
}
