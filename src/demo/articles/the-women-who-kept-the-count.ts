import type { DemoArticle } from '../documents'
import { cite, h2, image, note, p, quote, to, ul } from '../text'

export const theWomenWhoKeptTheCount: DemoArticle = {
  key: 'the-women-who-kept-the-count',
  slug: 'the-women-who-kept-the-count',
  title: 'The women who kept the count',
  kind: 'original',
  standfirst: 'It began in 1998 with a quarrel over a scale. The exercise books of the net lofts have since been read by a court, two ministries and a fourth form.',
  authors: ['rasha-dennoun'],
  topics: ['women-of-the-lofts', 'livelihoods'],
  campaigns: ['open-the-grounds'],
  lead: { image: 'scale' },
  warnings: [],
  course: { state: 'live', at: '2026-11-04T07:45:00Z' },
  body: [
    p`The scale at the fish market of Marsa Dellum was wrong by four kilos in a hundred, and always to the same side. This was known. What was not known in the spring of 1998 was how to prove it, until Zahra Lumin, who had left school at eleven, suggested weighing her sister.`,
    p`They weighed her at the ice house, at the doctor’s, and at the market, on the same morning and in the same dress. Then they wrote the three numbers down, in an exercise book with a swallow on the cover. It is the first line of the first of twenty-three.${cite('count-books', { section: 'north loft, book 1, page 1' })}`,
    h2`How it is done`,
    ul(
      'Two women stand at the head of the quay, one who calls and one who writes. They change places at the hour.',
      'They write the boat, the ground, the kind of fish, and the number of baskets. A basket is twenty-two kilos and has been since before the state.',
      'On Sunday the books of the three lofts are read out against each other. What does not agree is asked about, at home if need be.',
      'Nobody is paid for it. Nobody has ever missed a Sunday.',
    ),
    p`The Directorate’s inspectors began to drop in at about the time when their own budget was cut. Since 2015 its figures and those of the books have hardly differed.${cite('landings')} Which copied which is a matter on which both keep a friendly silence.${note('We compare the two in “What the boats brought home, before and after”.')}`,
    image('tally', { caption: 'A page of the count, as it is kept: five strokes to a gate. Linocut.' }),
    h2`What it became`,
    p`In a testimony that we published last month, a man who was held in the Customs House tells how he was asked ${to('articles', 'in-the-customs-house', 'who keeps the books')}. It is the only question of the three to which there is no secret. Forty-one women have kept them. Their names are written inside the covers.`,
    quote`A thing that everybody may look up is hard to take away.`,
    p`When the officers came to the north loft on 3 March to look for them, they found a locked cupboard, and in it the registers of a burial society. The books were in the fourth form, where they were being used to teach long division.`,
    p`This autumn they were photographed, typed out, and put where anybody can read them.${cite('count-books')} Terrane, the historian, has called them “the only continuous record of anything on this coast that was not made in order to tax it”.${cite('grounds-book', { page: '240' })}`,
    p`Zahra Lumin died in 2019. Her sister is eighty-four, weighs rather less, and comes on Sundays.`,
  ],
}
