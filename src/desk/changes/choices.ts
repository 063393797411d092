import { getTranslation } from '@payloadcms/translations'
import type { FlattenedField } from 'payload'

/** What the values of fields that are chosen from lists are called, by field and value. */
export type Choices = Record<string, Record<string, string> | undefined>

/** The choices of some fields and of those within them, in the language of `i18n`. */
export function choicesIn(fields: readonly FlattenedField[], i18n: unknown): Choices {
  return Object.assign({}, ...fields.map((field): Choices => {
    if ('options' in field && Array.isArray(field.options)) {
      const words = field.options.map((option) => (typeof option === 'string' ? [option, option] : [option.value, getTranslation(option.label as never, i18n as never)]))
      return { [field.name]: Object.fromEntries(words) as Record<string, string> }
    }
    return 'flattenedFields' in field ? choicesIn(field.flattenedFields, i18n) : {}
  })) as Choices
}
