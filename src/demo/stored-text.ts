import { LOCATOR_LABELS } from '@/record/body'
import { LINKED_COLLECTIONS } from '@/rich-text/features'
import type { Block, CitationDetails, Inline, PlacedWarning } from './text'

/** The id of the document that has a key in a collection of the demo. Throws where there is none. */
export type IdOf = (collection: string, key: string) => string

type Node = { type: string; version: number; [field: string]: unknown }
/** A state as the editor stores it. */
export type StoredText = { root: Node & { children: Node[]; direction: 'ltr' | 'rtl' | null; format: ''; indent: number } }

const LAYOUT = { direction: null, format: '' as const, indent: 0 }
const BOLD = 1
const ITALIC = 2

/**
 * A demo text in the editor's own form, with keys replaced by ids. `name` goes into the ids of its parts, so that the same
 * text is stored the same way each time; citations are named by source and occurrence.
 */
export function storedText(name: string, blocks: readonly Block[], idOf: IdOf): StoredText {
  let parts = 0
  const occurrences = new Map<string, number>()
  const partId = (): string => `${name}-${(parts += 1)}`

  const citationKey = (source: string | null): string => {
    const stem = source ?? 'note'
    const occurrence = (occurrences.get(stem) ?? 0) + 1
    occurrences.set(stem, occurrence)
    return `${stem}-${occurrence}`
  }

  const citation = (source: string | null, details: CitationDetails): Node => {
    const label = LOCATOR_LABELS.find((known) => details[known] !== undefined)
    const { quote, quoteTranslation, note, mark } = details
    return {
      type: 'inlineBlock',
      version: 1,
      fields: {
        id: partId(), blockName: '', blockType: 'citation', key: citationKey(source), source: source === null ? null : idOf('sources', source),
        ...(label === undefined ? {} : { locatorLabel: label, locatorValue: details[label] }), quote, quoteTranslation, note, originalLabel: mark,
      },
    }
  }

  const inline = (given: Inline): Node => {
    if (typeof given === 'string') return text(given)
    switch (given.inline) {
      case 'bold':
        return text(given.text, BOLD)
      case 'italic':
        return text(given.text, ITALIC)
      case 'break':
        return { type: 'linebreak', version: 1 }
      case 'link':
        return { type: 'link', version: 3, ...LAYOUT, id: partId(), fields: { linkType: 'custom', newTab: false, url: given.href }, children: [text(given.text)] }
      case 'reference': {
        if (!LINKED_COLLECTIONS.some((known) => known === given.collection)) throw new Error(`A text can't link to ${given.collection}`)
        const doc = { relationTo: given.collection, value: idOf(given.collection, given.key) }
        return { type: 'link', version: 3, ...LAYOUT, id: partId(), fields: { linkType: 'internal', newTab: false, doc }, children: [text(given.text)] }
      }
      case 'citation':
        return citation(given.source, given.details)
    }
  }

  const run = (inlines: readonly Inline[]): Node[] => inlines.map(inline)
  const paragraph = (inlines: readonly Inline[]): Node => ({ type: 'paragraph', version: 1, ...LAYOUT, textFormat: 0, textStyle: '', children: run(inlines) })
  const cell = (inlines: readonly Inline[], headerState: number): Node => ({ type: 'tablecell', version: 1, ...LAYOUT, headerState, colSpan: 1, rowSpan: 1, backgroundColor: null, children: [paragraph(inlines)] })
  const row = (cells: Node[]): Node => ({ type: 'tablerow', version: 1, ...LAYOUT, children: cells })
  const own = (fields: Record<string, unknown>): Node => ({ type: 'block', version: 2, format: '', fields: { id: partId(), blockName: '', ...fields } })
  const warned = (warning: PlacedWarning | undefined, noteName: 'note' | 'warningNote'): Record<string, unknown> =>
    warning === undefined ? {} : { terms: warning.terms.map((term) => idOf('content-warnings', term)), depiction: warning.depiction, intensity: warning.intensity, [noteName]: warning.note }

  const node = (block: Block): Node => {
    switch (block.block) {
      case 'paragraph':
        return paragraph(block.children)
      case 'heading':
        return { type: 'heading', version: 1, ...LAYOUT, tag: `h${block.level}`, children: run(block.children) }
      case 'quote':
        return { type: 'quote', version: 1, ...LAYOUT, children: run(block.children) }
      case 'list': {
        const items = block.items.map((item, index): Node => ({ type: 'listitem', version: 1, ...LAYOUT, value: index + 1, children: run(item) }))
        return { type: 'list', version: 1, ...LAYOUT, listType: block.kind, start: 1, tag: block.kind === 'number' ? 'ol' : 'ul', children: items }
      }
      case 'table':
        return { type: 'table', version: 1, ...LAYOUT, children: [row(block.head.map((head) => cell(head, 1))), ...block.rows.map((cells) => row(cells.map((inlines, index) => cell(inlines, index === 0 ? 2 : 0))))] }
      case 'image':
        return { type: 'upload', version: 3, format: '', id: partId(), relationTo: 'media', value: idOf('media', block.image), fields: { caption: block.caption, ...warned(block.warning, 'warningNote') } }
      case 'passage':
        return own({ blockType: 'passage', ...warned(block.warning, 'note'), content: root(block.blocks) })
      case 'statement':
        return own({ blockType: 'statement', speaker: block.speaker, source: block.source === null ? null : idOf('sources', block.source), language: block.language, content: root(block.blocks) })
      case 'post':
        return own({ blockType: 'postEmbed', post: idOf('social-posts', block.post) })
      case 'rule':
        return { type: 'horizontalrule', version: 1 }
    }
  }

  const root = (inner: readonly Block[]): StoredText => ({ root: { type: 'root', version: 1, ...LAYOUT, children: inner.map(node) } })
  return JSON.parse(JSON.stringify(root(blocks))) as StoredText
}

function text(words: string, format = 0): Node {
  return { type: 'text', version: 1, text: words, format, mode: 'normal', style: '', detail: 0 }
}
