const KEY = 'handbill.window'

/**
 * The identifier of this window, for as long as it shows the desk: the same after a reload. It is taken out of the window's
 * store while the window lives, since a duplicated window gets a copy of that, and must be one of its own.
 */
export function windowId(): string {
  known ??= taken() ?? made()
  return known
}

let known: string | null = null

function taken(): string | null {
  try {
    const id = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
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

/** Leaves the identifier for this window after a reload. */
export function leaveWindowId(): void {
  try {
    if (known !== null) sessionStorage.setItem(KEY, known)
  } catch {
    // A window without a store gets another identifier next time.
  }
}
