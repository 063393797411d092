import type { Block, Citation, Inline } from '@/record/body'
import { contentHash } from '@/record/content-hash'
import type { Coverage, CoveredPart } from './coverage'
import { blockFields, blockWords, inlineRuns, mapRuns, mergeTexts, sentenceAt, wordsOf, type Projection } from './projection-text'
import type { ScopeName, Workflow } from './workflow'

/** A document that becomes public for the first time along with the one that refers to it, and is signed with it. */
export type Companion = { collection: string; document: string; projection: Projection }

/** One thing that a scope covers. `words`: what to show people when it changed. */
export type ScopePart = { name: string; value: unknown; words: string }

/**
 * A part of the projection that a sign-off covers. `rest` is what the holder of such a slot may not touch: two projections
 * with the same rest differ in the slot's own subject alone. `inOrder`: whether moving its parts about changes it.
 */
export type Scope = { inOrder: boolean; parts(projection: Projection, companions: readonly Companion[]): ScopePart[]; rest(projection: Projection): unknown }
export type Scopes = Record<ScopeName, Scope>

const EXCERPT = 240

/** Keys whose strings are wording, wherever in a projection they stand. What citations and warnings say belongs to others. */
const WORDING = new Set(['title', 'standfirst', 'shortVersion', 'description', 'role', 'bio', 'text', 'alt', 'caption', 'credit', 'label', 'note', 'comment', 'speaker', 'name', 'aims'])
const NOT_WORDING = new Set(['citations', 'warnings', 'republication', 'account'])

function citationsOf(projection: Projection): Citation[] {
  return Array.isArray(projection.citations) ? (projection.citations as Citation[]) : []
}

function languageOf(projection: Projection): string {
  return typeof projection.language === 'string' ? projection.language : 'en'
}

function sourceCompanions(companions: readonly Companion[]): Companion[] {
  return companions.filter(({ collection }) => collection === 'sources')
}

function titleOf({ projection, collection }: Companion): string {
  return typeof projection.title === 'string' ? projection.title : collection
}

/** Every claim with the key of its citation: the sentence that a citation mark follows, in reading order. */
export function claimsIn(projection: Projection): { key: string; claim: string }[] {
  return blockFields(projection).flatMap(([, blocks]) =>
    blocks.flatMap(inlineRuns).flatMap((run) => {
      const { words, marks } = wordsOf(run)
      return marks.map(({ key, at }) => ({ key, claim: sentenceAt(words, at, languageOf(projection)) }))
    }),
  )
}

const sources: Scope = {
  inOrder: false,
  parts(projection, companions) {
    const footnotes = Array.isArray(projection.footnotes) ? projection.footnotes : []
    return [
      ...citationsOf(projection).map((citation) => ({ name: 'citation', value: citation, words: citation.quote ?? citation.note ?? citation.originalLabel ?? '' })),
      ...footnotes.map((footnote: unknown) => ({ name: 'footnote', value: footnote, words: wordingOf(footnote).join(' ') })),
      ...(projection.republication === undefined ? [] : [{ name: 'republication', value: projection.republication, words: allStrings(projection.republication).join(' · ') }]),
      ...claimsIn(projection).map((value) => ({ name: 'claim', value, words: value.claim })),
      ...sourceCompanions(companions).map((companion) => ({ name: 'source', value: companion, words: titleOf(companion) })),
    ]
  },
  rest: (projection) => mapBlocks({ ...projection, citations: null, footnotes: null, republication: null }, (blocks) => blocks.map((block) => mapRuns(block, withoutCitations))),
}

function withoutCitations(run: Inline[]): Inline[] {
  return mergeTexts(run.flatMap((inline): Inline[] => {
    if (inline.type === 'citation') return []
    return 'children' in inline ? [{ ...inline, children: withoutCitations(inline.children) }] : [inline]
  }))
}

/** Warned passages and images, wherever they stand; what stands in a passage counts with it. */
function sensitiveParts(blocks: readonly Block[]): ScopePart[] {
  return blocks.flatMap((block): ScopePart[] => {
    if (block.type === 'passage') return [{ name: 'passage', value: block, words: blockWords(block) }]
    if (block.type === 'image') return [{ name: 'image', value: block, words: blockWords(block) }]
    return block.type === 'statement' ? sensitiveParts(block.blocks) : []
  })
}

const care: Scope = {
  inOrder: false,
  parts(projection) {
    const { warnings, warningReview, shortVersion, leadImage } = projection
    const attachments = Array.isArray(projection.attachments) ? projection.attachments : []
    return [
      { name: 'warnings', value: { warnings, warningReview, shortVersion }, words: [...wordingOf(warnings), ...wordingOf({ shortVersion })].join(' · ') },
      ...[leadImage, ...attachments].filter((image) => image !== undefined && image !== null).map((image) => ({ name: 'image', value: image, words: wordingOf(image).join(' · ') })),
      ...blockFields(projection).flatMap(([, blocks]) => sensitiveParts(blocks)),
    ]
  },
  rest: (projection) =>
    mapBlocks(withoutWarnings({ ...projection, warnings: null, warningReview: null, shortVersion: null }) as Projection, (blocks) => unwrapped(blocks)),
}

/** The same blocks with every passage opened up: setting a passage apart changes no word. */
function unwrapped(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'passage') return unwrapped(block.blocks)
    return block.type === 'statement' ? [{ ...block, blocks: unwrapped(block.blocks) }] : [block]
  })
}

function withoutWarnings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWarnings)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'warnings' ? [] : [[key, withoutWarnings(inner)]])))
}

