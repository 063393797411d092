/** The words of the history of a document, in English. Arabic must have every one of them: see `words-ar.ts`. */
export const historyEn = {
  history: 'History',
  historyNone: 'Nothing has been decided about this yet.',
  historyNotLoaded: 'The history could not be loaded.',
  historyNotYours: 'The history of a text is read by its author, by publishers and by administrators.',
  historyMore: 'Earlier',
  theSystem: 'The system',
} as const
