import type { Payload } from 'payload'
import { FILLED, ORIGIN, type Filled, type Origin, type Origins } from './origins'

/** What a page or a registry says of a work, by the names of the fields. */
export type Metadata = Partial<Record<Exclude<Filled, 'creators'>, string>> & { creators?: { name: string; nameLatin?: string; familyName?: string }[] }
type Stored = Readonly<Record<string, unknown>> & { fieldOrigins?: unknown }

const LONGEST = 300
const MOST_CREATORS = 50

/**
 * What metadata adds to a record: values of fields that are empty, or that the address alone spoke for. Never what a person gave or
 * took away. Null where it adds nothing. Exported, as which word wins is a rule of its own, held to without a database.
 */
export function fillFromMetadata(source: Stored, metadata: Metadata): Metadata | null {
  const origins = (source.fieldOrigins ?? {}) as Origins
  const filled: Record<string, unknown> = {}
  for (const field of FILLED) {
    const value = cleaned(metadata[field])
    const mayFill = origins[field] === 'address' || (origins[field] === undefined && isEmpty(source[field]))
    if (value !== null && mayFill) filled[field] = value
  }
  return Object.keys(filled).length === 0 ? null : (filled as Metadata)
}

/**
 * Fills a record from what a page or a registry says, by an ordinary save of nobody's. Returns whether there was anything to fill.
 *
 * @throws what a save is refused for, as where another record has the DOI that the page names (409).
 */
export async function fillSource(payload: Payload, id: string, metadata: Metadata, origin: Exclude<Origin, 'human' | 'address'>): Promise<boolean> {
  const { docs } = await payload.find({ collection: 'sources', where: { id: { equals: id }, mergedInto: { exists: false } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, showHiddenFields: true })
  const [source] = docs
  const filled = source === undefined ? null : fillFromMetadata(source as unknown as Stored, metadata)
  if (source === undefined || filled === null) return false
  // Whoever saved in between said something that this has not seen.
  await payload.update({ collection: 'sources', id, data: { ...filled, rev: source.rev } as never, depth: 0, overrideAccess: true, context: { [ORIGIN]: origin } })
  return true
}

function cleaned(value: string | Metadata['creators']): unknown {
  if (typeof value === 'string') return value.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST) || null
  const named = (value ?? []).filter(({ name }) => name.trim() !== '').slice(0, MOST_CREATORS)
  return named.length === 0 ? null : named.map((creator) => Object.fromEntries(Object.entries(creator).map(([field, words]) => [field, cleaned(words) ?? ''])))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
