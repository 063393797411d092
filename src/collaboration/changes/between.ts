import canonicalize from 'canonicalize'
import type { Block, Citation, Image, Inline, Warning } from '@/record/body'
import { plainText } from '@/record/walk'
import { blockFields, blockWords, inlineRuns, type Projection } from '@/review/projection-text'
import { claimsIn } from '@/review/scopes'
import { align, sharedWords } from './align'
import { compareTokens, tokensOfInlines, tokensOfText, type FormChange, type Piece, type Token } from './words'

export type ChangeKind = 'new' | 'gone' | 'changed' | 'moved'
/** Words that changed. `part`: the field or the kind of block; `within`: the passage or statement that it stands in. */
export type WordsChange = { kind: 'words'; part: string; change: ChangeKind; pieces: Piece[]; within: string | null }
/** Blocks between two changes that read as before. */
export type Unchanged = { kind: 'same'; count: number }
/** A block whose words are the same: its kind, level, place or the form of some words changed. */
export type FormRow = { kind: 'form'; part: string; words: string; before: string; after: string; forms: FormChange[] }
export type LinkChange = { change: ChangeKind; words: string; before: string | null; after: string | null }
export type CitationChange = { change: ChangeKind; claim: string; before: Citation | null; after: Citation | null }
export type WarningChange = { change: ChangeKind; where: 'document' | 'passage' | 'image'; about: string; before: Warning | null; after: Warning | null }
export type ImageChange = { change: ChangeKind; before: Image | null; after: Image | null }
export type SettingChange = { name: string; before: unknown; after: unknown }

/** Everything in which two texts of a document differ, as people read it: words in place, and rows of their own for the rest. */
export type Changes = {
  text: (WordsChange | Unchanged | FormRow)[]
  links: LinkChange[]
  citations: CitationChange[]
  warnings: WarningChange[]
  images: ImageChange[]
  settings: SettingChange[]
}

/** Plain fields that hold words for readers; every other plain field is a setting. */
const WORDS = ['title', 'standfirst', 'shortVersion', 'description', 'role', 'bio', 'text'] as const
/** What has rows of its own. */
const ELSEWHERE = new Set<string>([...WORDS, 'body', 'context', 'citations', 'warnings', 'leadImage', 'attachments'])

/** The changes from one projection of a document to another; `before` is null where there was none. Pure. */
export function changesFrom(before: Projection | null, now: Projection): Changes {
  const language = typeof now.language === 'string' ? now.language : 'en'
  const [old, after] = [inOneOrder(before ?? {}), inOneOrder(now)]
  return {
    text: withoutEnds([...fieldChanges(old, after, language), ...blockChanges(leavesOf(old), leavesOf(after), language)]),
    links: linkChanges(linksIn(old), linksIn(after)),
    citations: citationChanges(old, after),
    warnings: warningChanges(warningsIn(old), warningsIn(after)),
    images: imageChanges(imagesOf(old), imagesOf(after)),
    settings: settingChanges(old, after),
  }
}

/** A database gives the members of an object back in an order of its own; whatever is compared below has them sorted. */
function inOneOrder(projection: Projection): Projection {
  return JSON.parse(canonicalize(projection) ?? '{}') as Projection
}

/** Whether there is nothing to show. */
export function isNothing(changes: Changes): boolean {
  return changes.text.every(({ kind }) => kind === 'same') && [changes.links, changes.citations, changes.warnings, changes.images, changes.settings].every((rows) => rows.length === 0)
}

