import type { conflictEn } from './words-en'

/** The words of two texts that collided, in Arabic. */
export const conflictAr: Record<keyof typeof conflictEn, string> = {
  conflictTitle: 'غيّر شخص آخر الكلمات نفسها',
  conflictWho: 'حفظه {{name}} في {{time}} وأنت تكتب. لم يضع شيء مما كتبت: ما زال في النموذج، ولن يُحفظ حتى تختار.',
  conflictYourself: 'أنت من نافذة أخرى،',
  seeBoth: 'رؤية النصين',
  keepMine: 'إبقاء نصي',
  loadTheirs: 'تحميل نصه',
  bothTitle: 'النصان، حقلًا حقلًا',
  mine: 'نصي',
  theirs: 'النص الآخر',
  emptyText: 'فارغ',
  onlyFormDiffers: 'الكلمات نفسها؛ لا يختلف إلا شكلها.',
  nothingDiffers: 'النصان متطابقان.',
  keepMineHint: 'يصير نصك الأحدث، ويبقى النص الآخر في السجل نسخةً مستقلة.',
  loadTheirsHint: 'يُترك ما كتبته منذ ذلك الحين.',
  keptMine: 'حُفظ نصك. النص الآخر في السجل.',
  close: 'إغلاق',
}
