import type { DemoSource } from '../documents'

/** Sources of whom readers learn a label and nothing else. */
export const PRIVATE: readonly DemoSource[] = [
  {
    key: 'detainee', kind: 'testimony', title: 'Testimony K-2, taken in two sittings', issued: '2026-04-11', by: 'editor',
    privateAs: 'A man held in the Customs House in March 2026, name withheld at his wish',
    notes: 'Agreed to be quoted, not to be named, until all three are free. Ask again before any translation.',
  },
  {
    key: 'crew-member', kind: 'testimony', title: 'Testimony W-5, by telephone and in writing', issued: '2026-06-03', by: 'editor',
    privateAs: 'A member of the crew of the cutter Wathiq, whose rank and name we withhold',
    notes: 'No dates of service, no watch, no accent. The recording is gone, as agreed.',
  },
  {
    key: 'medical-report', kind: 'report', title: 'Medical report on release, file 0417', issued: '2026-03-30', by: 'editor',
    privateAs: 'A medical report written the day after his release, which we have seen',
    notes: 'Seen on paper, not copied. Dr Ulloa confirmed that it is hers.',
  },
]
