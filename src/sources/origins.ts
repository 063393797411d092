import type { CollectionBeforeChangeHook } from 'payload'

/** Where a value came from: a person, the page itself, Crossref's registry, or the address alone, which any of the others betters. */
export type Origin = 'human' | 'page' | 'crossref' | 'address'
export type Origins = Record<string, Origin>

/** The fields of a source that machines may fill. */
export const FILLED = [
  'title', 'kind', 'creators', 'container', 'publisher', 'issued', 'titleLanguage', 'volume', 'issue', 'pages', 'edition', 'place', 'number', 'doi', 'isbn', 'issn',
] as const
export type Filled = (typeof FILLED)[number]

// A text as key: a context with symbols alone counts as empty, and is replaced.
export const ORIGIN = 'handbill.originOfSource'

/** Before a save: notes of each value that changes where it came from. What a client says of that counts for nothing. */
export const keepOrigins: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const before = (operation === 'create' ? {} : (originalDoc ?? {})) as Record<string, unknown> & { fieldOrigins?: Origins | null }
  const given = req.context[ORIGIN] as Origins | Origin | undefined
  const origins: Origins = { ...before.fieldOrigins }
  for (const field of FILLED) {
    if (!(field in data) || isSame(data[field], before[field])) continue
    origins[field] = typeof given === 'object' ? (given[field] ?? 'human') : (given ?? 'human')
  }
  return { ...data, fieldOrigins: Object.keys(origins).length === 0 ? null : origins }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

/** Without ids of rows, and with everything that is empty alike. */
function plain(value: unknown): unknown {
  if (value === '' || value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([name, inner]) => name !== 'id' && plain(inner) !== null).map(([name, inner]) => [name, plain(inner)]).sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)))
  return value
}
