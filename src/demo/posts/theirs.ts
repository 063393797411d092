import type { DemoPost } from '../documents'
import { cite, p } from '../text'

/** Posts of others that stand by themselves. */
export const THEIRS: readonly DemoPost[] = [
  {
    key: 'committee-member', slug: 'a-member-on-seven-to-six', title: 'A member of the committee on seven to six', voice: 'theirs', platform: 'bluesky',
    account: { name: 'Thea Morvane', handle: '@morvane.example', url: 'https://bsky.example/profile/morvane.example' },
    permalink: 'https://bsky.example/profile/morvane.example/post/8dd', postedAt: '2026-10-27T14:05Z', topics: ['courts', 'closed-waters'], campaigns: ['open-the-grounds'],
    text: 'Seven to six. I voted against, and I come from a town without a harbour. Nobody in that room could show me who had been asked.',
    context: [p`Thea Morvane sits in the Assembly for the inland district of Korrel. The minutes give the vote, without names.${cite('committee-minutes', { page: '14' })}`],
    warnings: [],
    course: { state: 'live', at: '2026-10-28T09:00:00Z', namesPeople: true },
  },
  {
    key: 'corvane-on-safety', slug: 'corvane-littoral-on-safety', title: 'Corvane Littoral on safety', voice: 'theirs', platform: 'linkedin',
    account: { name: 'Corvane Littoral', url: 'https://linkedin.example/company/corvane-littoral' },
    permalink: 'https://linkedin.example/posts/corvane-5', postedAt: '2026-02-10', topics: ['denial'],
    text: 'At Corvane Littoral, safety comes first, second and third. Our thoughts are with all who work at sea. The zone is an international standard, and small craft remain free to fish the open sea.',
    context: [p`The company’s longer statement was published on the same day, and changed three days later.${cite('corvane-statement')} It did not name Selim Orfan, and has not since.`],
    warnings: [],
    course: { state: 'live', at: '2026-04-16T09:00:00Z' },
  },
]
