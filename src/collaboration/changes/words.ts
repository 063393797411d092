import { diffArrays } from 'diff'
import type { Inline, Mark } from '@/record/body'

/** A word, the space or the sign between two, or a citation mark, with the form that it has. */
export type Token = { text: string; marks: readonly Mark[]; citation?: string }

/** A stretch of a text as it was and is: kept, gone or new. `citation` names the citation whose mark stands there. */
export type Piece = { op: 'same' | 'gone' | 'new'; text: string; citation?: string }

/** A stretch whose words are the same and whose form is not. */
export type FormChange = { words: string; before: readonly Mark[]; after: readonly Mark[] }

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    made = new Intl.Segmenter('en', { granularity: 'word' })
  }
  segmenters.set(language, made)
  return made
}

/** The tokens of a plain text, by the word boundaries of its language. */
export function tokensOfText(text: string, language: string): Token[] {
  return Array.from(segmenter(language).segment(text), ({ segment }) => ({ text: segment, marks: [] }))
}

/** The tokens of some inlines, those inside links and references included. */
export function tokensOfInlines(inlines: readonly Inline[], language: string): Token[] {
  return inlines.flatMap((inline): Token[] => {
    if (inline.type === 'text') return tokensOfText(inline.text, language).map((token) => ({ ...token, marks: inline.marks ?? [] }))
    if (inline.type === 'lineBreak') return [{ text: '\n', marks: [] }]
    if (inline.type === 'citation') return [{ text: '', marks: [], citation: inline.key }]
    return tokensOfInlines(inline.children, language)
  })
}

/** What changed between two lists of tokens: the pieces in reading order, and what changed in form alone. */
export function compareTokens(before: readonly Token[], after: readonly Token[]): { pieces: Piece[]; forms: FormChange[] } {
  const pieces: Piece[] = []
  const forms: FormChange[] = []
  let at = 0
  for (const { value, added, removed } of diffArrays<Token>([...before], [...after], { comparator: (one, other) => one.text === other.text && one.citation === other.citation })) {
    for (const token of value) {
      // Of what is the same in both, jsdiff hands back the newer one.
      const old = before[at]
      if (!added) at += 1
      addPiece(pieces, added ? 'new' : removed ? 'gone' : 'same', token)
      if (!added && !removed && old !== undefined && String(old.marks) !== String(token.marks)) addForm(forms, token.text, old.marks, token.marks)
    }
  }
  return { pieces, forms }
}

function addPiece(pieces: Piece[], op: Piece['op'], { text, citation }: Token): void {
  const last = pieces.at(-1)
  if (citation !== undefined) pieces.push({ op, text: '', citation })
  else if (last !== undefined && last.op === op && last.citation === undefined) last.text += text
  else pieces.push({ op, text })
}

function addForm(forms: FormChange[], words: string, before: readonly Mark[], after: readonly Mark[]): void {
  const last = forms.at(-1)
  if (last !== undefined && String(last.before) === String(before) && String(last.after) === String(after)) last.words += words
  else forms.push({ words, before, after })
}
