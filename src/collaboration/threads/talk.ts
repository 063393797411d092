import type { FlattenedField } from 'payload'
import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { lockedReview } from '@/review/locked'
import { refusal, Refused, type Refusal } from '@/review/refusal'
import { addEvent, type Loaded } from '@/review/store'
import { anchorAt, placeOf, type Anchor } from './anchor'
import { fieldAt } from './fields'
import { replaced } from './replace'
import type { ThreadBody } from './request'
import { needsReason, whyNotAct, whyNotBlock, whyNotMention } from './rights'
import { factsOf, insertMessage, insertThread, lockThread, removeMessage, rewriteMessage, setBlocking, settleThread, type MessageRow, type ThreadRow } from './store'
import { oneLine, wordsOf } from './words'

/** A document as somebody sees it, and where it belongs. */
export type Spoken = { collection: string; fields: readonly FlattenedField[]; document: { id: string } & Record<string, unknown>; actor: Actor }

function refuse(refused: Refusal | null): void {
  if (refused !== null) throw new Refused(refused)
}

/**
 * Begins a thread on words, on a field or on the whole document. Returns false, having done nothing, where the document was
 * saved since it was read: then read it again.
 *
 * @throws Refused: 403 where it may not block, 409 where the words don't stand in the stored text or the document is in the
 * trash, 422 where they occur more than once, or where the field, a mention or the replacement is wrong.
 */
export async function comment({ collection, fields, document, actor }: Spoken, body: ThreadBody): Promise<boolean> {
  const about = aboutWhat(fields, document, body)
  return inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document.id)
    if (loaded.document.rev !== Number(document.rev ?? 0)) return false
    const isBlocking = body.blocking === true
    if (isBlocking) refuse(whyNotBlock(actor, loaded.review))
    const mentions = mentionsIn(body, actor, loaded)
    const given = { collection, document: document.id, by: actor.id, at: now() }
    const thread = await insertThread(tx, { ...given, ...about, isBlocking })
    const message = await insertMessage(tx, { ...given, thread, words: String(body.words), mentions })
    await tell(tx, loaded, actor, { kind: 'commented', thread, message, mentions })
    await record(tx, loaded, actor, 'commented', { thread, message, mentions, blocking: isBlocking, suggestion: about.replacement !== null })
    return true
  })
}

type About = { field: string | null; anchor: Anchor | null; replacement: string | null }

function aboutWhat(fields: readonly FlattenedField[], document: Record<string, unknown>, { field: path, anchor: selected, replacement: given }: ThreadBody): About {
  if (selected === undefined && given !== undefined) throw wrong('replacement', 'Other words are suggested for words: select those first.')
  if (path === undefined) {
    if (selected !== undefined) throw wrong('field', 'Say in which field these words stand.')
    return { field: null, anchor: null, replacement: null }
  }
  const field = fieldAt(fields, document, path)
  if (field === null) throw wrong('field', 'There is no such field in this document.')
  if (selected === undefined) return { field: path, anchor: null, replacement: null }
  if (!field.hasWords) throw wrong('anchor', 'Single words can be selected in texts only.')
  const { text } = wordsOf(field.value)
  const place = placeOf(selected, text)
  if ('count' in place) {
    if (place.count === 0) throw new Refused(refusal(409, 'wordsNotThere', 'These words don’t stand in the saved text.', { field: path }))
    throw new Refused(refusal(422, 'ambiguous', `These words occur ${place.count} times in this field. Select more words around them.`, { field: 'anchor', fieldPath: path, count: place.count }))
  }
  const anchor = anchorAt(path, text, place.start, place.end)
  if (given === undefined) return { field: path, anchor, replacement: null }
  // Only what has several lines can be given some.
  const replacement = field.type === 'textarea' ? given : oneLine(given)
  if (replacement === anchor.quote) throw wrong('replacement', 'These are the words that stand there already.', 'sameWords')
  if (replaced(field.value, place.start, place.end, replacement) === null) throw wrong('replacement', 'Other words can be suggested within one paragraph. Select fewer words.', 'overParagraphs')
  return { field: path, anchor, replacement }
}

function wrong(field: string, message: string, code = 'malformed'): Refused {
  return new Refused(refusal(422, code, message, { field }))
}

function mentionsIn(body: ThreadBody, actor: Actor, { review }: Loaded): string[] {
  const mentions = body.mentions ?? []
  for (const person of mentions) refuse(whyNotMention(person, actor, review))
  return mentions
}

/** What is done to a thread that is there. `accept` is not among these: it changes the text. */
export type Act = 'reply' | 'resolve' | 'reopen' | 'reject' | 'block' | 'unblock'

const EVENTS = { resolve: 'threadResolved', reopen: 'threadReopened', reject: 'suggestionRejected', block: 'threadBlocked', unblock: 'threadUnblocked' } as const
const STATES = { resolve: 'resolved', reopen: 'open', reject: 'rejected' } as const

/**
 * Does one thing to a thread of a document.
 *
 * @throws Refused: 403 where it isn't theirs to do, 404 where there is no such thread, 409 where it stands otherwise by now, 422
 * where a reason is needed or a mention is wrong.
 */
