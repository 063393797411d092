import { linesOf, plainText, type Block, type Inline, type Link, type Paragraph } from '../html/tree'
import { writtenDate } from './dates'

/** Where someone else's text was first published, as its "Source: …" line tells. Absent fields weren't told. */
export type Attribution = { words: string; publisher: string; title: string; author: string; href: string; publishedOn: string; licence: string; permission: string }

const MARKS = /^\s*(?:source|original source|originally (?:published|posted|appeared)(?: (?:at|in|on|by))?|first published(?: (?:at|in|on|by))?|(?:re(?:published|posted|printed)|cross-?posted) from|المصدر|نقل[اً]*\s+عن|نُشر(?:ت)? (?:أصلًا|أولًا) في)\s*[:：]\s*/iu
const MARKS_WITHOUT_COLON = /^\s*(?:originally (?:published|posted|appeared) (?:at|in|on|by)|first published (?:at|in|on|by)|(?:re(?:published|posted|printed)|cross-?posted) from)\s+/iu
const PERMISSION = /^\s*((?:re(?:posted|published|printed|produced)|cross-?posted) with (?:\w+ )?permission[^.\n]*)\.?/iu
const LICENCE = /\b(CC0(?: 1\.0)?|CC[ -]BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?(?: \d\.\d)?)\b/
const QUOTED = /[“«„‘"]([^”»“’"]{2,300})[”»“’"]/
const LEADING = 3
const TRAILING = 2
const PUBLISHER_WORDS = 6

function linksIn(inlines: readonly Inline[]): Link[] {
  return inlines.flatMap((inline) => (inline.type === 'link' ? [inline] : 'children' in inline ? linksIn(inline.children) : []))
}

function trimmed(words: string): string {
  return words.replace(/^[\s,.;:،|/()\p{Pd}]+|[\s,;:،|/()\p{Pd}]+$/gu, '').replace(/\s+/g, ' ')
}

function readLine(rest: string, href: string, words: string, postTitle: string): Attribution {
  const date = writtenDate(rest)
  const licence = LICENCE.exec(rest)?.[1] ?? ''
  let left = rest.replace(date?.words ?? '', ' ').replace(licence, ' ').replace(/https?:\/\/\S+/g, ' ')
  const author = /(?:^|[,;]\s*|\s)by\s+(\p{Lu}[^,;“"«(]{2,80})/u.exec(left)?.[1] ?? ''
  if (author !== '') left = left.replace(new RegExp(`by\\s+${author.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`), ' ')
  const quoted = QUOTED.exec(left)
  const remaining = trimmed(quoted === null ? left : `${left.slice(0, quoted.index)} ${left.slice(quoted.index + quoted[0].length)}`)
  const isTitle = quoted === null && (remaining === postTitle || remaining.split(' ').length > PUBLISHER_WORDS)
  return {
    words,
    publisher: isTitle ? '' : remaining,
    title: quoted !== null ? trimmed(quoted[1] ?? '') : isTitle ? remaining : '',
    author: trimmed(author.replace(/\s+on\b[\s.]*$/, '')),
    href: href === '' ? (/https?:\/\/\S+/.exec(rest)?.[0]?.replace(/[.,;)]+$/, '') ?? '') : href,
    publishedOn: date?.date ?? '',
    licence,
    permission: '',
  }
}

/** Tells whether every word of the line stands in one of the fields, so that the line itself says nothing more. */
function isWholly(attribution: Attribution, rest: string): boolean {
  const known = [attribution.publisher, attribution.title, attribution.author, attribution.licence, writtenDate(rest)?.words ?? '', 'by'].join(' ')
  const wordsOf = (value: string) => value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const knownWords = new Set(wordsOf(known))
  return attribution.publisher !== '' && attribution.href !== '' && wordsOf(rest.replace(/https?:\/\/\S+/g, '')).every((word) => knownWords.has(word))
}

/**
 * Finds the line by which a reposted text names where it comes from, among its first and last paragraphs. `blocks` come
 * back without the line where all of it is in the fields and other text remains; else the line stays as well.
 */
export function findAttribution(blocks: readonly Block[], postTitle: string): { attribution: Attribution; blocks: Block[] } | null {
  const worded = blocks.filter((block) => linesOf(block).some((line) => plainText(line).trim() !== ''))
  const candidates = worded.filter((block, index) => {
    const isAtEdge = index < LEADING || index >= worded.length - TRAILING
    const before = blocks[blocks.indexOf(block) - 1]
    // "Source: …" below an image or a table is about that alone.
    const isOfWhole = before?.type !== 'image' && before?.type !== 'table' && before?.type !== 'embed'
    return isAtEdge && isOfWhole && block.type === 'paragraph'
  }) as Paragraph[]
  const permission = worded.slice(0, LEADING + 1).map((block) => PERMISSION.exec(plainText(linesOf(block)[0] ?? []))?.[1]).find((found) => found !== undefined) ?? ''
  for (const candidate of candidates) {
    const words = plainText(candidate.children).replace(/\s+/g, ' ').trim()
    const mark = MARKS.exec(words)?.[0] ?? (words.length < 300 ? MARKS_WITHOUT_COLON.exec(words)?.[0] : undefined)
    if (mark === undefined) continue
    const rest = words.slice(mark.length)
    const attribution = { ...readLine(rest, linksIn(candidate.children)[0]?.href ?? '', words, postTitle), permission }
    const isMoved = isWholly(attribution, rest) && worded.length > 1
    return { attribution, blocks: isMoved ? blocks.filter((block) => block !== candidate) : [...blocks] }
  }
  return null
}
