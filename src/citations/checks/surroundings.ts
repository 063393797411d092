import { blockFields, inlineRuns, wordsOf } from '@/review/projection-text'
import { claimsIn } from '@/review/scopes'
import { presentText, type StoredText } from '@/rich-text/present'
import type { StoredCitations } from '../stored'

/** A paragraph with the sentence in it that a citation follows: what stands before that, itself, and what stands behind. */
export type Surroundings = { before: string; sentence: string; after: string }

/** The paragraph round each citation of a stored text, by key. `language`: BCP 47, for the ends of sentences. */
export function surroundingsIn(text: unknown, citations: StoredCitations, language: string): Map<string, Surroundings> {
  const { body } = presentText(text as StoredText, new Map(), new Set(), citations)
  const sentences = new Map(claimsIn({ body, language }).map(({ key, claim }) => [key, claim]))
  const found = new Map<string, Surroundings>()
  for (const [, blocks] of blockFields({ body })) {
    for (const run of blocks.flatMap(inlineRuns)) {
      const { words, marks } = wordsOf(run)
      for (const { key, at } of marks) {
        if (!found.has(key)) found.set(key, split(words, sentences.get(key) ?? '', at))
      }
    }
  }
  return found
}

function split(words: string, sentence: string, at: number): Surroundings {
  // A sentence begins at its mark or before it, but for a mark that stands at the very start.
  const start = words.lastIndexOf(sentence, at)
  if (sentence === '' || start === -1) return { before: words.slice(0, at), sentence: '', after: words.slice(at) }
  return { before: words.slice(0, start), sentence, after: words.slice(start + sentence.length) }
}