export async function act(name: Act, { collection, document, actor }: Spoken, id: string, body: ThreadBody): Promise<void> {
  await inTransaction(async (tx) => {
    const { loaded, thread } = await lockedThread(tx, collection, document.id, id)
    const facts = factsOf(thread)
    refuse(whyNotAct(name, actor, facts, loaded.review))
    const given = { collection, document: document.id, by: actor.id, at: now() }
    if (name === 'reply') {
      const mentions = mentionsIn(body, actor, loaded)
      const message = await insertMessage(tx, { ...given, thread: id, words: String(body.words), mentions })
      await tell(tx, loaded, actor, { kind: 'replied', thread: id, message, mentions })
      await record(tx, loaded, actor, 'replied', { thread: id, message, mentions })
      return
    }
    const reason = body.reason === undefined || body.reason === '' ? null : body.reason
    if (reason === null && needsReason(name, actor, facts)) throw wrong('reason', 'This stops approval by somebody else’s will: say why it no longer should.')
    if (name === 'block' || name === 'unblock') await setBlocking(tx, id, name === 'block' ? actor.id : null, given.at)
    else await settleThread(tx, id, STATES[name], actor.id, given.at)
    await addEvent(tx, { collection, document: document.id, run: loaded.review.run?.id ?? null, kind: EVENTS[name], by: actor.id, words: reason, details: { thread: id } })
    await record(tx, loaded, actor, EVENTS[name], { thread: id, ...(thread.blockedBy === null ? {} : { blockedBy: thread.blockedBy }) })
  })
}

/**
 * Puts other words into one's own message, or takes them away.
 *
 * @throws Refused: 403 where it is somebody else's, 404 where there is none, 409 where it was removed already.
 */
export async function changeMessage(how: 'edit' | 'remove', { collection, document, actor }: Spoken, id: string, body: ThreadBody): Promise<void> {
  await inTransaction(async (tx) => {
    const { loaded, thread } = await lockedThread(tx, collection, document.id, id)
    const message = thread.messages.find((one) => one.id === body.message?.toLowerCase())
    if (message === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such message.'))
    if (message.by !== actor.id) throw new Refused(refusal(403, 'notYourMessage', 'Only who wrote a message changes it.'))
    if (message.isRemoved) throw new Refused(refusal(409, 'messageRemoved', 'This message was removed.'))
    if (how === 'remove') await removeMessage(tx, message.id, now())
    else await rewrite(tx, loaded, actor, thread, message, body)
    await record(tx, loaded, actor, how === 'remove' ? 'messageRemoved' : 'messageEdited', { thread: id, message: message.id })
  })
}

async function rewrite(tx: Queryable, loaded: Loaded, actor: Actor, thread: ThreadRow, message: MessageRow, body: ThreadBody): Promise<void> {
  // Who was called in before stays so unless others are named.
  const mentions = body.mentions === undefined ? message.mentions : mentionsIn({ mentions: body.mentions.filter((person) => !message.mentions.includes(person)) }, actor, loaded)
  const kept = body.mentions === undefined ? [] : message.mentions.filter((person) => body.mentions?.includes(person))
  await rewriteMessage(tx, { collection: loaded.collection, document: loaded.document.id, message: message.id, words: String(body.words), at: now(), mentions: [...kept, ...mentions] })
  if (body.mentions !== undefined) await tellMentioned(tx, loaded, actor, { thread: thread.id, message: message.id, mentions })
}

/**
 * A thread of a document with its review, both locked until the transaction ends.
 *
 * @throws Refused: 404 where either is gone, 409 where the document is in the trash.
 */
export async function lockedThread(tx: Queryable, collection: string, document: string, id: string): Promise<{ loaded: Loaded; thread: ThreadRow }> {
  const loaded = await lockedReview(tx, collection, document)
  const thread = await lockThread(tx, collection, document, id)
  if (thread === null) throw new Refused(refusal(404, 'notFound', 'There is no such thread.'))
  return { loaded, thread }
}

type Said = { thread: string; message: string; mentions: readonly string[] }

/** What was said is told without its words, which stand in one place only. */
async function tell(tx: Queryable, loaded: Loaded, actor: Actor, { kind, ...said }: Said & { kind: 'commented' | 'replied' }): Promise<void> {
  const { thread, message } = said
  await addEvent(tx, { collection: loaded.collection, document: loaded.document.id, run: loaded.review.run?.id ?? null, kind, by: actor.id, details: { thread, message } })
  await tellMentioned(tx, loaded, actor, said)
}

async function tellMentioned(tx: Queryable, loaded: Loaded, actor: Actor, { thread, message, mentions }: Said): Promise<void> {
  for (const person of mentions) {
    await addEvent(tx, { collection: loaded.collection, document: loaded.document.id, run: loaded.review.run?.id ?? null, kind: 'mentioned', by: actor.id, details: { thread, message, person } })
  }
}

async function record(tx: Queryable, { collection, document, review }: Loaded, actor: Actor, action: Parameters<typeof appendAudit>[1]['action'], details: NonNullable<Parameters<typeof appendAudit>[1]['details']>): Promise<void> {
  await appendAudit(tx, { actor: actor.id, action, collection, document: document.id, after: review.run?.contentHash ?? null, run: review.run?.id ?? null, details })
}
