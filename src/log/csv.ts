// A spreadsheet takes a cell that begins with one of these for a formula, and runs it.
const FORMULA = /^[=+\-@\t\r]/

/**
 * One cell of a CSV file (RFC 4180) that a spreadsheet can open safely: what would be a formula gets an apostrophe before it.
 * Signs that only look like those at the beginning, full-width ones and such behind blanks, count too.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) || FORMULA.test(value.normalize('NFKC').trimStart()) ? `'${value}` : value
  return /[",\r\n;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file with its end. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** What a CSV file begins with, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'
