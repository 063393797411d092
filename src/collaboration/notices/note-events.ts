import { database, inTransaction, type Queryable } from '@/platform/database'
import { logger } from '@/platform/logger'
import { RULES } from './kinds'
import { recipientsOf, type NoticeEvent } from './recipients'
import { readSettings } from './settings-store'
import { loadSituation } from './situation'
import { planOf } from './timing'

/**
 * Makes notices of every event that waits, each in one transaction with its leaving the list: however this ends, an event becomes
 * notices once. An event that fails keeps no other from being told.
 *
 * @throws where some failed; they wait on.
 */
export async function noteEvents(): Promise<void> {
  const { rows } = await database().query<{ event: string }>('select event from handbill.unnoticed order by event')
  const failed: unknown[] = []
  for (const { event } of rows) {
    try {
      await inTransaction((tx) => noteEvent(tx, event))
    } catch (error) {
      failed.push(error)
      logger.error('Nobody could be told of an event', { event, error })
      await database().query('update handbill.unnoticed set failures = failures + 1 where event = $1', [event])
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} events could not be made notices`)
}

type EventRow = Omit<NoticeEvent, 'details'> & { details: Record<string, unknown> | null }

async function noteEvent(tx: Queryable, id: string): Promise<void> {
  // Whoever else is at it now waits here, and then finds it gone.
  const { rowCount } = await tx.query('delete from handbill.unnoticed where event = $1', [id])
  if (rowCount !== 1) return
  const { rows } = await tx.query<EventRow>('select id, collection, document, run, kind, by, at, details from handbill.review_events where id = $1', [id])
  if (rows[0] === undefined) return
  const event: NoticeEvent = { ...rows[0], details: rows[0].details ?? {} }
  const situation = await loadSituation(tx, event)
  const told = situation === null ? null : recipientsOf(situation)
  if (told === null || told.people.length === 0) return
  const settings = await readSettings(tx, told.people)
  const { topic } = RULES[told.kind]
  for (const [person, how] of settings) {
    const plan = planOf(how, topic, event.at)
    await tx.query(
      `insert into handbill.notices (person, event, kind, topic, collection, document, by, at, mail_state, mail_mode, mail_after)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (event, person) do nothing`,
      [person, event.id, told.kind, topic, event.collection, event.document, event.by, event.at, plan === null ? 'none' : 'due', plan?.mode ?? null, plan?.after ?? null],
    )
  }
}
