import type { Block, Inline, List, Text } from '@/record/body'

/** A projection as review sees it: an object of any collection. */
export type Projection = Record<string, unknown>

const BLOCK_FIELDS = ['body', 'context', 'bio'] as const
const BLOCK_TYPES = new Set(['paragraph', 'heading', 'list', 'quote', 'rule', 'image', 'table', 'passage', 'statement', 'post'])

/** The fields of a projection that hold blocks, with their blocks. */
export function blockFields(projection: Projection): [string, Block[]][] {
  return BLOCK_FIELDS.flatMap((field) => {
    const value = projection[field]
    return Array.isArray(value) && value.every(isBlock) ? [[field, value] as [string, Block[]]] : []
  })
}

function isBlock(value: unknown): value is Block {
  return value !== null && typeof value === 'object' && 'type' in value && BLOCK_TYPES.has(String(value.type))
}

/** The runs of inlines in a block, in reading order: one for each paragraph, list item, table cell. */
export function inlineRuns(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.children]
    case 'list':
      return runsOfList(block)
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => cell.children))
    case 'passage':
    case 'statement':
      return block.blocks.flatMap(inlineRuns)
    default:
      return []
  }
}

function runsOfList(list: List): Inline[][] {
  return list.items.flatMap((item) => [item.children, ...(item.list === undefined ? [] : runsOfList(item.list))])
}

/** The same block with each run of inlines replaced. */
export function mapRuns(block: Block, change: (run: Inline[]) => Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: change(block.children) }
    case 'list':
      return mapList(block, change)
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: change(cell.children) }))) }
    case 'passage':
    case 'statement':
      return { ...block, blocks: block.blocks.map((inner) => mapRuns(inner, change)) }
    default:
      return block
  }
}

function mapList(list: List, change: (run: Inline[]) => Inline[]): List {
  return { ...list, items: list.items.map((item) => ({ ...item, children: change(item.children), ...(item.list === undefined ? {} : { list: mapList(item.list, change) }) })) }
}

/** The words of a run as readers see them, and where in them each citation mark stands. */
export function wordsOf(run: readonly Inline[]): { words: string; marks: { key: string; at: number }[] } {
  let words = ''
  const marks: { key: string; at: number }[] = []
  for (const inline of run) {
    if (inline.type === 'text') words += inline.text
    else if (inline.type === 'lineBreak') words += '\n'
    else if (inline.type === 'citation') marks.push({ key: inline.key, at: words.length })
    else {
      const inner = wordsOf(inline.children)
      marks.push(...inner.marks.map((mark) => ({ key: mark.key, at: words.length + mark.at })))
      words += inner.words
    }
  }
  return { words, marks }
}

/** The words of a block, one line for each run, with those of its image or speaker. */
export function blockWords(block: Block): string {
  if (block.type === 'image') return [block.image.alt, block.image.caption, block.image.credit].filter(Boolean).join(' · ')
  const own = block.type === 'statement' ? [block.speaker] : []
  return [...own, ...inlineRuns(block).map((run) => wordsOf(run).words)].join('\n')
}

/** The sentence of `words` that a mark at `at` follows. A mark at the very start belongs to the first sentence. */
export function sentenceAt(words: string, at: number, language: string): string {
  const before = words.slice(0, at).trimEnd()
  const position = Math.max(0, before.length - 1)
  const segment = segmenterFor(language).segment(words).containing(position)
  return segment === undefined ? '' : segment.segment.trim()
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (segmenter === undefined) {
    const known = Intl.Segmenter.supportedLocalesOf([canonical(language)])
    segmenter = new Intl.Segmenter(known[0] ?? 'en', { granularity: 'sentence' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** Neighbouring texts of one format as one, so that taking something out between them leaves no seam. */
export function mergeTexts(run: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of run) {
    const last = merged.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(inline, last)) merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}

function sameMarks(one: Text, other: Text): boolean {
  return (one.marks ?? []).join() === (other.marks ?? []).join()
}
