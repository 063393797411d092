import type { DemoArticle } from '../documents'
import { cite, note, p } from '../text'

export const whatANetMenderKnows: DemoArticle = {
  key: 'what-a-net-mender-knows',
  slug: 'what-a-net-mender-knows',
  title: 'What a net-mender knows',
  kind: 'republication',
  standfirst: 'Warda Sellane on holes. First published in The Winter Quay.',
  authors: ['warda-sellane'],
  topics: ['women-of-the-lofts', 'livelihoods'],
  lead: { image: 'net-loft' },
  republication: {
    publisher: 'The Winter Quay',
    title: 'What a net-mender knows',
    author: 'Warda Sellane',
    url: 'https://winterquay.example/2025/what-a-net-mender-knows',
    publishedOn: '2025-12',
    licence: 'CC BY-SA 4.0',
    permission: 'Under its licence; the author has read this copy.',
    source: 'winter-quay',
  },
  warnings: [],
  course: { state: 'live', at: '2026-08-20T09:00:00Z' },
  body: [
    p`People think that we make nets. We make holes. The twine comes from a factory; what we know is how large a hole must be, and where it stops being one.`,
    p`A dolphin tears upward. A rock tears along. A propeller does not tear, it cuts, and leaves ends like a brush. When I was a girl I thought that my grandmother guessed. She would hold a net to the window and say: east side of the second Sister, on the turn of the tide, and you were late for your dinner. They always had been.`,
    p`For three years now I have had holes that I do not know. They are straight on two sides. The young men say it is the buoys of the zone, which hang on wire. I have put eleven of those pieces aside in a drawer, with the day and the boat, because my grandmother also taught me that a thing which nobody has a name for yet should be kept.${note('The pieces were shown to the inquest in September 2026. – The Net Loft')}`,
    p`We keep the count as well. That began with a quarrel in 1998 over a scale, which is another story, and went on because it turned out that we liked to be right. Each basket, each boat, each ground.${cite('count-books')} A man from the Directorate came to see the books once. He turned the pages for an hour, and said that he had not known that it could be known.`,
    p`What I would tell the young is this. You do not begin at the hole. You begin at the first whole mesh, and work towards it.`,
  ],
}
