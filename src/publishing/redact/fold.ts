import { normaliseWords } from '../search-text'

/** A text in the form in which words are compared, and for each of its UTF-16 units the stretch of the text that it came from. */
export type Folded = { text: string; from: number[]; to: number[] }

// What is written together is folded together: a letter with its marks, as one letter may be written as two.
const CLUSTER = /[\s\S]\p{M}*/gu
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/**
 * Folds a text for comparison: case, Unicode form (NFKC), the several forms of Arabic letters, their vowel signs and the
 * lengthening stroke, digits, invisible signs; every stretch of white space, hyphens and underscores counts as one blank. Other
 * marks stay, so that `Jose` is not `José`.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] }
  for (const match of text.matchAll(CLUSTER)) {
    const [cluster] = match
    const end = match.index + cluster.length
    const word = foldCluster(cluster)
    if (word === ' ' && folded.text.endsWith(' ')) {
      folded.to[folded.to.length - 1] = end
      continue
    }
    folded.text += word
    for (let unit = 0; unit < word.length; unit += 1) {
      folded.from.push(match.index)
      folded.to.push(end)
    }
  }
  return folded
}

function foldCluster(cluster: string): string {
  if (/^[\s\p{Pd}_\u2010-\u2015]+$/u.test(cluster)) return ' '
  return normaliseWords(cluster).replace(INVISIBLE, '').toLowerCase().normalize('NFC')
}
