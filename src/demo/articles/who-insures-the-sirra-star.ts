import type { DemoArticle } from '../documents'
import { cite, em, note, p } from '../text'

export const whoInsuresTheSirraStar: DemoArticle = {
  key: 'who-insures-the-sirra-star',
  slug: 'who-insures-the-sirra-star',
  title: 'Who insures the Sirra Star?',
  kind: 'original',
  standfirst: 'A gas ship must have somebody who pays if it goes wrong. The register names one, and the name leads to a letter box.',
  authors: ['tomas-ackery'],
  topics: ['closed-waters'],
  campaigns: ['open-the-grounds'],
  warnings: [],
  by: 'contributor',
  course: {
    state: 'changes-requested',
    signed: ['copy'],
    by: 'sources',
    comment: 'The whole text rests on the third paragraph, and that rests on a register entry which is seven months old. Please look whether the cover was renewed in October, and ask the company before we say “letter box”.',
  },
  body: [
    p`Every vessel that stores gas must be covered against what it may do to others. The register of marine liability lists the ${em('Sirra Star')} with one insurer.${cite('insurers-register', { section: 'entry 30771' })}`,
    p`The insurer has its seat on the second floor of a house in which, by the count of its door plate, 340 other companies have theirs.${note('Visited on 6 November 2026. There is no bell.')}`,
    p`The cover is for a tenth of what the operator’s own safety study, two years earlier, named as the loss to be expected from a fire at the manifold.`,
  ],
}
