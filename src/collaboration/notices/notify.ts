import { database, type Queryable } from '@/platform/database'
import { sendMail } from '@/platform/send-mail'
import { mailNotices, nextMailAt } from './mails'
import { noteEvents } from './note-events'

/**
 * Tells people of all that waits: makes notices of events, and mails those that are due. Carries nothing, so that one run serves
 * every event before it and a lost one loses nothing. Returns when there will next be something to mail, or null.
 *
 * @throws where an event could not be made notices; everything else has been done by then.
 */
export async function notify({ send = sendMail, signal }: { send?: typeof sendMail; signal?: AbortSignal } = {}): Promise<Date | null> {
  let failure: unknown = null
  try {
    await noteEvents()
  } catch (error) {
    failure = error
  }
  await mailNotices(send, signal)
  if (failure !== null) throw failure
  return nextMailAt()
}

/** Asks the worker to tell people of what waits; it starts once this transaction has committed. */
export async function askForNotices(tx: Queryable): Promise<void> {
  await tx.query(`select graphile_worker.add_job('notify', '{}'::json, queue_name := 'notices')`)
}

/** Whether something waits for which no job stands, as after one was lost. */
export async function areNoticesDue(at: Date): Promise<boolean> {
  const { rows } = await database().query<{ due: boolean }>(
    `select (exists (select from handbill.unnoticed)
        or exists (select from handbill.notices where mail_state = 'due' and mail is null and mail_after <= $1)
        or exists (select from handbill.notice_mails where sent_at is null and failed_at is null and next_try_at <= $1))
      and not exists (select from graphile_worker.jobs where task_identifier = 'notify' and attempts < max_attempts and run_at <= $1) as due`,
    [at],
  )
  return rows[0]?.due === true
}
