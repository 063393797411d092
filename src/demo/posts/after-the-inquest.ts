import type { DemoExchange, DemoPost } from '../documents'
import { cite, p, to } from '../text'

const OUR_ACCOUNT = { name: 'The Net Loft', handle: '@netloft@coast.example', url: 'https://coast.example/@netloft' }
const shared = { topics: ['denial', 'deaths-at-sea'], campaigns: ['inquest-for-selim-orfan'] }

/** What was said under our report of the finding, in the order in which it was said. */
export const THREAD: readonly DemoPost[] = [
  {
    ...shared, key: 'the-finding', slug: 'the-finding-in-one-sentence', title: 'The finding, in one sentence', voice: 'ours', platform: 'mastodon', account: OUR_ACCOUNT,
    permalink: 'https://coast.example/@netloft/1169', postedAt: '2026-09-16T17:31Z',
    text: 'The coroner of Marsa Dellum has found that Selim Orfan was outside the zone, at work, and that the vessel which swamped his boat did not answer his call.\n\nThe report, with every page number, is on our site. Please read the warning before the recording.',
    attachments: [{ image: 'two-tracks' }],
    warnings: [{ term: 'killing', depiction: 'mentioned', intensity: 'brief' }],
    course: { state: 'live', at: '2026-09-17T08:00:00Z', namesPeople: true },
  },
  {
    ...shared, key: 'nobody-was-pushed', slug: 'nobody-was-pushed', title: '“Nobody was pushed”', voice: 'theirs', platform: 'x',
    account: { name: 'Tarsena Energy Facts', handle: '@energyfacts', url: 'https://x.example/energyfacts' },
    permalink: 'https://x.example/energyfacts/status/7719', postedAt: '2026-09-17T09:02Z',
    text: 'Nobody was “pushed”. The man was INSIDE the zone, there was NO ship near him, and the catch was falling anyway. Small boats are free to fish elsewhere. The zone is an international standard. Stop milking a drowned drunk for clicks.',
    context: [p`We show this post because it is the pattern of many; the five claims in it are ${to('articles', 'five-claims', 'answered one by one')} on this site.${cite('energy-facts-post')}`],
    replyTo: 'the-finding',
    warnings: [{ term: 'denial', depiction: 'shown', intensity: 'brief', note: 'Mocks a man who drowned.' }],
    course: { state: 'live', at: '2026-09-17T12:00:00Z' },
  },
  {
    ...shared, key: 'the-papers', slug: 'the-papers-since-you-ask', title: 'The papers, since you ask', voice: 'ours', platform: 'mastodon', account: OUR_ACCOUNT,
    permalink: 'https://coast.example/@netloft/1172', postedAt: '2026-09-17T10:40Z',
    text: 'Outside, by at least 280 metres [1]. A cutter, at about 40 metres [2]. The catch was steady until the week of the order [3]. He did not drink [4].\n\nWe should be glad to read the papers that say otherwise. Which are they?',
    footnotes: [
      { label: '1', text: 'Record of the inquest, page 205.', source: 'inquest-record' },
      { label: '2', text: 'The same, page 203; and the tracks, one position every ten seconds.', url: 'https://data.littoral.example/sirra-bank-2026-02', source: 'ais-tracks' },
      { label: '3', text: 'Fisheries Directorate, landings by harbour and month, sheet 1.', source: 'landings' },
      { label: '4', text: 'Not that it would matter.' },
    ],
    attachments: [{ image: 'landings-chart' }],
    replyTo: 'nobody-was-pushed',
    warnings: [],
    course: { state: 'live', at: '2026-09-17T13:00:00Z' },
  },
  {
    ...shared, key: 'thirty-years-a-pilot', slug: 'thirty-years-a-pilot', title: 'Thirty years a pilot', voice: 'theirs', platform: 'mastodon',
    account: { name: 'Old Pilot', handle: '@seamark@coast.example', url: 'https://coast.example/@seamark' },
    permalink: 'https://coast.example/@seamark/402', postedAt: '2026-09-17T18:15Z',
    text: 'I took ships into Ilmar for thirty years. At 19 knots a hull of that size drags a wall behind it that you do not see from her bridge and do not forget from anywhere else. Every officer knows it. It is in the first book.\n\nI am for the gas, by the way. That is not what this is about.',
    replyTo: 'the-papers',
    warnings: [],
    course: { state: 'live', at: '2026-09-18T09:00:00Z' },
  },
  {
    ...shared, key: 'salt-rats', slug: 'a-post-by-grounded-truth', title: 'A post by “Grounded Truth”', voice: 'theirs', platform: 'x',
    account: { name: 'Grounded Truth', handle: '@groundedtruth26', url: 'https://x.example/groundedtruth26' },
    permalink: 'https://x.example/groundedtruth26/status/118', postedAt: '2026-09-17T22:58Z',
    text: 'salt rats will say anything for a subsidy. should have learned to swim',
    context: [p`“Salt rats” is an old insult for people from the coast. We quote it once, so that it is known what they are answered with, and the name of the account, since it has none.`],
    replyTo: 'thirty-years-a-pilot',
    warnings: [{ term: 'hate', depiction: 'shown', intensity: 'detailed', note: 'An insult for people of the coast, and mockery of a death.' }],
    course: { state: 'live', at: '2026-09-18T09:30:00Z' },
  },
  {
    ...shared, key: 'he-could-swim', slug: 'he-could-swim', title: 'He could swim', voice: 'theirs', platform: 'mastodon',
    account: { name: 'Girl from the ice house', handle: '@icehouse@coast.example', url: 'https://coast.example/@icehouse' },
    permalink: 'https://coast.example/@icehouse/77', postedAt: '2026-09-18T05:20Z',
    text: 'He could swim. He taught me, off the second Sister, with a rope round my middle and a song that I shall not put here.\n\nHe let go of the rope without telling me. That was the lesson.',
    replyTo: 'salt-rats',
    warnings: [{ term: 'grief', depiction: 'mentioned', intensity: 'brief' }],
    course: { state: 'live', at: '2026-09-18T10:00:00Z' },
  },
]

export const EXCHANGES: readonly DemoExchange[] = [
  {
    ...shared, key: 'under-the-finding', slug: 'under-the-finding', title: 'Under the finding: an exchange',
    standfirst: 'What was said below our post on the inquest, by a campaign account, a retired pilot, a troll, and a girl from the ice house. With their leave, where they have names.',
    posts: [
      { post: 'the-finding', comment: 'It began with our own post, on the evening of the finding.' },
      { post: 'nobody-was-pushed', comment: 'The first answer came in the morning. It holds five claims, each of which we have since looked up.' },
      { post: 'the-papers', comment: 'We answered with footnotes.' },
      { post: 'thirty-years-a-pilot', comment: 'Somebody whom we do not know joined in.' },
      { post: 'salt-rats', comment: 'The next is short and ugly. You can skip it without losing the thread.' },
      { post: 'he-could-swim', comment: 'Nobody posted anything after this.' },
    ],
    warnings: [
      { term: 'hate', depiction: 'shown', intensity: 'detailed', note: 'One post insults people of the coast.' },
      { term: 'denial', depiction: 'shown', intensity: 'brief' },
    ],
    course: { state: 'live', at: '2026-09-21T08:00:00Z' },
  },
]
