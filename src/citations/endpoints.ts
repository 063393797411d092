import type { Endpoint } from 'payload'
import { payloadOrPool } from '@/review/connection'
import { refusal, Refused } from '@/review/refusal'
import { answering, requireActor, requireDocument } from '@/review/request'
import { searchLibrary, worksNamed, type LibrarySource } from './library'
import { marksIn } from './lift'
import { standingOf, type CitationStanding } from './standing'
import type { StoredCitations } from './stored'

/** How a document's citations stand, and the works they name, as far as whoever asks may know of them. */
export type CitationsAnswer = { citations: CitationStanding[]; sources: LibrarySource[] }
/** What the library has for some words. */
export type LibraryAnswer = { sources: LibrarySource[] }

const MOST_WORDS = 300

/** What the desk asks for beside a text that cites. */
export function citationEndpoints(collection: string): Endpoint[] {
  return [
    {
      path: '/:id/citations',
      method: 'get',
      handler: answering(async (req): Promise<CitationsAnswer> => {
        requireActor(req)
        const document = await requireDocument(req, collection)
        const stored = (document.citations ?? {}) as StoredCitations
        const ids = new Set(marksIn(document.body ?? document.context).flatMap(({ key }) => stored[key]?.source ?? []))
        return { citations: await standingOf(await payloadOrPool(req), collection, document.id), sources: await worksNamed(req, [...ids]) }
      }),
    },
    {
      // Of no document: a text that is being begun has no id.
      path: '/citations/library',
      method: 'get',
      handler: answering(async (req): Promise<LibraryAnswer> => {
        requireActor(req)
        const words = req.searchParams.get('q') ?? ''
        if (words.length > MOST_WORDS || /\u0000|\p{Surrogate}/u.test(words)) throw new Refused(refusal(422, 'malformed', `“q” may have ${MOST_WORDS} characters at most, of those that can be stored.`, { field: 'q' }))
        return { sources: await searchLibrary(req, words.trim()) }
      }),
    },
  ]
}
