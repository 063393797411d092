import type { assignmentsEn } from './words-en'

/** The words of on whose desk a text is, in Arabic. */
export const assignmentsAr: Record<keyof typeof assignmentsEn, string> = {
  assignments: 'على مكتب مَن',
  assignmentsNone: 'لم يأخذ هذا أحد.',
  assignTo: 'ضعه على مكتب',
  assignPick: 'اختر شخصًا',
  assignUntil: 'حتى',
  assignUntilHint: 'نهاية ذلك اليوم، {{zone}}',
  assign: 'تكليف',
  assignTake: 'آخذه أنا',
  assignLayDown: 'أتركه',
  assignTakeFrom: 'رفعه عن مكتب {{name}}',
  assignDone: 'صار على مكتب {{name}}.',
  assignEnded: 'لم يعد على مكتب {{name}}.',
  assignedBy: 'من {{name}}',
  dueOn: 'الموعد {{date}}',
  wasDueOn: 'كان موعده {{date}}',
  overdue: 'فات موعده',
  whyNotToBeAssigned: 'من يُكلَّف به يجب أن يكون له دور، وأن يستطيع قراءته.',
  whyNotAssigned: 'لم يعد على مكتبه.',
}
