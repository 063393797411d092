import type { DemoArticle } from '../documents'
import { cite, h2, note, p, quote, to } from '../text'

export const atTheHarbourMouth: DemoArticle = {
  key: 'at-the-harbour-mouth',
  slug: 'at-the-harbour-mouth',
  title: 'At the harbour mouth',
  kind: 'original',
  standfirst: 'On the second Day of the Nets, 143 boats lay side by side across the entrance of Marsa Dellum, from first light until the noon ferry, which waited.',
  authors: ['nadia-ferrane'],
  topics: ['solidarity', 'closed-waters'],
  campaigns: ['open-the-grounds', 'free-the-three'],
  lead: { image: 'open-the-grounds' },
  warnings: [],
  course: { state: 'live', at: '2026-09-28T06:30:00Z' },
  body: [
    p`It began with a sound that nobody had planned: when the boats of Ain Sirra came round the head, somebody on the mole struck an empty gas bottle with a spanner, and it rang so well that others looked for bottles.`,
    p`By a quarter past six there were eighty boats across the entrance; by seven, 143, gunwale to gunwale, with nets hung between the masts so that from the quay one saw the sea through them, in squares. Last year there were sixty-one.${note('Counted from the roof of the ice house, twice, by two people.')}`,
    h2`Who was there`,
    p`The co-operative had asked that each boat carry somebody who does not fish. So there were teachers in oilskins, the pharmacist, four nuns, a brass quartet who had thought to put on life vests over their uniforms, and the whole of the fourth form, on the pilots’ launch, which is rated for sixty. The poster, which can be seen above, had been printed by hand in the north loft, in three hundred copies.`,
    p`Two cutters of the Guard lay half a mile off with their lights on. They did not move all morning. “We should have liked them to be as careful in February,” said a man from Ain Sirra, without raising his voice.`,
    h2`What was said`,
    p`There were no speeches, since nobody could have heard them. At nine a list was read on channel 72, which is for harbour business: the names of the boats that have stopped going out since 2024, ninety-three of them.${cite('landings', { section: 'sheet 3, vessels' })} After each name somebody struck a bottle once. After the ${to('articles', 'the-night-the-amira', 'Amira')} nobody did.`,
    quote`From the quay one saw the sea through the nets, in squares.`,
    p`The noon ferry stopped outside, as its company had agreed. Its captain gave one long on the horn. In the Customs House, at the end of the mole, it can be heard.${note('Mariam Qastal, who was still held there, has since told us that they counted it as a day of its own.')}`,
    p`Then the boats went out together, all of them, as far as the line, and set their nets along it.`,
  ],
}