function fieldChanges(before: Projection, after: Projection, language: string): WordsChange[] {
  return WORDS.flatMap((part): WordsChange[] => {
    const [old, now] = [textOf(before[part]), textOf(after[part])]
    if (old === now) return []
    const { pieces } = compareTokens(tokensOfText(old, language), tokensOfText(now, language))
    return [{ kind: 'words', part, change: old === '' ? 'new' : now === '' ? 'gone' : 'changed', pieces, within: null }]
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

type Leaf = { block: Block; within: string | null }

/** The blocks of a projection with passages and statements opened up, so that each paragraph is compared with its own. */
function leavesOf(projection: Projection): Leaf[] {
  const open = (blocks: readonly Block[], within: string | null): Leaf[] =>
    blocks.flatMap((block): Leaf[] => {
      if (block.type === 'passage') return open(block.blocks, 'passage')
      return block.type === 'statement' ? open(block.blocks, [block.speaker, block.source].filter(Boolean).join(' · ') || 'statement') : [{ block, within }]
    })
  return blockFields(projection).flatMap(([, blocks]) => open(blocks, null))
}

function blockChanges(before: readonly Leaf[], after: readonly Leaf[], language: string): Changes['text'] {
  const words = (leaf: Leaf): string[] => tokensOfText(blockWords(leaf.block), language).map(({ text }) => text).filter((text) => text.trim() !== '')
  const pairs = align(before, after, {
    keyOf: (leaf) => JSON.stringify([leaf.block, leaf.within]),
    likeness: (one, other) => (isWordless(one.block) || isWordless(other.block) ? Number(one.block.type === other.block.type && pictureOf(one.block) === pictureOf(other.block)) : sharedWords(words(one), words(other))),
  })
  const rows: Changes['text'] = []
  for (const pair of pairs) {
    if (pair.kind === 'same') {
      const last = rows.at(-1)
      if (last?.kind === 'same') last.count += 1
      else rows.push({ kind: 'same', count: 1 })
    } else if (pair.kind === 'changed') rows.push(...changedBlock(pair.before, pair.after, language))
    else if (pair.kind === 'new') rows.push({ kind: 'words', part: pair.after.block.type, change: pair.isMoved ? 'moved' : 'new', pieces: compareTokens([], tokensOf(pair.after.block, language)).pieces, within: pair.after.within })
    // What was moved is shown where it stands now.
    else if (!pair.isMoved) rows.push({ kind: 'words', part: pair.before.block.type, change: 'gone', pieces: compareTokens(tokensOf(pair.before.block, language), []).pieces, within: pair.before.within })
  }
  return rows
}

function isWordless(block: Block): boolean {
  return block.type === 'image' || block.type === 'rule' || block.type === 'post'
}

/** An image is the same one as long as its file is, whatever its caption says; other blocks have none. */
function pictureOf(block: Block): string {
  return block.type === 'image' ? block.image.id : block.type === 'post' ? block.post : ''
}

function changedBlock(before: Leaf, after: Leaf, language: string): Changes['text'] {
  const { pieces, forms } = compareTokens(tokensOf(before.block, language), tokensOf(after.block, language))
  const [was, is] = [formOf(before), formOf(after)]
  const rows: Changes['text'] = []
  if (pieces.some(({ op }) => op !== 'same')) rows.push({ kind: 'words', part: after.block.type, change: 'changed', pieces, within: after.within })
  if (was !== is || forms.length > 0) rows.push({ kind: 'form', part: after.block.type, words: blockWords(after.block), before: was === is ? '' : was, after: was === is ? '' : is, forms })
  // Where only a link's target, a citation or an image changed, its own row tells it.
  return rows.length > 0 ? rows : [{ kind: 'same', count: 1 }]
}

/** What a block is beside its words, as one name: its kind with level or sort, and where it stands. */
function formOf({ block, within }: Leaf): string {
  const kind = block.type === 'heading' ? `heading ${block.level}` : block.type === 'list' ? `list ${block.kind}` : block.type
  return within === null ? kind : `${kind} · ${within}`
}

function tokensOf(block: Block, language: string): Token[] {
  if (block.type === 'image') return tokensOfText(blockWords(block), language)
  // A post stands there by its id, for the view to name.
  if (block.type === 'post') return [{ text: block.post, marks: [] }]
  return inlineRuns(block).flatMap((run, index): Token[] => [...(index === 0 ? [] : [{ text: '\n', marks: [] }]), ...tokensOfInlines(run, language)])
}

/** Without the stretches at which nothing is to be seen at either end. */
function withoutEnds(rows: Changes['text']): Changes['text'] {
  return rows.every(({ kind }) => kind === 'same') ? [] : rows
}

type Found = { href: string; words: string }

function linksIn(projection: Projection): Found[] {
  const inRun = (run: readonly Inline[]): Found[] =>
    run.flatMap((inline): Found[] => {
      if (inline.type === 'link') return [{ href: inline.href, words: plainText(inline.children) }]
      return inline.type === 'reference' ? [{ href: `${inline.collection}/${inline.document}`, words: plainText(inline.children) }] : []
    })
  return leavesOf(projection).flatMap(({ block }) => inlineRuns(block).flatMap(inRun))
}

function linkChanges(before: readonly Found[], after: readonly Found[]): LinkChange[] {
  return align(before, after, { keyOf: (link) => JSON.stringify(link), likeness: (one, other) => Number(one.words === other.words || one.href === other.href) }).flatMap((pair): LinkChange[] => {
    if (pair.kind === 'same') return []
    if (pair.kind === 'changed') return [{ change: 'changed', words: pair.after.words, before: pair.before.href, after: pair.after.href }]
    if (pair.isMoved) return []
    return pair.kind === 'new' ? [{ change: 'new', words: pair.after.words, before: null, after: pair.after.href }] : [{ change: 'gone', words: pair.before.words, before: pair.before.href, after: null }]
  })
}

function citationChanges(before: Projection, after: Projection): CitationChange[] {
  const [old, now] = [citationsIn(before), citationsIn(after)]
  const [oldClaims, claims] = [claimsIn(before), claimsIn(after)].map((list) => new Map(list.map(({ key, claim }) => [key, claim])))
  const keys = [...new Set([...claims?.keys() ?? [], ...now.keys(), ...old.keys()])]
  return keys.flatMap((key): CitationChange[] => {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null]
    const claim = claims?.get(key) ?? oldClaims?.get(key) ?? ''
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ change: was === null ? 'new' : is === null ? 'gone' : 'changed', claim, before: was, after: is }]
  })
}

