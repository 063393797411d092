import type { Queryable } from '@/platform/database'
import type { Topic } from './kinds'
import { DEFAULT_SETTINGS, type NoticeLanguage, type NoticeSettings, type Way } from './settings'
import { planOf } from './timing'

type Row = { person: string; language: NoticeLanguage | null; time_zone: string; daily_hour: number; quiet_from: number | null; quiet_to: number | null; review: Way; talk: Way; publishing: Way; follow_ups: Way }

/** The settings of some people, by id, in that order; people without an account are left out. */
export async function readSettings(db: Queryable, people: readonly string[]): Promise<Map<string, NoticeSettings>> {
  const { rows } = await db.query<Row>(
    `select users.id as person, s.language, s.time_zone, s.daily_hour, s.quiet_from, s.quiet_to, s.review, s.talk, s.publishing, s.follow_ups
     from users left join handbill.notice_settings s on s.person = users.id where users.id = any($1::uuid[]) order by users.id`,
    [people],
  )
  return new Map(rows.map((row) => [row.person, row.language === null ? DEFAULT_SETTINGS : settingsOf(row, row.language)]))
}

function settingsOf(row: Row, language: NoticeLanguage): NoticeSettings {
  return { language, timeZone: row.time_zone, dailyHour: row.daily_hour, quietFrom: row.quiet_from, quietTo: row.quiet_to, review: row.review, talk: row.talk, publishing: row.publishing, followUps: row.follow_ups }
}

/** Stores somebody's settings, and plans anew what is still to be mailed to them. */
export async function saveSettings(tx: Queryable, person: string, settings: NoticeSettings): Promise<void> {
  await tx.query(
    `insert into handbill.notice_settings (person, language, time_zone, daily_hour, quiet_from, quiet_to, review, talk, publishing, follow_ups)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (person) do update set language = $2, time_zone = $3, daily_hour = $4, quiet_from = $5, quiet_to = $6, review = $7, talk = $8, publishing = $9, follow_ups = $10`,
    [person, settings.language, settings.timeZone, settings.dailyHour, settings.quietFrom, settings.quietTo, settings.review, settings.talk, settings.publishing, settings.followUps],
  )
  const { rows } = await tx.query<{ id: string; topic: Topic; at: Date }>(`select id, topic, at from handbill.notices where person = $1 and mail_state = 'due' and mail is null for update`, [person])
  for (const { id, topic, at } of rows) {
    const plan = planOf(settings, topic, at)
    await tx.query('update handbill.notices set mail_state = $2, mail_mode = $3, mail_after = $4 where id = $1', [id, plan === null ? 'none' : 'due', plan?.mode ?? null, plan?.after ?? null])
  }
}

/** Whether mails may name documents: off where a newsroom's mail is watched. */
export async function mailsNameTitles(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ titles: boolean }>('select titles from handbill.mail_options')
  // A lost row must not start to tell what was kept back.
  return rows[0]?.titles ?? false
}

/** Says whether mails may name documents, for everybody from now on. */
export async function setMailTitles(tx: Queryable, titles: boolean): Promise<void> {
  await tx.query('insert into handbill.mail_options (titles) values ($1) on conflict (only_row) do update set titles = $1', [titles])
}
