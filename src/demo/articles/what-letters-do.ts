import type { DemoArticle } from '../documents'
import { cite, h2, link, note, ol, p, to, ul } from '../text'

export const whatLettersDo: DemoArticle = {
  key: 'what-letters-do',
  slug: 'what-letters-do-and-how-to-write-one',
  title: 'What letters do, and how to write one',
  kind: 'original',
  standfirst: 'Idris Vannoum may have post. Most of it reaches him with a stamp across it. Here is what helps, from people who have been on the other end.',
  authors: ['hala-idrane'],
  topics: ['solidarity', 'detention'],
  campaigns: ['free-the-three'],
  warnings: [{ term: 'detention', depiction: 'mentioned', intensity: 'brief' }],
  notes: 'Publish on the eve of the letter evening. Paulo has the date.',
  course: { state: 'approved', namesPeople: true },
  body: [
    p`A letter tells somebody inside that there is weather. It also tells whoever opens it that somebody outside knows where he is, and counts.${cite('day-count')} Both matter, and neither needs a good style.`,
    h2`What to write`,
    ul('What you see from your window.', 'A recipe, a joke, the score. He follows the second division.', 'A question that he can answer in three lines.'),
    h2`What to leave out`,
    ul('His case, and anybody else’s.', 'Names of people who have not agreed.', 'Drawings of maps, boats or the harbour: they are kept.'),
    h2`How to send it`,
    ol(
      'Write by hand, on one side, in any language. We translate on Thursdays.',
      'Put your first name and a town. No address.',
      'Bring it to the loft, or post it to us; we send them on in batches, against a receipt.',
    ),
    p`By our receipts, 611 letters have gone in since March, and 402 have been handed over.${note('Counted on 19 November 2026. The rest are “under examination”.')} Mariam Qastal, who came out in October, says that she had 118 and knows them by heart. ${to('articles', 'ferry-horn', 'Her own letter')} was an answer to one. You can also write to the minister; ${link('https://familiesofthethree.example/write', 'the families have a page')} with what to say.`,
  ],
}
