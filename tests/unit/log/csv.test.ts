import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine } from '@/log/csv'

/** Reads one line as RFC 4180 says. */
function parse(line: string): string[] {
  const cells: string[] = []
  let rest = line.replace(/\r\n$/, '')
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(,|$)/s.exec(rest)
    const [whole, cell, end] = quoted ?? /^([^,"\r\n]*)(,|$)/.exec(rest) ?? []
    if (whole === undefined || cell === undefined) throw new Error(`Not CSV: ${rest}`)
    cells.push(quoted === null ? cell : cell.replaceAll('""', '"'))
    if (end === '') return cells
    rest = rest.slice(whole.length)
  }
}

describe('a cell of a CSV file', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', ' =1', '＝1+1', '\uFF0B1', '\u00A0=1'])('%j does not begin a formula', (value) => {
    expect(parse(csvLine([value]))[0]).toBe(`'${value}`)
  })

  test.each(['plain', 'a=b', '2026-11-22', 'وليد', ''])('%j stays as it is', (value) => {
    expect(csvCell(value)).toBe(value)
  })

  test('comes back as it was but for the apostrophe, whatever it holds', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '=cmd|x', 'a"b,c\nd')), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(cells, (values) => {
        const read = parse(csvLine(values))
        expect(read.map((cell, index) => (cell === `'${values[index]}` ? values[index] : cell))).toEqual(values)
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
