import { plainText, trimInlines, type Inline, type Link, type Text } from './tree'

/** What marks a footnote: up to three digits of any script, or one letter or sign. "[AR]" and "[2014]" don't. */
const LABEL = /^(?:\p{Nd}{1,3}|[a-z]|[ivx]{2,5}|\*{1,3}|[†‡§])$/u
const DIGITS = /^\p{Nd}{1,3}$/u
const BRACKETED = /\[(\p{Nd}{1,3}(?:\s*[,;،]\s*\p{Nd}{1,3})*|[a-z]|[ivx]{2,5}|\*{1,3}|[†‡§])\]/gu
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const BACK_ARROWS = /[\u21a9\u21b5\u2191\u2b06\u2934\u21e7]\ufe0e?\ufe0f?/gu

/** A heading under which footnotes are listed. */
export const NOTES_HEADING = /^(?:foot|end)?notes\s*:?$|^references\s*:?$|^(?:الهوامش|الحواشي|هوامش|حواشي|المراجع|مراجع)\s*:?$/iu

/** A label as it is compared: without brackets, in Western digits. */
export function plainLabel(label: string): string {
  const bare = label.trim().replace(/^[[(]+\s*/, '').replace(/\s*[\])]+$/, '').replace(/\.$/, '')
  return [...bare].map((sign) => {
    const raised = RAISED.indexOf(sign)
    if (raised !== -1) return String(raised)
    const code = sign.codePointAt(0) ?? 0
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
    return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : sign
  }).join('')
}

/** The label that a link shows, if that is all it shows; null otherwise. */
export function linkLabel(link: Link): string | null {
  const words = plainText(link.children).trim()
  return words.length <= 6 && LABEL.test(plainLabel(words)) ? words : null
}

/** The label of a line that begins with one ("[1] …", a raised "1 …", or a link back "[1]"); null if it has none. */
export function labelAtStart(inlines: readonly Inline[]): string | null {
  const first = inlines.find((inline) => inline.type !== 'anchor' && (inline.type !== 'text' || inline.text.trim() !== ''))
  if (first?.type === 'link' && first.href.startsWith('#')) {
    const label = linkLabel(first)
    return label === null ? null : plainLabel(label)
  }
  if (first?.type !== 'text') return null
  const bracketed = /^\s*\[\s*([^\]\s]{1,5})\s*\]/u.exec(first.text)?.[1]
  if (bracketed !== undefined) return LABEL.test(plainLabel(bracketed)) ? plainLabel(bracketed) : null
  const raised = new RegExp(`^\\s*([${RAISED}]{1,3})`).exec(first.text)?.[1] ?? (first.marks.includes('superscript') ? first.text.trim() : undefined)
  return raised !== undefined && DIGITS.test(plainLabel(raised)) ? plainLabel(raised) : null
}

/** A link that only leads back to the mark: an arrow, the label, or a word for "back". */
function isBackLink(link: Link): boolean {
  const words = plainText(link.children).replace(BACK_ARROWS, '').replace(/[\^\s]/g, '')
  return link.href.startsWith('#') && (words === '' || linkLabel(link) !== null || /^(?:back|return|jumpup|up|top|عودة|رجوع)$/iu.test(words))
}

/** A footnote's text without its own label, links back to the mark, and arrows. */
export function cleanDefinition(inlines: readonly Inline[], label?: string): Inline[] {
  const kept = inlines
    .filter((inline) => inline.type !== 'anchor' && !(inline.type === 'link' && isBackLink(inline)))
    .map((inline) => (inline.type === 'text' ? { ...inline, text: inline.text.replace(BACK_ARROWS, '') } : inline))
  const result = trimInlines(kept)
  const [first] = result
  if (first?.type !== 'text') return result
  const isOwnLabel = (found: string | undefined) => found !== undefined && (label === undefined ? LABEL.test(plainLabel(found)) : plainLabel(found) === label)
  const patterns = [/^\s*\[\s*([^\]\s]{1,5})\s*\]\s*[.:]?\s*/u, new RegExp(`^\\s*([${RAISED}]{1,3})\\s*`), ...(label === undefined ? [] : [/^\s*(\p{Nd}{1,3})[.):]\s+/u])]
  const match = patterns.map((pattern) => pattern.exec(first.text)).find((found) => isOwnLabel(found?.[1]))
  if (match != null) return trimInlines([{ ...first, text: first.text.slice(match[0].length) }, ...result.slice(1)])
  if (first.marks.includes('superscript') && isOwnLabel(first.text)) return trimInlines(result.slice(1))
  return result
}

function marksIn(node: Text, isKnown: (label: string) => boolean, skipFirst: boolean): Inline[] {
  if (node.marks.includes('superscript') && DIGITS.test(plainLabel(node.text)) && !skipFirst && isKnown(plainLabel(node.text))) return [{ type: 'note', label: node.text.trim(), children: [] }]
  const pattern = new RegExp(`${BRACKETED.source}|([${RAISED}]{1,3})`, 'gu')
  const result: Inline[] = []
  let at = 0
  for (const match of node.text.matchAll(pattern)) {
    const before = node.text.slice(0, match.index)
    if (skipFirst && before.trim() === '') continue
    const labels = (match[1] ?? match[2] ?? '').split(/\s*[,;،]\s*/)
    const isCertain = labels.every((label) => isKnown(plainLabel(label)) || (match[1] !== undefined && DIGITS.test(label)))
    if (!isCertain) continue
    result.push({ ...node, text: node.text.slice(at, match.index) })
    for (const label of labels) result.push({ type: 'note', label: match[1] === undefined ? label : `[${label}]`, children: [] })
    at = match.index + match[0].length
  }
  if (at === 0) return [node]
  result.push({ ...node, text: node.text.slice(at) })
  return result.filter((inline) => inline.type !== 'text' || inline.text !== '')
}

/**
 * Turns marks that are written as text into notes without text. Digits in brackets always mark a footnote; letters,
 * signs and raised digits only where `isKnown` says that a line begins with them. `skipFirst` leaves the mark that the
 * line begins with.
 */
export function splitMarks(inlines: readonly Inline[], options: { isKnown: (label: string) => boolean; skipFirst: boolean }): Inline[] {
  return inlines.flatMap((inline, index): Inline[] => {
    const isFirst = options.skipFirst && inlines.slice(0, index).every((before) => before.type === 'anchor' || (before.type === 'text' && before.text.trim() === ''))
    if (inline.type === 'text') return inline.marks.includes('code') ? [inline] : marksIn(inline, options.isKnown, isFirst)
    if (inline.type !== 'link') return [inline]
    // A mark inside the words of a link stands after the link, so that it isn't taken for the link's own words.
    const children = splitMarks(inline.children, { ...options, skipFirst: isFirst })
    const notes = children.filter((child) => child.type === 'note')
    return notes.length === 0 || linkLabel(inline) !== null ? [inline] : [{ ...inline, children: children.filter((child) => child.type !== 'note') }, ...notes]
  })
}
