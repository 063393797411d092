import type { SendMailOptions } from 'nodemailer'
import { env } from '@/env'
import type { Queryable } from '@/platform/database'
import { mailHost, mailSender } from '@/platform/send-mail'
import { tableOf } from '@/review/definition'
import { namesOf } from '@/review/store'
import { compose, type MailedDocument } from './compose'
import { isNoticeKind } from './kinds'
import { deskPath, SETTINGS_PATH } from './links'
import { mayRead } from './recipients'
import { mailsNameTitles, readSettings } from './settings-store'
import { loadReadable } from './situation'

/** A batch of notices for one person that goes out as one mail. */
export type NoticeMail = { id: string; person: string; mode: 'atOnce' | 'daily'; madeAt: Date }

type NoticeRow = { kind: string; collection: string; document: string; by: string | null; at: Date }

/**
 * The mail of a batch as it is to be sent now; null where nothing is left of it: the account is gone, or has lost the right to read
 * what it was about. Its Message-ID and date are the batch's, so that a mail sent twice is the same mail.
 */
export async function contentOf(db: Queryable, mail: NoticeMail): Promise<SendMailOptions | null> {
  const { rows: people } = await db.query<{ email: string; name: string }>('select email, name from users where id = $1', [mail.person])
  const settings = (await readSettings(db, [mail.person])).get(mail.person)
  const person = people[0]
  if (person === undefined || settings === undefined) return null
  const documents = await documentsOf(db, mail)
  if (documents.length === 0) return null
  const settingsLink = `${env().adminUrl}${SETTINGS_PATH}`
  return {
    from: mailSender(),
    to: { name: person.name, address: person.email },
    ...compose(documents, { mode: mail.mode, settings, settingsLink }),
    date: mail.madeAt,
    messageId: `<notice.${mail.id}@${mailHost()}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'List-Unsubscribe': `<${settingsLink}>` },
  }
}

async function documentsOf(db: Queryable, { id, person }: NoticeMail): Promise<MailedDocument[]> {
  const { rows } = await db.query<NoticeRow>('select kind, collection, document, by, at from handbill.notices where mail = $1 order by at, event', [id])
  const names = await namesOf(db, rows.flatMap(({ by }) => (by === null ? [] : [by])))
  const mayNameTitles = await mailsNameTitles(db)
  const groups = Map.groupBy(rows, ({ collection, document }) => `${collection} ${document}`)
  const documents: MailedDocument[] = []
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    const { collection, document } = first
    const readable = await loadReadable(db, collection, document)
    const actor = readable?.team.find((each) => each.id === person)
    if (readable === null || actor === undefined || !mayRead(actor, readable)) continue
    documents.push({
      // Whoever reads a mail on its way must not learn who a private source is.
      title: mayNameTitles && readable.review !== null && readable.subject.isPrivate !== true ? await titleOf(db, collection, document) : null,
      link: `${env().adminUrl}${deskPath(collection, document)}`,
      notices: [first, ...others].flatMap(({ kind, by, at }) => (isNoticeKind(kind) ? [{ kind, by: by === null ? null : (names.get(by) ?? null), at }] : [])),
    })
  }
  return documents.filter(({ notices }) => notices.length > 0)
}

async function titleOf(db: Queryable, collection: string, document: string): Promise<string> {
  const { rows } = await db.query<{ title: string | null }>(`select title from ${tableOf(collection)} where id = $1`, [document])
  return rows[0]?.title ?? ''
}
