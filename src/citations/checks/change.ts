import type { CollectionSlug, PayloadRequest } from 'payload'
import { refusal, Refused } from '@/review/refusal'
import { readObject } from '@/review/request'
import { readableAmong } from '../brought-along'
import { findCitationProblem } from '../check'
import { marksIn } from '../lift'
import type { StoredCitation, StoredCitations } from '../stored'
import type { StoredDocument } from './answer'

/** Which values of a citation somebody sends anew, null or '' for none; and the `rev` of the document that they saw, where they say it. */
export type Change = { values: Record<string, unknown>; rev: number | null }

/** @throws Refused: 400 where it isn't JSON, 413 where it is too long, 422 naming the value that is wrong or that nothing is sent. */
export async function readChange(req: PayloadRequest): Promise<Change> {
  const { rev, ...values } = await readObject(req)
  if (rev !== undefined && !(Number.isSafeInteger(rev) && (rev as number) >= 0)) throw wrong('rev', 'rev must be a whole number.')
  const problem = findCitationProblem({ values }, 'citations')
  if (problem !== null) throw wrong(problem.path.split('.').at(-1) ?? 'citation', problem.message)
  const unstorable = Object.entries(values).find(([, value]) => typeof value === 'string' && (value.includes('\u0000') || /\p{Surrogate}/u.test(value)))
  if (unstorable !== undefined) throw wrong(unstorable[0], `${unstorable[0]} holds a character that can’t be stored.`)
  if (Object.keys(values).length === 0) throw wrong('citation', 'Nothing is sent that would change.')
  return { values, rev: (rev as number | undefined) ?? null }
}

/**
 * Changes one citation of a document by an ordinary save of whoever asks: under their rights, four eyes and the lock of the row,
 * with all that a save does to sign-offs. In a review its source checkers may do it as well.
 *
 * @throws Refused: 404 where no such citation stands in the text, 422 where it would name a source that isn't theirs to see; and
 * what a save is refused for.
 */
export async function changeCitation(req: PayloadRequest, collection: string, document: StoredDocument, key: string, { values, rev }: Change): Promise<void> {
  if (!marksIn(document.body ?? document.context).some((mark) => mark.key === key)) throw new Refused(refusal(404, 'noSuchCitation', 'This text has no such citation.'))
  const before: StoredCitation = ((document.citations ?? {}) as StoredCitations)[key] ?? {}
  const { source } = values
  if (typeof source === 'string' && source !== '' && source !== before.source && (await readableAmong(req, 'sources', [source])).length === 0) throw wrong('source', 'There is no such source.')
  const kept = Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, value]) => value !== null && value !== ''))
  await req.payload.update({ collection: collection as CollectionSlug, id: document.id, data: { citations: { [key]: kept }, rev: rev ?? Number(document.rev ?? 0) } as never, depth: 0, overrideAccess: false, user: req.user, req })
}

function wrong(field: string, message: string): Refused {
  return new Refused(refusal(422, 'malformed', message, { field }))
}
