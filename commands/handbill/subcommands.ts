import type { Subcommand } from './subcommand'

type Entry = { summary: string; load: () => Promise<Subcommand> }

/** All that `npm run handbill` knows. Loaded one at a time: Payload, which most of them need, takes two seconds. */
export const subcommands: Record<string, Entry> = {
  bake: { summary: 'write the files that readers are served', load: async () => (await import('./bake')).subcommand },
  'import wxr': { summary: 'bring a WordPress export in, as drafts', load: async () => (await import('./import-wxr')).subcommand },
  'user add': { summary: 'add an account', load: async () => (await import('./user-add')).subcommand },
  verify: { summary: 'prove that log, publications and edition are as they were written', load: async () => (await import('./verify')).subcommand },
  migrate: { summary: 'bring the database up to date', load: async () => (await import('./migrate')).subcommand },
}
