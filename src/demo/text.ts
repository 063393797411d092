/**
 * A small language in which the demo's texts are written: blocks and inlines that name sources, images, terms, posts and
 * documents by key. `stored-text.ts` turns them into what the editor stores.
 */
import type { Depiction, Intensity, Locator } from '@/record/body'
import type { PublicCollection } from '@/record/projections'

/** A warning on a passage or an image; `terms` are keys of the vocabulary. */
export type PlacedWarning = { terms: string[]; depiction: Depiction; intensity: Intensity; note?: string }
/** What a citation says beside its source: where in it, its exact words, their translation, our note, the mark of the original. */
export type CitationDetails = Partial<Record<Locator['label'], string>> & { quote?: string; quoteTranslation?: string; note?: string; mark?: string }

export type Inline =
  | string
  | { inline: 'bold' | 'italic'; text: string }
  | { inline: 'break' }
  | { inline: 'link'; href: string; text: string }
  | { inline: 'reference'; collection: PublicCollection; key: string; text: string }
  | { inline: 'citation'; source: string | null; details: CitationDetails }

export type Block =
  | { block: 'paragraph' | 'quote'; children: Inline[] }
  | { block: 'heading'; level: 2 | 3; children: Inline[] }
  | { block: 'list'; kind: 'bullet' | 'number'; items: Inline[][] }
  | { block: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { block: 'image'; image: string; caption?: string; warning?: PlacedWarning }
  | { block: 'passage'; warning: PlacedWarning; blocks: Block[] }
  | { block: 'statement'; speaker: string; source: string | null; language?: string; blocks: Block[] }
  | { block: 'post'; post: string }
  | { block: 'rule' }

type Template = (strings: TemplateStringsArray, ...inlines: Inline[]) => Block
type Cell = string | Inline[]

function woven(strings: TemplateStringsArray, inlines: Inline[]): Inline[] {
  return strings.flatMap((words, index): Inline[] => {
    const inline = inlines[index]
    return [...(words === '' ? [] : [words.replace(/\s*\n\s*/g, ' ')]), ...(inline === undefined ? [] : [inline])]
  })
}

const cell = (given: Cell): Inline[] => (typeof given === 'string' ? [given] : given)

/** A paragraph: p`Words with ${em('stress')} and a source.${cite('gazette')}` */
export const p: Template = (strings, ...inlines) => ({ block: 'paragraph', children: woven(strings, inlines) })
/** A pull quote. */
export const quote: Template = (strings, ...inlines) => ({ block: 'quote', children: woven(strings, inlines) })
export const h2: Template = (strings, ...inlines) => ({ block: 'heading', level: 2, children: woven(strings, inlines) })
export const h3: Template = (strings, ...inlines) => ({ block: 'heading', level: 3, children: woven(strings, inlines) })
/** Inlines for a list item or a cell: t`Words.${cite('gazette')}` */
export const t = (strings: TemplateStringsArray, ...inlines: Inline[]): Inline[] => woven(strings, inlines)
export const ul = (...items: Cell[]): Block => ({ block: 'list', kind: 'bullet', items: items.map(cell) })
export const ol = (...items: Cell[]): Block => ({ block: 'list', kind: 'number', items: items.map(cell) })
/** The first row is the head. */
export const table = (head: Cell[], ...rows: Cell[][]): Block => ({ block: 'table', head: head.map(cell), rows: rows.map((row) => row.map(cell)) })
export const image = (key: string, options: { caption?: string; warning?: PlacedWarning } = {}): Block => ({ block: 'image', image: key, ...options })
export const passage = (warning: PlacedWarning, ...blocks: Block[]): Block => ({ block: 'passage', warning, blocks })
export const statement = (by: { speaker: string; source?: string; language?: string }, ...blocks: Block[]): Block => ({
  block: 'statement',
  speaker: by.speaker,
  source: by.source ?? null,
  ...(by.language === undefined ? {} : { language: by.language }),
  blocks,
})
/** A social post shown inside a text. */
export const post = (key: string): Block => ({ block: 'post', post: key })
export const rule = (): Block => ({ block: 'rule' })

export const strong = (text: string): Inline => ({ inline: 'bold', text })
export const em = (text: string): Inline => ({ inline: 'italic', text })
export const br: Inline = { inline: 'break' }
export const link = (href: string, text: string): Inline => ({ inline: 'link', href, text })
/** A link to a document of the demo. */
export const to = (collection: PublicCollection, key: string, text: string): Inline => ({ inline: 'reference', collection, key, text })
export const cite = (source: string, details: CitationDetails = {}): Inline => ({ inline: 'citation', source, details })
/** A note that names no source. */
export const note = (words: string, details: CitationDetails = {}): Inline => ({ inline: 'citation', source: null, details: { ...details, note: words } })
