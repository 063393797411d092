import type { DemoArticle } from '../documents'
import { cite, h2, note, p, passage, quote, strong, to } from '../text'

export const channel16: DemoArticle = {
  key: 'channel-16',
  slug: 'the-man-who-answered-on-channel-16',
  title: 'The man who answered on channel 16',
  kind: 'original',
  standfirst: 'Yunis Derra did what the law of every sea asks of a radio operator. Twenty-two days later he was taken from his bed.',
  shortVersion: 'Yunis Derra, radio operator at Marsa Dellum, answered a call for help on 9 February and kept the recording safe. He was detained from 3 to 29 March without a charge. The recording became evidence. This article describes it; it does not play it.',
  authors: ['rasha-dennoun'],
  topics: ['deaths-at-sea', 'detention'],
  campaigns: ['free-the-three', 'inquest-for-selim-orfan'],
  lead: { image: 'radio-mast' },
  warnings: [
    { term: 'audio', depiction: 'audible', intensity: 'detailed', note: 'A linked recording holds a man’s calls for help. It does not play here.' },
    { term: 'killing', depiction: 'mentioned', intensity: 'brief' },
    { term: 'detention', depiction: 'described', intensity: 'brief' },
  ],
  course: { state: 'live', at: '2026-08-06T08:00:00Z', namesPeople: true },
  body: [
    p`There is a card on the wall of the radio room, in two languages, with the procedure for a distress call. It is the size of a postcard and so faded that visitors take it for a picture of the sea. Yunis Derra does not look at it. He has answered on channel 16 for nineteen years, and for most of them what he answered was engines.`,
    h2`Eleven seconds`,
    p`The rule is that a call is answered at once, repeated word for word, and passed to every vessel that can hear. On 9 February, at nine seconds past 04:44, a call came from an open boat off the Sisters. Derra answered after eleven seconds.${cite('channel-16', { timecode: '04:44:09' })} He repeated the name of the boat and the position. He called seven times in four minutes. One vessel was in range with a fixed radio and a watch on duty.${cite('four-minutes', { page: '9' })} It did not answer.`,
    passage(
      { terms: ['audio', 'grief'], depiction: 'audible', intensity: 'detailed', note: 'What can be heard in the recording, in words.' },
      p`The recording lasts eleven minutes and eight seconds. For the first four there are two voices. The one in the water is short of breath and very polite: he says “please” before each position. The other is slow and even, as the card on the wall asks. He says the name of the boat each time, so that whoever hears it will know that there are people on it.`,
      p`After that there is one voice, calling, and in between the hiss of an open channel. He goes on for seven minutes. He told us that he knew by then, and that he went on because somebody had to be still there if the other came back.`,
    ),
    h2`A copy in a biscuit tin`,
    p`The harbour’s recorder keeps ninety-six hours. On the third day two men in plain clothes came to service it. Derra had made a copy on the first morning, and his mother had put it in the tin in which she keeps buttons.${note('Told to our reporter by both, on 9 July 2026. They wanted the tin to be mentioned.')} The recorder, when it came back, was empty.`,
    p`He gave the copy to the harbour master, in writing, against a receipt. The harbour master’s log has the line.${cite('harbour-log', { section: 'entry of 12 February' })} It was played to the inquest on its first day, and its written record is part of the court’s papers.${cite('inquest-record', { page: '22–31' })}`,
    quote`He called seven times in four minutes. One vessel was in range. It did not answer.`,
    h2`Twenty-six days`,
    p`On 3 March, before dawn, he was arrested with ${to('articles', 'statement-on-the-detention', 'two others')}. The paper that he was shown named article 9 of the ordinance, which is about boats.${cite('ordinance-19', { section: 'article 9' })} Derra does not own a boat. He was held for 26 days and brought before a judge on none of them; the code allows 48 hours.${cite('detention-code', { section: 'article 44' })} The Bar Association called it “detention without any text”.${cite('bar-statement', { quote: 'توقيف بلا نص', quoteTranslation: 'detention without any text' })}`,
    p`What happened to people in that building in those weeks is told in ${to('articles', 'in-the-customs-house', 'a separate article')}, with a warning of its own. He has asked us not to write about his part in it, and we do not.`,
    p`He is back in the radio room, on nights. The card has been replaced by a new one. It is ${strong('easier to read')}, he says, and says the same thing.`,
  ],
}
