/**
 * Chooses a sentence by count with the plural rules of a language. `forms` names every form that the language has; a form
 * left out falls back to `other`.
 */
export function plural<Form extends string>(language: string, count: number, forms: Record<Form | 'other', string>): string {
  const form = new Intl.PluralRules(language).select(count)
  return (forms as Partial<Record<string, string>>)[form] ?? forms.other
}

/** The six forms of Arabic. */
export type ArabicForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
/** The two forms of English. */
export type EnglishForm = 'one' | 'other'
