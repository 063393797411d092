import { anchorAt, resolve, type Anchor, type Place } from '@/collaboration/threads/anchor'
import { joined, type Words } from '@/collaboration/threads/words'
import { wordsOnPage } from './page-words'

type Plain = HTMLInputElement | HTMLTextAreaElement

/** What somebody has under the cursor: the field's path as the form has it, and the selected words, if any are. */
export type Picked = { path: string; anchor: Anchor | null }

const RICH_TEXT = '.rich-text-lexical[data-field-path]'
const EDITOR = '[data-lexical-editor="true"]'

/** The field in which the selection of the page stands, and its words; null where it stands in no field of `form`. */
export function pickedIn(form: Element): Picked | null {
  const active = document.activeElement
  if (isPlain(active) && form.contains(active) && richTextAround(active, form) === null) return pickedInPlain(active)
  const selection = document.getSelection()
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const at = range === null ? null : range.commonAncestorContainer
  const element = at instanceof Element ? at : (at?.parentElement ?? null)
  if (range === null || element === null || !form.contains(element)) return null
  const field = richTextAround(element, form)
  const path = field?.getAttribute('data-field-path')
  const editor = field?.querySelector(EDITOR)
  if (path === null || path === undefined || editor === null || editor === undefined) return null
  if (range.collapsed) return { path, anchor: null }
  const { nodes, ...words } = wordsOnPage(editor as Node)
  const reaches = nodes.map((node) => reachIn(range, node as Text))
  return { path, anchor: anchorOf(path, words, ({ run, at: offset }) => offset >= (reaches[run]?.[0] ?? 0) && offset < (reaches[run]?.[1] ?? 0)) }
}

/** Selecting a field of the panel itself, or of a drawer, is none of the document's fields. */
function isPlain(element: Element | null): element is Plain {
  const isField = element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  return isField && element.name !== '' && element.closest('.field-type') !== null && element.closest('.review-panel') === null
}

function pickedInPlain(field: Plain): Picked {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
  return { path: field.name, anchor: anchorOf(field.name, plainWords(field), ({ at }) => at >= start && at < end) }
}

function plainWords(field: Plain): Words {
  return joined([{ text: field.value, block: 0 }])
}

/** The whole rich text around an element: that of the document, where it stands in a passage of it. */
function richTextAround(element: Element, form: Element): Element | null {
  let found: Element | null = null
  for (let next = element.closest(RICH_TEXT); next !== null && form.contains(next); next = next.parentElement?.closest(RICH_TEXT) ?? null) found = next
  return found
}

function reachIn(range: Range, node: Text): [number, number] {
  if (range.collapsed || !range.intersectsNode(node)) return [0, 0]
  return [node === range.startContainer ? range.startOffset : 0, node === range.endContainer ? range.endOffset : node.length]
}

function anchorOf(path: string, { text, origins }: Words, isSelected: (origin: { run: number; at: number }) => boolean): Anchor | null {
  const selected = origins.flatMap((origin, index) => (origin !== null && text[index] !== ' ' && isSelected(origin) ? [index] : []))
  const [first, last] = [selected[0], selected.at(-1)]
  return first === undefined || last === undefined ? null : anchorAt(path, text, first, last + 1)
}

/** Where an anchor's words are on the page now. `path`: the field's path as the form has it. `range` in a rich text, `field` and its selection in a plain one. */
export type OnPage = { place: Place; range: Range | null; plain: { field: Plain; start: number; end: number } | null }

/** Looks an anchor up on the page; null where its field isn't there. */
export function findOnPage(form: Element, path: string, anchor: Anchor): OnPage | null {
  const rich = form.querySelector(`${RICH_TEXT}[data-field-path="${CSS.escape(path)}"]`)
  const editor = rich?.querySelector(EDITOR)
  if (editor !== null && editor !== undefined) {
    const { nodes, text, origins } = wordsOnPage(editor as Node)
    const place = resolve(anchor, text)
    if (place.state === 'orphaned') return { place, range: null, plain: null }
    const [first, last] = [origins[place.start], origins[place.end - 1]]
    const [startsIn, endsIn] = [nodes[first?.run ?? -1], nodes[last?.run ?? -1]]
    if (!first || !last || startsIn === undefined || endsIn === undefined) return null
    const range = document.createRange()
    range.setStart(startsIn, first.at)
    range.setEnd(endsIn, last.at + 1)
    return { place, range, plain: null }
  }
  const field = form.querySelector(`.field-type [name="${CSS.escape(path)}"]`)
  if (!isPlain(field)) return null
  const { text, origins } = plainWords(field)
  const place = resolve(anchor, text)
  if (place.state === 'orphaned') return { place, range: null, plain: null }
  return { place, range: null, plain: { field, start: origins[place.start]?.at ?? 0, end: (origins[place.end - 1]?.at ?? 0) + 1 } }
}
