import { wordKey } from '../words/codes'
import type { Say } from '../words/say'

/** What the desk shows of a source to tell it from another. */
export type SourceRecord = {
  id: string; title?: string | null; publisher?: string | null; container?: string | null; issued?: string | null; url?: string | null; doi?: string | null; isbn?: string | null
  creators?: { name?: string | null }[] | null
}

const SHOWN = ['title', 'publisher', 'container', 'issued', 'url', 'doi', 'isbn', 'creators'].map((field) => `select[${field}]=true`).join('&')

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(path, { credentials: 'include' }).catch(() => null)
  return response?.ok === true ? ((await response.json().catch(() => null)) as unknown) : null
}

/** A source as it is stored, or null where it can't be read. */
export async function readRecord(id: string): Promise<SourceRecord | null> {
  return (await readJson(`/api/sources/${id}?depth=0&${SHOWN}`)) as SourceRecord | null
}

/** Other sources whose title, link or DOI holds some words; those that were merged are left out. */
export async function findRecords(words: string, except: string): Promise<SourceRecord[]> {
  const held = encodeURIComponent(words)
  const matches = ['title', 'url', 'doi'].map((field, index) => `where[and][0][or][${index}][${field}][like]=${held}`).join('&')
  const found = (await readJson(`/api/sources?depth=0&limit=8&sort=-updatedAt&${SHOWN}&${matches}&where[and][1][mergedInto][exists]=false&where[and][2][id][not_equals]=${except}`)) as { docs?: SourceRecord[] } | null
  return found?.docs ?? []
}

/** Asks to merge a record, or to undo it. Returns what to say where that was refused, or null. */
export async function postMerge(say: Say, id: string, act: 'merge' | 'unmerge', body: Record<string, string>): Promise<string | null> {
  const response = await fetch(`/api/sources/${id}/${act}`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
  if (response?.ok === true) return null
  const answer = (await response?.json().catch(() => null)) as { errors?: { message?: string; data?: { code?: string } }[] } | null
  const error = answer?.errors?.[0]
  const key = wordKey('why', error?.data?.code ?? '')
  return key === null ? (error?.message ?? say('whyUnreachable')) : say(key)
}
