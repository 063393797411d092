import type { DemoArticle } from '../documents'
import { cite, p, quote } from '../text'

/** What stood on the old notebook site before there was a desk: adopted with its dates and addresses. */
export const FROM_THE_NOTEBOOK: readonly DemoArticle[] = [
  {
    key: 'the-lamp',
    slug: 'the-lamp-on-the-second-sister',
    title: 'The lamp on the second Sister',
    kind: 'original',
    standfirst: 'It burned for ninety-one years. Item 4 of a notice pinned up on a Friday put it out.',
    authors: ['rasha-dennoun'],
    topics: ['closed-waters'],
    campaigns: ['open-the-grounds'],
    lead: { image: 'sisters' },
    warnings: [],
    course: { state: 'adopted', at: '2024-08-20T17:00:00Z', addresses: ['/2024/08/20/the-lamp-on-the-second-sister'] },
    body: [
      p`The keeper’s daughter, who is seventy-three, found out from her kitchen window. It had been there every night of her life, a white flash and a long wait, and on the second of August it did not come.`,
      p`Item 4 of the notice reads: “Sisters, light, discontinued, no traffic being expected.”${cite('notice-to-mariners', { section: 'item 4', quote: 'Sisters, light, discontinued, no traffic being expected.' })}`,
      quote`No traffic being expected.`,
      p`She has put a lamp into the window. It can’t be seen from where it would be needed. She knows that.`,
    ],
  },
  {
    key: 'sixty-one-boats',
    slug: 'sixty-one-boats',
    title: 'Sixty-one boats',
    kind: 'original',
    standfirst: 'Nobody had called it the Day of the Nets yet. It was a Saturday, and somebody had said: let us lie across.',
    authors: ['nadia-ferrane'],
    topics: ['solidarity', 'closed-waters'],
    campaigns: ['open-the-grounds'],
    warnings: [],
    course: { state: 'adopted', at: '2025-09-28T08:00:00Z', addresses: ['/2025/09/28/sixty-one-boats'] },
    body: [
      p`They were sixty-one in the end, of two hundred and thirty, and they did not quite reach from mole to mole. The gap was filled by two rowing boats and a raft on which somebody’s nephew stood with a sign that the wind had turned over.`,
      p`The ferry waited. On the ferry they thought at first that it was a wedding.`,
      p`What had brought them out was a sheet of squared paper. It hangs in the north loft, and has a red line on it, which has begun to fall.${cite('count-books', { note: 'The line of 2025. Its sums were published later.' })} Idris Vannoum, who built twenty-two of the boats, said that he had come to see whether they still floated.`,
    ],
  },
]
