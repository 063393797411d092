import type { TextFieldValidation } from 'payload'

/**
 * The address as it may stand in public, or null: absolute http, https or mailto only. Everything else
 * (`javascript:`, `data:`, credentials in the address) is refused.
 */
export function publicAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > 2_000) return null
  const trimmed = address.trim()
  if (!/^(https?:\/\/|mailto:)/i.test(trimmed)) return null
  try {
    const url = new URL(trimmed)
    if (url.username !== '' || url.password !== '') return null
    return url.href
  } catch {
    return null
  }
}

/** Payload validation of a link's address in the editor's drawer. */
export const checkLinkAddress: TextFieldValidation = (value, { siblingData }) => {
  const link = siblingData as { linkType?: string } | undefined
  if (link?.linkType === 'internal' || value == null || value === '') return true
  return publicAddress(value) === null ? 'Give a full address that begins with https://, http:// or mailto:' : true
}
