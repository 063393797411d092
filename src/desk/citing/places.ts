import type { StoredCitations } from '@/citations/stored'

/** A mark as it stands in a text. `statement`: which statement by others it stands in, counted from 0; null in the text itself. */
export type MarkPlace = { key: string; statement: number | null }

type Node = { type?: unknown; children?: unknown; fields?: unknown }

/** The marks of a stored text in reading order, through passages and statements. */
export function placesIn(text: unknown): MarkPlace[] {
  const places: MarkPlace[] = []
  let statements = 0
  const visit = (node: Node | null | undefined, statement: number | null): void => {
    if (node === null || typeof node !== 'object') return
    const fields = (node.fields ?? {}) as { blockType?: unknown; key?: unknown; content?: unknown }
    if (node.type === 'inlineBlock' && fields.blockType === 'citation' && typeof fields.key === 'string' && fields.key !== '') places.push({ key: fields.key, statement })
    if (Array.isArray(node.children)) for (const child of node.children as Node[]) visit(child, statement)
    const inner = (fields.content as { root?: Node } | null | undefined)?.root
    if (inner !== undefined) visit(inner, fields.blockType === 'statement' ? statements++ : statement)
  }
  visit((text as { root?: Node } | null | undefined)?.root, null)
  return places
}

/** What each mark will show to readers, by its key: see `record/notes.ts`, whose rules these are. */
export function labelsOf(places: readonly MarkPlace[], citations: StoredCitations): Map<string, string> {
  const labels = new Map<string, string>()
  for (const [statement, marks] of Map.groupBy(places, ({ statement }) => statement)) {
    const own = marks.map(({ key }) => plainLabel(citations[key]?.originalLabel))
    const keepsLabels = statement !== null && own.every((label) => label !== '')
    const numbers = new Map<string, number>()
    for (const [index, { key }] of marks.entries()) {
      const source = citations[key]?.source
      const identity = source === undefined ? `key ${key}` : `source ${source}`
      const number = numbers.get(identity) ?? numbers.size + 1
      numbers.set(identity, number)
      labels.set(key, keepsLabels ? (own[index] ?? '') : String(number))
    }
  }
  return labels
}

function plainLabel(label: string | undefined): string {
  return (label ?? '').replace(/^[\s[(]+|[\s\])]+$/g, '')
}
