import type { DemoArticle } from '../documents'
import { cite, h2, image, note, p, passage, quote, strong, t, to, ul } from '../text'

export const inTheCustomsHouse: DemoArticle = {
  key: 'in-the-customs-house',
  slug: 'in-the-customs-house',
  title: 'In the Customs House',
  kind: 'original',
  standfirst: 'Fourteen people were held on the old mole of Marsa Dellum in March. One of them still is. What was done there, as told by those who came out and by the doctor who saw them.',
  shortVersion: 'From 3 March 2026, fourteen people were held in the old Customs House of Marsa Dellum, most for days, three for longer. Three people who came out describe being made to stand and kept awake. A doctor found marks that agree with what they say. The building is not a lawful place of detention. Idris Vannoum is still held there.',
  authors: ['nadia-ferrane'],
  topics: ['detention', 'courts'],
  campaigns: ['free-the-three'],
  lead: { image: 'customs-house' },
  warnings: [
    { term: 'torture', depiction: 'described', intensity: 'detailed', note: 'Two closed passages describe ill-treatment and its marks on the body.' },
    { term: 'injury', depiction: 'shown', intensity: 'graphic', note: 'One covered drawing shows injured wrists.' },
    { term: 'detention', depiction: 'described', intensity: 'detailed' },
  ],
  course: { state: 'live', at: '2026-10-12T06:00:00Z', namesPeople: true },
  body: [
    p`The Customs House stands at the end of the old mole, three floors of yellow stone with a clock that stopped in the year of the currency reform. Children dare each other to touch its door. From 3 March on, its upper windows were lit at night.`,
    p`Fourteen people were held there that month: ${to('articles', 'statement-on-the-detention', 'three organisers')}, and eleven others who were let go within a week. We have spoken to six of the fourteen, and to families of five more. Nobody is named here who did not ask for it. Idris Vannoum, who chairs the fishers’ co-operative, has been inside for 223 days.${cite('day-count')}`,
    h2`A place that does not exist`,
    p`The code lists the places where people may be held, by address. There are nineteen. The Customs House of Marsa Dellum is not among them.${cite('detention-code', { section: 'annex 2' })} This matters for more than form: what is not listed is not inspected, has no register and no doctor. Asked about it by the Regional Commission, the ministry answered that the building is “a facility of the customs, in which persons may be received”.${cite('country-note', { paragraph: '51' })}`,
    p`The code also sets limits. A person must see a judge within 48 hours. Detention before charge may last ninety days and may be renewed once.${cite('detention-code', { section: 'articles 44 and 52' })} One hundred and eighty days ended on 30 August.`,
    image('tally', { caption: 'Two hundred and nineteen days: the count that Mariam Qastal’s sister kept on the kitchen wall.' }),
    h2`What was done`,
    p`What follows rests on three people who do not know of each other’s accounts, and on a doctor. We have left out what only one of them told us.`,
    passage(
      { terms: ['torture', 'humiliation'], depiction: 'described', intensity: 'detailed', note: 'Being made to stand, kept awake, and mocked.' },
      p`They were made to stand, facing a wall, for what they took to be a day and a night and another day. A lamp stood behind them, so that they saw their shadows, and were told to keep them still. “If the shadow moved, it began again,” says a man who was held there.${cite('detainee', { quote: 'If the shadow moved, it began again.' })} A radio was kept between stations. When one of them fell he was set up again by the collar, without blows and without a word, “as one puts back a broom”.`,
      p`They were asked three things, in this order and many times: who had drawn the map, who had lent out the transponders, and who kept the books of the catch. To the third question one of them gave the names of his mother and both his grandmothers, all dead, and was laughed at.`,
    ),
    p`One of the three drew the room for us, and afterwards, unasked, his own hands. He would like both to be seen by those who choose to. We show the second behind a cover.`,
    image('wrists', {
      caption: 'Drawing by a man who was held in the Customs House, redrawn for print with his leave.',
      warning: { terms: ['injury', 'torture'], depiction: 'shown', intensity: 'graphic', note: 'Injured wrists, drawn from life.' },
    }),
    h2`What the doctor saw`,
    p`Dr Maren Ulloa has a practice above the pharmacy in Ain Sirra. Between 8 March and 2 April she saw four people who had been held. She asked each whether she might write down what she found, and two said yes.${cite('doctor-interview')}`,
    passage(
      { terms: ['injury', 'torture'], depiction: 'described', intensity: 'graphic', note: 'A doctor’s findings on feet, legs and wrists.' },
      p`Her report on one man, written the day after his release, notes swelling of both legs to the knee with blisters that had burst and dried; bands of raw skin round both wrists, wider on the inner side; and a loss of feeling in three fingers that she expected to last for months.${cite('medical-report')} She writes that the findings are “typical of” long standing and of restraint by a flat strap, which are words that have a fixed meaning among those who examine survivors: few other things could have caused them.`,
    ),
    p`He sleeps now with the radio on, he told her, tuned with care.`,
    quote`What is not listed is not inspected, has no register and no doctor.`,
    h2`What the state says`,
    p`The Ministry of Justice answered one of our nine questions, namely who commands the building: the customs. The customs answered that they have not used it since 1998. The Coastal Guard, whose cutters tie up below its windows, did not answer.`,
    p`On 18 June the Administrative Court of Ilmar, in a case about the zone, noted in passing that it had “not been shown any text” under which anybody could be held there.${cite('ruling-88', { paragraph: '61', quote: 'ولم يُبرَز للمحكمة أي نص.', quoteTranslation: 'and no text was shown to the court.' })}`,
    h2`What is asked for`,
    ul(
      t`that ${strong('Idris Vannoum')} be brought before a judge or let go, as the code says;`,
      'that the Customs House be opened to inspection, and a register of all who were held there be made public;',
      t`that what the doctor wrote be examined by somebody who does not answer to the customs.${cite('letter-31', { section: 'points 1, 4 and 6' })}`,
    ),
    p`Mariam Qastal came out on 8 October, on condition that she keep away from the quay. Her letter from inside, ${to('articles', 'ferry-horn', 'We counted the days by the ferry’s horn')}, was published while she was still held.${note('It reached us in a hem. She has since told us that we may say so.')}`,
  ],
}
