import { existsSync } from 'node:fs'
import type { SendMailOptions } from 'nodemailer'
import pg from 'pg'
import { now } from '@/platform/clock'
import { dataPath } from '@/platform/data-directory'
import { database, databaseUrl, inTransaction, pool, type Queryable } from '@/platform/database'
import { logger } from '@/platform/logger'
import type { MailOutcome, sendMail } from '@/platform/send-mail'
import { contentOf, type NoticeMail } from './mail-content'

/** Stands for "whoever mails notices" among the database's advisory locks. */
const MAILING = 4_705_324
/** How often a mail may have been handed over without our knowing. */
const MOST_UNKNOWN = 2
const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1_440]
const MINUTE_MS = 60_000

type Send = typeof sendMail

/**
 * Mails what is due, a batch at a time. A batch and the mark that it is under way are committed before it is sent, and the mark that
 * it was sent after: so where this process is killed in between, it is sent again, once, under the same Message-ID. A mail thus
 * arrives at least once and at most twice; where it was cut off twice on its way, it may not arrive at all, and the inbox alone has
 * it. While another process is at it, this one leaves it to that.
 */
export async function mailNotices(send: Send, signal?: AbortSignal): Promise<void> {
  const next = await nextMailAt()
  if (next === null || next > now()) return
  // A connection of its own, whose lock ends with this process however that ends.
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'handbill-mailing' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [MAILING])
    if (rows[0]?.free !== true) return
    await inTransaction(gather)
    await sendOpen(send, signal)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** When there is next something to mail; null where nothing waits. */
export async function nextMailAt(): Promise<Date | null> {
  const { rows } = await database().query<{ at: Date | null }>(
    `select least((select min(mail_after) from handbill.notices where mail_state = 'due' and mail is null),
       (select min(next_try_at) from handbill.notice_mails where sent_at is null and failed_at is null)) as at`,
  )
  return rows[0]?.at ?? null
}

/** The files in which mails about a document are kept where no mail server is set, as absolute paths: its title stands in them. */
export async function keptMailsAbout(db: Queryable, collection: string, document: string): Promise<string[]> {
  const { rows } = await db.query<{ mail: string }>('select distinct mail from handbill.notices where collection = $1 and document = $2 and mail is not null order by mail', [collection, document])
  return rows.map(({ mail }) => dataPath('mail', `${fileName(mail)}.eml`)).filter((path) => existsSync(path))
}

function fileName(mail: string): string {
  return `notice-${mail}`
}

/** Makes batches of what is due: the notices of a person about one document, or with the daily mail all of a person's. */
async function gather(tx: Queryable): Promise<void> {
  const at = now()
  // What was read on the desk meanwhile is no news any more.
  await tx.query(`update handbill.notices set mail_state = 'none' where mail_state = 'due' and mail is null and read_at is not null`)
  const { rows } = await tx.query<{ person: string; mode: NoticeMail['mode']; ids: string[] }>(
    `select person, 'atOnce' as mode, array_agg(id) as ids from handbill.notices
       where mail_state = 'due' and mail is null and mail_mode = 'atOnce' group by person, collection, document having min(mail_after) <= $1
     union all
     select person, 'daily', array_agg(id) from handbill.notices
       where mail_state = 'due' and mail is null and mail_mode = 'daily' and mail_after <= $1 group by person`,
    [at],
  )
  for (const { person, mode, ids } of rows) {
    const made = await tx.query<{ id: string }>('insert into handbill.notice_mails (person, mode, made_at, next_try_at) values ($1, $2, $3, $3) returning id', [person, mode, at])
    await tx.query(`update handbill.notices set mail = $1 where id = any($2::uuid[]) and mail is null and mail_state = 'due'`, [made.rows[0]?.id, ids])
  }
}

type OpenRow = { id: string; person: string; mode: NoticeMail['mode']; made_at: Date; failures: number; unknown_outcomes: number }

async function sendOpen(send: Send, signal?: AbortSignal): Promise<void> {
  const { rows } = await database().query<OpenRow>(
    `select id, person, mode, made_at, failures, unknown_outcomes from handbill.notice_mails where sent_at is null and failed_at is null and next_try_at <= $1 order by next_try_at, made_at, id`,
    [now()],
  )
  for (const row of rows) {
    if (signal?.aborted === true) return
    const outcome = await sendOne(send, row)
    if (outcome?.kind !== 'notSent' || !outcome.isAway) continue
    // None of the others would fare better just now.
    await database().query('update handbill.notice_mails set next_try_at = $2 where sent_at is null and failed_at is null and next_try_at <= $1', [now(), later(MINUTE_MS)])
    return
  }
}

function later(milliseconds: number): Date {
  return new Date(now().getTime() + milliseconds)
}

async function sendOne(send: Send, row: OpenRow): Promise<MailOutcome | null> {
  const { id } = row
  if (row.unknown_outcomes >= MOST_UNKNOWN) {
    await giveUp(id)
    return null
  }
  let message: SendMailOptions | null
  try {
    message = await contentOf(pool, { id, person: row.person, mode: row.mode, madeAt: row.made_at })
  } catch (error) {
    // One that can't be written must not keep the others from being sent.
    logger.error('A mail of notices could not be written', { mail: id, error })
    await tryAgain(row, 0)
    return null
  }
  if (message === null) {
    await inTransaction(async (tx) => {
      await tx.query(`update handbill.notices set mail_state = 'none', mail = null where mail = $1`, [id])
      await tx.query('delete from handbill.notice_mails where id = $1', [id])
    })
    return null
  }
  await database().query('update handbill.notice_mails set unknown_outcomes = unknown_outcomes + 1 where id = $1', [id])
  const outcome = await send(message, { fileName: fileName(id) })
  await note(row, outcome)
  return outcome
}

async function note(row: OpenRow, outcome: MailOutcome): Promise<void> {
  const { id } = row
  if (outcome.kind === 'sent') {
    await inTransaction(async (tx) => {
      await tx.query('update handbill.notice_mails set sent_at = $2 where id = $1', [id, now()])
      await tx.query(`update handbill.notices set mail_state = 'sent' where mail = $1`, [id])
    })
    return
  }
  // The message of an error can quote an address.
  logger.warn('A mail of notices could not be sent', { mail: id, outcome: outcome.kind, code: 'code' in outcome.error ? outcome.error.code : undefined })
  const isKnown = outcome.kind === 'notSent'
  if (isKnown ? outcome.isFinal : row.unknown_outcomes + 1 >= MOST_UNKNOWN) await giveUp(id)
  else await tryAgain(row, isKnown ? 1 : 0)
}

/** Plans the next attempt, the later the more have failed; `known` of those whose outcome was open have turned out not to be sent. */
async function tryAgain({ id, failures }: OpenRow, known: 0 | 1): Promise<void> {
  const pause = RETRY_MINUTES[failures]
  if (pause === undefined) return giveUp(id)
  await database().query('update handbill.notice_mails set failures = failures + 1, unknown_outcomes = unknown_outcomes - $2::int, next_try_at = $3 where id = $1', [id, known, later(pause * MINUTE_MS)])
}

async function giveUp(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.query('update handbill.notice_mails set failed_at = $2 where id = $1', [id, now()])
    await tx.query(`update handbill.notices set mail_state = 'failed' where mail = $1`, [id])
  })
}
