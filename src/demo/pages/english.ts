import type { DemoPage } from '../documents'
import { h2, link, ol, p, to, ul } from '../text'

export const ENGLISH_PAGES: readonly DemoPage[] = [
  {
    key: 'about', slug: 'about', title: 'About the Net Loft', warnings: [],
    standfirst: 'A small newsroom above a harbour, made by people who mend things.',
    body: [
      p`The Net Loft writes about the closed waters of the Tarsena coast, in English and Arabic. It is made in the north loft of Marsa Dellum, in the hours when nobody needs the floor for nets.`,
      p`We began in March 2026, in the week in which the last newspaper of the coast was closed. Four of us had worked for it. The others are a lawyer, a hydrographer, a translator, and a net-mender.`,
      h2`Everything here is invented`,
      p`This site shows what Handbill does. Tarsena, its towns, its sea, its laws and every person, organisation and outlet named here are made up, and all addresses end in “.example”. If something reminds you of a real coast, that is because such things happen on real coasts.`,
      h2`Who pays`,
      p`Readers, by the month, and the soup at letter evenings. No government, no party, no company. The accounts are read out once a year, on the quay.`,
    ],
    course: { state: 'live', at: '2026-03-06T09:00:00Z' },
  },
  {
    key: 'how-we-work', slug: 'how-we-work', title: 'How we work', warnings: [],
    standfirst: 'Who looks at a text before you do, what our notes and warnings mean, and what we do when we are wrong.',
    body: [
      h2`Before you read it`,
      p`Whoever writes a text signs off none of it. Somebody else checks each source, somebody else the wording, and somebody else what may hurt to read. If a text names people, a lawyer reads it line by line. Then a publisher reads the whole. If one word changes after that, whoever signed for it signs again.`,
      h2`Sources`,
      ul(
        'Every claim that is not our own observation has a number, and every number leads to a source.',
        'We keep a copy of what we cite, since what is on line today is often gone next year.',
        'Where a source could be harmed by being named, we name what it is and not who. The desk knows, and has decided that you can rely on it.',
        'A note without a source is our own remark.',
      ),
      h2`Warnings`,
      p`Some of what we report is hard to read. Before such a text you find a line that says what is in it, and how plainly. Hard passages are closed, and open when you want them to; hard pictures have a cover. You can read the short version instead. We do not warn of everything, or the words would stop meaning anything.`,
      h2`When we are wrong`,
      ol(
        'We correct the text, and say in it what was wrong and what is right.',
        'The correction stands in a public log, with its day.',
        'A typing error is mended silently. Nothing else is.',
        'If somebody could come to harm through a text of ours, we take it down, and its address says that we did.',
      ),
      p`Please tell us: the ways are on the page ${to('pages', 'contact', 'Contact')}.`,
      h2`Whose words are whose`,
      p`What others wrote first stands under their name, with the place where it was first published and what allows us to print it. What others said is set apart, so that you can always see where their words begin and end.`,
    ],
    course: { state: 'live', at: '2026-03-06T10:00:00Z' },
  },
  {
    key: 'contact', slug: 'contact', title: 'Contact', warnings: [],
    standfirst: 'How to reach us, and how to do so safely.',
    body: [
      p`By e-mail: ${link('mailto:desk@netloft.example', 'desk@netloft.example')}. In person: up the outside stairs, Thursdays from six.`,
      h2`If you have something to tell us`,
      ul('Do not write from a device or network that belongs to your employer.', 'Do not send papers at first. Ask us how.', 'You need not give a name. We need to know how you know.'),
      h2`Corrections`,
      p`Write to ${link('mailto:corrections@netloft.example', 'corrections@netloft.example')} with the address of the page and the sentence. Somebody who did not write it will look at it within two days.`,
    ],
    course: { state: 'live', at: '2026-03-06T09:30:00Z' },
  },
]
