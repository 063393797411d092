import { isTruncated } from '@/sources/addresses/pasted'
import { readAddress, readableAddress, sourceKindOf, type WebAddress } from '@/sources/web-addresses'
import type { FindingLog } from '../findings'
import { plainText, text, trimInlines, type CitationDraft, type CitationInline, type Inline, type Link, type Note, type Reference, type Text, type WebLink } from '../html/tree'
import { languageOf } from './language'
import { shorten } from './titles'
import type { SourcePlan } from './types'

/** What links of one post are resolved against. */
export type LinkContext = {
  /** Address of the page that the links stood on. */
  pageUrl: string
  /** Host of the old site, without `www.`. */
  siteHost: string
  siteLanguage: string
  /** Old post id of the imported post that lives at an address, or null. */
  postAt(address: WebAddress): string | null
  findings: FindingLog
  /** Sources found so far, by `urlKey`; added to. */
  sources: Map<string, SourcePlan>
}

const GENERIC_WORDS = /^(?:(?:found |see |read |click |more )?here|link|source|post|this|read more|more|website|video|tweet|article|here and here|المصدر|هنا|رابط|الرابط|اقرأ المزيد)$/iu
const BARE_ADDRESS = /https?:\/\/[^\s<>"“”«»]+|(?<![\p{L}\p{N}])doi:\s?10\.\d{4,9}\/[^\s<>"“”«»]+|…\/[\p{L}\p{N}\-_./%]*…?/giu
const TITLE_LENGTH = 250

function isOldSite(address: WebAddress, context: LinkContext): boolean {
  return new URL(address.url).host.replace(/^www\./, '') === context.siteHost
}

/**
 * Notes the source that an address leads to and returns its `urlKey`. `words` are its title as somebody wrote it, ''
 * where only the address is known. An archived copy and a secure address win over none.
 */
export function noteSource(address: WebAddress, words: string, context: LinkContext, more: Partial<SourcePlan> = {}): string {
  const known = context.sources.get(address.key)
  const title = words === '' || GENERIC_WORDS.test(words) || /^https?:\/\//.test(words) ? '' : shorten(words, TITLE_LENGTH)
  const fallback = address.doi === undefined ? readableAddress(address.url) : `doi:${address.doi}`
  const isNamed = known !== undefined && known.title !== fallback
  const source: SourcePlan = {
    ...known,
    urlKey: address.key,
    kind: known?.kind ?? sourceKindOf(address),
    title: isNamed ? known.title : title || fallback,
    language: known?.language ?? languageOf(title, context.siteLanguage),
    url: known === undefined || (known.url.startsWith('http:') && address.url.startsWith('https:')) ? address.url : known.url,
    ...(address.archivedUrl !== undefined && known?.archivedUrl === undefined ? { archivedUrl: address.archivedUrl, archivedAt: address.archivedAt } : {}),
    ...(address.doi === undefined ? {} : { doi: address.doi }),
    ...(address.platform === undefined ? {} : { platform: address.platform }),
    ...more,
  }
  context.sources.set(address.key, source)
  return address.key
}

function citationOf(address: WebAddress, source: string, more: Partial<CitationDraft> = {}): CitationInline {
  return { type: 'citation', citation: { source, ...(address.locator === undefined ? {} : { locator: address.locator }), ...(address.quote === undefined ? {} : { quote: address.quote }), ...more } }
}

/** Cites addresses that stand in the text as plain words, whole or cut; the words stay. */
function citeBare(node: Text, context: LinkContext): Inline[] {
  const result: Inline[] = []
  let at = 0
  for (const match of node.text.matchAll(BARE_ADDRESS)) {
    const found = match[0].replace(/[.,;:!?'’)\]]+$/, (tail) => (/\(/.test(match[0]) && tail.startsWith(')') ? ')' : ''))
    const end = match.index + found.length
    const citation = bareCitation(found, context)
    if (citation === null) continue
    result.push({ ...node, text: node.text.slice(at, end) }, citation)
    at = end
  }
  return at === 0 ? [node] : [...result, ...(at < node.text.length ? [{ ...node, text: node.text.slice(at) }] : [])]
}

function bareCitation(words: string, context: LinkContext): CitationInline | null {
  if (isTruncated(words)) {
    context.findings.add('proposed', 'A cut address was kept as a citation that needs its source', words)
    return { type: 'citation', citation: { source: null, intent: 'supports', note: words } }
  }
  const doi = /^doi:\s?(10\..+)$/i.exec(words)?.[1]
  const address = readAddress(doi === undefined ? words : `https://doi.org/${doi}`, context.pageUrl)
  if (address.kind !== 'web' || isOldSite(address, context)) return null
  return citationOf(address, noteSource(address, '', context))
}

type Resolved = { words: Inline[]; citation: CitationInline | null; whole: Reference | WebLink | null }

