import { wordsIn } from '@/collaboration/merge/blocks'
import { isKeptBySystem, type Data } from '@/collaboration/merge/merge'

/** One thing that somebody does to a document; `at` and `to` are taken modulo what is there. */
export type Edit = { kind: (typeof EDITS)[number]; at: number; to: number }

export const EDITS = ['type', 'typeOn', 'insert', 'split', 'erase', 'rewrite', 'deleteBlock', 'move', 'title', 'group', 'addRow', 'editRow', 'deleteRow', 'addTopic', 'deleteTopic', 'moveTopic'] as const

type Node = { type: string; children?: Node[]; text?: string; [more: string]: unknown }
type Row = { id: string; note: string }

/** Makes words that occur nowhere else, in English and Arabic by turns. `who` keeps those of several people apart. */
export function freshWords(who: string): () => string {
  let count = 0
  return () => {
    count += 1
    return count % 2 === 0 ? `كلمة-${who}-${count}` : `word-${who}-${count}`
  }
}

/** A paragraph as the editor writes it. */
export function paragraph(text: string): Node {
  return { type: 'paragraph', format: '', indent: 0, version: 1, direction: 'ltr', textFormat: 0, children: text === '' ? [] : [{ type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }] }
}

/** A body of paragraphs. */
export function bodyOf(texts: readonly string[]): { root: Node } {
  return { root: { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children: texts.map(paragraph) } }
}

/** The words of each block of a body. */
export function blocksOf(data: Data): string[] {
  return childrenOf(data).map((child) => wordsIn(child).join(' '))
}

/** A text of `size` paragraphs of three words each, with rows, a group and a list. */
export function startingText(size: number, word: () => string): Data {
  return {
    title: `${word()} ${word()}`,
    standfirst: word(),
    kind: 'original',
    body: bodyOf(Array.from({ length: size }, () => `${word()} ${word()} ${word()}`)),
    republication: { publisher: word(), author: word() },
    warnings: [{ id: 'row-one', note: word() }, { id: 'row-two', note: word() }],
    topics: [word(), word(), word()],
    rev: 1,
  }
}

/** All words of a document that people wrote. */
export function wordsOf(data: Data): Set<string> {
  return new Set(listed(data))
}

/** The words that occur less often in `after` than in `before`. */
export function fewer(before: Data, after: Data): string[] {
  const left = new Map<string, number>()
  for (const word of listed(before)) left.set(word, (left.get(word) ?? 0) + 1)
  for (const word of listed(after)) left.set(word, (left.get(word) ?? 0) - 1)
  return [...left].flatMap(([word, count]) => (count > 0 ? [word] : []))
}

/** The words of `one` that `other` doesn't have. */
export function without(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((word) => !other.has(word))
}

function listed(data: Data): string[] {
  return Object.entries(data).flatMap(([name, value]) => (isKeptBySystem(name) ? [] : wordsIn(value)))
}

function childrenOf(data: Data): Node[] {
  return (data.body as { root: { children: Node[] } }).root.children
}

/** The document after one edit; what was there stays as it is. */
export function edited(data: Data, { kind, at, to }: Edit, word: () => string): Data {
  const children = childrenOf(data)
  const place = children.length === 0 ? 0 : at % children.length
  const words = wordsIn(children[place] ?? null)
  const body = (changed: Node[]): Data => ({ ...data, body: { root: { ...(data.body as { root: Node }).root, children: changed } } })
  const rows = data.warnings as Row[]
  const topics = data.topics as string[]
  const group = data.republication as Data
  switch (kind) {
    case 'type':
      return body(children.length === 0 ? [paragraph(word())] : children.with(place, paragraph([...words.slice(0, to % (words.length + 1)), word(), ...words.slice(to % (words.length + 1))].join(' '))))
    case 'typeOn':
      return body(children.length === 0 ? [paragraph(word())] : children.with(children.length - 1, paragraph([...wordsIn(children.at(-1)), word()].join(' '))))
    case 'insert':
      return body(children.toSpliced(at % (children.length + 1), 0, paragraph(`${word()} ${word()}`)))
    case 'split':
      return words.length < 2 ? data : body(children.toSpliced(place, 1, paragraph(words.slice(0, 1).join(' ')), paragraph(words.slice(1).join(' '))))
    case 'erase':
      return words.length === 0 ? data : body(children.with(place, paragraph(words.toSpliced(to % words.length, 1).join(' '))))
    case 'rewrite':
      return children.length === 0 ? data : body(children.with(place, paragraph(`${word()} ${word()}`)))
    case 'deleteBlock':
      return body(children.toSpliced(place, 1))
    case 'move':
      return children.length < 2 ? data : body(children.toSpliced(place, 1).toSpliced(to % children.length, 0, children[place] as Node))
    case 'title':
      return { ...data, title: `${String(data.title)} ${word()}` }
    case 'group':
      return { ...data, republication: { ...group, [at % 2 === 0 ? 'publisher' : 'author']: word() } }
    case 'addRow':
      return { ...data, warnings: rows.toSpliced(at % (rows.length + 1), 0, { id: `row-${word()}`, note: word() }) }
    case 'editRow':
      return rows.length === 0 ? data : { ...data, warnings: rows.with(at % rows.length, { ...(rows[at % rows.length] as Row), note: `${rows[at % rows.length]?.note} ${word()}` }) }
    case 'deleteRow':
      return { ...data, warnings: rows.toSpliced(at % Math.max(1, rows.length), 1) }
    case 'addTopic':
      return { ...data, topics: topics.toSpliced(at % (topics.length + 1), 0, word()) }
    case 'deleteTopic':
      return { ...data, topics: topics.toSpliced(at % Math.max(1, topics.length), 1) }
    case 'moveTopic':
      return topics.length < 2 ? data : { ...data, topics: topics.toSpliced(at % topics.length, 1).toSpliced(to % topics.length, 0, topics[at % topics.length] as string) }
  }
}
