/** The ids that documents got, by collection and key. */
export type Keys = {
  put(collection: string, key: string, id: string): void
  /** @throws where nothing has that key. */
  idOf(collection: string, key: string): string
}

/** An empty register of keys. */
export function keyRegister(): Keys {
  const ids = new Map<string, string>()
  return {
    put(collection, key, id) {
      if (ids.has(`${collection} ${key}`)) throw new Error(`Two of the demo’s ${collection} have the key ${key}`)
      ids.set(`${collection} ${key}`, id)
    },
    idOf(collection, key) {
      const id = ids.get(`${collection} ${key}`)
      if (id === undefined) throw new Error(`The demo has none of ${collection} under the key ${key}`)
      return id
    },
  }
}
