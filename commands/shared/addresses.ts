import { env } from '../../src/env'
import { databaseState } from './database-state'
import { keptDemoPassword } from './demo-password'

/** Says where the newsroom is to be found, and who can sign in. */
export async function tellAddresses(url: string, say: (line: string) => void): Promise<void> {
  const { siteUrl, adminUrl } = env()
  const { hasUsers, hasDemoAccounts } = await databaseState(url)
  say(['', `  Site   ${siteUrl}`, `  Desk   ${adminUrl}/admin`, `  Feeds  ${siteUrl}/feeds`].join('\n'))
  if (hasDemoAccounts) {
    say(`\n  Demo accounts: admin@, publisher@, editor@, contributor@, sources@, care@, legal@, copy@ demo.example`)
    say(`  Their password: ${keptDemoPassword() ?? 'the one with which they were made'}`)
  } else if (!hasUsers) {
    say('\n  Nobody can sign in yet. Add the first account:\n  npm run handbill -- user add --email you@example.org --name "Your Name" --role administrator')
  }
  say('\n  Ctrl-C stops everything.\n')
}
