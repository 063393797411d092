import { isRecord } from '@/platform/requests/fields'

/** What the editor adds to a node by itself, so that its presence tells nothing about what somebody wrote. */
const ADDED_BY_THE_EDITOR = new Set(['id', 'version', 'direction', 'textFormat', 'textStyle'])

type Node = Record<string, unknown>

/** Whether two values say the same, however a form, an answer and the editor write it. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || comparable(one) === comparable(other)
}

const known = new WeakMap<object, string>()

/** A value as text that is equal for equal contents: without emptiness, ids of rows, and what the editor adds. */
export function comparable(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(normal(value))
  const before = known.get(value)
  if (before !== undefined) return before
  const made = JSON.stringify(normal(value))
  known.set(value, made)
  return made
}

/** The same for a node of a rich text. */
export function comparableNode(node: unknown): string {
  return JSON.stringify(normalNode(node))
}

/** Whether a value is a rich text. */
export function isRichText(value: unknown): value is { root: Node } {
  return isRecord(value) && isRecord(value.root)
}

/** Whether nothing is there: a form writes 0 for a list without rows, '' for a text without words, false for a box never ticked. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 0 || value === false
}

function normal(value: unknown): unknown {
  if (isNothing(value)) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(normal)
  if (!isRecord(value)) return value
  if (isRichText(value)) return isEmptyText(value.root) ? null : { root: normalNode(value.root) }
  if (isPopulated(value)) return value.id
  return sorted(value, (name) => name === 'id', normal)
}

/** A document in place of its id, as answers with depth have it. */
export function isPopulated(value: Record<string, unknown>): boolean {
  return typeof value.id === 'string' && 'createdAt' in value
}

function normalNode(node: unknown): unknown {
  if (!isRecord(node)) return normal(node)
  if (!Array.isArray(node.children)) return sorted(node, isTheEditors, normal)
  const children = joined(node.children as unknown[]).map(normalNode)
  return sorted({ ...node, children: null, inside: children.length === 0 ? null : children }, isTheEditors, (inner) => inner)
}

/** The editor splits and joins pieces of text as it likes: pieces of one form are one. */
function joined(children: readonly unknown[]): unknown[] {
  const pieces: unknown[] = []
  for (const child of children) {
    const last = pieces.at(-1)
    if (isPlainPiece(child) && isPlainPiece(last) && formOf(child) === formOf(last)) pieces[pieces.length - 1] = { ...last, text: last.text + child.text }
    else if (!isPlainPiece(child) || child.text !== '') pieces.push(child)
  }
  return pieces
}

function isPlainPiece(node: unknown): node is Node & { text: string } {
  return isRecord(node) && node.type === 'text' && typeof node.text === 'string'
}

function formOf({ text: _text, ...rest }: Node): string {
  return JSON.stringify(sorted(rest, isTheEditors, normal))
}

function isTheEditors(name: string, value: unknown): boolean {
  return ADDED_BY_THE_EDITOR.has(name) || (name === 'mode' && value === 'normal')
}

function isEmptyText(root: Node): boolean {
  const children = Array.isArray(root.children) ? (root.children as unknown[]) : []
  return children.every((child) => isRecord(child) && child.type === 'paragraph' && Array.isArray(child.children) && joined(child.children).length === 0)
}

function sorted(value: Node, isLeftOut: (name: string, value: unknown) => boolean, inner: (value: unknown) => unknown): unknown {
  const kept = Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
    const made = isLeftOut(name, each) ? null : inner(each)
    return isNothing(made) ? [] : [[name, made]]
  })
  return kept.length === 0 ? null : Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)))
}
