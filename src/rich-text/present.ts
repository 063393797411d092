import { lift, marksIn } from '@/citations/lift'
import type { StoredCitation, StoredCitations } from '@/citations/stored'
import { presentWarnings } from '@/content-warnings/fields'
import { idOf } from '@/platform/relations'
import type { Block, Citation, Image, Inline, List, ListItem, Mark, TableCell } from '@/record/body'
import type { PresentContext } from '@/review/present-context'
import { publicAddress } from './links'

/** A stored editor state, as far as the presenter reads it. */
export type StoredText = { root: StoredNode } | null | undefined
type StoredNode = { type: string; [key: string]: unknown }

/** What a body becomes in public: its blocks, and a row for each citation in the order of the text. */
export type PresentedText = { body: Block[]; citations: Citation[] }

// The bits by which Lexical stores the format of a text node.
const FORMAT_BITS: readonly [number, Mark][] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strikethrough'],
  [8, 'underline'],
  [16, 'code'],
  [32, 'subscript'],
  [64, 'superscript'],
]

const PUBLIC_OF_PRIVATE = ['note', 'originalLabel'] as const
const CITED = ['quote', 'quoteLanguage', 'quoteTranslation', ...PUBLIC_OF_PRIVATE] as const

/** The ids of all media that a stored text shows, so that they can be loaded before presenting it. */
export function mediaIn(text: StoredText): string[] {
  const ids: string[] = []
  visit(text?.root, (node) => {
    if (node.type === 'upload') {
      const id = idOf(node.value)
      if (id !== null) ids.push(id)
    }
  })
  return ids
}

/** The public form of a stored text with all that it needs read for it, and the public images of `alsoShown` beside its own. */
export async function readText(text: StoredText, citations: unknown, context: PresentContext, alsoShown: readonly string[] = []): Promise<PresentedText & { images: ReadonlyMap<string, Image> }> {
  const cited = lift(text, (citations ?? {}) as StoredCitations, noKey)
  const sources = marksIn(cited.text).flatMap(({ key }) => cited.citations[key]?.source ?? [])
  const [images, privateSources] = [await context.media([...mediaIn(text), ...alsoShown]), await context.privateSources(sources)]
  return { images, ...presentText(cited.text, images, privateSources, cited.citations) }
}

/**
 * The public form of a stored text. It names each node and field that may become public; all else is left out.
 * `images` holds the public image of each medium by id; an image that isn't there is left out. What is cited from a private
 * source is left out too, words and place alike: either could tell who it is. Empty paragraphs are
 * dropped and neighbouring texts of one format merged, so that the editor's habits don't change the content hash. `cited`: the
 * citations that the text's marks name; those of a text that still holds them itself are found there.
 */
export function presentText(text: StoredText, images: ReadonlyMap<string, Image>, privateSources: ReadonlySet<string> = new Set(), cited: StoredCitations = {}): PresentedText {
  const citations: Citation[] = []
  const lifted = lift(text, cited, noKey)
  return { body: presentBlocks(childrenOf(lifted.text?.root), { images, privateSources, cited: lifted.citations, citations }), citations }
}

// What was never saved has no name yet; saving gives it one.
const noKey = (): string => ''

type Context = { images: ReadonlyMap<string, Image>; privateSources: ReadonlySet<string>; cited: StoredCitations; citations: Citation[] }

function presentBlocks(nodes: StoredNode[], context: Context): Block[] {
  return nodes.flatMap((node) => presentBlock(node, context))
}

function presentBlock(node: StoredNode, context: Context): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const children = presentInlines(childrenOf(node), context)
      return children.length === 0 ? [] : [{ type: 'paragraph', children }]
    }
    case 'heading': {
      const children = presentInlines(childrenOf(node), context)
      const level = node.tag === 'h4' ? 4 : node.tag === 'h3' ? 3 : 2
      return children.length === 0 ? [] : [{ type: 'heading', level, children }]
    }
    case 'quote': {
      const children = presentInlines(childrenOf(node), context)
      return children.length === 0 ? [] : [{ type: 'quote', children }]
    }
    case 'list':
      return [presentList(node, context)]
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'upload': {
      const image = context.images.get(idOf(node.value) ?? '')
      if (image === undefined) return []
      const fields = fieldsOf(node)
      const caption = textOf(fields.caption)
      return [{ type: 'image', image: caption === undefined ? image : { ...image, caption }, warnings: presentWarnings([{ ...fields, note: textOf(fields.warningNote) }]) }]
    }
    case 'table':
      return [{ type: 'table', rows: childrenOf(node).map((row) => childrenOf(row).map((cell) => presentCell(cell, context))) }]
    case 'block':
      return presentOwnBlock(fieldsOf(node), context)
    default:
      return []
  }
}