/** What becomes of a link: words with a citation after them, or a link that stays one, or words alone. */
function resolveLink(link: Link, context: LinkContext, isTitle: boolean): Resolved {
  const address = readAddress(link.href, context.pageUrl)
  const wordsAlone = { words: link.children, citation: null, whole: null }
  const words = plainText(link.children).replace(/\s+/g, ' ').trim()
  switch (address.kind) {
    case 'refused':
      context.findings.add('notPlaced', `A link was kept as words alone: ${address.why}`, `${words} (${shorten(link.href.trim(), 300)})`)
      return wordsAlone
    case 'fragment':
      context.findings.add('notPlaced', 'A link to another place of the same page was kept as words', `${words} (${link.href})`)
      return wordsAlone
    case 'mail':
      return { ...wordsAlone, whole: { type: 'webLink', href: address.href, children: link.children } }
    case 'truncated':
      context.findings.add('proposed', 'A cut address was kept as a citation that needs its source', `${words} (${address.words})`)
      return { ...wordsAlone, citation: { type: 'citation', citation: { source: null, intent: 'supports', note: address.words } } }
    case 'web':
      break
  }
  const post = isOldSite(address, context) ? context.postAt(address) : null
  if (post !== null) return { ...wordsAlone, whole: { type: 'reference', post, children: link.children } }
  if (isOldSite(address, context)) {
    context.findings.add('notPlaced', 'A link to something of the old site that is not in the file still leads there', `${words} (${address.url})`)
    return { ...wordsAlone, whole: { type: 'webLink', href: address.url, children: link.children } }
  }
  return { ...wordsAlone, citation: citationOf(address, noteSource(address, isTitle ? words : '', context)) }
}

function hasVisibleWords(inlines: readonly Inline[]): boolean {
  return plainText(inlines).trim() !== ''
}

function resolveOne(inline: Inline, context: LinkContext): Inline[] {
  switch (inline.type) {
    case 'text':
      return inline.marks.includes('code') ? [inline] : citeBare(inline, context)
    case 'anchor':
      return []
    case 'note':
      return citationsOfNote(inline, context)
    case 'link': {
      const notes = inline.children.filter((child) => child.type === 'note')
      if (notes.length > 0) {
        const words = inline.children.filter((child) => child.type !== 'note')
        return [...resolveOne({ ...inline, children: words }, context), ...notes.flatMap((note) => resolveOne(note, context))]
      }
      const { words, citation, whole } = resolveLink(inline, context, false)
      if (!hasVisibleWords(words)) {
        context.findings.add('notPlaced', 'A link without words was dropped', inline.href)
        return words.filter((child) => child.type === 'text')
      }
      if (whole !== null) return [whole]
      return citation === null ? words : [...trimEnd(words), citation, ...trailingSpace(words)]
    }
    default:
      return [inline]
  }
}

/** A link's words often take in the space after them; the citation stands before that. */
function trailingSpace(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1)
  return last?.type === 'text' && /\s$/.test(last.text) ? [text(' ', last.marks)] : []
}

function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1)
  return last?.type === 'text' ? [...inlines.slice(0, -1), { ...last, text: last.text.trimEnd() }] : [...inlines]
}

/**
 * A footnote as citations: one for each work that it links to. Without any it is a remark of the text's own; but where its words are
 * lost, or an address in it was cut, it still needs its source.
 */
function citationsOfNote(note: Note, context: LinkContext): Inline[] {
  const label = note.label === undefined ? {} : { originalLabel: note.label }
  const children = trimInlines(note.children)
  const citations: CitationInline[] = []
  const cut: string[] = []
  const isWholeLink = children.length === 1 && children[0]?.type === 'link'
  for (const child of children) {
    if (child.type === 'text') citations.push(...citeBare(child, context).filter((inline) => inline.type === 'citation'))
    if (child.type !== 'link') continue
    const { citation, whole } = resolveLink(child, context, true)
    if (citation?.citation.source === null) cut.push(citation.citation.note ?? '')
    else if (citation !== null) citations.push(citation)
    if (whole !== null) context.findings.add('notPlaced', 'A link inside a footnote was kept as words', `${plainText(whole.children)} (${whole.type === 'webLink' ? whole.href : child.href})`)
  }
  const words = [plainText(children).replace(/\s*\n\s*/g, '\n').trim(), ...cut.filter((piece) => piece !== '')].filter(Boolean).join(' ')
  const sourced = citations.filter(({ citation }) => citation.source !== null)
  const [first, ...others] = sourced
  const title = first === undefined ? '' : (context.sources.get(first.citation.source ?? '')?.title ?? '')
  const noteField = words === '' || (isWholeLink && title === words) ? {} : { note: words }
  if (first === undefined) {
    const isRemark = words !== '' && cut.length === 0 && citations.length === 0
    context.findings.add('proposed', words === '' ? 'A footnote mark whose text is lost needs its source' : isRemark ? 'A footnote without a link was kept as a remark: give it its source, if it names one' : 'A footnote needs its source', `${note.label ?? ''} ${words}`)
    return [{ type: 'citation', citation: { source: null, intent: isRemark ? 'remark' : 'supports', ...noteField, ...label } }]
  }
  return [{ ...first, citation: { ...first.citation, ...noteField, ...label } }, ...others.map((other): CitationInline => ({ ...other, citation: { ...other.citation, ...label } }))]
}

/** Removes the space before a citation, which a mark that stands raised doesn't need. */
function closeUp(inlines: Inline[]): Inline[] {
  return inlines.map((inline, index) => (inline.type === 'text' && inlines[index + 1]?.type === 'citation' ? { ...inline, text: inline.text.replace(/[ \u00a0]+$/, '') } : inline)).filter((inline) => inline.type !== 'text' || inline.text !== '')
}

/**
 * Resolves the links and footnotes of one line: works of others become citations after the words that linked to them,
 * other imported posts become references, the rest stays a link or words. No word is lost.
 */
export function resolveLinks(inlines: readonly Inline[], context: LinkContext): Inline[] {
  return closeUp(inlines.flatMap((inline) => resolveOne(inline, context)))
}
