import { addressOfDoi, bareDoi } from './doi'
import type { LinkProblemCode } from './link'

/** Longer pastes are whole texts, and nobody means one link of them. */
const LONGEST_PASTE = 5_000
// A joiner between two letters is spelling (Persian), anywhere else it hides something.
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<!\p{L})[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu
const WEB = /https?:[/\\]+[^\s<>"“”«»،؛]+/giu
const NOTHING_ELSE = /^https?:[/\\]+[^\s<>"“”«»،؛]+$/iu
const MARKDOWN = /\[[^\]]*\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const HREF = /<a\s[^>]*href\s*=\s*["']([^"']+)["']/gi
const HOST = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)`
const BARE = new RegExp(String.raw`^(?:\/\/)?${HOST}\.?(?::\d{1,5})?(?:[/?#]\S*)?$`, 'u')
const BARE_WITHIN = new RegExp(String.raw`(?<![\p{L}\p{N}@./:-])(?:www\.${HOST}(?::\d{1,5})?(?:[/?#][^\s<>"“”«»،؛]*)?|${HOST}(?::\d{1,5})?\/[^\s<>"“”«»،؛]+)`, 'giu')
const FILE = /^[^/]*\.(?:pdf|docx?|odt|xlsx?|csv|jpe?g|png|gif|webp|mp[34]|txt|html?|zip)$/i

/** Tells whether an address, or words that look like one, were cut: "https://gauge.example/…/may-rea…". */
export function isTruncated(address: string): boolean {
  return /…|%E2%80%A6|\.{3}$|\/\.{3}\//i.test(address)
}

const BRACKETS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Without the punctuation of a sentence around it; a closing bracket stays where the address opened it. */
function trimmed(address: string): string {
  const count = new Map<string, number>()
  for (const character of address) count.set(character, (count.get(character) ?? 0) + 1)
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? ''
    const opening = BRACKETS[last]
    if (opening === undefined ? !/[.,;:!?'"`’”»،؛؟]/u.test(last) : (count.get(opening) ?? 0) >= (count.get(last) ?? 0)) break
    count.set(last, (count.get(last) ?? 1) - 1)
  }
  return address.slice(0, end)
}

/** Without spaces at the ends of lines and lines of nothing else: patterns would look for their ends again and again. */
function lines(text: string): string {
  return text.split('\n').map((line) => line.replace(/ {2,}|\t+/g, ' ').trim()).filter((line) => line !== '').join('\n')
}

/** Puts an address together that a mail or a document broke into lines: in angle brackets (RFC 3986, appendix C), or where a line ends as no address does. */
function mended(text: string): string {
  const bracketed = text.replace(/<\s*(?:URL:)?(https?:[^<>"]*)>/gi, (_, inner: string) => (inner.includes('\n') ? `<${inner.replace(/\s+/g, '')}>` : `<${inner}>`))
  if (!/^<?https?:\S*(?:\s*\n\s*\S+)+$/i.test(bracketed)) return bracketed
  return bracketed.replace(/(\S*)[^\S\n]*\n\s*(?=(\S*))/g, (gap, line: string, next: string) => (!/^https?:/i.test(next) && (/[/?&=%#_+-]$/.test(line) || /^[/?&=%#]/.test(next) || line.length >= 60) ? line : gap))
}

/** An address whose last character isn't taken for the end of a sentence when it is pasted again; changes nothing else. */
export function sealed(address: string): string {
  const kept = trimmed(address)
  return kept === address ? address : address.slice(0, -1) + `%${address.charCodeAt(address.length - 1).toString(16).toUpperCase()}`
}

/** One link's address out of what was pasted: a link, a DOI, Markdown, HTML, or a sentence around one. Without a scheme it is taken for https. */
export function addressIn(pasted: string): { address: string } | LinkProblemCode {
  if (pasted.length > LONGEST_PASTE) return 'tooLong'
  const text = mended(lines(pasted.toWellFormed().replace(INVISIBLE, '')))
  if (text === '') return 'empty'
  const unwrapped = trimmed(text.replace(/^[<("'“”«[\s]+(?=\S)/u, '').replace(/[>\s]+$/u, '')).trim()
  const doi = bareDoi(text) ?? bareDoi(unwrapped)
  if (doi !== undefined) return { address: addressOfDoi(doi) }
  if (NOTHING_ELSE.test(text)) return oneAddress(text)
  const marked = [...text.matchAll(MARKDOWN), ...text.matchAll(HREF)].map((match) => match[1] ?? '')
  const found = marked.length > 0 ? marked : [...text.matchAll(WEB)].map(([address]) => address)
  const addresses = new Set(found.map((address) => (isTruncated(address) ? address : trimmed(address))))
  const [address] = addresses
  if (address !== undefined) return addresses.size > 1 ? 'severalLinks' : oneAddress(address)
  return withoutScheme(text, unwrapped)
}

function oneAddress(address: string): { address: string } | LinkProblemCode {
  if (isTruncated(address)) return 'truncated'
  if (/^https?:/i.test(address)) return { address: trimmed(address) }
  return withoutScheme(address, address)
}

function withoutScheme(text: string, unwrapped: string): { address: string } | LinkProblemCode {
  if (isTruncated(text) && /\//.test(text) && !/\s/.test(text)) return 'truncated'
  if (BARE.test(unwrapped)) return FILE.test(unwrapped) ? 'noLink' : { address: `https://${unwrapped.replace(/^\/\//, '')}` }
  if (/^[a-z][a-z0-9+.-]*:(?!\s)\S/i.test(unwrapped)) return 'scheme'
  const within = new Set([...text.matchAll(BARE_WITHIN)].map(([address]) => trimmed(address)))
  const [address] = within
  if (address === undefined) return /\S@\S+\.\S/.test(text) && !/\s/.test(text) ? 'scheme' : 'noLink'
  if (within.size > 1) return 'severalLinks'
  return isTruncated(address) ? 'truncated' : { address: `https://${address}` }
}
