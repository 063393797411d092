import { isRecord } from '@/platform/requests/fields'

/** A stretch of text without breaks inside. `block`: runs of one paragraph, list item or cell share the number. */
export type Run = { text: string; block: number }
/** Where a character of the words came from: which run, and where in it, in UTF-16 units. */
export type Origin = { run: number; at: number }
/**
 * A field's words as one line: every run of white space, and every break between blocks, is a single space. So a paragraph
 * that is split in two, or a space too many, moves no anchor. `origins[i]` tells where `text[i]` came from; null for a space
 * that stands for a break.
 */
export type Words = { text: string; origins: (Origin | null)[] }

/** A run of a stored rich text: `path` leads from the stored value to its text node. */
export type StoredRun = Run & { path: (string | number)[] }

/** What flows on within a line of Lexical; everything else begins a block of its own. */
const INLINE = new Set(['text', 'tab', 'link', 'autolink', 'inlineBlock'])

/** Joins runs into words. The editor's page and the stored text give the same runs, so they have the same words. */
export function joined(runs: readonly Run[]): Words {
  let text = ''
  const origins: (Origin | null)[] = []
  const push = (character: string, origin: Origin | null): void => {
    if (character === ' ' && (text === '' || text.endsWith(' '))) return
    text += character
    origins.push(origin)
  }
  let block: number | null = null
  for (const [run, { text: own, block: its }] of runs.entries()) {
    if (block !== null && its !== block) push(' ', null)
    block = its
    for (let at = 0; at < own.length; at += 1) {
      const character = own.charAt(at)
      push(/\s/u.test(character) ? ' ' : character, { run, at })
    }
  }
  if (text.endsWith(' ')) {
    text = text.slice(0, -1)
    origins.pop()
  }
  return { text, origins }
}

/** The runs of a stored rich text, in reading order, those inside passages and statements included. Marks of citations are no words. */
export function runsOf(value: unknown): StoredRun[] {
  const runs: StoredRun[] = []
  let block = 0
  const visit = (node: unknown, path: (string | number)[]): void => {
    if (!isRecord(node)) return
    const isInline = INLINE.has(String(node.type))
    if (!isInline) block += 1
    if (typeof node.text === 'string') runs.push({ text: node.text, block, path })
    if (node.type === 'block' && isRecord(node.fields) && isRecord(node.fields.content)) visit(node.fields.content.root, [...path, 'fields', 'content', 'root'])
    if (Array.isArray(node.children)) node.children.forEach((child, index) => visit(child, [...path, 'children', index]))
    if (!isInline) block += 1
  }
  if (isRecord(value)) visit(value.root, ['root'])
  return runs
}

/** The words of a stored field: of a rich text, or of a plain one. Anything else has none. */
export function wordsOf(value: unknown): Words {
  return joined(typeof value === 'string' ? [{ text: value, block: 0 }] : runsOf(value))
}

/** Words that came from elsewhere, as a client's quote, in the same form. */
export function oneLine(text: string): string {
  return joined([{ text, block: 0 }]).text
}
