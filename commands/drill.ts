const HELP = `npm run drill -- [DRILL …]

Long runs of faults and random steps, too long for the tests: each says what it tried and what it found. Without a name, all of them:
`

/** A drill: says how it goes line by line, and returns what went wrong, one sentence each; nothing if all held. */
export type Drill = { what: string; run(say: (line: string) => void): Promise<string[]> }

/** The drills by name; each is loaded when it is run. */
const DRILLS: Record<string, () => Promise<{ drill: Drill }>> = {
  review: () => import('./drill/review'),
  together: () => import('./drill/together'),
  releases: () => import('./drill/releases'),
  captures: () => import('./drill/captures'),
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const words = process.argv.slice(2)
const unknown = words.find((word) => !(word in DRILLS) && word !== '--help')
if (words.includes('--help') || unknown !== undefined) {
  const lines = await Promise.all(Object.entries(DRILLS).map(async ([name, load]) => `  ${name}: ${(await load()).drill.what}\n`))
  const help = HELP + lines.join('')
  if (unknown === undefined) process.stdout.write(help)
  else process.stderr.write(`There is no drill “${unknown}”.\n\n${help}`)
  process.exit(unknown === undefined ? 0 : 2)
}

let wrong = 0
for (const name of words.length === 0 ? Object.keys(DRILLS) : words) {
  const { drill } = await (DRILLS[name] as () => Promise<{ drill: Drill }>)()
  say(`${name}: ${drill.what}`)
  const found = await drill.run((line) => say(`  ${line}`))
  for (const line of found) say(`  WRONG: ${line}`)
  say(found.length === 0 ? `  All held.` : `  ${found.length} went wrong.`)
  wrong += found.length
}
process.exit(wrong === 0 ? 0 : 1)
