import type { DemoArticle } from '../documents'
import { cite, h2, p, quote } from '../text'

export const fishDoNotReadOrdinances: DemoArticle = {
  key: 'fish-do-not-read-ordinances',
  slug: 'fish-do-not-read-ordinances',
  title: 'Fish do not read ordinances',
  kind: 'republication',
  standfirst: 'An essay by Odile Marrant on lines in the water, first published in Salt & Ledger and republished here with its author’s leave.',
  topics: ['closed-waters', 'livelihoods'],
  campaigns: ['open-the-grounds'],
  lead: { image: 'fish-and-line' },
  republication: {
    publisher: 'Salt & Ledger',
    title: 'Fish do not read ordinances',
    author: 'Odile Marrant',
    url: 'https://saltandledger.example/37/fish-do-not-read',
    publishedOn: '2026-03-20',
    licence: 'CC BY-NC 4.0',
    permission: 'Republished with the leave of the author and the magazine. Nothing was changed but the spelling.',
    source: 'fish-do-not-read',
  },
  warnings: [],
  course: { state: 'live', at: '2026-04-02T09:00:00Z' },
  body: [
    p`The mullet leave the river mouth in the first warm week of the year and swim north-west for two nights. They have done this since the river had another name. On the second night they cross, at present, two lines: one belongs to the tide, which turns there, and one to a ministry.`,
    p`I asked a man who has caught them for fifty years how he knows where the ministry’s line is. He showed me. He stands in the boat and lines up the chimney of the ice house with the notch in the hill; then he waits for the voice on the loudspeaker. Where the voice begins is the line.`,
    h2`Enclosure, with a buoy`,
    p`Land was enclosed with hedges and sheep. It took centuries, and there are songs about it. The sea is being enclosed with co-ordinates, and takes an afternoon: somebody types four pairs of numbers into an annex, and a commons that fed six generations becomes the approach to an asset.${cite('zone-map')}`,
    p`There is a difference, which the songs would have liked. A hedge can be seen from both sides. A line in the water can be seen only from the side on which the searchlight is. The people of the coast learn where it is from its effects, as one learns about a dog.`,
    quote`Where the voice begins is the line.`,
    h2`What is kept out`,
    p`We are told that small boats are kept out for their own safety. I have looked for the accident that made this necessary. The register of wrecks has none on the bank between a boat and a gas ship, since there was no gas ship; it has nine between boats and weather, and in eight of these it was a smaller boat that came to help.`,
    p`What is kept out is rather a way of knowing. The women in the lofts of Marsa Dellum can tell from a torn net where it was torn, on which bottom, and often by whom.${cite('winter-quay')} Such knowledge needs the place, as a language needs to be spoken. Close the bank for ten years and nobody will have to forbid it any more.`,
    p`I do not think that anybody planned this. I think that somebody had four pairs of numbers to find and looked at a chart on which the bank is white, because nothing on it belongs to anyone who is asked.`,
    p`The mullet went over the line this year on the night of 11 March. They were not fined.`,
  ],
}
