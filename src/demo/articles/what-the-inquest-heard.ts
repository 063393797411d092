import type { DemoArticle } from '../documents'
import { cite, h2, image, note, p, passage, quote, strong, to } from '../text'

export const whatTheInquestHeard: DemoArticle = {
  key: 'what-the-inquest-heard',
  slug: 'what-the-inquest-heard',
  title: 'What the inquest heard',
  kind: 'original',
  standfirst: 'After six days and nineteen witnesses, the coroner of Marsa Dellum has found that Selim Orfan’s boat was passed too fast, too close, and outside the zone.',
  shortVersion: 'The coroner found on 16 September 2026 that Selim Orfan drowned because a Coastal Guard cutter passed his boat at about 19 knots and 40 metres, outside the exclusion zone, and that a call for help was not answered as the law requires. The finding names no guilty person; that is for a court. The cutter’s recorder was never produced.',
  authors: ['rasha-dennoun'],
  topics: ['deaths-at-sea', 'courts'],
  campaigns: ['inquest-for-selim-orfan'],
  lead: { image: 'sisters' },
  warnings: [{ term: 'killing', depiction: 'described', intensity: 'brief', note: 'A death at sea, as it was told in court.' }],
  course: { state: 'live', at: '2026-09-16T17:20:00Z', namesPeople: true },
  body: [
    p`The coroner read for fifty minutes and did not look up. When she came to the end she took off her glasses, turned to the second row, and said the name of the dead man and the name of his boat, which is not part of the form.`,
    p`The finding is eleven pages long. ${strong('Selim Orfan drowned')}. His boat was filled and overturned by the wash of a vessel that passed at “about nineteen knots and about forty metres”. The place was “outside the protected waters, by not less than 280 metres”. A call for help was made, and heard, and not answered by the vessel nearest to it “in the manner and time that the law requires”.${cite('inquest-record', { page: '201–211' })}`,
    image('two-tracks', { caption: 'The last forty minutes. Black: the Amira. Red: the Wathiq. A dot for each minute. The dashed line is the edge of the zone.' }),
    h2`The tracks`,
    p`Most of the second day belonged to two lines on a wall. The Littoral Records Project had put together what five receivers on land heard that night.${cite('four-minutes', { page: '4–7' })}${cite('ais-tracks')} The Guard’s expert agreed with the positions, and said that speed could not be told from them. The coroner asked him to divide a distance by a time. He did, at the blackboard, and wrote: 19.2.${cite('inquest-record', { page: '88', quote: 'Witness writes: 19.2. Witness is asked for the unit. Witness: knots.' })}`,
    quote`The coroner asked him to divide a distance by a time.`,
    h2`The log and the statement`,
    p`The harbour master brought his book under his coat.${cite('harbour-log')} It has the cutter out at 04:21 and in at 05:58. The Guard’s statement of that day, that it had no vessel within two miles, was put to its spokesman.${cite('guard-statement')} He said that it had been “true to the best of what was then wished to be known”. There was a pause, in which somebody could be heard writing.${cite('inquest-record', { page: '117' })}`,
    h2`The recording`,
    passage(
      { terms: ['audio', 'grief'], depiction: 'mentioned', intensity: 'brief', note: 'The playing of a distress call in court.' },
      p`The recording of channel 16 was played once, on the first day, after the coroner had asked everybody who wished to leave to do so.${cite('channel-16')} The family stayed. Afterwards she adjourned for an hour, and the clerk opened all the windows.`,
    ),
    h2`What was not there`,
    p`The cutter’s own recorder had been “sent for service” on 11 February and “lost in the post”.${cite('inquest-record', { page: '139' })} A letter from a member of the crew, which came to the court without a name, was not admitted. We have spoken with its author, who says that the watch was told to keep its lights off, and by whom; we do not print the second part, since we could not confirm it.${cite('crew-member')}`,
    p`Warda Sellane, net-mender, was heard on the fifth day for twelve minutes. She laid eleven pieces of net on the table, said on which day and from which boat each had come, and was asked how she could be so certain. “I had them in my hands,” she said.${cite('inquest-record', { page: '164' })}`,
    h2`What it means`,
    p`An inquest finds how somebody died. It finds nobody guilty, and awards nothing. The coroner has sent her record to the public prosecutor, who must say within ninety days whether there will be a trial.${note('By 15 December 2026: the same day on which Ordinance 19 lapses unless it is renewed. Nobody planned that, we are told.')} The Guard has said that it “takes note”. Corvane Littoral has said nothing; its share price, a colleague from Ilmar reports, moved by less than one per cent.`,
    p`Outside, Karim Orfan was asked what he felt. He said that he was hungry. Then he and his aunt walked home by the quay, slowly, because people kept coming out of doors. What he told of that night is ${to('articles', 'the-night-the-amira', 'in our report of June')}.`,
  ],
}
