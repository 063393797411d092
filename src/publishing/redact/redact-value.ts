import { isRecord } from '@/platform/requests/fields'
import { findIn, MARKS, redactText, type Found, type Wanted } from './redact-text'

/** A value without the wanted words, and what was found in it. The same value where nothing was. */
export type Redacted<T = unknown> = { value: T; found: Found[] }

/**
 * Members whose texts are no words but what a program reads: types, keys, ids, addresses of ours, names of files. To mark in
 * one of them would break the text without erasing anything; addresses are told of instead.
 */
const STRUCTURE = new Set([
  'type', 'id', 'key', 'slug', 'path', 'file', 'files', 'filename', 'mimeType', 'kind', 'mode', 'format', 'direction', 'blockType', 'relationTo', 'language', 'hash', 'contentHash', 'collection', 'document',
  'term', 'tag', 'listType', 'linkType', 'version', 'style', 'depiction', 'intensity', 'warningReview', 'state', 'slot', 'capacity', 'scope', 'run', 'publication', 'platform', 'translationOf',
])

/** Redacts every text in a JSON value, also words that are spread over neighbouring texts, as where half a name is bold. */
export function redactValue(value: unknown, wanted: Wanted): Redacted {
  if (typeof value === 'string') {
    const { text, found } = redactText(value, wanted)
    return { value: text, found }
  }
  if (Array.isArray(value)) return redactList(value, wanted)
  if (!isRecord(value)) return { value, found: [] }
  const found: Found[] = []
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (STRUCTURE.has(name) && (typeof inner === 'string' || (Array.isArray(inner) && inner.every((each) => typeof each === 'string')))) return [name, inner]
    const redacted = redactValue(inner, wanted)
    found.push(...redacted.found)
    return [name, redacted.value]
  })
  return found.length === 0 ? { value, found } : { value: Object.fromEntries(entries), found }
}

function redactList(list: readonly unknown[], wanted: Wanted): Redacted {
  const across = list.some(isText) ? redactAcross(list, wanted) : { value: list, found: [] }
  const found = [...across.found]
  const items = (across.value as unknown[]).map((item) => {
    const redacted = redactValue(item, wanted)
    found.push(...redacted.found)
    return redacted.value
  })
  return found.length === 0 ? { value: list, found } : { value: items, found }
}

type TextNode = Record<string, unknown> & { text: string }

function isText(node: unknown): node is TextNode {
  return isRecord(node) && node.type === 'text' && typeof node.text === 'string'
}

/** The texts that are read as one in a list of nodes, those within links included; null where something stands between them. */
function leavesOf(list: readonly unknown[], path: readonly (string | number)[]): ({ path: (string | number)[]; text: string } | null)[] {
  return list.flatMap((node, index) => {
    if (isText(node)) return [{ path: [...path, index], text: node.text }]
    // Between these nothing is read: a mark of a citation, or a link's own texts.
    if (isRecord(node) && (node.type === 'citation' || node.type === 'inlineBlock')) return []
    if (isRecord(node) && (node.type === 'link' || node.type === 'autolink') && Array.isArray(node.children)) return leavesOf(node.children, [...path, index, 'children'])
    return [null]
  })
}

/** Redacts what is spread over several texts: the mark goes into the first of them, the rest is cut out of the others. */
function redactAcross(list: readonly unknown[], wanted: Wanted): Redacted {
  const leaves = leavesOf(list, [])
  const found: Found[] = []
  const changes = new Map<string, string>()
  for (let start = 0; start < leaves.length; start += 1) {
    if (leaves[start] === null) continue
    let end = start
    while (end < leaves.length && leaves[end] !== null) end += 1
    const run = leaves.slice(start, end) as { path: (string | number)[]; text: string }[]
    start = end
    if (run.length < 2) continue
    const whole = run.map(({ text }) => text).join('')
    const offsets = run.map((_, index) => run.slice(0, index).reduce((sum, { text }) => sum + text.length, 0))
    const leafAt = (position: number): number => offsets.findLastIndex((offset) => offset <= position)
    const spread = findIn(whole, wanted).filter(({ from, to }) => leafAt(from) !== leafAt(to - 1))
    found.push(...spread)
    for (const [index, { path, text }] of run.entries()) {
      const offset = offsets[index] ?? 0
      let left = text
      for (const { from, to } of spread.toReversed()) {
        const [first, last] = [Math.max(0, from - offset), Math.min(text.length, to - offset)]
        if (first >= last) continue
        const mark = leafAt(from) === index ? (/\p{Script=Arabic}/u.test(whole.slice(from, to)) ? MARKS.arabic : MARKS.latin) : ''
        left = left.slice(0, first) + mark + left.slice(last)
      }
      if (left !== text) changes.set(path.join('/'), left)
    }
  }
  return found.length === 0 ? { value: list, found } : { value: withTexts(list, changes, ''), found }
}

function withTexts(list: readonly unknown[], changes: ReadonlyMap<string, string>, at: string): unknown[] {
  const nodes = list.flatMap((node, index) => {
    const here = `${at}${index}`
    if (isText(node)) {
      const text = changes.get(here)
      return text === undefined ? [node] : text === '' ? [] : [{ ...node, text }]
    }
    if (!isRecord(node) || !Array.isArray(node.children)) return [node]
    const children = withTexts(node.children, changes, `${here}/children/`)
    // A link without words can't be followed.
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }]
  })
  return merged(nodes)
}

/** Neighbouring texts of one form as one, as the presenter gives them: what is stored and what is public stay alike. */
function merged(nodes: readonly unknown[]): unknown[] {
  const left: unknown[] = []
  for (const node of nodes) {
    const last = left.at(-1)
    if (isText(node) && isText(last) && formOf(node) === formOf(last)) left[left.length - 1] = { ...last, text: last.text + node.text }
    else left.push(node)
  }
  return left
}

function formOf({ text: _text, ...form }: TextNode): string {
  return JSON.stringify(Object.entries(form).sort(([one], [other]) => (one < other ? -1 : 1)))
}
