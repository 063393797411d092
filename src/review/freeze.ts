import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Queryable } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import type { Live } from '@/record/publication'
import { referencesOf } from '@/record/references'
import { payloadOrPool } from './connection'
import type { Coverage } from './coverage'
import { definitionOf, type Reviewed } from './definition'
import { presentContext } from './present-context'
import type { Projection } from './projection-text'
import { coverageOf, type Companion } from './scopes'
import type { Workflow } from './workflow'

/** A document's content as a run decides on it: what would be public, what would go public along with it, and the hash of the first. */
export type Frozen = { projection: Projection; companions: Companion[]; contentHash: string }

/** Documents of these collections go public for the first time along with whatever refers to them. */
export const COMPANIONS: ReadonlySet<string> = new Set(['topics', 'people', 'series', 'campaigns', 'sources'])
const COMPANION_LIMIT = 300

/**
 * The content of a document at this moment, hashed. Reads in the transaction of `req`, where it has one. `before`: what was
 * frozen last, if that is still so: while the text refers to the same documents, the same ones go along with it, and a change
 * of one of those brings every run up to date by itself (`refreshReviewsShowing`).
 */
export async function freeze(req: PayloadRequest, definition: Reviewed, document: { id: string }, before: Pick<Frozen, 'projection' | 'companions'> | null = null): Promise<Frozen> {
  const projection = await definition.present(document, presentContext(req))
  const root = { collection: definition.collection, document: document.id, projection }
  const isAlike = before !== null && referredTo({ ...root, projection: before.projection }) === referredTo(root)
  const companions = isAlike ? before.companions : await companionsOf(req, root)
  return { projection, companions, contentHash: contentHash(projection) }
}

/** What each slot of a workflow covers of frozen content. */
export function coverageIn(definition: Reviewed, workflow: Workflow, { projection, companions }: Frozen): Record<string, Coverage> {
  return coverageOf(workflow, definition.scopes, projection, companions)
}

/** The documents that a projection refers to, as one word to compare. */
function referredTo(root: Companion): string {
  return referencesIn(root).map(({ collection, document }) => `${collection} ${document}`).sort().join()
}

/** All documents that would become public for the first time with this one, those that they refer to included. */
async function companionsOf(req: PayloadRequest, root: Companion): Promise<Companion[]> {
  const found = new Map<string, Companion>()
  let referring: Companion[] = [root]
  while (referring.length > 0 && found.size < COMPANION_LIMIT) {
    // A work that a source came from goes its own way: what cites the one doesn't rest on the other.
    const references = referring.filter(({ collection }) => collection !== 'sources').flatMap(referencesIn)
    const wanted = (await survivorsOf(req, references)).filter(({ collection, document }) => COMPANIONS.has(collection) && document !== root.document && !found.has(document))
    const fresh = await neverPublic(req, wanted)
    referring = await loadCompanions(req, fresh)
    for (const companion of referring) found.set(companion.document, companion)
  }
  return [...found.values()]
}

/** The documents that a projection of any collection refers to. */
export function referencesIn({ collection, document, projection }: Companion): { collection: string; document: string }[] {
  return referencesOf({ collection, document, projection, isTombstone: false } as unknown as Live)
}

/** The same references, with the record that took it in for each source that was merged. */
async function survivorsOf(req: PayloadRequest, references: { collection: string; document: string }[]): Promise<{ collection: string; document: string }[]> {
  const sources = references.flatMap(({ collection, document }) => (collection === 'sources' ? [document] : []))
  if (sources.length === 0) return references
  const { rows } = await (await payloadOrPool(req)).query<{ merged: string; into: string }>('select merged::text, "into"::text from handbill.source_merges where merged::text = any($1)', [sources])
  const into = new Map(rows.map(({ merged, into: survivor }) => [merged, survivor]))
  return references.map((reference) => ({ ...reference, document: into.get(reference.document) ?? reference.document }))
}

async function neverPublic(req: PayloadRequest, references: { collection: string; document: string }[]): Promise<{ collection: string; document: string }[]> {
  if (references.length === 0) return []
  const { rows } = await (await payloadOrPool(req)).query<{ document: string }>('select distinct document from publications where document = any($1)', [references.map(({ document }) => document)])
  const known = new Set(rows.map(({ document }) => document))
  return references.filter(({ document }) => !known.has(document))
}

async function loadCompanions(req: PayloadRequest, references: { collection: string; document: string }[]): Promise<Companion[]> {
  const companions: Companion[] = []
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const definition = definitionOf(req.payload, collection)
    if (definition === null) continue
    const ids = [...new Set(references.filter((reference) => reference.collection === collection).map(({ document }) => document))]
    const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, depth: 0, limit: ids.length, pagination: false, overrideAccess: true, draft: false, req })
    for (const document of docs) companions.push({ collection, document: String(document.id), projection: await definition.present(document, presentContext(req)) })
  }
  return companions
}

/**
 * What is still to be filled in before a document can be submitted: its fields, and those that its companions lack. `languages`:
 * those of the site; in any other a text would be public without anything that leads to it.
 */
export function missingIn(definition: Reviewed, document: Record<string, unknown>, frozen: Frozen, languages: readonly string[]): string[] {
  const own = definition.required.filter((field) => isEmpty(valueOf(field, document, frozen.projection)))
  const language = isIn(languages, frozen.projection) ? [] : ['language']
  const companions = frozen.companions.flatMap(({ collection, projection }) =>
    [...['title', 'slug'].filter((field) => isEmpty(projection[field])), ...(isIn(languages, projection) ? [] : ['language'])].map((field) => `${collection}.${field}`),
  )
  return [...new Set([...own, ...language, ...companions])]
}

function isIn(languages: readonly string[], { language }: Projection): boolean {
  return typeof language !== 'string' || languages.includes(language)
}

// Of a rich text only its presented form tells whether there is anything in it.
function valueOf(field: string, document: Record<string, unknown>, projection: Projection): unknown {
  const stored = field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], document)
  return stored !== null && typeof stored === 'object' && 'root' in stored ? projection[field] : stored
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === 'notAssessed') return true
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
}

/** Who wrote, since its last publication, on one of a document's companions, by id. */
export async function companionAuthors(db: Queryable, companions: readonly Companion[]): Promise<string[]> {
  if (companions.length === 0) return []
  const { rows } = await db.query<{ person: string }>('select distinct person from handbill.contributions where document = any($1::uuid[]) and publication is null', [companions.map(({ document }) => document)])
  return rows.map(({ person }) => person)
}
