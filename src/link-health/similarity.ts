import { createHash } from 'node:crypto'

/** A text boiled down to the smallest hashes of its runs of words: enough to say how alike two are, and none of its words. */
export type Sketch = { hashes: number[]; words: number }

/** Words in a run. */
const RUN = 4
/** Hashes that are kept: the estimate is then off by some six percent, and the thresholds lie far apart. */
const KEPT = 256
// Arabic vowel signs and tatweel, which sites add and leave out between two editions of one page.
const UNSPOKEN = /[\u0610-\u061A\u0640\u064B-\u065F\u0670]/g

/** Makes the sketch of a text (bottom-k of its word shingles; Broder 1997). */
export function sketchOf(text: string): Sketch {
  const words = text.normalize('NFKC').replace(UNSPOKEN, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = new Set<number>()
  const length = Math.min(RUN, words.length)
  for (let start = 0; length > 0 && start + length <= words.length; start += 1) hashes.add(hashOf(words.slice(start, start + length).join(' ')))
  return { hashes: [...hashes].sort((one, other) => one - other).slice(0, KEPT), words: words.length }
}

/** How alike two texts are, from 0 to 1: the share of runs of words that both have, estimated. Two empty ones are alike. */
export function similarity(one: Sketch, other: Sketch): number {
  const union = [...new Set([...one.hashes, ...other.hashes])].sort((a, b) => a - b).slice(0, KEPT)
  if (union.length === 0) return 1
  const [inOne, inOther] = [new Set(one.hashes), new Set(other.hashes)]
  return union.filter((hash) => inOne.has(hash) && inOther.has(hash)).length / union.length
}

function hashOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0)
}
