import type { Field } from 'payload'
import { readDoi, readIsbn, readIssn, readPostId, readQid } from './identifiers'
import { unlessKept } from './work-fields'

function identifier(name: string, label: { en: string; ar: string }, read: (value: string) => string | null, problem: string): Field {
  return { name, type: 'text', maxLength: 300, label, validate: unlessKept((value) => (read(value) === null ? problem : null)) }
}

/** What others call the work. `platform`: the field of where a post stands, whose id goes beside it. */
export function identifierFields(platform: Field): Field[] {
  return [
    { type: 'row', fields: [
      identifier('doi', { en: 'DOI', ar: 'معرّف DOI' }, readDoi, 'A DOI begins with 10. and has a slash: 10.1000/xyz.'),
      identifier('isbn', { en: 'ISBN', ar: 'ردمك ISBN' }, readIsbn, 'This is no ISBN: its digits or its check digit are wrong.'),
      identifier('issn', { en: 'ISSN', ar: 'ردمد ISSN' }, readIssn, 'This is no ISSN: its digits or its check digit are wrong.'),
      identifier('qid', { en: 'Wikidata', ar: 'ويكي بيانات' }, readQid, 'An item of Wikidata is called Q and a number: Q42.'),
    ] },
    { type: 'row', fields: [platform, identifier('postId', { en: 'Id of the post', ar: 'معرّف المنشور' }, readPostId, 'The id of a post has no spaces and at most 200 characters.')] },
  ]
}

const kept = { hidden: true } as const

/** What a save works out by itself: by what works are told apart, where each value came from, and which record took this one in. */
export const keyFields: Field[] = [
  { name: 'urlKey', type: 'text', index: true, admin: kept },
  { name: 'doiKey', type: 'text', admin: kept },
  { name: 'postKey', type: 'text', admin: kept },
  { name: 'fieldOrigins', type: 'json', admin: kept },
  { name: 'mergedInto', type: 'relationship', relationTo: 'sources', maxDepth: 0, index: true, admin: kept },
]
