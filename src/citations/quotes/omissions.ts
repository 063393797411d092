import type { Folded } from './fold'
import { foldedPlaces, soughtOf, type FoldedPlace, type Sought } from './places'

/** Marks of omission in a folded text, where "…" became three points. */
const OMISSION = /\s*[[(]\s*\.{3,}\s*[\])]\s*|\s*\.{3,}\s*/
/** Words with fewer letters stand everywhere. */
const FEWEST_LETTERS = 4
/** Units that may be left out between two parts: a page or so. More is another passage. */
const LONGEST_OMISSION = 5_000
const MOST_COMPARED = 100_000
const MOST_CHAINS = 200

/** The parts of a quote between its marks of omission, or null where it has none, or a part says too little. */
export function partsOf(sought: Sought): Sought[] | null {
  const words = sought.words.split(OMISSION)
  const parts = words.filter((part) => part !== '')
  if (words.length < 2 || parts.some((part) => (part.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST_LETTERS)) return null
  // A part begins and ends with a word of its own; only the outer edges may have been cut within one.
  return parts.map((part, index) => ({
    ...soughtOf({ exact: part, prefix: '', suffix: '' }),
    joinsBefore: index === 0 && words[0] !== '' && sought.joinsBefore,
    joinsBehind: index === parts.length - 1 && words.at(-1) !== '' && sought.joinsBehind,
  }))
}

/** Every place where the parts stand in their order, none of them far from the next; null where they are too many to say. */
export function omissionPlaces(text: Folded, parts: Sought[]): FoldedPlace[] | null {
  const [first, ...others] = parts.map((part) => foldedPlaces(text, part))
  if (first == null) return null
  let chains = first
  for (const places of others) {
    if (places === null || chains.length * places.length > MOST_COMPARED) return null
    const longer = chains.flatMap(({ from, to }) => places.filter((place) => place.from >= to && place.from - to <= LONGEST_OMISSION).map((place) => ({ from, to: place.to })))
    chains = [...new Map(longer.map((chain) => [`${chain.from} ${chain.to}`, chain])).values()]
    if (chains.length > MOST_CHAINS) return null
  }
  return chains
}