const copy: Scope = {
  inOrder: true,
  parts(projection) {
    const blocks = blockFields(projection)
    const names = new Set(blocks.map(([field]) => field))
    const fields = Object.entries(projection).flatMap(([field, value]): ScopePart[] => {
      const wording = names.has(field) ? [] : wordingOf({ [field]: value })
      return wording.length === 0 ? [] : [{ name: field, value: { field, wording }, words: wording.join(' · ') }]
    })
    return [...fields.sort((one, other) => (one.name < other.name ? -1 : 1)), ...blocks.flatMap(([, list]) => list.map((block) => ({ name: block.type, value: blockWords(block), words: blockWords(block) })))]
  },
  rest: (projection) => mapBlocks(withoutWording(projection) as Projection, (_, field) => skeleton((projection[field] as Block[]) ?? [])),
}

/** All wording below a value, in the order of its keys. */
function wordingOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordingOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, inner]) => {
      if (NOT_WORDING.has(key)) return []
      return WORDING.has(key) && !hasObjects(inner) ? allStrings(inner) : wordingOf(inner)
    })
}

function hasObjects(value: unknown): boolean {
  return Array.isArray(value) ? value.some(hasObjects) : value !== null && typeof value === 'object'
}

function allStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(allStrings) : []
}

function withoutWording(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWording)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (NOT_WORDING.has(key)) return [[key, inner]]
      return WORDING.has(key) && !hasObjects(inner) ? [] : [[key, withoutWording(inner)]]
    }),
  )
}

/** What stays of blocks when only their words may change: paragraphs may be split and joined, nothing else may move. */
function skeleton(blocks: readonly Block[]): unknown[] {
  const kept: unknown[] = []
  let paragraph: unknown[] | null = null
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      if (paragraph === null) kept.push((paragraph = []))
      paragraph.push(...bones(block.children))
      continue
    }
    paragraph = null
    if (block.type === 'passage' || block.type === 'statement') kept.push({ ...block, speaker: null, blocks: skeleton(block.blocks) })
    else if (block.type === 'image') kept.push(withoutWording(block))
    else kept.push(mapRuns(block, (run) => bones(run) as Inline[]))
  }
  return kept
}

/** A run without its words: the links, references and citations in it. */
function bones(run: readonly Inline[]): unknown[] {
  return run.flatMap((inline): unknown[] => {
    if (inline.type === 'text' || inline.type === 'lineBreak') return []
    return 'children' in inline ? [{ ...inline, children: bones(inline.children) }] : [inline]
  })
}

const legal: Scope = {
  inOrder: true,
  parts(projection, companions) {
    const cited = new Map(citationsOf(projection).map((citation) => [citation.key, citation]))
    const records = new Map(sourceCompanions(companions).map((companion) => [companion.document, companion.projection]))
    const blocks = blockFields(projection).flatMap(([, list]) => list)
    const text = typeof projection.text === 'string' ? [{ name: 'text', value: projection.text, words: projection.text }] : []
    return [
      ...text,
      ...blocks.map((block) => {
        const citations = inlineRuns(block).flatMap((run) => wordsOf(run).marks.map(({ key }) => cited.get(key) ?? null))
        const records_ = citations.map((citation) => records.get(citation?.source ?? '') ?? null)
        return { name: block.type, value: { block, citations, records: records_ }, words: blockWords(block) }
      }),
    ]
  },
  rest: (projection) => mapBlocks(projection, (blocks) => skeleton(blocks) as Block[]),
}

const approval: Scope = {
  inOrder: true,
  parts(projection, companions) {
    const blocks = blockFields(projection)
    const names = new Set(blocks.map(([field]) => field))
    const fields = Object.keys(projection).filter((field) => !names.has(field) && projection[field] !== undefined).sort()
    return [
      ...fields.map((field) => ({ name: field, value: { [field]: projection[field] }, words: allStrings(projection[field]).join(' · ') })),
      ...blocks.flatMap(([, list]) => list.map((block) => ({ name: block.type, value: block, words: blockWords(block) }))),
      ...[...companions].sort((one, other) => (one.document < other.document ? -1 : 1)).map((companion) => ({ name: companion.collection, value: companion, words: titleOf(companion) })),
    ]
  },
  rest: (projection) => projection,
}

/** What the slots cover where a content domain says nothing else. Source: DESIGN section 5, "Workflow". */
export const DEFAULT_SCOPES: Scopes = { sources, care, copy, legal, approval }

/** A scope that covers everything, for collections that are all one subject. */
export const WHOLE: Scope = { ...approval, rest: () => null }

function mapBlocks(projection: Projection, change: (blocks: Block[], field: string) => unknown[]): unknown {
  return { ...projection, ...Object.fromEntries(blockFields(projection).map(([field, blocks]) => [field, change(blocks, field)])) }
}

/** What each slot of a workflow covers in this projection, hashed. */
export function coverageOf(workflow: Workflow, scopes: Scopes, projection: Projection, companions: readonly Companion[]): Record<string, Coverage> {
  const slots = workflow.stages.flatMap((stage) => stage.slots)
  return Object.fromEntries(slots.map((slot) => [slot.slot, coverage(scopes[slot.scope], projection, companions)]))
}

function coverage(scope: Scope, projection: Projection, companions: readonly Companion[]): Coverage {
  const parts = scope.parts(projection, companions).map(({ name, value, words }): CoveredPart => ({ name, hash: contentHash(json({ name, value })), words: excerpt(words) }))
  const hashes = parts.map(({ hash }) => hash)
  return { hash: contentHash(scope.inOrder ? hashes : hashes.toSorted()), parts }
}

function excerpt(words: string): string {
  // By code points: half a surrogate pair can't be stored.
  return words.length <= EXCERPT ? words : `${Array.from(words).slice(0, EXCERPT).join('')}…`
}

// An optional member that is absent and one that is undefined are the same to readers.
function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