function citationsIn(projection: Projection): Map<string, Citation> {
  return new Map((Array.isArray(projection.citations) ? (projection.citations as Citation[]) : []).map((citation) => [citation.key, citation]))
}

type Warned = { where: WarningChange['where']; about: string; warning: Warning }

function warningsIn(projection: Projection): Warned[] {
  const own = listOf<Warning>(projection.warnings).map((warning): Warned => ({ where: 'document', about: '', warning }))
  const ofPictures = picturesIn(projection).flatMap(({ image, warnings }) => warnings.map((warning): Warned => ({ where: 'image', about: image.alt, warning })))
  const inBlocks = (blocks: readonly Block[]): Warned[] =>
    blocks.flatMap((block): Warned[] => {
      if (block.type === 'passage') return [...block.warnings.map((warning): Warned => ({ where: 'passage', about: firstWords(block.blocks.map(blockWords).join(' ')), warning })), ...inBlocks(block.blocks)]
      return block.type === 'statement' ? inBlocks(block.blocks) : []
    })
  return [...own, ...ofPictures, ...blockFields(projection).flatMap(([, blocks]) => inBlocks(blocks))]
}

function firstWords(text: string): string {
  return text.length <= 80 ? text : `${Array.from(text).slice(0, 80).join('')}…`
}

function warningChanges(before: readonly Warned[], after: readonly Warned[]): WarningChange[] {
  const keyOf = ({ where, about, warning }: Warned): string => `${where} ${about} ${warning.term}`
  const old = new Map(before.map((each) => [keyOf(each), each]))
  const now = new Map(after.map((each) => [keyOf(each), each]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): WarningChange[] => {
    const [was, is] = [old.get(key), now.get(key)]
    if (JSON.stringify(was?.warning) === JSON.stringify(is?.warning)) return []
    const at = is ?? was
    return at === undefined ? [] : [{ change: was === undefined ? 'new' : is === undefined ? 'gone' : 'changed', where: at.where, about: at.about, before: was?.warning ?? null, after: is?.warning ?? null }]
  })
}

type Picture = { image: Image; warnings: Warning[] }

/** Every image of a projection with its warnings: the lead, attachments, and those in the text. */
function picturesIn(projection: Projection): Picture[] {
  const lead = projection.leadImage as Picture | undefined
  return [...(lead === undefined ? [] : [lead]), ...listOf<Picture>(projection.attachments), ...leavesOf(projection).flatMap(({ block }) => (block.type === 'image' ? [{ image: block.image, warnings: block.warnings }] : []))]
}

function imagesOf(projection: Projection): Image[] {
  return picturesIn(projection).map(({ image }) => image)
}

function imageChanges(before: readonly Image[], after: readonly Image[]): ImageChange[] {
  const old = new Map(before.map((image) => [image.id, image]))
  const now = new Map(after.map((image) => [image.id, image]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): ImageChange[] => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ change: was === null ? 'new' : is === null ? 'gone' : 'changed', before: was, after: is }]
  })
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : []
}

function settingChanges(before: Projection, after: Projection): SettingChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((name) => !ELSEWHERE.has(name)).sort()
  return names.flatMap((name): SettingChange[] => {
    const [was, is] = [before[name] ?? null, after[name] ?? null]
    return JSON.stringify(was) === JSON.stringify(is) || (isEmpty(was) && isEmpty(is)) ? [] : [{ name, before: was, after: is }]
  })
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
