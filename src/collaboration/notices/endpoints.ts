import type { Endpoint, PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { inTransaction, pool } from '@/platform/database'
import { isUuid } from '@/platform/requests/fields'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, readObject, requireActor } from '@/review/request'
import { inboxOf, markRead, PAGE_LENGTH } from './inbox'
import { askForNotices } from './notify'
import { changedSettings, DEFAULT_SETTINGS, readOrder, type NoticeSettings } from './settings'
import { mailsNameTitles, readSettings, saveSettings, setMailTitles } from './settings-store'

/** How somebody is told, and whether mails may name documents, which administrators say for everybody. */
export type SettingsAnswer = NoticeSettings & { mailTitles: boolean; mayChangeMailTitles: boolean }

/** The settings that hold for somebody now. */
export async function settingsAnswer(actor: Actor): Promise<SettingsAnswer> {
  const [settings, mailTitles] = await Promise.all([readSettings(pool, [actor.id]), mailsNameTitles(pool)])
  return { ...(settings.get(actor.id) ?? DEFAULT_SETTINGS), mailTitles, mayChangeMailTitles: mayChangeMailTitles(actor) }
}

function mayChangeMailTitles(actor: Actor): boolean {
  return can(actor, 'edit', { collection: 'site-settings' }).allowed
}

/** The endpoints of the inbox: everybody's own, whoever asks. Nothing is changed by a GET. */
export const noticeEndpoints: Endpoint[] = [
  {
    path: '/notices',
    method: 'get',
    handler: answering(async (req) => {
      requireActor(req)
      return inboxOf(req.payload, req.user as NonNullable<PayloadRequest['user']>, { page: wholeNumber(req, 'page', 1, 1, 100_000), limit: wholeNumber(req, 'limit', PAGE_LENGTH, 0, 100) })
    }),
  },
  {
    path: '/notices/read',
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const marked = await markRead(actor.id, readOrder(await readObject(req), isUuid))
      return { marked, ...(await inboxOf(req.payload, req.user as NonNullable<PayloadRequest['user']>, { limit: 0 })) }
    }),
  },
  {
    path: '/notices/settings',
    method: 'get',
    handler: answering(async (req) => settingsAnswer(requireActor(req))),
  },
  {
    path: '/notices/settings',
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const sent = await readObject(req)
      await inTransaction(async (tx) => {
        const before = (await readSettings(tx, [actor.id])).get(actor.id)
        if (before === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such account.'))
        await saveSettings(tx, actor.id, changedSettings(before, sent))
        await askForNotices(tx)
      })
      return settingsAnswer(actor)
    }),
  },
  {
    path: '/notices/mail-titles',
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const { mailTitles } = await readBody(req, { mailTitles: { kind: 'boolean', isRequired: true } })
      if (!mayChangeMailTitles(actor)) throw new Refused(refusal(403, 'notYourRole', 'An administrator says whether mails may name texts.'))
      await inTransaction(async (tx) => {
        await setMailTitles(tx, mailTitles === true)
        await appendAudit(tx, { actor: actor.id, action: 'mailTitlesChanged', collection: 'notices', document: 'mail-titles', details: { mailTitles: mailTitles === true } })
      })
      return settingsAnswer(actor)
    }),
  },
]

/** @throws Refused (422) where a parameter is not a whole number between `least` and `most`. */
function wholeNumber(req: PayloadRequest, name: string, usual: number, least: number, most: number): number {
  const sent: unknown = req.query[name]
  if (sent === undefined || sent === '') return usual
  const number = typeof sent === 'number' ? sent : typeof sent === 'string' && /^\d{1,7}$/.test(sent) ? Number(sent) : Number.NaN
  if (!Number.isInteger(number) || number < least || number > most) throw new Refused(refusal(422, 'malformed', `${name} must be a whole number from ${least} to ${most}.`, { field: name }))
  return number
}
