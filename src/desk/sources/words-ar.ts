import type { sourcesEn } from './words-en'

/** The words of merging two records of one source, in Arabic. */
export const sourcesAr: Record<keyof typeof sourcesEn, string> = {
  mergeSource: 'دمج في سجل آخر',
  mergeExplained: 'سجلّان لعمل واحد يصيران سجلًّا واحدًا. كل نص يستشهد بأحدهما يحتفظ باستشهاده، ويرى القراء السجل الباقي.',
  mergeSearch: 'عنوان السجل الباقي أو رابطه',
  mergeNothing: 'لا سجل آخر يطابق.',
  mergeThis: 'هذا السجل',
  mergeOther: 'السجل الباقي',
  mergeDo: 'ادمج',
  mergeBack: 'اختر سجلًّا آخر',
  mergeCancel: 'إغلاق',
  mergedInto: 'دُمج هذا السجل في «{{title}}»، ولم يعد يقبل التغيير.',
  mergeUndo: 'التراجع عن الدمج',
  mergeTitle: 'العنوان',
  mergeCreators: 'المؤلفون',
  mergePublished: 'النشر',
  mergeLink: 'الرابط',
  mergeIdentifiers: 'المعرّفات',

  whyMerged: 'دُمج هذا السجل في سجل آخر. غيّر ذاك.',
  whyIntoMerged: 'دُمج ذاك السجل نفسه في سجل آخر. اختر الآخر.',
  whyIntoItself: 'لا يُدمج سجل في نفسه.',
  whyOneTrashed: 'أحد السجلين في سلة المهملات.',
  whyPrivacyDiffers: 'أحد السجلين خاص والآخر ليس كذلك. اجعل كليهما خاصًّا أولًا، أو أبقهما منفصلين.',
  whySourceInReview: 'هذا السجل قيد المراجعة أو جزء من إصدار. أنهِ ذلك أولًا.',
  whySurvivorNotLive: 'يعرف القراء هذا السجل ولا يعرفون الآخر. ادمج الآخر في هذا، أو انشره أولًا.',
  whyMergeScheduled: 'نص مجدول سينشر هذا السجل معه. انتظر حتى ذلك الحين، أو ألغِ جدولته.',
  whyNotMerged: 'هذا السجل غير مدموج.',
  whySameWork: 'لمصدر آخر الرابط نفسه أو معرّف DOI نفسه أو المنشور نفسه.',
}
