const KEY = 'handbill.window'

/**
 * The identifier of this window in a document (`place` names it): the same after a reload. It is taken out of the window's
 * store while the window lives, since a duplicated window gets a copy of that, and must be one of its own.
 */
export function windowId(place: string): string {
  const id = known.get(place) ?? taken(place) ?? made()
  known.set(place, id)
  return id
}

const known = new Map<string, string>()

function taken(place: string): string | null {
  try {
    const id = sessionStorage.getItem(`${KEY} ${place}`)
    sessionStorage.removeItem(`${KEY} ${place}`)
    return id
  } catch {
    return null
  }
}

function made(): string {
  // Without TLS a browser has no randomUUID, and a newsroom's own network may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Leaves the identifiers for this window after a reload. */
export function leaveWindowIds(): void {
  try {
    for (const [place, id] of known) sessionStorage.setItem(`${KEY} ${place}`, id)
  } catch {
    // A window without a store gets another identifier next time.
  }
}
