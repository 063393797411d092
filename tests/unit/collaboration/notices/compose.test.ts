import { describe, expect, test } from 'vitest'
import { compose, type MailedDocument } from '@/collaboration/notices/compose'
import { DEFAULT_SETTINGS } from '@/collaboration/notices/settings'

const at = new Date('2026-01-10T21:59:00Z')
const settingsLink = 'https://desk.example/admin/inbox#settings'
const document = (more: Partial<MailedDocument> = {}): MailedDocument => ({ title: 'On the harbour', link: 'https://desk.example/admin/collections/articles/1', notices: [{ kind: 'toSign', by: 'Rana', at }], ...more })
const mail = (documents: MailedDocument[], more: Partial<Parameters<typeof compose>[1]> = {}) => compose(documents, { mode: 'atOnce', settings: DEFAULT_SETTINGS, settingsLink, ...more })

describe('a mail', () => {
  test('says what, who, when and where', () => {
    const { subject, text, html } = mail([document()])
    expect(subject).toBe('Waits for your sign-off: On the harbour')
    for (const words of ['On the harbour', 'Waits for your sign-off', 'Rana', '21:59', 'https://desk.example/admin/collections/articles/1', settingsLink]) {
      expect(text).toContain(words)
      expect(html).toContain(words)
    }
  })

  test('is one for several events of a document, and says how many', () => {
    const { subject, text } = mail([document({ notices: [{ kind: 'commented', by: 'Rana', at }, { kind: 'mentioned', by: 'Rana', at }] })])
    expect(subject).toBe('2 notices: On the harbour')
    expect(text.match(/Open it on the desk/g)).toHaveLength(1)
  })

  test('of a day lists every document and names none in its subject', () => {
    const { subject, text } = mail([document(), document({ title: 'Another', link: 'https://desk.example/admin/collections/articles/2' })], { mode: 'daily' })
    expect(subject).toBe('Your desk today: 2')
    for (const words of ['On the harbour', 'Another', 'articles/1', 'articles/2']) expect(text).toContain(words)
  })

  test('that may not name titles speaks of a document', () => {
    const { subject, text, html } = mail([document({ title: null })])
    expect(subject).toBe('Waits for your sign-off: a document')
    expect(`${text}${html}`).toContain('a document')
  })

  test('tells the time by the clocks of the person', () => {
    expect(mail([document()], { settings: { ...DEFAULT_SETTINGS, timeZone: 'Asia/Damascus' } }).text).toContain('00:59')
  })

  test('in Arabic is Arabic and reads from the right', () => {
    const { subject, html, text } = mail([document()], { settings: { ...DEFAULT_SETTINGS, language: 'ar' } })
    expect(subject).toBe('بانتظار توقيعك: On the harbour')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(text).toContain('\u2068On the harbour\u2069')
  })

  test('keeps titles and names from being markup, lines or headers of their own', () => {
    const { subject, text, html } = mail([document({ title: '<img src=x onerror=alert(1)>\r\nBcc: everybody@example.org\u202e', notices: [{ kind: 'toSign', by: '"><script>', at }] })])
    expect(html).not.toMatch(/<img|<script/)
    expect(`${subject}${html}`).not.toMatch(/[\r\n\u202e]/)
    expect(text).not.toMatch(/^Bcc/m)
  })

  test('cuts a long title between letters', () => {
    const { subject } = mail([document({ title: '😀'.repeat(400) })])
    expect(subject).toBe(`Waits for your sign-off: ${'😀'.repeat(150)}…`)
  })

  test('says so where a text has no title yet, and where nobody did it', () => {
    const { subject, text } = mail([document({ title: ' ', notices: [{ kind: 'escalated', by: null, at }] })])
    expect(subject).toBe('It has been waiting too long: Without a title')
    expect(text).toContain('It has been waiting too long. 10 Jan 2026, 21:59')
  })
})
