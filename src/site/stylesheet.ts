import type { PublicSiteSettings } from '@/record/projections'
import { contentHash } from '@/record/content-hash'
import { SHEETS } from './styles'

const HEXADECIMAL = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/**
 * The stylesheet of a site: its file name below `/assets/`, which changes with its content, and its text. Throws a TypeError
 * for an accent that is no hexadecimal colour, since it would be able to carry any rule at all.
 */
export function stylesheet(settings: Pick<PublicSiteSettings, 'accent' | 'arabicDigits'>): { name: string; css: string } {
  const { light, dark } = settings.accent
  for (const colour of [light, dark]) if (!HEXADECIMAL.test(colour)) throw new TypeError(`not a hexadecimal colour: ${colour}`)
  // Without weight of its own, so that lists whose entries are not counted stay without marks.
  const digits = settings.arabicDigits === 'arab' ? ':where(:lang(ar) ol){list-style-type:arabic-indic}' : ''
  const css = compact(`:root{--accent:${light}}@media (prefers-color-scheme:dark){:root{--accent:${dark}}}${SHEETS.join('\n')}${digits}`)
  return { name: `site.${contentHash(css).slice(0, 12)}.css`, css }
}

/** Drops comments and the blanks that no rule needs. The sheets keep `: ` for declarations, never inside a selector. */
export function compact(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}
