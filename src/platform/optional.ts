/** Of `texts`, those that hold words, trimmed: so that an absent and an empty field are the same to a content hash. */
export function optionalText<Name extends string>(texts: Record<Name, string | null | undefined>): Partial<Record<Name, string>> {
  const present = Object.entries<string | null | undefined>(texts).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : []))
  return Object.fromEntries(present) as Partial<Record<Name, string>>
}
