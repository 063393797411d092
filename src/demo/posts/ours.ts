import type { DemoPost } from '../documents'

const OUR_ACCOUNT = { name: 'The Net Loft', handle: '@netloft@coast.example', url: 'https://coast.example/@netloft' }

/** Posts of our own that stand by themselves. */
export const OURS: readonly DemoPost[] = [
  {
    key: 'four-miles', slug: 'a-line-moved-by-four-miles', title: 'A line moved by four miles', voice: 'ours', platform: 'mastodon', account: OUR_ACCOUNT,
    permalink: 'https://coast.example/@netloft/804', postedAt: '2026-04-28T07:12Z', topics: ['closed-waters'], campaigns: ['open-the-grounds'],
    text: 'A line moved by four miles.\nThe closed sea grew twenty-three-fold.\n\nThe order that did it has two articles [1]. The annex that says where is missing from the Gazette’s website, so here is the copy [2].',
    footnotes: [
      { label: '1', text: 'Ministerial Order 202 of 2024.', source: 'widening-order' },
      { label: '2', text: 'The annexed chart, archived on 3 August 2024.', url: 'https://archive.littoral.example/2024/order-202-annex', source: 'zone-map' },
    ],
    warnings: [],
    course: { state: 'live', at: '2026-05-04T09:00:00Z' },
  },
  {
    key: 'day-two-hundred', slug: 'day-two-hundred', title: 'Day two hundred', voice: 'ours', platform: 'bluesky', account: { name: 'The Net Loft', handle: '@netloft.example', url: 'https://bsky.example/profile/netloft.example' },
    permalink: 'https://bsky.example/profile/netloft.example/post/3kf', postedAt: '2026-09-19T04:45Z', topics: ['detention'], campaigns: ['free-the-three'],
    text: 'Day 200.\n\nIdris Vannoum builds boats. He is sixty-one. The code says 180 days at most, and then a judge or the door. It is day 200, and there has been neither.',
    attachments: [{ image: 'customs-house' }],
    warnings: [{ term: 'detention', depiction: 'mentioned', intensity: 'brief' }],
    course: { state: 'live', at: '2026-09-19T11:00:00Z', namesPeople: true },
  },
  {
    key: 'day-of-the-nets', slug: 'day-of-the-nets-27-september', title: 'Day of the Nets, 27 September', voice: 'ours', platform: 'instagram', account: { name: 'The Net Loft', handle: '@thenetloft', url: 'https://instagram.example/thenetloft' },
    permalink: 'https://instagram.example/p/netsday', postedAt: '2026-09-20', topics: ['solidarity'], campaigns: ['open-the-grounds'],
    text: 'Sunday, from first light. If you have a boat, bring somebody who does not fish. If you have no boat, bring something that rings.',
    attachments: [{ image: 'open-the-grounds' }],
    warnings: [],
    course: { state: 'live', at: '2026-09-22T09:00:00Z' },
  },
  {
    key: 'the-recording', slug: 'before-you-listen', title: 'Before you listen', voice: 'ours', platform: 'mastodon', account: OUR_ACCOUNT,
    permalink: 'https://coast.example/@netloft/861', postedAt: '2026-05-12T15:00Z', topics: ['deaths-at-sea'], campaigns: ['inquest-for-selim-orfan'],
    text: 'The recording of channel 16 was played in court today, and is now public [1].\n\nIt is eleven minutes long. A man calls for help in it, and is not helped. You do not need to have heard it in order to be on his side. There is a transcript at the same address.',
    footnotes: [{ label: '1', text: 'Channel 16, 9 February 2026, 04:41 to 04:52.', source: 'channel-16' }],
    warnings: [{ term: 'audio', depiction: 'audible', intensity: 'graphic', note: 'The linked recording holds the last calls of a man who drowned.' }],
    course: { state: 'live', at: '2026-05-13T08:00:00Z' },
  },
  {
    key: 'sea-is-a-square-ar', slug: 'البحر-ساحة-القرية', title: 'البحر ساحة القرية', language: 'ar', voice: 'ours', platform: 'facebook', account: { name: 'بيت الشِّباك', handle: 'netloft.arabic', url: 'https://facebook.example/netloft.arabic' },
    permalink: 'https://facebook.example/netloft.arabic/posts/311', postedAt: '2026-09-24', topics: ['closed-waters-ar', 'solidarity-ar'], campaigns: ['open-the-grounds-ar'],
    text: 'كتبت صحيفة العاصمة أن «البحر ليس ساحة قرية» [١].\n\nعلى هذا الساحل كان البحر ساحةَ القرية دائمًا: فيه نلتقي، ونتخاصم على السعر، ونسأل عن الغائب. وفيه قال أهلنا كلمتهم حين كانت الساحات مغلقة.\n\nيوم الأحد، مع أول الضوء، نلتقي في ساحتنا. من عنده زورق فليُركب معه من لا يصيد، ومن لا زورق عنده فليأتِ بشيء يرنّ.',
    footnotes: [{ label: '١', text: 'افتتاحية «إلمار كورير» في ٢٤ شباط ٢٠٢٦.', source: 'courier-editorial' }],
    attachments: [{ image: 'open-the-grounds-ar' }],
    warnings: [],
    course: { state: 'live', at: '2026-09-24T09:00:00Z' },
  },
  {
    key: 'letter-evening', slug: 'letter-evening', title: 'Letter evening', voice: 'ours', platform: 'mastodon', account: OUR_ACCOUNT, postedAt: '2026-11', topics: ['solidarity'], campaigns: ['free-the-three'], by: 'contributor',
    text: 'Thursday at seven, up the outside stairs. There are pens. There is soup. There are people who know how to spell “Vannoum”.',
    course: { state: 'draft' },
  },
]
