import type { FindingLog } from '../findings'
import { cleanDefinition, labelAtStart, linkLabel, NOTES_HEADING, plainLabel, splitMarks } from './footnote-labels'
import { joinLines, mapLines, plainText, splitAtBreaks, type Block, type Inline } from './tree'

/** One line of a post's text: a footnote may be marked in it, or be written in it. */
type Line = {
  block: number
  ids: string[]
  inlines: Inline[]
  /** The line may hold a footnote's text. */
  canDefine: boolean
  /** Number that a list or "1." gives it, below a heading such as "Notes". */
  number: string | null
  isTaken: boolean
}

/** Lines of the block at `index`: of a paragraph its lines, of a list its items, of others what text they have. */
function linesOfBlock(block: Block, index: number, isBelowHeading: boolean): Line[] {
  const line = (inlines: Inline[], more: Partial<Line> = {}): Line => ({ block: index, ids: [], inlines, canDefine: false, number: null, isTaken: false, ...more })
  if (block.type === 'paragraph') {
    return splitAtBreaks(block.children).map((inlines, at) => {
      const number = isBelowHeading ? (/^\s*(\d{1,3})[.)]\s/.exec(plainText(inlines))?.[1] ?? null) : null
      return line(inlines, { ids: at === 0 ? block.ids : [], canDefine: true, number })
    })
  }
  const lines: Line[] = []
  if (block.type === 'list') {
    const topItems = new Map(block.items.map((item, at) => [item.children, { item, number: String(block.start + at) }]))
    mapLines(block, (inlines) => {
      const top = topItems.get(inlines)
      const canDefine = top !== undefined && top.item.lists.length === 0
      lines.push(line(inlines, canDefine ? { ids: top.item.ids, canDefine, number: isBelowHeading && block.kind === 'number' ? top.number : null } : {}))
      return inlines
    })
    return lines
  }
  mapLines(block, (inlines) => {
    lines.push(line(inlines))
    return inlines
  })
  return lines
}

function linesOfText(blocks: readonly Block[]): Line[] {
  let isBelowHeading = false
  return blocks.flatMap((block, index) => {
    if (block.type === 'heading') isBelowHeading = NOTES_HEADING.test(plainText(block.children).trim())
    if (block.type === 'paragraph' && NOTES_HEADING.test(plainText(block.children).trim())) isBelowHeading = true
    return linesOfBlock(block, index, isBelowHeading)
  })
}

/** Ids that a link can point at to mean this line: its element's own, and that of the first thing in it. */
function targetIds(line: Line): string[] {
  const first = line.inlines.find((inline) => inline.type !== 'text' || inline.text.trim() !== '')
  const leading = first?.type === 'anchor' ? first.id : first?.type === 'link' ? first.id : undefined
  return leading === undefined ? line.ids : [...line.ids, leading]
}

/** Replaces links that lead to a later line, such as `<sup><a href="#fn1">1</a></sup>`, by the note in that line. */
function resolveLinks(lines: Line[]): void {
  const byId = new Map<string, { line: Line; index: number }>()
  lines.forEach((line, index) => {
    if (line.canDefine) for (const id of targetIds(line)) if (!byId.has(id)) byId.set(id, { line, index })
  })
  const taken = new Map<Line, Inline[]>()
  const replace = (index: number) => (inline: Inline): Inline => {
    if (inline.type !== 'link') return inline
    const label = linkLabel(inline)
    const target = inline.href.startsWith('#') ? byId.get(decodeURIComponentSafely(inline.href.slice(1))) : undefined
    if (label === null || target === undefined || target.index <= index || target.line === lines[index]) return inline
    target.line.isTaken = true
    const children = taken.get(target.line) ?? cleanDefinition(target.line.inlines)
    taken.set(target.line, children)
    return { type: 'note', label, children }
  }
  lines.forEach((line, index) => {
    line.inlines = joinBrackets(line.inlines.map(replace(index)))
  })
}

