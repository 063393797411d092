import type { NoticeKind } from './kinds'
import type { NoticeSettings } from './settings'
import { noticeWords, type SayNotice } from './words/say'

/** One notice as a mail tells it. `by`: the name of whoever did it, null where nobody did. */
export type MailedNotice = { kind: NoticeKind; by: string | null; at: Date }
/** A document and what is to be told of it, oldest first. `title`: null where the mail may not name it. `link`: of its page in the desk. */
export type MailedDocument = { title: string | null; link: string; notices: MailedNotice[] }
export type ComposedMail = { subject: string; text: string; html: string }

const TITLE_LENGTH = 150

/**
 * The words of a mail: for each document who did what and when, its title where that may be said, and a link to its page, where
 * everything else is asked. Nothing of a text, a comment or a note can be in it, as nothing of those comes here.
 */
export function compose(documents: readonly MailedDocument[], { mode, settings, settingsLink }: { mode: 'atOnce' | 'daily'; settings: NoticeSettings; settingsLink: string }): ComposedMail {
  const say = noticeWords(settings.language)
  const told = documents.map((document) => ({ title: titleOf(document, say), link: document.link, lines: document.notices.map((notice) => lineOf(notice, settings, say)) }))
  return {
    subject: subjectOf(documents, mode, say),
    text: [...told.map(({ title, link, lines }) => [`${isolate(title)}`, ...lines.map((line) => `– ${line}`), `${say('open')}:`, link].join('\n')), `-- \n${say('why')}\n${settingsLink}`].join('\n\n') + '\n',
    html: htmlOf(told, settingsLink, settings, say),
  }
}

function subjectOf(documents: readonly MailedDocument[], mode: 'atOnce' | 'daily', say: SayNotice): string {
  const [first] = documents
  const all = documents.flatMap(({ notices }) => notices)
  if (mode === 'daily' || first === undefined || all[0] === undefined) return say('subjectDaily', { count: all.length })
  const kinds = new Set(all.map(({ kind }) => kind))
  const title = titleOf(first, say)
  return kinds.size === 1 ? say('subjectOne', { what: say(all[0].kind), title }) : say('subjectSeveral', { count: all.length, title })
}

function titleOf({ title }: MailedDocument, say: SayNotice): string {
  if (title === null) return say('aDocument')
  const words = oneLine(title)
  if (words === '') return say('untitled')
  const letters = [...words]
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('').trimEnd()}…` : words
}

function lineOf({ kind, by, at }: MailedNotice, { language, timeZone }: NoticeSettings, say: SayNotice): string {
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone }).format(at)
  return by === null ? say('lineOfNobody', { what: say(kind), when }) : say('line', { what: say(kind), who: isolate(oneLine(by)), when })
}

/** On one line and without marks that turn its surroundings around: titles and names are what somebody typed. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/g, '').trim()
}

/** Words of a script of their own, which keep their direction among others. */
function isolate(words: string): string {
  return `\u2068${words}\u2069`
}

function htmlOf(told: readonly { title: string; link: string; lines: string[] }[], settingsLink: string, { language }: NoticeSettings, say: SayNotice): string {
  const documents = told.map(
    ({ title, link, lines }) => `<h2 style="font-size:17px;margin:24px 0 4px"><bdi>${escape(title)}</bdi></h2><ul style="margin:0 0 8px;padding-inline-start:20px">${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul><p style="margin:0"><a href="${escape(link)}">${escape(say('open'))}</a></p>`,
  )
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:36em">${documents.join('')}<p style="margin:32px 0 0;font-size:13px;color:#555">${escape(say('why'))}<br><a href="${escape(settingsLink)}">${escape(settingsLink)}</a></p></body></html>`
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
