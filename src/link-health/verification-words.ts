/** What is said of each side of a source: who it is, whether it is what it seems to be, and whether it says what is so (Berkeley Protocol, chapter VI). */
export const AXIS_VALUES = ['pass', 'fail', 'inconclusive', 'n/a'] as const
export type AxisValue = (typeof AXIS_VALUES)[number]
/** How far a source is verified, all sides together. */
export const RESULTS = ['unreviewed', 'inReview', 'verified', 'partlyVerified', 'unverifiable', 'disputed', 'retracted'] as const
export type Result = (typeof RESULTS)[number]
