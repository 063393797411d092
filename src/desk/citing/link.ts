const ADDRESS = /^https?:\/\/\S+$/i
const DOI = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i

/** The address or DOI that a pasted or typed text is, and nothing beside it; null where it is anything else. */
export function linkIn(text: string): string | null {
  const words = text.trim()
  if (ADDRESS.test(words)) return URL.canParse(words) ? words : null
  return DOI.exec(words)?.[1] ?? null
}
