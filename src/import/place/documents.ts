import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Queryable } from '@/platform/database'
import { slugify } from '@/publishing/slugs'
import type { PublicCollection } from '@/record/projections'
import { findTextProblem } from '@/rich-text/check'
import { findWork } from '@/sources/find'
import { readLink } from '@/sources/addresses/normalise'
import { importKey } from '../ids'
import { toEditorState, type IdsOfPlan } from '../lexical'
import { readImage } from '../media-folder'
import type { SitePlan } from '../plan/site-plan'
import type { DocumentPlan, MediaPlan, NamedPlan, SourcePlan } from '../plan/types'
import { topicKey, type Imported, type Known } from './known'
import { freeSlug } from './slugs'

/** What placing one import needs: Payload within one transaction, what is known, and the images at hand. */
export type Placing = {
  payload: Payload
  req: PayloadRequest
  tx: Queryable
  known: Known
  plan: SitePlan
  mediaFolder: string | null
  defaultLanguage: string
  /** File names of the images stored so far, to be removed if the import fails. */
  storedImages: string[]
  /** Why an image can't be taken, by import key. */
  refusedImages: Map<string, string>
  created: Record<Imported | 'sources', number>
}

/** More characters than any save takes: what a text counts is its words and the editor's own names. */
const MAX_TEXT = 3_500_000
const NO_DESCRIPTION: Record<string, string> = { en: 'Image without a description', ar: 'صورة بلا وصف' }

