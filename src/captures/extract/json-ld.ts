/** One thing that a page describes in JSON-LD. */
export type Thing = Record<string, unknown>

const LONGEST_SCRIPT = 1_000_000
const MOST_THINGS = 500

/** The things that scripts of JSON-LD describe, outer before inner. Broken scripts are passed over. */
export function thingsIn(scripts: readonly string[]): Thing[] {
  const things: Thing[] = []
  const waiting: unknown[] = []
  for (const script of scripts) {
    if (script.length > LONGEST_SCRIPT) continue
    try {
      waiting.push(JSON.parse(script))
    } catch {
      continue
    }
  }
  while (waiting.length > 0 && things.length < MOST_THINGS) {
    const next = waiting.shift()
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS))
    else if (next !== null && typeof next === 'object') {
      things.push(next as Thing)
      waiting.push((next as Thing)['@graph'], (next as Thing).mainEntity)
    }
  }
  return things
}

/** The types of a thing, without the address of their vocabulary. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^https?:\/\/schema\.org\//, '')] : []))
}

/** The first text of a value that may be a text, a thing with a name, or a list of either. */
export function nameOf(value: unknown): string | undefined {
  return namesOf(value)[0]
}

export function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((each) => {
    if (typeof each === 'string') return [each]
    const name = each !== null && typeof each === 'object' ? (each as Thing).name : undefined
    return typeof name === 'string' ? [name] : []
  })
}
