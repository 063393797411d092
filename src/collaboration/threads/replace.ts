import { isRecord } from '@/platform/requests/fields'
import { runsOf, wordsOf, type Origin } from './words'

/**
 * The field's value with the words from `start` to `end` replaced, or null where they reach over more than one paragraph, list
 * item, cell or line. In a rich text only text nodes change: what stands around them keeps its nodes and formats, marks of citations
 * stay, and where the words have several formats the first one's holds.
 */
export function replaced(value: unknown, start: number, end: number, replacement: string): unknown {
  const { text, origins } = wordsOf(value)
  const touched = origins.slice(start, end)
  const [first, last] = [touched[0], touched.at(-1)]
  if (start >= end || !isOrigin(first) || !isOrigin(last) || touched.includes(null)) return null
  // Words taken out leave no second space behind.
  const next = origins[end]
  const until = replacement === '' && (start === 0 || text[start - 1] === ' ') && text[end] === ' ' && isOrigin(next) ? next : last
  if (typeof value === 'string') return value.slice(0, first.at) + replacement + value.slice(until.at + 1)
  const runs = runsOf(value)
  if (runs[first.run]?.block !== runs[last.run]?.block) return null
  const changed = structuredClone(value)
  const emptied: (string | number)[][] = []
  for (let run = first.run; run <= until.run; run += 1) {
    const own = runs[run]
    if (own === undefined) return null
    const kept = run === first.run ? own.text.slice(0, first.at) + replacement : ''
    const rest = run === until.run ? own.text.slice(until.at + 1) : ''
    const node = nodeAt(changed, own.path)
    if (node === null) return null
    node.text = kept + rest
    if (node.text === '') emptied.push(own.path)
  }
  // From the back, so that the places of those before stay right.
  for (const path of emptied.reverse()) takeOut(changed, path)
  return changed
}

function isOrigin(origin: Origin | null | undefined): origin is Origin {
  return origin !== null && origin !== undefined
}

function nodeAt(value: unknown, path: readonly (string | number)[]): Record<string, unknown> | null {
  const found = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value)
  return isRecord(found) ? found : null
}

/** Takes a node out of its parent, and a link along with it that has nothing left in it. */
function takeOut(value: unknown, path: readonly (string | number)[]): void {
  const parent = nodeAt(value, path.slice(0, -2))
  const index = path.at(-1)
  if (parent === null || !Array.isArray(parent.children) || typeof index !== 'number') return
  parent.children.splice(index, 1)
  if (parent.children.length === 0 && (parent.type === 'link' || parent.type === 'autolink')) takeOut(value, path.slice(0, -2))
}
