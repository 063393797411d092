import { toStoredCitation, type StoredCitations } from './stored'

type Node = { type?: unknown; children?: unknown; fields?: unknown; [name: string]: unknown }
/** A text whose marks hold keys alone, and the citations they name. */
export type Lifted<T> = { text: T; citations: StoredCitations }

/** What a mark holds itself; everything else about a citation stands beside the text. */
const OF_THE_MARK = new Set(['id', 'blockName', 'blockType', 'key'])

/** The keys of the citations whose marks stand in a stored text, in reading order, and whether in a statement by others. */
export function marksIn(text: unknown): { key: string; scope: 'document' | 'statement' }[] {
  const marks: { key: string; scope: 'document' | 'statement' }[] = []
  visit(rootOf(text), 'document', (fields, scope) => {
    if (typeof fields.key === 'string' && fields.key !== '') marks.push({ key: fields.key, scope })
  })
  return marks
}

/**
 * Takes what a text's marks say of their citations out of the text: each keeps its key alone. `known` are the citations kept
 * already; what a mark says itself counts more. A mark without a key, and the second of two with one key (as copying makes
 * them), gets a key from `newKey`, the second with all that the first has. The text given is left as it is; where
 * nothing is to be lifted, it is what comes back.
 */
export function lift<T>(text: T, known: StoredCitations, newKey: () => string): Lifted<T> {
  const seen = new Set<string>()
  let isLifted = true
  visit(rootOf(text), 'document', (fields) => {
    if (typeof fields.key !== 'string' || fields.key === '' || seen.has(fields.key) || Object.keys(fields).some((name) => !OF_THE_MARK.has(name))) isLifted = false
    else seen.add(fields.key)
  })
  if (isLifted) return { text, citations: known }

  const citations: StoredCitations = { ...known }
  const copy = structuredClone(text)
  const taken = new Set<string>()
  visit(rootOf(copy), 'document', (fields, _scope, node) => {
    const given = typeof fields.key === 'string' ? fields.key : ''
    const key = given === '' || taken.has(given) ? newKey() : given
    taken.add(key)
    const own = toStoredCitation(fields)
    // An older client sends every value of a mark; one that holds a key alone says nothing of the rest.
    const says = Object.keys(fields).some((name) => !OF_THE_MARK.has(name))
    const before = citations[given]
    citations[key] = says ? { ...(before?.capture === undefined ? {} : { capture: before.capture }), ...own } : { ...before }
    node.fields = { ...Object.fromEntries(Object.entries(fields).filter(([name]) => OF_THE_MARK.has(name))), key }
  })
  return { text: copy, citations }
}

function rootOf(text: unknown): Node | undefined {
  return (text as { root?: Node } | null | undefined)?.root
}

function visit(node: Node | undefined, scope: 'document' | 'statement', see: (fields: Record<string, unknown>, scope: 'document' | 'statement', node: Node) => void): void {
  if (node === null || typeof node !== 'object') return
  const fields = (node.fields ?? {}) as Record<string, unknown>
  if (node.type === 'inlineBlock' && fields.blockType === 'citation') see(fields, scope, node)
  if (Array.isArray(node.children)) for (const child of node.children as Node[]) visit(child, scope, see)
  const inner = rootOf(fields.content)
  if (inner !== undefined) visit(inner, fields.blockType === 'statement' ? 'statement' : scope, see)
}
