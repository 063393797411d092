import type { Data } from '@/collaboration/merge/merge'

/** Unsaved text as this browser keeps it: what is in the form, and what that began from. `at`: milliseconds. */
export type KeptText = { key: string; user: string; collection: string; document: string; window: string; base: Data; sent: Data[]; form: Data; at: number }

const STORE = 'texts'

/** The text that a window of somebody's has in a document. */
export function keptKey({ user, collection, document, window }: Pick<KeptText, 'user' | 'collection' | 'document' | 'window'>): string {
  return [user, collection, document, window].join(' ')
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('handbill', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('This browser keeps nothing'))
  })
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('This browser is full'))
    })
  } finally {
    database.close()
  }
}

/** Keeps a text in this browser, in place of what the same window had there before. Rejects where the browser keeps nothing. */
export async function keepText(text: KeptText): Promise<void> {
  await inStore('readwrite', (store) => store.put(text))
}

/** Forgets a text, once it is saved or nobody wants it. */
export async function forgetText(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key))
}

/** What somebody has kept of a document in this browser, the newest first; of all their documents where none is named. */
export async function keptTexts(user: string, collection?: string, document?: string): Promise<KeptText[]> {
  const prefix = [user, ...(collection === undefined ? [] : [collection, ...(document === undefined ? [] : [document])])].join(' ')
  const texts = await inStore<KeptText[]>('readonly', (store) => store.getAll(IDBKeyRange.bound(`${prefix} `, `${prefix} \uffff`)))
  return texts.sort((one, other) => other.at - one.at)
}

/** Forgets all that somebody has kept in this browser: they leave it on purpose. */
export async function forgetAll(user: string): Promise<void> {
  for (const { key } of await keptTexts(user)) await forgetText(key)
}
