import type { DemoArticle } from '../documents'
import type { Block } from '../text'
import { cite, em, h2, note, ol, p, quote, strong, t, table, to, ul } from '../text'

const opening: Block[] = [
  p`I am asked about Ordinance 19 in the fish market more often than about anything else, usually by people with wet hands who would like a short answer. Here it is: ${strong('you may pass, you may not stay, and if you are stopped you need not sign anything')}. The rest of this page is the long one.`,
  h2`What it says`,
  p`The ordinance has twelve articles and came into force on 15 December 2023.${cite('ordinance-19', { section: 'article 12' })} Four of them matter to somebody in a boat.`,
  table(
    ['Article', 'What it says', 'What it means on the water'],
    [t`3${cite('ordinance-19', { section: 'article 3' })}`, 'Protected waters, one nautical mile wide', 'The old, small ring'],
    [t`6${cite('ordinance-19', { section: 'article 6' })}`, 'The minister may widen them by order', 'The five-mile zone of 2024'],
    [t`9${cite('ordinance-19', { section: 'article 9' })}`, 'Entry under twelve metres is an offence', 'Fine or up to six months'],
    [t`11${cite('ordinance-19', { section: 'article 11' })}`, 'The ordinance lapses after three years', '15 December 2026, unless renewed'],
  ),
  h2`“Entry” is not passage`,
  p`The ordinance forbids to “enter and remain”. The notice to mariners says only “enter”, and so do the officers.${cite('notice-to-mariners', { note: 'The words “and remain” are missing from the notice. A notice can’t change an ordinance.' })} The Arabic text, which alone binds, has both verbs.${cite('ordinance-19', { section: 'article 9', quote: 'يُعاقب كل من يدخل المياه المحمية ويمكث فيها', quoteTranslation: 'Whoever enters the protected waters and remains in them shall be punished' })} A boat that crosses the line on its way home from weather has entered. It has not remained.`,
  quote`The Arabic text, which alone binds, has both verbs.`,
  h2`If you are stopped`,
  ol(
    'Stop the engine and say the name of your boat, on channel 16 if you have a radio.',
    'Say where you come from and where you go. You need not say more.',
    t`Ask for the ${em('report of the stop')}. It is owed to you under the code, in writing, with a time and a position.${cite('detention-code', { section: 'article 41' })}`,
    'Sign nothing on board. You can sign on land, after reading, with somebody beside you.',
    'If you are taken along, ask to be brought before a judge. The hours begin when the engine stops.',
  ),
]

const theRuling: Block[] = [
  h2`What the court has changed`,
  p`On 18 June the Administrative Court found that Order 202 had been made without consulting those concerned, and set it aside for boats under twelve metres.${cite('ruling-88', { paragraph: '44–58' })} The ministry has appealed. Until the appeal is heard the order goes on applying, which is why nobody on the water has noticed the ruling.${note('An appeal by a public body suspends a ruling of the administrative courts unless the court says otherwise. This one didn’t.')}`,
]

const theLapse: Block[] = [
  h2`What happens in December`,
  p`Under article 11 the ordinance ends by itself on 15 December 2026, with every order made under it, unless the Assembly renews it. How the closing came about is told ${to('articles', 'how-a-coast-was-closed', 'elsewhere on this site')}.`,
  ul('If nothing is voted, the zone ends at midnight.', 'If it is renewed as it stands, the court’s ruling still holds, and so does the appeal.', 'If it is renewed with changes, read this page again: it will have been changed, too.'),
]

const theVote: Block[] = [
  h2`What happens in December`,
  p`Under article 11 the ordinance ends by itself on 15 December 2026 unless the Assembly renews it. On 27 October its committee recommended, by seven votes to six, to renew it with one change: the words “and remain” are to be struck from article 9.${cite('committee-minutes', { page: '14' })} If the Assembly follows, a boat that crosses the line on its way home from weather will have committed an offence.`,
  p`The plenary sits on 8 and 9 December. Both sittings are open; the gallery has sixty seats, and a card is given to whoever asks first.${note('At the visitors’ desk in Ilmar, on working days from nine to one.')}`,
]

export const guideToOrdinance19: DemoArticle = {
  key: 'guide-to-ordinance-19',
  slug: 'a-guide-to-ordinance-19',
  title: 'A guide to Ordinance 19, for people with wet hands',
  kind: 'original',
  standfirst: 'What the law on protected energy waters says, what officers say that it says, and what you can do if you are stopped. By a lawyer who is asked about it in the fish market.',
  authors: ['samira-keld'],
  topics: ['courts', 'closed-waters'],
  campaigns: ['open-the-grounds'],
  warnings: [],
  course: {
    state: 'live',
    at: '2026-07-24T08:00:00Z',
    since: [
      { step: 'next revision', signed: ['copy'], note: 'The committee’s vote is in. Please look at the page number of the minutes.', changes: { body: [...opening, ...theRuling, ...theVote] } },
    ],
  },
  body: [...opening, ...theRuling, ...theLapse],
}
