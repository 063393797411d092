import type { Data } from '@/collaboration/merge/merge'
import { isRecord } from '@/platform/requests/fields'

/** Who made a save that this form doesn't know of, and when. `name` is null where it was the person, in another window. */
export type OtherSave = { rev: number; name: string | null; at: string; document: Data }

const MOST_OWN = 20

/** The stored document at `address`, with who saved it last; null where it can't be read just now. */
export async function readStored(address: string, ownId: unknown): Promise<OtherSave | null> {
  const document = await read(`${address}?depth=0`)
  if (document === null) return null
  const savedBy = typeof document.savedBy === 'string' ? document.savedBy : null
  const person = savedBy === null || savedBy === ownId ? null : await read(`/api/users/${savedBy}?depth=0&select[name]=true`)
  return { rev: Number(document.rev ?? 0), at: String(document.updatedAt ?? ''), name: savedBy === ownId ? null : typeof person?.name === 'string' ? person.name : '', document }
}

/** The states that a person saved after `rev`: among them may be one that this form sent without hearing that it arrived. */
export async function readOwnSaves(collection: string, id: string, person: unknown, rev: number): Promise<Data[]> {
  const conditions = { 'where[parent][equals]': id, 'where[version.savedBy][equals]': String(person), 'where[version.rev][greater_than]': String(rev), depth: '0', limit: String(MOST_OWN), sort: '-updatedAt' }
  const found = await read(`/api/${collection}/versions?${new URLSearchParams(conditions).toString()}`)
  const docs = Array.isArray(found?.docs) ? (found.docs as unknown[]) : []
  return docs.flatMap((each) => (isRecord(each) && isRecord(each.version) ? [each.version] : []))
}

async function read(address: string): Promise<Data | null> {
  const response = await fetch(address, { credentials: 'include' }).catch(() => null)
  return response?.ok === true ? ((await response.json()) as Data) : null
}
