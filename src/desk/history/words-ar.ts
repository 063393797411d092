import type { historyEn } from './words-en'

/** The words of the history of a document, in Arabic. */
export const historyAr: Record<keyof typeof historyEn, string> = {
  history: 'السجل',
  historyNone: 'لم يُتخذ قرار في شأن هذا بعد.',
  historyNotLoaded: 'تعذّر تحميل السجل.',
  historyNotYours: 'يقرأ سجلَّ النص كاتبُه والناشرون ومديرو النظام.',
  historyMore: 'ما قبله',
  theSystem: 'النظام',
}
