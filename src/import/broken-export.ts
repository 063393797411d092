/**
 * The file can't be imported, and nothing of it was. The message is for the person who runs the import; `line` and
 * `column` (from 1) or `byte` (from 0) say where, as far as that is known.
 */
export class BrokenExport extends Error {
  constructor(
    message: string,
    readonly place: { line?: number; column?: number; byte?: number } = {},
  ) {
    super(message)
    this.name = 'BrokenExport'
  }
}

/** The message with its place: "Line 12, column 3: …". */
export function explainBrokenExport(error: BrokenExport): string {
  const { line, column, byte } = error.place
  const place = [
    line === undefined ? null : `line ${line}`,
    column === undefined ? null : `column ${column}`,
    byte === undefined ? null : `byte ${byte}`,
  ].filter((part) => part !== null)
  if (place.length === 0) return error.message
  const where = place.join(', ')
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${error.message}`
}
