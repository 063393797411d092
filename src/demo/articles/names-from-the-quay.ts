import type { DemoArticle } from '../documents'
import { note, p, ul } from '../text'

export const namesFromTheQuay: DemoArticle = {
  key: 'names-from-the-quay',
  slug: 'names-from-the-quay',
  title: 'Names from the quay',
  kind: 'original',
  standfirst: 'Four people on why they still go out, or no longer do.',
  authors: ['rasha-dennoun'],
  topics: ['livelihoods'],
  warnings: [],
  course: {
    state: 'live',
    at: '2026-06-03T08:00:00Z',
    namesPeople: true,
    since: [
      {
        step: 'withdrawal',
        at: '2026-06-05T18:40:00Z',
        reason: 'One of the four was visited at home after publication and asks to be taken out. What is left would point to her.',
        publicNote: 'We took this article down at the wish of a person who speaks in it. Nothing in it was found to be wrong.',
      },
    ],
  },
  body: [
    p`We asked four people on the north quay the same two questions on the same morning.`,
    ul('“I go out because I do not know what else one does at four in the morning.”', '“I stopped in September. I drive a van. It does not smell of anything.”', '“My daughter goes. I pack her bread.”', '“I go to the line, look at it, and come home.”'),
    p`Their names and boats stood here.${note('All four agreed to be named when we spoke to them.')}`,
  ],
}