function presentOwnBlock(fields: Record<string, unknown>, context: Context): Block[] {
  const blocks = () => presentBlocks(childrenOf((fields.content as StoredText)?.root), context)
  switch (fields.blockType) {
    case 'passage':
      return [{ type: 'passage', warnings: presentWarnings([fields]), blocks: blocks() }]
    case 'statement': {
      const language = textOf(fields.language)
      return [{ type: 'statement', speaker: textOf(fields.speaker) ?? '', source: idOf(fields.source), ...(language === undefined ? {} : { language }), blocks: blocks() }]
    }
    case 'postEmbed': {
      const post = idOf(fields.post)
      return post === null ? [] : [{ type: 'post', post }]
    }
    default:
      return []
  }
}

function presentList(node: StoredNode, context: Context): List {
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    const nested = childrenOf(child).find((grandchild) => grandchild.type === 'list')
    const children = presentInlines(childrenOf(child).filter((grandchild) => grandchild.type !== 'list'), context)
    const previous = items.at(-1)
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    if (nested !== undefined && children.length === 0 && previous !== undefined && previous.list === undefined) previous.list = presentList(nested, context)
    else items.push(nested === undefined ? { children } : { children, list: presentList(nested, context) })
  }
  const start = typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}
  return { type: 'list', kind: node.listType === 'number' ? 'number' : 'bullet', ...start, items }
}

function presentCell(node: StoredNode, context: Context): TableCell {
  const children = childrenOf(node).flatMap((block, index): Inline[] => {
    const inlines = presentInlines(childrenOf(block), context)
    return index === 0 || inlines.length === 0 ? inlines : [{ type: 'lineBreak' }, ...inlines]
  })
  return { isHeader: typeof node.headerState === 'number' && node.headerState !== 0, children }
}

function presentInlines(nodes: StoredNode[], context: Context): Inline[] {
  const inlines: Inline[] = []
  for (const inline of nodes.flatMap((node) => presentInline(node, context))) {
    const previous = inlines.at(-1)
    if (inline.type === 'text' && previous?.type === 'text' && sameMarks(inline.marks, previous.marks)) previous.text += inline.text
    else inlines.push(inline)
  }
  return inlines
}

function presentInline(node: StoredNode, context: Context): Inline[] {
  switch (node.type) {
    case 'text': {
      if (typeof node.text !== 'string' || node.text === '') return []
      const format = typeof node.format === 'number' ? node.format : 0
      const marks = FORMAT_BITS.filter(([bit]) => (format & bit) !== 0).map(([, mark]) => mark)
      return [{ type: 'text', text: node.text, ...(marks.length === 0 ? {} : { marks }) }]
    }
    case 'tab':
      return [{ type: 'text', text: '\t' }]
    case 'linebreak':
      return [{ type: 'lineBreak' }]
    case 'link':
    case 'autolink':
      return presentLink(node, context)
    case 'inlineBlock': {
      const fields = fieldsOf(node)
      if (fields.blockType !== 'citation') return []
      const key = textOf(fields.key) ?? ''
      const citation = presentCitation(key, context.cited[key] ?? {}, context.privateSources)
      context.citations.push(citation)
      return [{ type: 'citation', key: citation.key }]
    }
    default:
      return []
  }
}

function presentLink(node: StoredNode, context: Context): Inline[] {
  const children = presentInlines(childrenOf(node), context)
  const fields = fieldsOf(node)
  if (fields.linkType === 'internal') {
    const target = fields.doc as { relationTo?: unknown; value?: unknown } | undefined
    const document = idOf(target?.value)
    return document === null || typeof target?.relationTo !== 'string' ? children : [{ type: 'reference', collection: target.relationTo, document, children }]
  }
  const href = publicAddress(fields.url)
  return href === null ? children : [{ type: 'link', href, children }]
}

function presentCitation(key: string, stored: StoredCitation, privateSources: ReadonlySet<string>): Citation {
  const source = stored.source ?? null
  const isPrivate = source !== null && privateSources.has(source)
  const { intent, locatorLabel, locatorValue } = stored
  const texts = Object.fromEntries((isPrivate ? PUBLIC_OF_PRIVATE : CITED).flatMap((name) => (stored[name] === undefined ? [] : [[name, stored[name]]])))
  return {
    key,
    source,
    ...(intent === undefined || intent === 'supports' ? {} : { intent }),
    ...(isPrivate || locatorValue === undefined ? {} : { locator: { label: locatorLabel ?? 'section', value: locatorValue } }),
    ...texts,
  }
}

function childrenOf(node: StoredNode | undefined): StoredNode[] {
  return Array.isArray(node?.children) ? (node.children as StoredNode[]) : []
}

function fieldsOf(node: StoredNode): Record<string, unknown> {
  return (node.fields ?? {}) as Record<string, unknown>
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function sameMarks(one: Mark[] | undefined, other: Mark[] | undefined): boolean {
  return (one ?? []).join() === (other ?? []).join()
}

function visit(node: StoredNode | undefined, see: (node: StoredNode) => void): void {
  if (node === undefined) return
  see(node)
  for (const child of childrenOf(node)) visit(child, see)
  const content = (node.fields as { content?: StoredText } | undefined)?.content
  if (content != null) visit(content.root, see)
}
