import type { Field } from 'payload'
import { idOf } from '@/platform/relations'
import { DEPICTIONS, INTENSITIES, type Depiction, type Intensity, type Warning } from '@/record/body'
import { WARNING_REVIEWS, type WarningReview } from '@/record/projections'

const DEPICTION_WORDS: Record<Depiction, { en: string; ar: string }> = {
  mentioned: { en: 'Mentioned', ar: 'مذكور' },
  described: { en: 'Described', ar: 'موصوف' },
  shown: { en: 'Shown', ar: 'مصوَّر' },
  audible: { en: 'Audible', ar: 'مسموع' },
}
const INTENSITY_WORDS: Record<Intensity, { en: string; ar: string }> = {
  brief: { en: 'Brief', ar: 'عابر' },
  detailed: { en: 'Detailed', ar: 'مفصّل' },
  graphic: { en: 'Graphic', ar: 'شديد' },
}
const REVIEW_WORDS: Record<WarningReview, { en: string; ar: string }> = {
  notAssessed: { en: 'Not assessed yet', ar: 'لم يُقيَّم بعد' },
  assessedNone: { en: 'Assessed: nothing to warn of', ar: 'قُيِّم: لا شيء يستدعي التنبيه' },
  assessed: { en: 'Assessed: see the warnings', ar: 'قُيِّم: انظر التنبيهات' },
}

export const WARNING_NOTE_LENGTH = 140

function termField(hasMany: boolean): Field {
  return {
    name: hasMany ? 'terms' : 'term',
    type: 'relationship',
    relationTo: 'content-warnings',
    hasMany,
    admin: { sortOptions: 'key' },
    label: hasMany ? { en: 'What to warn of', ar: 'موضوع التنبيه' } : { en: 'Term', ar: 'المصطلح' },
  } as Field
}

function depictionField(): Field {
  return {
    name: 'depiction',
    type: 'select',
    label: { en: 'How it appears', ar: 'كيف يظهر' },
    options: DEPICTIONS.map((value) => ({ value, label: DEPICTION_WORDS[value] })),
  }
}

function intensityField(): Field {
  return { name: 'intensity', type: 'select', label: { en: 'How strongly', ar: 'الشدة' }, options: INTENSITIES.map((value) => ({ value, label: INTENSITY_WORDS[value] })) }
}

function noteField(name: string): Field {
  return {
    name,
    type: 'text',
    maxLength: WARNING_NOTE_LENGTH,
    label: { en: 'A few specific words', ar: 'كلمات محددة قليلة' },
    admin: { description: { en: 'Short and specific, at most 140 characters.', ar: 'قصيرة ومحددة، 140 حرفًا على الأكثر.' } },
  }
}

/** The fields by which a passage or an image is warned of: flat, as rich-text blocks lose nested values. */
export function placedWarningFields(names: { note: 'note' | 'warningNote' }): Field[] {
  return [termField(true), depictionField(), intensityField(), noteField(names.note)]
}

/** The document's own warnings and whether anybody has assessed it: "not assessed" is not "none". */
export function documentWarningFields(): Field[] {
  return [
    {
      name: 'warningReview',
      type: 'select',
      defaultValue: 'notAssessed',
      label: { en: 'Content warnings', ar: 'تنبيهات المحتوى' },
      options: WARNING_REVIEWS.map((value) => ({ value, label: REVIEW_WORDS[value] })),
    },
    {
      name: 'warnings',
      type: 'array',
      label: { en: 'Warnings on the whole text', ar: 'تنبيهات على النص كله' },
      labels: { singular: { en: 'Warning', ar: 'تنبيه' }, plural: { en: 'Warnings', ar: 'تنبيهات' } },
      fields: [{ type: 'row', fields: [termField(false), depictionField(), intensityField()] }, noteField('note')],
    },
    {
      name: 'proposedWarnings',
      type: 'textarea',
      label: { en: 'Proposed by the import', ar: 'مقترحة من الاستيراد' },
      admin: {
        description: { en: 'The words of a warning found in the imported text. For the desk only.', ar: 'نص تنبيه وُجد في المادة المستوردة. للمكتب فقط.' },
        condition: (data) => Boolean(data?.proposedWarnings),
      },
    },
  ]
}

type StoredWarning = { term?: unknown; terms?: unknown; depiction?: string | null; intensity?: string | null; note?: string | null }

/**
 * The public warnings of stored fields, from an array of rows or one placed warning with several terms. Unfinished
 * ones (no term) are left out; depiction and intensity fall back to the mildest.
 */
export function presentWarnings(stored: readonly StoredWarning[] | null | undefined): Warning[] {
  return (stored ?? []).flatMap((warning) => {
    const terms = Array.isArray(warning.terms) ? warning.terms : [warning.term]
    return terms.flatMap((term) => {
      const id = idOf(term)
      if (id === null) return []
      return [{
        term: id,
        depiction: DEPICTIONS.find((value) => value === warning.depiction) ?? 'mentioned',
        intensity: INTENSITIES.find((value) => value === warning.intensity) ?? 'brief',
        ...(warning.note ? { note: warning.note } : {}),
      }]
    })
  })
}

/** The stored state of assessment; what is unset has not been assessed. */
export function presentWarningReview(stored: string | null | undefined): WarningReview {
  return WARNING_REVIEWS.find((review) => review === stored) ?? 'notAssessed'
}
