import { setEnvironment } from '../src/env'
import { subcommands } from './handbill/subcommands'
import { type Subcommand, UsageError } from './handbill/subcommand'
import { withDatabase } from './shared/database'

const call = 'npm run handbill --'

function overview(): string {
  const width = Math.max(...Object.keys(subcommands).map((name) => name.length))
  const lines = Object.entries(subcommands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return ['Works on the newsroom from the command line.', '', ...lines, '', `${call} NAME --help says more about one of them.`, ''].join('\n')
}

function find(words: string[]): { name: string; rest: string[] } | null {
  const name = [2, 1].map((count) => words.slice(0, count).join(' ')).find((each) => Object.hasOwn(subcommands, each))
  return name === undefined ? null : { name, rest: words.slice(name.split(' ').length) }
}

async function run(name: string, rest: string[]): Promise<number> {
  const { load } = subcommands[name] as (typeof subcommands)[string]
  const subcommand: Subcommand = await load()
  const usage = `${call} ${name} ${subcommand.usage}`.trim()
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${usage}\n\n${subcommand.help}\n`)
    return 0
  }
  try {
    return await (subcommand.needsDatabase ? withDatabase(`handbill ${name}`, () => subcommand.run(rest)) : subcommand.run(rest))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    return 2
  }
}

async function main(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h') {
    process.stdout.write(overview())
    return words.length === 0 ? 2 : 0
  }
  const found = find(words)
  if (found === null) {
    process.stderr.write(`There is no "${words.join(' ')}".\n\n${overview()}`)
    return 2
  }
  return run(found.name, found.rest)
}

// What is run here works on real data as a server would, never with a developer's shortcuts.
setEnvironment({ NODE_ENV: 'production' })
const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error && error.message !== '' ? error.message : String(error)}\n`)
  return 1
})
// Payload keeps a socket open after it was told to stop.
process.exit(code)
