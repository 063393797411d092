import { RESERVED_SEGMENTS } from '@/record/paths'

/** Longest slug in characters: as a file name in UTF-8, with its endings, it stays below 255 octets in any script. */
export const SLUG_LENGTH = 80

const SLUG = /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u
// Arabic vowel marks and the tatweel carry no meaning in an address.
const SILENT_MARKS = /[\u064B-\u065F\u0670\u0640]/gu

/** A slug made of a title: NFC, lower case, in the title's own script; '' if the title has no letter or digit. */
export function slugify(title: string): string {
  const words = title.normalize('NFC').replace(SILENT_MARKS, '').toLowerCase().replace(/['’]/gu, '').split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > SLUG_LENGTH) break
    slug = longer
  }
  return slug === '' ? (words[0] ?? '').slice(0, SLUG_LENGTH) : slug
}

/** Why `slug` can't be an address, as a sentence for the editor; null if it can. `isAtRoot`: for pages, which live at `/{slug}`. */
export function slugProblem(slug: string, options: { isAtRoot?: boolean; languages?: readonly string[] } = {}): string | null {
  if (slug.length > SLUG_LENGTH) return `An address has at most ${SLUG_LENGTH} characters.`
  if (slug !== slug.normalize('NFC')) return 'An address must be in normal form C of Unicode.'
  if (slug !== slug.toLowerCase()) return 'An address is written in lower case.'
  if (!SLUG.test(slug)) return 'An address has letters, digits and single hyphens only.'
  if (options.isAtRoot && (RESERVED_SEGMENTS as readonly string[]).includes(slug)) return 'This address is used by the site itself.'
  if (options.isAtRoot && options.languages?.includes(slug)) return 'This address is used by a language of the site.'
  return null
}
