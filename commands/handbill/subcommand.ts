/** One word, or two, after `npm run handbill --`. */
export type Subcommand = {
  /** What follows the words, as the help shows it: `FILE [--media DIR]`. */
  usage: string
  /** What `--help` says below the usage line. */
  help: string
  /** Whether the embedded database is to be running where DATABASE_URL is unset. */
  needsDatabase: boolean
  /** Gets the words after the subcommand's own. Returns the exit code; a thrown `Error` is printed as its message, exit code 1. */
  run(args: string[]): Promise<number>
}

/** Thrown for words that a subcommand does not take: printed with its usage, exit code 2. */
export class UsageError extends Error {}
