import { DEFAULT_SETTINGS } from '@/collaboration/notices/settings'
import { saveSettings } from '@/collaboration/notices/settings-store'
import { inTransaction } from '@/platform/database'

/**
 * Leaves in the demo's inboxes what there is to do now, not half a year of news, and mails nobody: the accounts' addresses are
 * invented.
 */
export async function settleNotices(people: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.query(
      `delete from handbill.unnoticed where event in (
         select event.id from handbill.review_events event left join handbill.review_runs run on run.id = event.run where run.id is null or run.ended_at is not null)`,
    )
    for (const person of people) await saveSettings(tx, person, { ...DEFAULT_SETTINGS, review: 'inbox', talk: 'inbox', publishing: 'inbox', followUps: 'inbox' })
  })
}
