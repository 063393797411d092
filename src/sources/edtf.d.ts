/** What is used of the library, which has no types of its own. */
declare module 'edtf' {
  type Parsed = { type: string; level: number; values: (number | Parsed | null)[] }
  export function parse(value: string, constraints: { level: 0 | 1 | 2 }): Parsed
}
