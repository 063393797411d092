import type { WordKey } from './en'

/** Says a word of the desk in the person's language, with `{{…}}` filled in. */
export type Say = (key: WordKey, values?: Record<string, string | number>) => string

/** The desk's words from a translating function of Payload, on the server or in the browser. */
export function sayWith(t: (key: never, values?: Record<string, unknown>) => string): Say {
  return (key, values) => t(`desk:${key}` as never, values)
}
