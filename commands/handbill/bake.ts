import { bakeNow } from '../../src/jobs/baking'
import { UsageError, type Subcommand } from './subcommand'

const say = (line: string) => process.stdout.write(`${line}\n`)

export const subcommand: Subcommand = {
  usage: '[--all]',
  help: `Writes the pages, feeds and other files that readers are served, as far as they are behind what is published.

  --all   write everything anew; it says how far it is, and continues where it was broken off`,
  needsDatabase: true,
  async run(args) {
    const unknown = args.find((word) => word !== '--all')
    if (unknown !== undefined) throw new UsageError(`"${unknown}" is not known here.`)
    let told = Date.now()
    const onProgress = (done: number, total: number): void => {
      if (Date.now() - told < 2_000 && done !== total) return
      told = Date.now()
      say(`${done} of ${total} parts baked …`)
    }
    const { written, unchanged, removed, failed } = await bakeNow({ all: args.includes('--all'), onProgress })
    say(`${written} files written, ${unchanged} unchanged, ${removed} removed.`)
    for (const { path, error } of failed) say(`Not written: ${path}: ${error instanceof Error ? error.message : String(error)}`)
    return failed.length === 0 ? 0 : 1
  },
}
