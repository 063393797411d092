import type { WordKey } from './en'

/** Says a word of the desk in the person's language, with `{{…}}` filled in. */
export type Say = (key: WordKey, values?: Record<string, string | number>) => string

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/

/**
 * The desk's words from a translating function of Payload, on the server or in the browser. In a language that is
 * written from the right, what is filled in is isolated, so that a Latin name beside a date turns neither around.
 */
export function sayWith(t: (key: never, values?: Record<string, unknown>) => string, language: string): Say {
  const isolated = (values: Record<string, string | number>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? `\u2068${value}\u2069` : value]))
  return (key, values) => t(`desk:${key}` as never, values !== undefined && RIGHT_TO_LEFT.test(language) ? isolated(values) : values)
}
