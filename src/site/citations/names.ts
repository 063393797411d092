import type { Locator } from '@/record/body'
import { formatNumber } from '@/record/dates'
import { inDigits } from '@/record/digits'
import { isolated, withoutTurns } from '@/record/plain-direction'
import type { PublicSource } from '@/record/projections'
import type { Note } from '@/record/notes'
import { lookUp, type Page } from '../page'
import { baseLanguage, directionOf, wordsFor } from '../words'

/** A note's label in the digits of the page; a label that a quoted statement brought along stays as it was written. */
export function printedLabel(page: Page, note: Note): string {
  return note.label === String(note.number) ? formatNumber(note.number, page.language, page.settings) : note.label
}

/** The letter of a use: a, b, c or أ، ب، ج; after the last letter, its number. `index` counts from 0. */
export function useLetter(page: Page, index: number): string {
  const letters = baseLanguage(page.language) === 'ar' ? 'أبجدهوزحطيكلمنسعفصقرشت' : 'abcdefghijklmnopqrstuvwxyz'
  return letters.charAt(index) || formatNumber(index + 1, page.language, page.settings)
}

/** Where in a source: "p. 12". */
export function printedLocator(page: Page, locator: Locator): string {
  return wordsFor(page.language).locators[locator.label](plainPart(page, inDigits(locator.value, page.language, page.settings)))
}

/** The title and the language it is in, falling back to that of the source's entry. */
export function sourceTitle(source: PublicSource): { title: string; language: string } {
  return { title: source.title, language: source.titleLanguage ?? source.language }
}

/** Whether a note's source is private: then nothing that could point to it is shown, where it was cited or quoted included. */
export function isPrivate(page: Page, note: Note): boolean {
  return lookUp(page, 'sources', note.source)?.projection.visibility === 'private'
}

/** What a note is called in plain text where only a few words fit: its source's first creator and title. Empty for a note without a source. */
export function noteName(page: Page, note: Note): string {
  const source = lookUp(page, 'sources', note.source)?.projection
  if (!source) return ''
  if (source.visibility === 'private') return plainPart(page, source.title)
  return [source.creators[0]?.name ?? '', source.title].filter((part) => part !== '').map((part) => plainPart(page, part)).join(wordsFor(page.language).comma)
}

const LONGEST_REMARK = 160

/** The beginning of a remark, where a few words stand for it; '' for none. */
export function shortRemark(remark: string | undefined): string {
  const plain = withoutTurns(remark ?? '').replace(/\s+/g, ' ').trim()
  return plain.length <= LONGEST_REMARK ? plain : `${plain.slice(0, LONGEST_REMARK).replace(/\s+\S*$/, '')} …`
}

const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** A name or title as part of plain text: kept apart from the words round it where it runs the other way. */
function plainPart(page: Page, text: string): string {
  const other = directionOf(page.language) === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT
  return other.test(text) ? isolated(text) : withoutTurns(text)
}

/** Where in what it was published in a source stands: "vol. 4", "no. 2", "pp. 17–39". */
export function placeInContainer(page: Page, { volume, issue, pages }: Pick<PublicSource, 'volume' | 'issue' | 'pages'>): string[] {
  const { inContainer } = wordsFor(page.language)
  return Object.entries({ volume, issue, pages }).flatMap(([name, value]) => (value === undefined ? [] : withoutTurns(inContainer[name as keyof typeof inContainer](value))))
}
