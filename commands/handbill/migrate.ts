import { runMigrations } from 'graphile-worker'
import type { Migration } from 'payload'
import pg from 'pg'
import { setEnvironment } from '../../src/env'
import { databaseUrl, pool } from '../../src/platform/database'
import { renewLinkKeys } from '../../src/sources/renew-keys'
import { databaseState } from '../shared/database-state'
import type { Subcommand } from './subcommand'

// Any number would do; it stands for "Handbill's migrations" among the database's advisory locks.
const lock = 4_705_321

async function underLock(work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await work()
  } finally {
    await client.end()
  }
}

/** Brings the database of this process up to date: Payload's and Handbill's tables, then the queue's. Two at once wait for each other. */
export async function migrate(): Promise<void> {
  // Otherwise Payload would start its own bookkeeping of a development database.
  setEnvironment({ NODE_ENV: 'production' })
  if (!(await databaseState(databaseUrl())).isBehind) return
  await underLock(async () => {
    await runMigrations({ connectionString: databaseUrl() })
    const [{ getPayload }, { default: config }, { migrations }, { closePayload }] = await Promise.all([
      import('payload'),
      import('../../src/payload.config'),
      import('../../migrations'),
      import('../../src/platform/payload-database'),
    ])
    // Under a key of its own: what is used here is ended, and whoever runs this may need a Payload of their own afterwards.
    const payload = await getPayload({ config, key: 'migrations', disableOnInit: true })
    // Generated with the types of this database's adapter, asked for with those of any.
    await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
    await closePayload(payload)
  })
}

/** Renews what is kept of links in a form that a newer version changed, and says which records a person should merge. */
async function renewLinks(): Promise<void> {
  const { changed, same } = await renewLinkKeys(pool)
  if (changed > 0) say(`${changed} links of sources are told apart by new keys.`)
  for (const { id, title, other } of same) say(`One work, to be merged by a person: “${title}” (${id}) and “${other.title}” (${other.id}).`)
}

const say = (line: string) => process.stdout.write(`${line}\n`)

export const subcommand: Subcommand = {
  usage: '',
  help: 'Runs the migrations that the database has not had yet, renews the keys of sources’ links, and names records of one work. Safe to run at any time, also twice at once.',
  needsDatabase: true,
  async run() {
    await migrate()
    await renewLinks()
    say('The database is up to date.')
    return 0
  },
}