function decodeURIComponentSafely(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** "[", a mark, "]" is one mark with brackets. */
function joinBrackets(inlines: Inline[]): Inline[] {
  const result = [...inlines]
  result.forEach((inline, at) => {
    const before = result[at - 1]
    const after = result[at + 1]
    if (inline.type !== 'note' || inline.label === undefined || before?.type !== 'text' || after?.type !== 'text') return
    if (!before.text.endsWith('[') || !after.text.startsWith(']')) return
    result[at - 1] = { ...before, text: before.text.slice(0, -1) }
    result[at] = { ...inline, label: `[${inline.label}]` }
    result[at + 1] = { ...after, text: after.text.slice(1) }
  })
  return result
}

type Pending = { fill: (note: Inline[]) => void }

/** The text of each label's last note so far, for marks that repeat a number after its note was written. */
function notesByLabel(lines: readonly Line[]): Map<string, Inline[]> {
  const notes = lines.flatMap((line) => line.inlines).flatMap((inline) => (inline.type === 'note' && inline.label !== undefined && inline.children.length > 0 ? [inline] : []))
  return new Map(notes.map((note) => [plainLabel(note.label ?? ''), note.children]))
}

/** Replaces marks written as text, such as "[1]", by the note of the next line that begins with the same mark. */
function resolveLabels(lines: Line[]): void {
  const labelOf = (line: Line): string | null => (line.canDefine && !line.isTaken ? (labelAtStart(line.inlines) ?? line.number) : null)
  const remaining = new Map<string, number>()
  for (const line of lines) {
    const label = labelOf(line)
    if (label !== null) remaining.set(label, (remaining.get(label) ?? 0) + 1)
  }
  const defined = new Set(remaining.keys())
  const pending = new Map<string, Pending[]>()
  const last = notesByLabel(lines)
  for (const line of lines) {
    if (line.isTaken) continue
    const label = labelOf(line)
    if (label !== null) remaining.set(label, (remaining.get(label) ?? 1) - 1)
    const waiting = label === null ? [] : (pending.get(label) ?? [])
    const isDefinition = label !== null && waiting.length > 0
    const isPlainText = label !== null && !isDefinition && remaining.get(label) === 0
    const definition = isDefinition ? cleanDefinition(line.inlines, label) : []
    if (isDefinition) {
      for (const mark of waiting) mark.fill(definition)
      last.set(label, definition)
      pending.set(label, [])
      line.isTaken = true
      continue
    }
    line.inlines = splitMarks(line.inlines, { isKnown: (mark) => defined.has(mark), skipFirst: isPlainText }).map((inline) => {
      if (inline.type !== 'note' || inline.label === undefined || inline.children.length > 0) return inline
      const note = { ...inline }
      const key = plainLabel(inline.label)
      pending.set(key, [...(pending.get(key) ?? []), { fill: (children) => (note.children = children) }])
      return note
    })
  }
  for (const [label, marks] of pending) for (const mark of marks) mark.fill(last.get(label) ?? [])
}

function rebuild(block: Block, lines: Line[]): Block | null {
  if (block.type === 'paragraph') {
    const kept = lines.filter((line) => !line.isTaken)
    return kept.length === 0 ? null : { ...block, children: joinLines(kept.map((line) => line.inlines)) }
  }
  const waiting = [...lines]
  const taken = new Set<Inline[]>()
  const changed = mapLines(block, () => {
    const line = waiting.shift()
    if (line?.isTaken) taken.add(line.inlines)
    return line?.inlines ?? []
  })
  if (changed.type !== 'list') return changed
  const items = changed.items.filter((item) => !taken.has(item.children))
  return items.length === 0 ? null : { ...changed, items }
}

/** Fills in the notes that WordPress keeps in a custom field. */
function resolveMarks(inlines: Inline[], stored: ReadonlyMap<string, Inline[]>): Inline[] {
  return inlines.map((inline): Inline => (inline.type === 'noteMark' ? { type: 'note', label: inline.label, children: stored.get(inline.id) ?? [] } : inline))
}

/**
 * Moves every footnote's text to where it is marked, whatever style the old site wrote it in: links to a list below,
 * "[1]" in the text with lines that begin with "[1]", or WordPress's own (`stored`, by id). A mark whose text is
 * nowhere stays, with no text; a note that nothing marks stays where it is.
 */
export function resolveFootnotes(blocks: readonly Block[], stored: ReadonlyMap<string, Inline[]>, findings: FindingLog): Block[] {
  const lines = linesOfText(blocks)
  for (const line of lines) line.inlines = resolveMarks(line.inlines, stored)
  resolveLinks(lines)
  resolveLabels(lines)
  const linesByBlock = new Map<number, Line[]>()
  for (const line of lines) linesByBlock.set(line.block, [...(linesByBlock.get(line.block) ?? []), line])
  const result: Block[] = []
  blocks.forEach((block, index) => {
    const own = linesByBlock.get(index) ?? []
    const changed = rebuild(block, own)
    if (own.some((line) => line.isTaken)) dropHeadingOfNotes(result, findings)
    if (changed !== null) result.push(changed)
  })
  return result
}

/** The heading or rule just above notes that have moved away. */
function dropHeadingOfNotes(blocks: Block[], findings: FindingLog): void {
  const last = blocks.at(-1)
  if ((last?.type === 'heading' || last?.type === 'paragraph') && NOTES_HEADING.test(plainText(last.children).trim())) {
    findings.add('placed', 'The heading of the footnotes went with them', plainText(last.children))
    blocks.pop()
  }
  if (blocks.at(-1)?.type === 'rule') blocks.pop()
}

