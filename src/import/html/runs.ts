import type { Mark } from '@/record/body'
import { trimInlines, type Inline, type Text } from './tree'

/** What a line of HTML gives before its white space is settled: `newline` and `split` are classic WordPress's own. */
export type RunItem = Inline | { type: 'newline' } | { type: 'split' }

/** The text of one text node. `mode` says what its line feeds mean: space, WordPress's own paragraphs, or themselves. */
export function runOfText(value: string, marks: Mark[], mode: 'collapse' | 'classic' | 'preformatted'): RunItem[] {
  const make = (piece: string): RunItem => ({ type: 'text', text: piece, marks })
  if (mode === 'collapse') return [make(value.replace(/[ \t\n\r\f]+/g, ' '))]
  const lines = value.replace(/\r\n?/g, '\n').split('\n')
  if (mode === 'preformatted') return lines.flatMap((line, index): RunItem[] => (index === 0 ? [make(line)] : [{ type: 'break' }, make(line)]))
  const items: RunItem[] = []
  lines.forEach((line, index) => {
    const isBlank = line.trim() === ''
    if (index > 0) items.push({ type: isBlank && index < lines.length - 1 ? 'split' : 'newline' })
    if (line !== '') items.push(make(line.replace(/[ \t\f]+/g, ' ')))
  })
  return items
}

function sameMarks(a: Text, b: Text): boolean {
  return a.marks.length === b.marks.length && a.marks.every((mark) => b.marks.includes(mark))
}

/** Joins texts of the same marks, and lets only one space stand where two met or at a line's edge. */
export function tidy(inlines: readonly Inline[], isPreformatted = false): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const previous = result.at(-1)
    if (inline.type !== 'text') {
      if (inline.type === 'break' && previous?.type === 'text' && !isPreformatted) result[result.length - 1] = { ...previous, text: previous.text.replace(/[ ]+$/, '') }
      result.push(inline)
      continue
    }
    const endsInSpace = previous?.type === 'break' || (previous?.type === 'text' && previous.text.endsWith(' '))
    const value = endsInSpace && !isPreformatted ? inline.text.replace(/^ +/, '') : inline.text
    if (value === '') continue
    if (previous?.type === 'text' && sameMarks(previous, inline)) result[result.length - 1] = { ...previous, text: previous.text + value }
    else result.push({ ...inline, text: value })
  }
  return isPreformatted ? result : trimInlines(result)
}

/** Splits a run into its paragraphs, and settles which line feeds are line breaks. */
export function paragraphsOfRun(run: readonly RunItem[]): Inline[][] {
  const paragraphs: RunItem[][] = [[]]
  for (const item of run) {
    if (item.type === 'split') paragraphs.push([])
    else paragraphs.at(-1)?.push(item)
  }
  return paragraphs.map((items) => {
    const inlines: Inline[] = []
    items.forEach((item, index) => {
      if (item.type === 'split') return
      if (item.type !== 'newline') {
        inlines.push(item)
        return
      }
      const isBesideBreak = items[index - 1]?.type === 'break' || items[index + 1]?.type === 'break' || items[index - 1]?.type === 'newline'
      if (!isBesideBreak) inlines.push({ type: 'break' })
    })
    return tidy(inlines)
  })
}

/** A run that has to stay on one line of text, as in a link or a cell: paragraphs become line breaks. */
export function oneLine(run: readonly RunItem[]): Inline[] {
  return run.map((item): Inline => (item.type === 'newline' || item.type === 'split' ? { type: 'break' } : item))
}
