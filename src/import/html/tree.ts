import type { Locator, Mark } from '@/record/body'

/**
 * The tree between an old site's HTML and our rich text. Reading HTML makes `link`, `note` and `noteMark`; resolving
 * footnotes, addresses and images turns those into `citation`, `reference`, `webLink` and placed images.
 */

/** A citation as an import knows it: `source` is the key of a planned source; null for a `remark`, and for what `supports` a claim and still needs its source. */
export type CitationDraft = { source: string | null; intent?: 'remark' | 'supports'; locator?: Locator; quote?: string; note?: string; originalLabel?: string }

export type Text = { type: 'text'; text: string; marks: Mark[] }
export type Break = { type: 'break' }
/** A link as the HTML has it. `id` is its own `id` or `name`, by which footnotes point back at it. */
export type Link = { type: 'link'; href: string; id?: string; children: Inline[] }
/** A place that footnote links point at, inside a line of text. */
export type Anchor = { type: 'anchor'; id: string }
/** A footnote with its text, moved to where it is marked. `label` is the mark as it was ("[1]"); no children: text lost. */
export type Note = { type: 'note'; label?: string; children: Inline[] }
/** A footnote whose text stands elsewhere: WordPress keeps those of its own kind in a custom field, by id. */
export type NoteMark = { type: 'noteMark'; id: string; label: string }
export type CitationInline = { type: 'citation'; citation: CitationDraft }
/** A link to another imported post, by the old site's post id. */
export type Reference = { type: 'reference'; post: string; children: Inline[] }
/** A link that stays one. */
export type WebLink = { type: 'webLink'; href: string; children: Inline[] }
export type Inline = Text | Break | Link | Anchor | Note | NoteMark | CitationInline | Reference | WebLink

export type Paragraph = { type: 'paragraph'; ids: string[]; children: Inline[] }
export type Heading = { type: 'heading'; ids: string[]; level: 2 | 3 | 4; children: Inline[] }
export type Quote = { type: 'quote'; children: Inline[] }
export type Rule = { type: 'rule' }
export type ListItem = { ids: string[]; children: Inline[]; lists: List[] }
export type List = { type: 'list'; kind: 'bullet' | 'number'; start: number; items: ListItem[] }
export type Table = { type: 'table'; rows: { isHeader: boolean; children: Inline[] }[][] }
/**
 * An image as the HTML has it: `src` may be any address or ''; `attachment` the old site's id of it, where known. Once
 * its file is found, `media` is the import key of its medium and `placedCaption` the caption that it has here.
 */
export type ImageDraft = { type: 'image'; src: string; attachment: string | null; alt: string; caption: Inline[]; href: string | null; media?: string; placedCaption?: string }
/** A post, film or other thing of another site shown inside the text. */
export type Embed = { type: 'embed'; url: string; caption: Inline[] }
export type Block = Paragraph | Heading | Quote | Rule | List | Table | ImageDraft | Embed

export function paragraph(children: Inline[], ids: string[] = []): Paragraph {
  return { type: 'paragraph', ids, children }
}

export function text(value: string, marks: Mark[] = []): Text {
  return { type: 'text', text: value, marks }
}

/** The words of inlines: line breaks as line feeds, citations and anchors as nothing. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text
        case 'break':
          return '\n'
        case 'link':
        case 'reference':
        case 'webLink':
        case 'note':
          return plainText(inline.children)
        case 'noteMark':
        case 'anchor':
        case 'citation':
          return ''
      }
    })
    .join('')
}

/** `inlines` with `change` applied to every run of siblings, innermost first. */
export function mapRuns(inlines: readonly Inline[], change: (run: Inline[]) => Inline[]): Inline[] {
  return change(inlines.map((inline) => ('children' in inline ? { ...inline, children: mapRuns(inline.children, change) } : inline)))
}

function mapList(list: List, change: (run: Inline[]) => Inline[]): List {
  return {
    ...list,
    items: list.items.map((item) => ({ ...item, children: change(item.children), lists: item.lists.map((inner) => mapList(inner, change)) })),
  }
}

/** `block` with `change` applied to each of its lines of text: its own, its items', cells' and caption's. */
export function mapLines(block: Block, change: (line: Inline[]) => Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: change(block.children) }
    case 'list':
      return mapList(block, change)
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: change(cell.children) }))) }
    case 'image':
    case 'embed':
      return { ...block, caption: change(block.caption) }
    case 'rule':
      return block
  }
}

function linesOfList(list: List): Inline[][] {
  return list.items.flatMap((item) => [item.children, ...item.lists.flatMap(linesOfList)])
}

/** Each line of text of a block, in reading order. */
export function linesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.children]
    case 'list':
      return linesOfList(block)
    case 'table':
      return block.rows.flat().map((cell) => cell.children)
    case 'image':
    case 'embed':
      return [block.caption]
    case 'rule':
      return []
  }
}

/** Splits inlines at their line breaks; links are never split. */
export function splitAtBreaks(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.type === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines
}

/** Joins lines with line breaks. */
export function joinLines(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'break' }, ...line]))
}

/** Removes white space and line breaks at both ends, and empty texts. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const result = inlines.filter((inline) => inline.type !== 'text' || inline.text !== '')
  const isBlank = (inline: Inline | undefined) => inline?.type === 'break' || (inline?.type === 'text' && inline.text.trim() === '')
  while (isBlank(result[0])) result.shift()
  while (isBlank(result.at(-1))) result.pop()
  const [first] = result
  if (first?.type === 'text') result[0] = { ...first, text: first.text.trimStart() }
  const last = result.at(-1)
  if (last?.type === 'text') result[result.length - 1] = { ...last, text: last.text.trimEnd() }
  return result
}

/** Tells whether readers would see anything. */
export function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => {
    if (inline.type === 'text') return inline.text.trim() !== ''
    if (inline.type === 'citation' || inline.type === 'noteMark' || inline.type === 'note') return true
    return 'children' in inline && hasWords(inline.children)
  })
}

/** Gives the first block of `blocks` the ids of the element that they came from. */
export function withId(blocks: Block[], id: string): Block[] {
  const [first, ...rest] = blocks
  if (id === '' || first === undefined) return blocks
  if (first.type === 'paragraph' || first.type === 'heading') return [{ ...first, ids: [id, ...first.ids] }, ...rest]
  if (first.type === 'list' && first.items[0] !== undefined) return [{ ...first, items: [{ ...first.items[0], ids: [id, ...first.items[0].ids] }, ...first.items.slice(1)] }, ...rest]
  return blocks
}
