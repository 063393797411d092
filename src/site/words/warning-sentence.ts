/** Sentences that say what a text or a part of it holds: short, specific, built from the terms of the warning vocabulary. */
import type { Depiction, Warning } from '@/record/body'
import { termsByGravity, type WarnedPart } from '@/record/warning-policy'
import { plural, type ArabicForm } from './plural'
import { baseLanguage } from './index'

export type Subject = 'article' | 'post' | 'exchange' | 'page' | 'campaign'
/** The label of a term by its id, in the language of the sentence; null for a term that is not public. */
export type TermLabel = (term: string) => string | null
/** Prints a count in the digits of the page. */
export type PrintNumber = (value: number) => string
export type Holding = { subject: Subject; warnings: readonly Warning[]; parts: readonly WarnedPart[] }

type Manner = 'mentions' | 'describes' | 'describesInDetail' | 'shows' | 'plays'
type Clauses = [Manner, string[]][]
type Sentences = {
  label: (label: string) => string
  clause: Record<Manner, (labels: string[]) => string>
  images: (count: number, print: PrintNumber, labels: string[]) => string
  document: (subject: Subject, clauses: string[], images: string | null) => string
  part: (clauses: string[]) => string
}

const MANNERS: readonly Manner[] = ['shows', 'plays', 'describesInDetail', 'describes', 'mentions']

function mannerOf(warning: Pick<Warning, 'depiction' | 'intensity'>): Manner {
  const byDepiction: Record<Exclude<Depiction, 'described'>, Manner> = { mentioned: 'mentions', shown: 'shows', audible: 'plays' }
  if (warning.depiction !== 'described') return byDepiction[warning.depiction]
  return warning.intensity === 'brief' ? 'describes' : 'describesInDetail'
}

/** Each term once, under its gravest manner; terms without a label are left out. */
function clausesOf(warnings: readonly Warning[], label: TermLabel, without: ReadonlySet<string>): Clauses {
  const seen = new Set(without)
  return MANNERS.flatMap((manner): Clauses => {
    const terms = termsByGravity(warnings.filter((warning) => mannerOf(warning) === manner)).filter((term) => !seen.has(term))
    terms.forEach((term) => seen.add(term))
    const labels = labelsOf(terms, label)
    return labels.length > 0 ? [[manner, labels]] : []
  })
}

const labelsOf = (terms: readonly string[], label: TermLabel): string[] => terms.flatMap((term) => label(term) ?? [])

/** "Torture or ill-treatment" as it stands inside a sentence; names and abbreviations keep their capitals. */
const inSentence = (label: string): string => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const englishList = (items: string[]): string => new Intl.ListFormat('en-GB').format(items)

const english: Sentences = {
  label: inSentence,
  clause: {
    mentions: (labels) => `mentions ${englishList(labels)}`,
    describes: (labels) => `describes ${englishList(labels)}`,
    describesInDetail: (labels) => `describes in detail ${englishList(labels)}`,
    shows: (labels) => `shows ${englishList(labels)}`,
    plays: (labels) => `lets you hear ${englishList(labels)}`,
  },
  images: (count, print, labels) => {
    const number = NUMBER_WORDS[count] ?? print(count)
    return `${number} ${plural('en', count, { one: 'image shows', other: 'images show' })} ${englishList(labels)}`
  },
  document: (subject, clauses, images) => (clauses.length > 0 ? `This ${subject} ${[englishList(clauses), images].filter(Boolean).join('; ')}.` : `In this ${subject}, ${images}.`),
  part: (clauses) => `${capitalised(englishList(clauses))}.`,
}

const repeated = (preposition: string, labels: string[]): string => labels.map((label) => preposition + label).join('، و')
const arabicSubjects: Record<Subject, string> = { article: 'في هذا المقال', post: 'في هذا المنشور', exchange: 'في هذه المحاورة', page: 'في هذه الصفحة', campaign: 'في هذه الحملة' }

const arabic: Sentences = {
  label: (label) => label,
  clause: {
    mentions: (labels) => `إشارة ${repeated('إلى ', labels)}`,
    describes: (labels) => `حديث ${repeated('عن ', labels)}`,
    describesInDetail: (labels) => `حديث مفصّل ${repeated('عن ', labels)}`,
    shows: (labels) => `مشاهد فيها ${labels.join('، و')}`,
    plays: (labels) => `أصوات فيها ${labels.join('، و')}`,
  },
  images: (count, print, labels) => {
    const n = print(count)
    const images = plural<ArabicForm>('ar', count, { zero: 'صور فيها', one: 'صورة فيها', two: 'صورتان فيهما', few: `${n} صور فيها`, many: `${n} صورة فيها`, other: `${n} صورة فيها` })
    return `${images} ${labels.join('، و')}`
  },
  document: (subject, clauses, images) => `${arabicSubjects[subject]} ${[...clauses, ...(images ? [images] : [])].join('، و')}.`,
  part: (clauses) => `${clauses.join('، و')}.`,
}

const SENTENCES: Readonly<Record<string, Sentences>> = { en: english, ar: arabic }
const sentencesFor = (language: string): Sentences => SENTENCES[baseLanguage(language)] ?? english

/**
 * What a whole text holds, its warned passages and images included: "This article describes torture or ill-treatment; two
 * images show bodies or human remains." Null when there is nothing to say, or no term has a label.
 */
export function documentSentence(language: string, holding: Holding, label: TermLabel, print: PrintNumber): string | null {
  const sentences = sentencesFor(language)
  const labelled: TermLabel = (term) => mapped(label(term), sentences.label)
  const images = holding.parts.filter((part) => part.kind === 'image')
  const imageTerms = termsByGravity(images.flatMap((part) => part.warnings))
  const shownInImages = new Set(imageTerms)
  const inText = [...holding.warnings, ...holding.parts.filter((part) => part.kind === 'passage').flatMap((part) => part.warnings)]
  const clauses = clausesOf(inText.filter((warning) => warning.depiction !== 'shown' || !shownInImages.has(warning.term)), labelled, new Set())
  const imageLabels = labelsOf(imageTerms, labelled)
  if (clauses.length === 0 && imageLabels.length === 0) return null
  return sentences.document(
    holding.subject,
    clauses.map(([manner, labels]) => sentences.clause[manner](labels)),
    imageLabels.length > 0 ? sentences.images(images.length, print, imageLabels) : null,
  )
}

/** What one passage, image or post holds: "Describes in detail sexual violence." Null when no term has a label. */
export function partSentence(language: string, warnings: readonly Warning[], label: TermLabel): string | null {
  const sentences = sentencesFor(language)
  const clauses = clausesOf(warnings, (term) => mapped(label(term), sentences.label), new Set())
  return clauses.length > 0 ? sentences.part(clauses.map(([manner, labels]) => sentences.clause[manner](labels))) : null
}

const mapped = (text: string | null, map: (text: string) => string): string | null => (text === null ? null : map(text))