async function create(placing: Placing, collection: CollectionSlug, data: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<{ id: string; [field: string]: unknown }> {
  // The data is checked against the collection's fields when it is saved; the generated types can't follow a name in a variable.
  const order = { collection, data, depth: 0, draft: false, req: placing.req, ...more } as unknown as Parameters<Payload['create']>[0]
  return (await placing.payload.create({ ...order, overrideAccess: true })) as unknown as { id: string }
}

async function ensureNamed(placing: Placing, collection: 'people' | 'topics' | 'series', plan: NamedPlan | undefined): Promise<string | null> {
  if (plan === undefined) return null
  const { known, tx, defaultLanguage, created } = placing
  const existing = known.byKey[collection].get(plan.key)
  if (existing !== undefined) return existing.isTrashed ? null : existing.id
  const same = collection === 'topics' ? known.topicsByTitle.get(topicKey(plan.language, plan.title)) : undefined
  if (same !== undefined) return same
  const slug = await freeSlug(tx, collection, plan.language, plan.slug, defaultLanguage)
  const { id } = await create(placing, collection, { title: plan.title, slug, language: plan.language, importKey: plan.key, ...(plan.description === undefined ? {} : { description: plan.description }) })
  known.byKey[collection].set(plan.key, { id, isUntouched: true, isTrashed: false, wasPublic: false })
  created[collection] += 1
  return id
}

async function ensureSource(placing: Placing, source: SourcePlan): Promise<void> {
  const { known, tx, defaultLanguage } = placing
  if (known.sources.has(source.urlKey)) return
  const link = readLink(source.url)
  const postKey = 'problem' in link || link.platform === undefined || link.postId === undefined ? {} : { postKey: `${link.platform}:${link.postId}` }
  // Under another address the work may be there already: it has the same DOI, or is the same post.
  const same = await findWork(tx, { urlKey: source.urlKey, ...(source.doi === undefined ? {} : { doiKey: source.doi }), ...postKey })
  if (same !== null) {
    known.sources.set(source.urlKey, same.id)
    return
  }
  const wanted = slugify(source.title) || slugify(source.urlKey) || 'source'
  const slug = await freeSlug(tx, 'sources', source.language, wanted, defaultLanguage)
  const { id } = await create(placing, 'sources', { ...source, slug, visibility: 'public' })
  known.sources.set(source.urlKey, id)
  placing.created.sources += 1
}

/** Brings an image in; returns why it can't be, or null. */
export async function ensureMedium(placing: Placing, medium: MediaPlan, language: string): Promise<string | null> {
  const { known, mediaFolder, refusedImages } = placing
  if (known.byKey.media.has(medium.key)) return null
  const refused = refusedImages.get(medium.key)
  if (refused !== undefined) return refused
  const read = mediaFolder === null ? { why: 'has no folder to come from' } : await readImage(mediaFolder, medium.file)
  if ('why' in read) {
    refusedImages.set(medium.key, read.why)
    return read.why
  }
  const alt = medium.alt || (NO_DESCRIPTION[language] ?? 'Image without a description')
  const { id, ...stored } = await create(placing, 'media', { alt, caption: medium.caption, credit: medium.credit, licence: medium.licence, importKey: medium.key }, { file: read.image })
  const sizes = Object.values((stored.sizes ?? {}) as Record<string, { filename?: string | null }>).map((size) => size.filename)
  placing.storedImages.push(...[stored.filename, ...sizes].filter((name): name is string => typeof name === 'string'))
  known.byKey.media.set(medium.key, { id, isUntouched: true, isTrashed: false, wasPublic: false })
  placing.created.media += 1
  return null
}

function postId(placing: Placing, post: string): { collection: string; id: string } | null {
  const key = importKey(placing.plan.index.site.url, 'post', post)
  for (const collection of ['articles', 'pages'] as const) {
    const found = placing.known.byKey[collection].get(key)
    if (found !== undefined) return found.isTrashed ? null : { collection, id: found.id }
  }
  return null
}

/** The ids of a plan as far as they are known now; `missing` tells whether a post was asked for that has none yet. */
function idsFor(placing: Placing): { ids: IdsOfPlan; missing: () => boolean } {
  let isMissing = false
  return {
    missing: () => isMissing,
    ids: {
      source: (key) => placing.known.sources.get(key) ?? null,
      media: (key) => placing.known.byKey.media.get(key)?.id ?? null,
      post(post) {
        const found = postId(placing, post)
        isMissing ||= found === null
        return found
      },
    },
  }
}

function charactersIn(value: unknown): number {
  let characters = 0
  const left: unknown[] = [value]
  while (left.length > 0) {
    const item = left.pop()
    if (typeof item === 'string') characters += item.length
    else if (item !== null && typeof item === 'object') left.push(...Object.values(item))
  }
  return characters
}

/** Why a text can't be stored, in words; null if it can. */
function problemOf(body: unknown): string | null {
  return charactersIn(body) > MAX_TEXT ? 'The text is too long for one document' : (findTextProblem(body, 'body')?.message ?? null)
}

export type Placed = { status: 'placed'; id: string; slug: string; isPending: boolean; refusedImages: string[] } | { status: 'left'; why: string }

function named(plans: ReadonlyMap<string, NamedPlan>, key: string): NamedPlan | undefined {
  for (const plan of plans.values()) if (plan.key === key) return plan
  return undefined
}

/** The parts of a document that depend on other posts being there. */
function linkedData(placing: Placing, document: DocumentPlan): { data: Record<string, unknown>; isPending: boolean; problem: string | null } {
  const { ids, missing } = idsFor(placing)
  const body = toEditorState(document.blocks, ids, document.key)
  const original = document.translationOf === null ? null : ids.post(document.translationOf)
  return { data: { body, translationOf: original?.collection === document.collection ? original.id : null }, isPending: missing(), problem: problemOf(body) }
}

/** Creates the draft of one planned document, with all that it refers to. */
export async function placeDocument(placing: Placing, document: DocumentPlan): Promise<Placed> {
  const { tx, known, plan, defaultLanguage } = placing
  const tooLong = problemOf(toEditorState(document.blocks, { source: () => null, media: () => null, post: () => null }, document.key))
  if (tooLong !== null) return { status: 'left', why: tooLong }
  for (const source of document.sources) await ensureSource(placing, source)
  const refusedImages: string[] = []
  for (const medium of document.media) {
    const why = await ensureMedium(placing, medium, document.language)
    if (why !== null) refusedImages.push(`${medium.file} ${why}`)
  }
  const authors: string[] = []
  for (const key of document.authors) authors.push(...[await ensureNamed(placing, 'people', named(plan.people, key))].filter((id) => id !== null))
  const topics: string[] = []
  for (const key of document.topics) topics.push(...[await ensureNamed(placing, 'topics', named(plan.topics, key))].filter((id) => id !== null))
  const series = document.series === null ? null : await ensureNamed(placing, 'series', plan.series.get(document.series.key))
  const slug = await freeSlug(tx, document.collection as PublicCollection, document.language, document.slug, defaultLanguage)
  const linked = linkedData(placing, document)
  const common = {
    title: document.title, slug, language: document.language, standfirst: document.standfirst, ...linked.data,
    warningReview: 'notAssessed', proposedWarnings: document.proposedWarnings, notes: document.notes, importKey: document.key,
  }
  const republication = document.republication === null ? {} : { republication: { ...document.republication, source: document.republication.source === null ? null : (known.sources.get(document.republication.source) ?? null) } }
  const lead = document.lead === null ? undefined : known.byKey.media.get(document.lead)?.id
  const own = document.collection === 'pages' ? {} : {
    kind: document.kind, authors, topics, ...(series === null ? {} : { series, seriesPart: document.series?.part }), ...republication,
    ...(lead === undefined ? {} : { lead: { image: lead } }),
  }
  const { id } = await create(placing, document.collection, { ...common, ...own })
  if (document.isTrashed) await update(placing, document.collection, id, { deletedAt: new Date().toISOString() })
  known.byKey[document.collection].set(document.key, { id, isUntouched: true, isTrashed: document.isTrashed, wasPublic: false })
  placing.created[document.collection] += 1
  return { status: 'placed', id, slug, isPending: linked.isPending && !document.isTrashed, refusedImages }
}

/** Sets the links of a document that pointed at posts which had no place yet when it was created. */
export async function linkDocument(placing: Placing, document: DocumentPlan, id: string): Promise<void> {
  await update(placing, document.collection, id, linkedData(placing, document).data)
}

async function update(placing: Placing, collection: CollectionSlug, id: string, data: Record<string, unknown>): Promise<void> {
  const order = { collection, id, data, depth: 0, draft: false, req: placing.req } as unknown as Parameters<Payload['update']>[0]
  await placing.payload.update({ ...order, overrideAccess: true })
}
