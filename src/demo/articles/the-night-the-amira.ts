import type { DemoArticle } from '../documents'
import { cite, em, h2, note, p, passage, quote, to } from '../text'

export const theNightTheAmira: DemoArticle = {
  key: 'the-night-the-amira',
  slug: 'the-night-the-amira-did-not-come-back',
  title: 'The night the Amira did not come back',
  kind: 'original',
  standfirst: 'At seventeen minutes to five on 9 February, a wave went over a boat that was where it was allowed to be. What is known of Selim Orfan’s last night, from those who heard it.',
  shortVersion: 'Selim Orfan, 52, a fisherman of Marsa Dellum, drowned on 9 February 2026 when a Coastal Guard cutter passed his boat closely and fast, some 300 metres outside the exclusion zone. His nephew Karim survived. The Guard first said that none of its vessels had been near. Positions, a radio recording and a harbour log say otherwise. The family asks for an answer in court, not for pity.',
  authors: ['rasha-dennoun', 'nadia-ferrane'],
  topics: ['deaths-at-sea', 'closed-waters'],
  campaigns: ['inquest-for-selim-orfan', 'open-the-grounds'],
  lead: { image: 'boat-and-wake' },
  warnings: [
    { term: 'killing', depiction: 'described', intensity: 'detailed', note: 'A man drowns; one passage tells it minute by minute.' },
    { term: 'grief', depiction: 'described', intensity: 'brief' },
  ],
  course: { state: 'live', at: '2026-06-22T06:45:00Z', namesPeople: true },
  body: [
    p`Selim Orfan mended his own nets, which his neighbours thought vain, and sang while he did it, which they forgave. He was 52. He had the ${em('Amira')} from his mother’s brother, an open boat of seven metres eighty with a blue gunwale, and he had fished from her since before the harbour had lights. His family chose what is told of him here and has read it.${cite('orfan-interview')}`,
    p`On the evening of 8 February he looked at the sky from the roof, and asked his nephew Karim, who is nineteen, whether he would rather sleep. Karim said that he would rather earn. They left the north quay at ten past two in the morning. A camera saw them go, two figures and a lamp.${cite('quay-camera', { timecode: '02:10:44' })}`,
    h2`Where they were`,
    p`They set nets east of the Sisters, outside the zone. That can be said with some certainty: the boat carried a borrowed transponder, because the co-operative had begun to lend them out after the first fines. Its positions, one every ten seconds, keep between 280 and 340 metres outside the line for the whole of the last hour.${cite('ais-tracks', { section: 'Amira, 03:40 to 04:43' })}`,
    p`The cutter ${em('Wathiq')} had left the terminal’s pontoon at 04:21. The Coastal Guard stated on the same day that “no vessel of the Guard was within two nautical miles”.${cite('guard-statement', { quote: 'No vessel of the Guard was within two nautical miles of the reported position.' })} The harbour master’s log has the cutter leaving and coming back, in ink, with times.${cite('harbour-log', { section: 'lines 14 and 19' })}`,
    passage(
      { terms: ['killing', 'grief'], depiction: 'described', intensity: 'detailed', note: 'The drowning of Selim Orfan, as his nephew and a radio operator tell it.' },
      p`Karim heard the engines before he saw anything, and thought that it was weather. The cutter came from the north-west without lights, as two boats further out also saw.${cite('three-torn-nets', { paragraph: '6', quote: 'مرّت بلا أضواء، كأن البحر وحده هو الذي يتحرك.', quoteTranslation: 'It passed without lights, as if it were the sea itself that moved.' })} It passed between them and the Sisters. The first wave filled the boat to the thwarts. The second rolled it.`,
      p`Selim had one arm through the net. Karim got hold of his collar and of the gunwale, and held both until he could not feel which was which. They spoke. What they said is the family’s.`,
      p`At 04:44 a voice on channel 16 gave the name of the boat, and then said “we are two, we are in the water”. It was a hand radio in a waterproof bag, and it worked for four minutes. In the harbour the operator on duty, Yunis Derra, answered within eleven seconds, repeated the position, and called every vessel in range.${cite('channel-16', { timecode: '04:44:09' })} Nobody else answered. At 04:48 there is a word that may be a name, and then the sound of water.`,
      p`When the cutter came back, at a quarter past five, Karim was alone on the keel.`,
    ),
    h2`What was said in the morning`,
    p`By seven there were three versions on the quay. In the first, a fisherman had fallen drunk from his boat. Selim Orfan did not drink. In the second, the boat had been inside the zone and had fled. In the third, which the operator of the terminal published the next morning, there had been “an incident of a kind sadly common among poorly maintained craft”.${cite('corvane-statement', { note: 'Quoted from the first wording. On 13 February the words from “of a kind” on were taken out.' })}`,
    p`A boat from Ain Sirra brought him home on the tenth. The newspaper ${em('Sawt al-Mina')} published the positions on the eleventh,${cite('three-torn-nets')} three weeks before it was closed.`,
    quote`He was where he was allowed to be. That is all we ask anybody to say.`,
    h2`What is still open`,
    p`The cutter’s own recorder has not been shown to the family’s lawyer. A member of her crew told us that it was working.${cite('crew-member')} The coroner opened an inquest on 12 May and has heard four days of evidence so far; a fifth is set for September.${note('We correct this line as dates are set; see the corrections log.')}`,
    p`The family has asked that nobody share the recording without its written warning, and that nobody cut it. We do not embed it. It can be heard at the address in the list of sources, behind a page that says what it is. How it came to be, and why the man who answered it was arrested, is told in ${to('articles', 'channel-16', 'another article')}.`,
  ],
}
