/** Percent-encoding undone where it is UTF-8, without control characters, which are legal in it and nowhere else. */
export function decoded(value: string): string {
  return value
    .replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded)
      } catch {
        return encoded
      }
    })
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
}

/** The same for one spelling of a path: what a slash, a question mark or a hash within a part of it is written as stays. */
export function decodedPath(path: string): string {
  return path
    .split(/(%(?:2f|3f|23|25))/i)
    .map((part, index) => (index % 2 === 1 ? part.toUpperCase() : decoded(part)))
    .join('')
    .normalize('NFC')
}
