/** Which things of one list are which of another: pairs of their places, both rising. */
export type Pairs = [number, number][]

/** Where each thing of the base went on one side, and what is new there. */
export type Alignment = {
  /** By place in the base: its place on the side, or null where it was deleted. */
  places: (number | null)[]
  /** By gap of the base (before each thing, and after the last): the places of what the side put there. */
  inserted: number[][]
}

const MOST_CELLS = 4_000_000
const MOST_PAIRS = 10_000
/** From this share of common words on, two blocks are one that was rewritten. */
const ALIKE = 0.3

/**
 * Aligns a side with the base it began from: what is equal by a longest common subsequence, and between those the blocks
 * that were rewritten, by the words they share or, where as many stand there as before, by their place.
 * `wordsOf` gives a block's words by its place in base or side.
 */
export function align(base: readonly string[], side: readonly string[], wordsOf: (of: 'base' | 'side', place: number) => readonly string[]): Alignment {
  const pairs: Pairs = []
  let [from, sideFrom] = [0, 0]
  for (const [at, sideAt] of [...commonSubsequence(base, side), [base.length, side.length] as [number, number]]) {
    pairs.push(...rewritten(range(from, at), range(sideFrom, sideAt), wordsOf))
    if (at < base.length) pairs.push([at, sideAt])
    ;[from, sideFrom] = [at + 1, sideAt + 1]
  }
  const places: (number | null)[] = base.map(() => null)
  const isPlaced = new Set<number>()
  for (const [at, sideAt] of pairs) {
    places[at] = sideAt
    isPlaced.add(sideAt)
  }
  const gapOf = new Map(pairs.map(([at, sideAt]) => [sideAt, at + 1]))
  const inserted: number[][] = Array.from({ length: base.length + 1 }, () => [])
  let gap = 0
  for (let place = 0; place < side.length; place += 1) {
    if (isPlaced.has(place)) gap = gapOf.get(place) ?? gap
    else inserted[gap]?.push(place)
  }
  return { places, inserted }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

/** The blocks of a gap that are the same one, rewritten. */
function rewritten(base: readonly number[], side: readonly number[], wordsOf: (of: 'base' | 'side', place: number) => readonly string[]): Pairs {
  if (base.length === 0 || side.length === 0) return []
  if (base.length * side.length > MOST_PAIRS) return byPlace(base, side)
  const [baseWords, sideWords] = [base.map((place) => counted(wordsOf('base', place))), side.map((place) => counted(wordsOf('side', place)))]
  const score = table(base.length, side.length)
  const alike = (row: number, column: number): number => {
    const share = shareOf(baseWords[row], sideWords[column])
    return share >= ALIKE ? share : 0
  }
  for (let row = base.length - 1; row >= 0; row -= 1) {
    for (let column = side.length - 1; column >= 0; column -= 1) {
      const share = alike(row, column)
      const paired = share === 0 ? 0 : share + at(score, row + 1, column + 1)
      set(score, row, column, Math.max(paired, at(score, row + 1, column), at(score, row, column + 1)))
    }
  }
  const pairs: Pairs = []
  let [row, column, from, sideFrom] = [0, 0, 0, 0]
  const fill = (): void => {
    pairs.push(...byPlace(base.slice(from, row), side.slice(sideFrom, column)))
  }
  while (row < base.length && column < side.length) {
    const share = alike(row, column)
    if (share > 0 && at(score, row, column) === share + at(score, row + 1, column + 1)) {
      fill()
      pairs.push([base[row] as number, side[column] as number])
      ;[row, column] = [row + 1, column + 1]
      ;[from, sideFrom] = [row, column]
    } else if (at(score, row, column) === at(score, row + 1, column)) row += 1
    else column += 1
  }
  ;[row, column] = [base.length, side.length]
  fill()
  return pairs
}

function byPlace(base: readonly number[], side: readonly number[]): Pairs {
  return base.length === side.length ? base.map((place, index) => [place, side[index] as number]) : []
}

type Counted = { words: Map<string, number>; total: number }

function counted(words: readonly string[]): Counted {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { words: counts, total: words.length }
}

/** Twice the common words by all words: 1 for the same ones, 0 for none in common. */
function shareOf(one: Counted | undefined, other: Counted | undefined): number {
  if (one === undefined || other === undefined || one.total + other.total === 0) return 0
  let common = 0
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0)
  return (2 * common) / (one.total + other.total)
}

type Table = { cells: Float64Array; width: number }

function table(rows: number, columns: number): Table {
  return { cells: new Float64Array((rows + 1) * (columns + 1)), width: columns + 1 }
}

function at({ cells, width }: Table, row: number, column: number): number {
  return cells[row * width + column] ?? 0
}

function set({ cells, width }: Table, row: number, column: number, value: number): void {
  cells[row * width + column] = value
}

/** A longest common subsequence of two lists; of very long ones one by what occurs once in each, which is almost as long. */
export function commonSubsequence(one: readonly string[], other: readonly string[]): Pairs {
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let [end, otherEnd] = [one.length, other.length]
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1]
  const before: Pairs = range(0, start).map((place) => [place, place])
  const after: Pairs = range(end, one.length).map((place) => [place, place + otherEnd - end])
  const [rows, columns] = [end - start, otherEnd - start]
  const between = rows * columns > MOST_CELLS ? byUnique(one.slice(start, end), other.slice(start, otherEnd)) : byTable(one.slice(start, end), other.slice(start, otherEnd))
  return [...before, ...between.map(([row, column]): [number, number] => [row + start, column + start]), ...after]
}

function byTable(one: readonly string[], other: readonly string[]): Pairs {
  const length = table(one.length, other.length)
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      set(length, row, column, one[row] === other[column] ? 1 + at(length, row + 1, column + 1) : Math.max(at(length, row + 1, column), at(length, row, column + 1)))
    }
  }
  const pairs: Pairs = []
  let [row, column] = [0, 0]
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      pairs.push([row, column])
      ;[row, column] = [row + 1, column + 1]
    } else if (at(length, row + 1, column) >= at(length, row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

/** The longest rising run of pairs among what occurs once in each list. */
function byUnique(one: readonly string[], other: readonly string[]): Pairs {
  const once = (list: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>()
    const twice = new Set<string>()
    list.forEach((word, place) => (places.has(word) ? twice.add(word) : places.set(word, place)))
    for (const word of twice) places.delete(word)
    return places
  }
  const otherPlaces = once(other)
  const candidates: Pairs = [...once(one)].flatMap(([word, place]): Pairs => {
    const there = otherPlaces.get(word)
    return there === undefined ? [] : [[place, there]]
  })
  // Patience: `ends[n]` is the candidate that ends the best run of n + 1; each knows the one before it.
  const ends: number[] = []
  const previous: number[] = []
  candidates.forEach(([, there], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((candidates[ends[middle] as number]?.[1] ?? 0) < there) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] as number)
    ends[low] = index
  })
  const run: Pairs = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) run.unshift(candidates[index] as [number, number])
  return run
}
