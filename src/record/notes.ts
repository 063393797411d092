/**
 * Numbers for citations. They are made when a text is rendered, never stored: one number per source, and each place that
 * cites it is a use of that number with its own locator. A note that names no source has a number of its own. A statement
 * quoted inside a text numbers its citations separately, so that its notes never collide with those of the text round it.
 */
import type { Block, Citation, CitationMark, Inline, List, Statement } from './body'
import { strongestTreatment } from './warning-policy'

/**
 * One place in a text that cites. `index` counts from 0 within its note; `anchor` is the id of the mark in the text. It
 * `isCovered` where it stands in a passage that is closed until a reader opens it: what is quoted there must not stand open below.
 */
export type NoteUse = { citation: Citation; index: number; anchor: string; isCovered: boolean }
/**
 * One entry of a list of notes. `number` counts from 1; `label` is what the mark shows: the number, or the label that a
 * quoted statement gave it. `anchor` is the id of the entry.
 */
export type Note = { number: number; label: string; source: string | null; uses: NoteUse[]; anchor: string }
export type NoteList = { notes: Note[] }
/** `document` holds the notes of the text itself, `statements` those of each statement block in it. */
export type Notes = {
  document: NoteList
  statements: ReadonlyMap<Statement, NoteList>
  /** What a mark of the body shows and where it leads; undefined for a mark whose key no citation has. */
  of(mark: CitationMark): { note: Note; use: NoteUse } | undefined
}

type Scope = { prefix: string; marks: { mark: CitationMark; isCovered: boolean }[] }

/**
 * Numbers the citations of a body in reading order.
 *
 * `document` is the id that prefixes every anchor (`fn-{document}-1`, `fnref-{document}-1`, `fnref-{document}-1-2` for the
 * second use, `fn-{document}-s1-1` in its first statement), so that several texts fit on one page. No node may occur twice
 * in the tree. Marks without a citation and citations without a mark get no number.
 */
export function numberNotes(document: string, body: readonly Block[], citations: readonly Citation[]): Notes {
  const byKey = new Map(citations.map((citation) => [citation.key, citation]))
  const root: Scope = { prefix: document, marks: [] }
  const statements = new Map<Statement, Scope>()
  collect(body, root, { document, isCovered: false }, statements)

  const places = new Map<CitationMark, { note: Note; use: NoteUse }>()
  const build = (scope: Scope): NoteList => ({ notes: numberScope(scope, byKey, scope !== root, places) })
  return {
    document: build(root),
    statements: new Map([...statements].map(([statement, scope]) => [statement, build(scope)])),
    of: (mark) => places.get(mark),
  }
}

function numberScope(scope: Scope, byKey: ReadonlyMap<string, Citation>, isStatement: boolean, places: Map<CitationMark, { note: Note; use: NoteUse }>): Note[] {
  const uses = scope.marks.flatMap(({ mark, isCovered }) => {
    const citation = byKey.get(mark.key)
    return citation ? [{ mark, citation, isCovered }] : []
  })
  const keepsLabels = isStatement && uses.length > 0 && uses.every(({ citation }) => plainLabel(citation.originalLabel) !== '')
  const notes = new Map<string, Note>()
  for (const { mark, citation, isCovered } of uses) {
    const label = plainLabel(citation.originalLabel)
    const identity = keepsLabels ? `label ${label}` : citation.source === null ? `key ${citation.key}` : `source ${citation.source}`
    let note = notes.get(identity)
    if (!note) {
      const number = notes.size + 1
      note = { number, label: keepsLabels ? label : String(number), source: citation.source, uses: [], anchor: `fn-${scope.prefix}-${number}` }
      notes.set(identity, note)
    }
    const index = note.uses.length
    const use: NoteUse = { citation, index, anchor: `fnref-${scope.prefix}-${note.number}${index === 0 ? '' : `-${index + 1}`}`, isCovered }
    note.uses.push(use)
    places.set(mark, { note, use })
  }
  return [...notes.values()]
}

/** The label without the brackets that its text put round it: "3" for "[3]". */
function plainLabel(label: string | undefined): string {
  return (label ?? '').replace(/^[\s[(]+|[\s\])]+$/g, '')
}

type Place = { document: string; isCovered: boolean }

function collect(blocks: readonly Block[], scope: Scope, place: Place, statements: Map<Statement, Scope>): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        collectInlines(block.children, scope, place)
        break
      case 'list':
        collectList(block, scope, place)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row) collectInlines(cell.children, scope, place)
        break
      case 'passage':
        collect(block.blocks, scope, { ...place, isCovered: place.isCovered || strongestTreatment(block.warnings, 'passage') === 'collapse' }, statements)
        break
      case 'statement': {
        const inner: Scope = { prefix: `${place.document}-s${statements.size + 1}`, marks: [] }
        statements.set(block, inner)
        collect(block.blocks, inner, place, statements)
        break
      }
      case 'image':
      case 'post':
      case 'rule':
        break
    }
  }
}

function collectList(list: List, scope: Scope, place: Place): void {
  for (const item of list.items) {
    collectInlines(item.children, scope, place)
    if (item.list) collectList(item.list, scope, place)
  }
}

function collectInlines(inlines: readonly Inline[], scope: Scope, place: Place): void {
  for (const inline of inlines) {
    if (inline.type === 'citation') scope.marks.push({ mark: inline, isCovered: place.isCovered })
    else if (inline.type === 'link' || inline.type === 'reference') collectInlines(inline.children, scope, place)
  }
}
