/** As much of a DOM as is needed here; linkedom's own types are looser. */
type Node = { nodeType: number; nodeName: string; nodeValue: string | null; firstChild: Node | null; nextSibling: Node | null; parentNode: Node | null; getAttribute?(name: string): string | null }

const ELEMENT = 1
const TEXT = 3
const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'HEAD', 'TEXTAREA', 'SELECT', 'TITLE'])
const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'CAPTION', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL',
  'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TD', 'TH', 'TR', 'UL',
])

/** The words below a node in their order, a paragraph a line. Walks without recursion, since depth is the page's to choose. */
export function textOf(root: unknown): string {
  const lines: string[] = []
  let line: string[] = []
  const end = (): void => {
    const words = line.join('').replace(/\s+/g, ' ').trim()
    if (words !== '') lines.push(words)
    line = []
  }
  const top = root as Node
  for (let node: Node | null = top; node !== null; ) {
    const name = node.nodeName.toUpperCase()
    const isRead = node.nodeType !== ELEMENT || !(UNREAD.has(name) || node.getAttribute?.('hidden') != null)
    if (node.nodeType === TEXT) line.push(node.nodeValue ?? '')
    else if (name === 'BR' || BLOCKS.has(name)) end()
    if (isRead && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    while (node !== null && node !== top && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && BLOCKS.has(node.nodeName.toUpperCase())) end()
    }
    node = node === null || node === top ? null : node.nextSibling
  }
  end()
  return lines.join('\n')
}

/** Elements that have no end, or whose end may be left out. */
const ENDLESS = new Set(['area', 'base', 'br', 'col', 'dd', 'dt', 'embed', 'hr', 'img', 'input', 'li', 'link', 'meta', 'option', 'p', 'source', 'tbody', 'td', 'th', 'thead', 'tr', 'track', 'wbr', 'path', 'circle', 'rect', 'use', 'line', 'polygon', 'g'])

/** About how deep a page's elements are nested, from its tags alone. */
export function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, slash, name = '', isClosed] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})[^<>]{0,2000}?(\/?)>/gi)) {
    if (isClosed === '/' || ENDLESS.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** The words of markup that no parser gets through, in one pass: better than none. */
export function strippedText(html: string): string {
  const lines: string[] = []
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const words = html.slice(at, open === -1 ? html.length : open).replace(/\s+/g, ' ').trim()
    if (words !== '') lines.push(words)
    if (open === -1) break
    const unread = /^<(script|style|template|noscript)\b/i.exec(html.slice(open, open + 12))?.[1]
    const close = unread === undefined ? -1 : lower.indexOf(`</${unread.toLowerCase()}`, open)
    const end = html.indexOf('>', close === -1 ? open : close)
    if (end === -1 || (unread !== undefined && close === -1)) break
    at = end + 1
  }
  return lines.join('\n')
}
