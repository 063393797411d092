import type { FindingLog } from '../findings'

/**
 * Shortcodes of WordPress and of its footnote plugins, turned into elements before the HTML is parsed. All others stay
 * as the text that they are.
 */

const NOTE_CODES = ['ref', 'footnote', 'fn', 'efn_note', 'mfn', 'modern_footnote', 'sidenote', 'note']
const NOTE_LIST_CODES = ['references', 'reflist', 'footnotes', 'footnotes_container', 'display_footnotes', 'efn_list']
const KNOWN_CODES = [...NOTE_CODES, ...NOTE_LIST_CODES, 'caption', 'wp_caption', 'gallery', 'embed']
const BLOCK_TAG = /<\/?(?:p|div|ul|ol|li|table|blockquote|h[1-6]|figure|section)\b/i

export const NOTE_ELEMENT = 'handbill-note'
export const GALLERY_ELEMENT = 'handbill-gallery'
export const EMBED_ELEMENT = 'handbill-embed'

/** `html` with every tag and comment blanked out, character by character, so that positions stay the same. */
function maskTags(html: string): string {
  const pieces: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    pieces.push(html.slice(at, open))
    const isComment = html.startsWith('<!--', open)
    const close = html.indexOf(isComment ? '-->' : '>', open)
    const end = close === -1 ? html.length : close + (isComment ? 3 : 1)
    pieces.push('\u0000'.repeat(end - open))
    at = end
  }
  pieces.push(html.slice(at))
  return pieces.join('')
}

type Token = { name: string; isClosing: boolean; isSelfClosing: boolean; attributes: string; start: number; end: number }

function tokensIn(masked: string): Token[] {
  const pattern = /\[(\/?)([a-z][\w-]{0,40})((?:\s[^\]\u0000]{0,500})?)\]/g
  return [...masked.matchAll(pattern)].map((match) => {
    const attributes = match[3] ?? ''
    return {
      name: match[2] ?? '', isClosing: match[1] === '/', isSelfClosing: attributes.trimEnd().endsWith('/'), attributes,
      start: match.index, end: match.index + match[0].length,
    }
  })
}

/** Double round brackets, as one footnote plugin writes notes; never triple ones. */
function doubleBracketsIn(masked: string): Token[] {
  return [...masked.matchAll(/\(+|\)+/g)]
    .filter((match) => match[0].length === 2)
    .map((match) => ({ name: '((', isClosing: match[0] === '))', isSelfClosing: false, attributes: '', start: match.index, end: match.index + 2 }))
}

type Pair = { open: Token; close: Token }

/** Each opening token with the next closing one of its name, where no other opening one stands between. */
function pairsOf(tokens: readonly Token[]): Pair[] {
  const open = new Map<string, Token>()
  const pairs: Pair[] = []
  for (const token of tokens) {
    if (!token.isClosing) {
      open.set(token.name, token)
      continue
    }
    const start = open.get(token.name)
    if (start !== undefined) pairs.push({ open: start, close: token })
    open.delete(token.name)
  }
  return pairs
}

type Change = { start: number; end: number; html: string }

function galleryElement(token: Token): string | null {
  const ids = /\bids\s*=\s*["'“”]?([\d,\s]+)/.exec(token.attributes)?.[1]
  return ids === undefined ? null : `<${GALLERY_ELEMENT} ids="${ids.replace(/\s/g, '')}"></${GALLERY_ELEMENT}>`
}

function captionElement(inner: string): string | null {
  const image = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0]
  return image === undefined ? null : `<figure>${image}<figcaption>${inner.slice(image.length)}</figcaption></figure>`
}

function isNoteBetweenBrackets(inner: string): boolean {
  const words = inner.replace(/<[^>]*>/g, ' ').trim()
  return words.length <= 2_000 && (/https?:\/\//.test(inner) || words.split(/\s+/).length >= 3)
}

function changeOf(pair: Pair, html: string): Change | null {
  const inner = html.slice(pair.open.end, pair.close.start)
  const whole = { start: pair.open.start, end: pair.close.end }
  const isInline = !BLOCK_TAG.test(inner) && !/\n\s*\n/.test(inner)
  const { name } = pair.open
  if (NOTE_CODES.includes(name) || name === '((') {
    if (!isInline || inner.trim() === '' || (name === '((' && !isNoteBetweenBrackets(inner))) return null
    return { ...whole, html: `<${NOTE_ELEMENT}>${inner}</${NOTE_ELEMENT}>` }
  }
  if (name === 'caption' || name === 'wp_caption') {
    const figure = captionElement(inner)
    return figure === null ? null : { ...whole, html: figure }
  }
  if (name === 'embed') return { ...whole, html: `<${EMBED_ELEMENT}>${inner}</${EMBED_ELEMENT}>` }
  return null
}

/** Reports what looks like the shortcode of a plugin: it has a closing partner or attributes. */
function reportUnknown(tokens: readonly Token[], pairs: readonly Pair[], findings: FindingLog): void {
  const paired = new Set(pairs.map((pair) => pair.open.name))
  for (const token of tokens) {
    if (KNOWN_CODES.includes(token.name) || token.isClosing) continue
    const hasAttributes = /\s[\w-]+\s*=/.test(token.attributes)
    if (hasAttributes || token.isSelfClosing || paired.has(token.name)) {
      findings.add('notPlaced', 'A shortcode of a plugin was kept as text', `[${token.name}${token.attributes}]`)
    }
  }
}

/**
 * `html` with image captions, galleries, embeds and footnotes as elements that the reader of HTML knows. What isn't
 * certain stays as it is.
 */
export function expandShortcodes(html: string, findings: FindingLog): string {
  if (!/\[[a-z]|\(\(/.test(html)) return html
  const masked = maskTags(html)
  const tokens = tokensIn(masked)
  const pairs = pairsOf(tokens)
  reportUnknown(tokens, pairs, findings)
  const changes: Change[] = [...pairs, ...pairsOf(doubleBracketsIn(masked))].flatMap((pair) => changeOf(pair, html) ?? [])
  for (const token of tokens) {
    if (token.isClosing) continue
    const element = token.name === 'gallery' ? galleryElement(token) : NOTE_LIST_CODES.includes(token.name) ? '' : null
    if (element !== null) changes.push({ start: token.start, end: token.end, html: element })
    if (element === '') findings.add('notPlaced', 'The place where a plugin listed the footnotes: the notes are citations now', html.slice(token.start, token.end))
  }
  changes.sort((a, b) => a.start - b.start)
  const pieces: string[] = []
  let at = 0
  for (const change of changes) {
    if (change.start < at) continue
    pieces.push(html.slice(at, change.start), change.html)
    at = change.end
  }
  pieces.push(html.slice(at))
  return pieces.join('')
}
