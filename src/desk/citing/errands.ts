import { ulid } from 'ulid'
import type { LibrarySource } from '@/citations/library'
import type { StoredCitation } from '@/citations/stored'
import type { LinkedAnswer } from '@/sources/from-link'
import type { WordKey } from '../words/en'
import type { Say } from '../words/say'
import { ask, type Asked } from './ask'
import type { Room } from './room'
import type { Patch } from './store'

type Work = { id: string; title?: string | null; url?: string | null; kind?: string | null; creators?: { name?: string | null }[] | null; publisher?: string | null; visibility?: string | null }
type FromLink = Pick<LinkedAnswer, 'source' | 'isNew' | 'warnings' | 'locator' | 'quote'>

const LONGEST_WAIT_MS = 45_000

/** What a link tells by itself that whoever pastes it should know. */
const WARNINGS: Record<LinkedAnswer['warnings'][number], WordKey> = { signed: 'citeLinkSigned', unlisted: 'citeLinkUnlisted', shortener: 'citeLinkShortened', invite: 'citeLinkInvite', 'banned-archive': 'citeLinkBannedArchive' }

/** A citation that is new: its key, with what is known of it so far. */
export function newCitation({ citing }: Room, patch: Patch): string {
  const key = ulid()
  citing.change(key, patch)
  return key
}

/** What a citation holds of a link until its source is found, beside its note: it stays with the text whatever happens meanwhile. */
export function heldLink(link: string, { intent, note }: StoredCitation = {}): Patch {
  // With a note and no source it would count as a remark, which needs none.
  return { source: '', capture: '', intent: intent === undefined || intent === 'remark' ? 'supports' : intent, note: note === undefined || note.includes(link) ? (note ?? link) : `${note} ${link}` }
}

/** Finds or makes the source of a link for a citation that holds it, while the writer goes on. */
export async function findSource(room: Room, say: Say, key: string, link: string): Promise<void> {
  const { citing, stage } = room
  citing.setErrand(key, { state: 'looking', link })
  const answer = await ask<FromLink>('/api/sources/from-link', { data: { link }, signal: AbortSignal.timeout(LONGEST_WAIT_MS) })
  const now = citing.errand(key)
  // Somebody chose another source meanwhile, or asked again.
  if (now?.state !== 'looking' || now.link !== link) return
  if (!answer.ok) {
    const isForGood = answer.status === 422
    citing.setErrand(key, { state: 'failed', link, isForGood, why: why(say, answer) })
    stage.say({ words: say(isForGood ? 'citeNoLink' : 'citeNotFoundYet'), key })
    return
  }
  const { source, isNew, warnings, locator, quote } = answer.json
  const work = toWork(source, source.citedIn, isNew)
  citing.know(work)
  cite(room, key, work.id, link)
  const held = citing.citations()[key]
  // A link can point at words of its page, or at a minute of a film.
  if (quote !== null && held?.quote === undefined) citing.change(key, { quote })
  if (locator != null && held?.locatorValue === undefined) citing.change(key, { locatorLabel: locator.label, locatorValue: locator.value })
  const title = work.title === '' ? link : work.title
  stage.say({ words: [isNew || source.citedIn === 0 ? say('citeFound', { title }) : say('citeKnown', { title, count: source.citedIn }), ...warnings.map((warning) => say(WARNINGS[warning]))].join(' '), key })
}

/** Gives a citation its source. What was only held of its link goes. */
export function cite({ citing }: Room, key: string, source: string, link: string | null): void {
  const held = citing.citations()[key]
  citing.setErrand(key, null)
  citing.change(key, { source, ...(link === null || held?.note === undefined ? {} : { note: held.note.replace(link, '').trim() }), ...(held?.source !== undefined && held.source !== source ? { capture: '' } : {}) })
}

/** Makes a source of a file and keeps the file as its copy, for a citation that is there already. */
export async function uploadSource(room: Room, say: Say, key: string, file: File): Promise<void> {
  const { citing, stage } = room
  citing.setErrand(key, { state: 'uploading', file })
  const failed = (answer: Exclude<Asked<unknown>, { ok: true }>): void => {
    citing.setErrand(key, { state: 'notUploaded', file, why: why(say, answer) })
    stage.say({ words: say('citeNotUploaded', { name: file.name }), key })
  }
  let source = citing.citations()[key]?.source
  if (source === undefined) {
    const made = await ask<{ doc: Work }>('/api/sources?depth=0', { data: { title: file.name.replace(/\.[^.]+$/, ''), kind: kindOf(file.type) } })
    if (!made.ok) return failed(made)
    source = made.json.doc.id
    citing.know(toWork(made.json.doc, 0))
    citing.change(key, { source, ...(citing.citations()[key]?.note === file.name ? { note: '' } : {}) })
  }
  const form = new FormData()
  form.append('file', file)
  const kept = await ask(`/api/sources/${source}/captures/upload`, { data: form })
  if (!kept.ok) return failed(kept)
  citing.setErrand(key, null)
  stage.say({ words: say('citeUploaded', { name: file.name }), key })
}

function why(say: Say, { status, message }: { status: number; message: string }): string {
  if (status === 0) return say('whyUnreachable')
  return message === '' ? say('citeRefused', { status }) : message
}

function toWork({ id, title, url, kind, creators, publisher, visibility }: Work, citedIn: number, isNamedByAddress = false): LibrarySource {
  return { id, title: title ?? '', url: url ?? '', kind: kind ?? 'webpage', creator: creators?.[0]?.name ?? publisher ?? '', isPrivate: visibility === 'private', isNamedByAddress, citedIn }
}

function kindOf(type: string): string {
  const [group] = type.split('/')
  return group === 'image' || group === 'audio' || group === 'video' ? group : 'report'
}
