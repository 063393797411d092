import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailNotices, nextMailAt } from '@/collaboration/notices/mails'
import { notify } from '@/collaboration/notices/notify'
import { setEnvironment } from '@/env'
import { setClock } from '@/platform/clock'
import { inTransaction } from '@/platform/database'
import { sendMail } from '@/platform/send-mail'
import { addEvent } from '@/review/store'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'
import { openMailServer } from '../../support/smtp'

let desk: Desk
let room: Newsroom
let server: Awaited<ReturnType<typeof openMailServer>>
let reader: Person
let back: (() => void) | null = null
let readers = 0

beforeAll(async () => {
  server = await openMailServer()
  desk = await openDesk()
  setEnvironment({ SMTP_URL: server.url })
  room = await openNewsroom(desk)
})
beforeEach(async () => {
  server.behave('takes')
  server.got.length = 0
  // Of one test nothing is left for the next.
  await room.sql('delete from handbill.notices')
  await room.sql('delete from handbill.notice_mails')
  readers += 1
  reader = await desk.person(`Mail reader ${readers}`, ['editor'])
})
afterEach(() => {
  back?.()
  back = null
})
afterAll(async () => {
  setEnvironment({ SMTP_URL: undefined })
  await desk.close()
  await server.close()
})

/** Mentions the reader at a document, and makes the notice. */
async function mention(document: string, by = room.team.care): Promise<void> {
  await inTransaction((tx) => addEvent(tx, { collection: 'articles', document, run: null, kind: 'mentioned', by: by.id, details: { person: reader.id } }))
  await notify()
}

/** From now on it is so many minutes later than it really is. */
function later(minutes: number): void {
  back?.()
  back = setClock(() => new Date(Date.now() + minutes * 60_000))
}

const states = async (): Promise<unknown[]> => (await room.sql('select mail_state from handbill.notices where person = $1 order by event', [reader.id])).map((row) => row.mail_state)
/** Ends the process, as far as a test can, once a mail has been handed over. */
const killedAfterSending: typeof sendMail = async (...args) => {
  await sendMail(...args)
  throw new Error('killed')
}

describe('a mail at once', () => {
  test('goes to the person after a short wait, in plain text and HTML, with the fields that keep machines from answering', async () => {
    const id = await room.write('articles', { title: 'خبر from the harbour' })
    await mention(id)
    expect(server.got).toEqual([])
    later(3)
    await notify()
    expect(server.got).toHaveLength(1)
    const [mail] = server.got
    expect(mail?.to).toEqual([reader.user.email])
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'list-unsubscribe': '<http://127.0.0.1:3000/admin/inbox#settings>', from: 'Handbill <desk@handbill.invalid>' })
    expect(mail?.headers['message-id']).toMatch(/^<notice\.[0-9a-f-]{36}@handbill\.invalid>$/)
    for (const part of ['text/plain', 'text/html', 'You were mentioned', 'Team care', `http://127.0.0.1:3000/admin/collections/articles/${id}`]) expect(mail?.words).toContain(part)
    expect(await states()).toEqual(['sent'])
    later(60)
    await notify()
    expect(server.got).toHaveLength(1)
  })

  test('is one for all that happens to a document within two minutes, and one for each document', async () => {
    const [one, other] = [await room.write('articles', { title: 'The one' }), await room.write('articles', { title: 'The other' })]
    await mention(one)
    await mention(one, room.team.copy)
    await mention(other)
    later(3)
    await notify()
    expect(server.got.map(({ words }) => [words.includes(one), words.includes(other)]).toSorted()).toEqual([[false, true], [true, false]])
    const both = server.got.find(({ words }) => words.includes(one))
    expect([both?.words.includes('Team care'), both?.words.includes('Team copy')]).toEqual([true, true])
    await mention(one)
    later(10)
    await notify()
    expect(server.got).toHaveLength(3)
  })

  test('is held in quiet hours, and in Arabic where that was chosen', async () => {
    const hour = (new Date().getUTCHours() + 23) % 24
    await room.must(reader, 'POST /notices/settings', { language: 'ar', timeZone: 'UTC', quietFrom: hour, quietTo: (hour + 5) % 24 })
    await mention(await room.write('articles'))
    later(30)
    await notify()
    expect(server.got).toEqual([])
    later(5 * 60)
    await notify()
    expect(server.got.map(({ words }) => [words.includes('ذُكرتَ هنا'), words.includes('dir="rtl"')])).toEqual([[true, true]])
  })
})

