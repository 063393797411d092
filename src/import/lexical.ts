import type { Mark } from '@/record/body'
import { flatten } from './html/flatten'
import { citationKey, nodeId } from './ids'
import { hasWords, splitAtBreaks, type Block, type CitationDraft, type Inline, type List, type Table } from './html/tree'

/** A node of the editor state that Payload's rich text stores. */
export type LexicalNode = { type: string; version: number; [key: string]: unknown }
export type EditorState = { root: LexicalNode }

/** Turns the keys of a plan into ids of this site; null where there is none (yet). */
export type IdsOfPlan = {
  source(urlKey: string): string | null
  media(key: string): string | null
  post(postId: string): { collection: string; id: string } | null
}

// The bits by which Lexical stores the format of a text node.
const FORMAT_BITS: Record<Mark, number> = { bold: 1, italic: 2, strikethrough: 4, underline: 8, code: 16, subscript: 32, superscript: 64 }
/** Deeper lists are flattened: the editor takes rich texts of limited depth. */
const MAX_LIST_DEPTH = 8

/**
 * The blocks of an import as an editor state. `seed` makes the ids of its nodes: the same seed and blocks give the same
 * state. An image or a link to a post without an id is left out, its caption and words are not.
 */
export function toEditorState(blocks: readonly Block[], ids: IdsOfPlan, seed: string): EditorState {
  let count = 0
  const nextSeed = () => `${seed}/${(count += 1)}`

  function element(type: string, children: LexicalNode[], more: Record<string, unknown> = {}): LexicalNode {
    return { type, version: 1, format: '', indent: 0, direction: null, children, ...more }
  }

  function textNode(words: string, marks: readonly Mark[]): LexicalNode {
    return { type: 'text', version: 1, text: words, format: marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0), detail: 0, mode: 'normal', style: '' }
  }

  function citation(draft: CitationDraft): LexicalNode {
    const own = nextSeed()
    const fields = {
      blockType: 'citation', blockName: '', id: nodeId(own), key: citationKey(own),
      source: draft.source === null ? null : ids.source(draft.source), ...(draft.intent === undefined ? {} : { intent: draft.intent }),
      locatorLabel: draft.locator?.label ?? null, locatorValue: draft.locator?.value ?? '',
      quote: draft.quote ?? '', quoteTranslation: '', note: draft.note ?? '', originalLabel: draft.originalLabel ?? '',
    }
    return { type: 'inlineBlock', version: 1, fields }
  }

  function link(fields: Record<string, unknown>, children: readonly Inline[]): LexicalNode {
    return { ...element('link', inlineNodes(children)), version: 3, id: nodeId(nextSeed()), fields: { newTab: false, ...fields } }
  }

  function inlineNodes(inlines: readonly Inline[]): LexicalNode[] {
    return inlines.flatMap((inline): LexicalNode[] => {
      switch (inline.type) {
        case 'text':
          return inline.text === '' ? [] : [textNode(inline.text, inline.marks)]
        case 'break':
          return [{ type: 'linebreak', version: 1 }]
        case 'citation':
          return [citation(inline.citation)]
        case 'webLink':
          return [link({ linkType: 'custom', url: inline.href }, inline.children)]
        case 'reference': {
          const target = ids.post(inline.post)
          return target === null ? inlineNodes(inline.children) : [link({ linkType: 'internal', doc: { relationTo: target.collection, value: target.id } }, inline.children)]
        }
        case 'link':
        case 'note':
          return inlineNodes(inline.children)
        case 'anchor':
        case 'noteMark':
          return []
      }
    })
  }

  function paragraphNode(inlines: readonly Inline[]): LexicalNode {
    const children = inlineNodes(inlines)
    // The editor would set this itself on opening the text, and count that as a change.
    const textFormat = children.find((child) => child.type === 'text')?.format ?? 0
    return element('paragraph', children, { textFormat, textStyle: '' })
  }

  function listNode(list: List, depth: number): LexicalNode {
    const children: LexicalNode[] = []
    let value = list.start
    for (const item of list.items) {
      const isDeep = depth >= MAX_LIST_DEPTH
      const inlines = isDeep && item.lists.length > 0 ? [...item.children, ...(hasWords(item.children) ? [{ type: 'break' } as Inline] : []), ...flatten(item.lists).inlines] : item.children
      children.push(element('listitem', inlineNodes(inlines), { value, indent: depth }))
      // Lexical keeps a nested list in an item of its own, after the item it belongs to.
      if (!isDeep) for (const inner of item.lists) children.push(element('listitem', [listNode(inner, depth + 1)], { value: value + 1, indent: depth }))
      value += 1
    }
    return element('list', children, { listType: list.kind, tag: list.kind === 'number' ? 'ol' : 'ul', start: list.start })
  }

  function tableNode(table: Table): LexicalNode {
    const width = Math.max(...table.rows.map((row) => row.length))
    const rows = table.rows.map((row, rowIndex) => {
      const cells = Array.from({ length: width }, (_, index) => row[index] ?? { isHeader: false, children: [] })
      const isHeaderRow = rowIndex === 0 && row.every((cell) => cell.isHeader)
      return element('tablerow', cells.map((cell) =>
        element('tablecell', splitAtBreaks(cell.children).map(paragraphNode), { headerState: !cell.isHeader ? 0 : isHeaderRow ? 1 : 2, colSpan: 1, rowSpan: 1, backgroundColor: null })))
    })
    return element('table', rows)
  }

  function blockNodes(block: Block): LexicalNode[] {
    switch (block.type) {
      case 'paragraph':
        return hasWords(block.children) ? [paragraphNode(block.children)] : []
      case 'heading':
        return hasWords(block.children) ? [element('heading', inlineNodes(block.children), { tag: `h${block.level}` })] : []
      case 'quote':
        return [element('quote', inlineNodes(block.children))]
      case 'rule':
        return [{ type: 'horizontalrule', version: 1 }]
      case 'list':
        return [listNode(block, 0)]
      case 'table':
        return [tableNode(block)]
      case 'embed':
        return hasWords(block.caption) ? [paragraphNode(block.caption)] : []
      case 'image': {
        const value = block.media === undefined ? null : ids.media(block.media)
        const words = hasWords(block.caption) ? [paragraphNode(block.caption)] : []
        if (value === null) return words
        const fields = { caption: block.placedCaption ?? '', terms: [], depiction: null, intensity: null, warningNote: '' }
        return [{ type: 'upload', version: 3, format: '', id: nodeId(nextSeed()), relationTo: 'media', value, fields }]
      }
    }
  }

  return { root: element('root', blocks.flatMap(blockNodes)) }
}
