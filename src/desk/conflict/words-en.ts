/** The words of two texts that collided, in English. Arabic must have every one of them: see `words-ar.ts`. */
export const conflictEn = {
  conflictTitle: 'Somebody else changed the same words',
  conflictWho: '{{name}} saved it at {{time}}, while you were writing. Nothing of yours is lost: it is still in the form, and is not saved until you choose.',
  conflictYourself: 'You, in another window,',
  seeBoth: 'See both',
  keepMine: 'Keep mine',
  loadTheirs: 'Load theirs',
  bothTitle: 'Both texts, field by field',
  mine: 'Mine',
  theirs: 'Theirs',
  emptyText: 'empty',
  onlyFormDiffers: 'The words are the same; only their form differs.',
  nothingDiffers: 'Both texts are the same.',
  keepMineHint: 'Your text becomes the newest. Theirs stays in the history as a version of its own.',
  loadTheirsHint: 'What you wrote since then is dropped.',
  keptMine: 'Your text is saved. The other one is in the history.',
  close: 'Close',
} as const
