/**
 * Payload's own words about publishing, in place of which stand words about saving: here nothing is made public by a
 * document's status, and a word that says so would mislead. Payload's bulk buttons, which can't be left out, get the
 * words that `desk.css` hides them by.
 */
type Replacements = { version: Record<string, string>; general: Record<string, string>; error: Record<string, string>; localization: Record<string, string> }

/** The label of Payload's bulk buttons, by which the desk's style hides them. Exported, as a style can't import it and a test holds the two together. */
export const BULK_BUTTON = { en: 'Through the review panel', ar: 'من لوحة المراجعة' }

const english = 'This happens in the review panel.'
const arabic = 'يجري هذا في لوحة المراجعة.'

/** Words of buttons and questions that are never shown: whoever meets one all the same is sent to the panel. */
const UNUSED = [
  'aboutToPublishSelection', 'aboutToRevertToPublished', 'aboutToUnpublish', 'aboutToUnpublishIn', 'aboutToUnpublishSelection', 'confirmPublish', 'confirmRevertToSaved', 'confirmUnpublish',
  'publishAllLocales', 'publishChanges', 'publishIn', 'publishing', 'reverting', 'revertToPublished', 'revertUnsuccessful', 'schedulePublish', 'scheduledSuccessfully', 'unpublished', 'unpublishedSuccessfully', 'unpublishIn', 'unpublishing',
] as const

function unused(word: string): Record<string, string> {
  return Object.fromEntries(UNUSED.map((key) => [key, word]))
}

export const payloadWordsEn: Replacements = {
  version: {
    ...unused(english),
    publish: BULK_BUTTON.en,
    unpublish: BULK_BUTTON.en,
    autosavedVersion: 'Saved while writing',
    changed: 'Changed',
    currentDocumentStatus: 'Newest text',
    currentDraft: 'Newest text',
    currentlyPublished: 'Newest text',
    currentPublishedVersion: 'Newest text',
    draft: 'Saved',
    draftHasPublishedVersion: 'Saved',
    draftSavedSuccessfully: 'Saved.',
    previouslyDraft: 'Earlier text',
    previouslyPublished: 'Earlier text',
    published: 'Saved',
    restoreAsDraft: 'Restore this text',
    saveDraft: 'Save',
  },
  general: {
    aboutToRestoreAsDraft: 'You are about to restore the {{label}} <1>{{title}}</1>. Are you sure?',
    aboutToRestoreAsDraftCount: 'You are about to restore {{count}} {{label}}',
    restoreAsPublished: english,
    schedulePublishFor: english,
    successfullyReindexed: '{{count}} of {{total}} documents from {{collections}}, without {{skips}}.',
  },
  localization: { localeToPublish: english },
  error: {
    revertingDocument: 'The earlier text could not be brought back.',
    unPublishingDocument: english,
  },
}

export const payloadWordsAr: Replacements = {
  version: {
    ...unused(arabic),
    publish: BULK_BUTTON.ar,
    unpublish: BULK_BUTTON.ar,
    autosavedVersion: 'حُفظ أثناء الكتابة',
    changed: 'تغيّر',
    currentDocumentStatus: 'أحدث نص',
    currentDraft: 'أحدث نص',
    currentlyPublished: 'أحدث نص',
    currentPublishedVersion: 'أحدث نص',
    draft: 'محفوظ',
    draftHasPublishedVersion: 'محفوظ',
    draftSavedSuccessfully: 'تم الحفظ.',
    previouslyDraft: 'نص أسبق',
    previouslyPublished: 'نص أسبق',
    published: 'محفوظ',
    restoreAsDraft: 'استعادة هذا النص',
    saveDraft: 'حفظ',
  },
  general: {
    aboutToRestoreAsDraft: 'أنت على وشك استعادة {{label}} <1>{{title}}</1>. هل أنت متأكد؟',
    aboutToRestoreAsDraftCount: 'أنت على وشك استعادة {{count}} {{label}}',
    restoreAsPublished: arabic,
    schedulePublishFor: arabic,
    successfullyReindexed: '{{count}} من {{total}} مستند من {{collections}}، دون {{skips}}.',
  },
  localization: { localeToPublish: arabic },
  error: {
    revertingDocument: 'تعذّرت استعادة النص الأسبق.',
    unPublishingDocument: arabic,
  },
}
