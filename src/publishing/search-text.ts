import { blockFields, blockWords, type Projection } from '@/review/projection-text'

const MAX_CHARACTERS = 250_000
const SPOKEN = ['standfirst', 'shortVersion', 'text', 'description', 'role', 'bio', 'publisher', 'container', 'titleTranslated', 'note'] as const

/**
 * Words as search compares them, at publishing and in queries alike: one form for the letters that Arabic writes in
 * several (alef with its signs, alef maqsura, Persian kaf and yeh), no vowel signs or lengthening stroke, one kind of digits.
 */
export function normaliseWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200C-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06CC]/g, '\u064A')
    .replace(/\u06A9/g, '\u0643')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}

/** What a publication is found by: its title on the first line, which counts most, then its words. */
export function searchTextOf(title: string, projection: Projection): string {
  const fields = SPOKEN.flatMap((name) => (typeof projection[name] === 'string' ? [projection[name]] : []))
  const blocks = blockFields(projection).flatMap(([, list]) => list.map(blockWords))
  const account = projection.account !== null && typeof projection.account === 'object' ? Object.values(projection.account).filter((value) => typeof value === 'string') : []
  const rest = [...fields, ...account, ...blocks].join('\n')
  return normaliseWords(`${title.replaceAll('\n', ' ')}\n${rest}`).slice(0, MAX_CHARACTERS).replaceAll('\u0000', '')
}

/** PostgreSQL's text search configuration for a language: the stemmer where there is one that publications are indexed with. */
export function searchConfiguration(language: string): 'english' | 'arabic' | 'simple' {
  const primary = language.split('-')[0]
  return primary === 'en' ? 'english' : primary === 'ar' ? 'arabic' : 'simple'
}
