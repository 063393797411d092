/**
 * The body of a publication: a small tree of blocks and inlines, produced from the editor's rich text by
 * `rich-text/present.ts` and rendered by `site` and `syndication`. It names all that readers can get, and nothing else.
 */

export const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code'] as const
export type Mark = (typeof MARKS)[number]

export type Text = { type: 'text'; text: string; marks?: Mark[] }
/** `href`: an absolute http(s) or mailto address. */
export type Link = { type: 'link'; href: string; children: Inline[] }
/** A link to a document of this site, by id: rendered as plain text while that document is not live. */
export type Reference = { type: 'reference'; collection: string; document: string; children: Inline[] }
/** `key` names a row of the publication's `citations`. */
export type CitationMark = { type: 'citation'; key: string }
export type LineBreak = { type: 'lineBreak' }
export type Inline = Text | Link | Reference | CitationMark | LineBreak

export type ListItem = { children: Inline[]; list?: List }
export type List = { type: 'list'; kind: 'bullet' | 'number'; start?: number; items: ListItem[] }
export type TableCell = { isHeader: boolean; children: Inline[] }

export type Paragraph = { type: 'paragraph'; children: Inline[] }
export type Heading = { type: 'heading'; level: 2 | 3 | 4; children: Inline[] }
export type Quote = { type: 'quote'; children: Inline[] }
export type Rule = { type: 'rule' }
export type ImageBlock = { type: 'image'; image: Image; warnings: Warning[] }
export type Table = { type: 'table'; rows: TableCell[][] }
/** A passage that readers are warned of and can skip or open. */
export type Passage = { type: 'passage'; warnings: Warning[]; blocks: Block[] }
/** Someone else's statement inside a text: attributed, and its citations keep a numbering of their own. */
export type Statement = { type: 'statement'; speaker: string; source: string | null; language?: string; blocks: Block[] }
/** A social post shown inside a text; `post` is the id of a `social-posts` document. */
export type PostEmbed = { type: 'post'; post: string }

export type Block = Paragraph | Heading | List | Quote | Rule | ImageBlock | Table | Passage | Statement | PostEmbed

export const DEPICTIONS = ['mentioned', 'described', 'shown', 'audible'] as const
export const INTENSITIES = ['brief', 'detailed', 'graphic'] as const
export type Depiction = (typeof DEPICTIONS)[number]
export type Intensity = (typeof INTENSITIES)[number]
/** `term` is the id of a `content-warnings` document; `note` at most 140 characters. */
export type Warning = { term: string; depiction: Depiction; intensity: Intensity; note?: string }

/** `file`: a content-addressed name, served at `/media/{file}`. Sizes in CSS pixels, `bytes` in octets. */
export type ImageVariant = { width: number; height: number; file: string; type: 'image/webp' | 'image/jpeg' | 'image/png'; bytes: number }
/** `variants` are ordered from narrow to wide; there is at least one. */
export type Image = {
  id: string
  alt: string
  caption?: string
  credit?: string
  licence?: string
  width: number
  height: number
  variants: ImageVariant[]
}

export const LOCATOR_LABELS = ['page', 'paragraph', 'timecode', 'section', 'post'] as const
export type Locator = { label: (typeof LOCATOR_LABELS)[number]; value: string }
/** Why a text cites. A `remark` is a note of the text's own that relies on no source; any other without one still needs it. */
export const INTENTS = ['supports', 'quotes', 'disputes', 'background', 'via', 'republishedFrom', 'remark'] as const
export type Intent = (typeof INTENTS)[number]
/**
 * What supports a claim. `source` is the id of a `sources` document, or null for a remark. `intent` is left out where it is
 * the usual one, `supports`. `quoteLanguage` is a BCP 47 tag. `originalLabel` is how an imported text marked it ("[3]").
 */
export type Citation = {
  key: string
  source: string | null
  intent?: Exclude<Intent, 'supports'>
  locator?: Locator
  quote?: string
  quoteLanguage?: string
  quoteTranslation?: string
  note?: string
  originalLabel?: string
}
