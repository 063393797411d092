import type { PayloadRequest } from 'payload'
import { refusal, Refused } from '@/review/refusal'
import { readObject } from '@/review/request'
import { isUnstorable } from '@/platform/requests/values'
import { fold } from './fold'
import { findIn, MARKS, type Wanted } from './redact-text'

/** What somebody proposes to erase, why, and where: in all of it, or in the documents of some collections only. */
export type Order = Wanted & { reason: string; collections: string[] }

const MOST_FORMS = 20
const LONGEST = 200
/** Fewer letters than these stand in too many other words. */
const FEWEST_LETTERS = 3
/**
 * Reads a proposal: `words` is a text, one name or phrase a line, or a list of them.
 *
 * @throws Refused: 400 where it is not JSON, 413 where it is too long, 422 naming the field that is wrong.
 */
export async function readOrder(req: PayloadRequest, known: readonly string[]): Promise<Order> {
  const body = await readObject(req, { fields: ['words', 'reason', 'collections', 'wholeWords'] })
  const { reason, collections = [], wholeWords = false } = body
  if (typeof wholeWords !== 'boolean') throw wrong('wholeWords', 'wholeWords must be true or false.')
  const wanted: Wanted = { forms: formsFrom(body.words, wholeWords), wholeWords }
  if (typeof reason !== 'string' || reason.trim() === '') throw wrong('reason', 'reason is needed.')
  if (reason.length > 2_000 || isUnstorable(reason)) throw wrong('reason', 'reason may have 2000 characters at most, and none that can’t be stored.')
  if (findIn(reason, { ...wanted, wholeWords: false }).length > 0) throw wrong('reason', 'The reason is kept for ever, so it can’t hold the words themselves.')
  if (!Array.isArray(collections) || !collections.every((each): each is string => typeof each === 'string' && known.includes(each))) throw wrong('collections', `collections must be a list of ${known.join(', ')}.`)
  return { ...wanted, reason: reason.trim(), collections: [...new Set(collections)] }
}

function formsFrom(words: unknown, wholeWords: boolean): string[] {
  const given = typeof words === 'string' ? words.split(/\r?\n/) : words
  if (!Array.isArray(given) || !given.every((each): each is string => typeof each === 'string')) throw wrong('words', 'words must be text, one name or phrase a line.')
  const forms = [...new Set(given.map((form) => form.trim()).filter((form) => form !== ''))]
  if (forms.length === 0) throw wrong('words', 'words is needed: what is to be erased.')
  if (forms.length > MOST_FORMS) throw wrong('words', `At most ${MOST_FORMS} names or phrases at once.`)
  for (const form of forms) {
    if (form.length > LONGEST || isUnstorable(form)) throw wrong('words', `A name or phrase may have ${LONGEST} characters at most, and none that can’t be stored.`)
    const letters = fold(form).text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (letters < FEWEST_LETTERS - (wholeWords ? 1 : 0)) throw wrong('words', 'A name or phrase this short stands in too many other words. With whole words only, two letters are enough.')
  }
  if (Object.values(MARKS).some((mark) => findIn(mark, { forms, wholeWords: false }).length > 0)) throw wrong('words', 'These words are part of the mark that is put in the place of others.')
  return forms
}

function wrong(field: string, message: string): Refused {
  return new Refused(refusal(422, 'malformed', message, { field }))
}