describe('a mail a day', () => {
  test('comes at the hour of the person’s own clocks, with all of the day and not before', async () => {
    // Clocks in Kathmandu are 5 hours and 45 minutes ahead.
    const ahead = 345 * 60_000
    const local = new Date(Date.now() + ahead)
    local.setUTCHours(local.getUTCHours() + 3, 0, 0, 0)
    const due = new Date(local.getTime() - ahead)
    await room.must(reader, 'POST /notices/settings', { talk: 'daily', timeZone: 'Asia/Kathmandu', dailyHour: local.getUTCHours() })
    const [one, other] = [await room.write('articles', { title: 'The one' }), await room.write('articles', { title: 'The other' })]
    await mention(one)
    await mention(other)
    expect(await nextMailAt()).toEqual(due)
    back = setClock(() => new Date(due.getTime() - 1))
    await notify()
    expect(server.got).toEqual([])
    back()
    back = setClock(() => due)
    await notify()
    expect(server.got.map(({ headers, words }) => [headers.subject, words.includes(one), words.includes(other)])).toEqual([['Your desk today: 2', true, true]])
    await notify()
    expect(server.got).toHaveLength(1)
  })

  test('is not sent where everything stays in the inbox', async () => {
    await room.must(reader, 'POST /notices/settings', { talk: 'inbox' })
    await mention(await room.write('articles'))
    later(3 * 24 * 60)
    await notify()
    expect([server.got, await states()]).toEqual([[], ['none']])
  })
})

describe('killed on the way', () => {
  test('before a mail is handed over, it is sent once afterwards', async () => {
    await mention(await room.write('articles'))
    later(3)
    await expect(mailNotices(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    await notify()
    expect([server.got.length, await states()]).toEqual([1, ['sent']])
  })

  test('after it was handed over, it is sent once more at most, as the very same mail', async () => {
    await mention(await room.write('articles'))
    later(3)
    await expect(mailNotices(killedAfterSending)).rejects.toThrow('killed')
    await expect(mailNotices(killedAfterSending)).rejects.toThrow('killed')
    await notify()
    expect(server.got).toHaveLength(2)
    for (const field of ['message-id', 'date', 'subject', 'to']) expect([field, server.got[1]?.headers[field]]).toEqual([field, server.got[0]?.headers[field]])
    expect(await states()).toEqual(['failed'])
    expect((await room.must(reader, 'GET /notices')).body).toMatchObject({ unread: 1 })
  })

  test('what happens meanwhile goes into a mail of its own', async () => {
    const id = await room.write('articles')
    await mention(id)
    later(3)
    await expect(mailNotices(killedAfterSending)).rejects.toThrow('killed')
    await mention(id, room.team.copy)
    later(6)
    await notify()
    expect(server.got.map(({ words }) => words.includes('Team copy'))).toEqual([false, false, true])
    expect(new Set(server.got.map(({ headers }) => headers['message-id'])).size).toBe(2)
  })

  test('while one process mails, another leaves it alone', async () => {
    await mention(await room.write('articles'))
    later(3)
    let inner = 0
    await mailNotices(async (...args) => {
      await mailNotices((...innerArgs) => {
        inner += 1
        return sendMail(...innerArgs)
      })
      return sendMail(...args)
    })
    expect([inner, server.got.length]).toEqual([0, 1])
  })
})

describe('a mail server', () => {
  test('that is away gets the mails when it is back, each once', async () => {
    setEnvironment({ SMTP_URL: 'smtp://127.0.0.1:1' })
    await mention(await room.write('articles'))
    await mention(await room.write('articles'))
    later(3)
    await notify()
    expect(await states()).toEqual(['due', 'due'])
    // None was tried in vain for long: they wait for the next minute.
    expect((await nextMailAt())!.getTime()).toBeGreaterThan(Date.now() + 3 * 60_000)
    setEnvironment({ SMTP_URL: server.url })
    later(5)
    await notify()
    expect([server.got.length, await states()]).toEqual([2, ['sent', 'sent']])
  })

  test('that is busy is asked again, as often as it takes', async () => {
    server.behave('isBusy')
    await mention(await room.write('articles'))
    for (const minutes of [3, 5, 15]) {
      later(minutes)
      await notify()
    }
    expect(await states()).toEqual(['due'])
    server.behave('takes')
    later(60)
    await notify()
    expect([server.got.length, await states()]).toEqual([1, ['sent']])
  })

  test('that refuses a recipient for good is not asked again, and no other mail waits for that', async () => {
    await mention(await room.write('articles'))
    server.behave('refuses')
    later(3)
    await notify()
    expect(await states()).toEqual(['failed'])
    server.behave('takes')
    later(3_000)
    await notify()
    expect(server.got).toEqual([])
  })

  test('that hangs up without an answer may have it: it gets it once more at most', async () => {
    await mention(await room.write('articles'))
    server.behave('hangsUp')
    for (const minutes of [3, 30, 300, 3_000]) {
      later(minutes)
      await notify()
    }
    expect(server.got).toHaveLength(2)
    expect(server.got[0]?.headers['message-id']).toBe(server.got[1]?.headers['message-id'])
    expect(await states()).toEqual(['failed'])
  })
})
