import type { DemoArticle, Changes } from '../documents'
import type { Block } from '../text'
import { cite, h2, image, note, ol, p, quote, t, table, to } from '../text'

const rows = (active2025: string): Block =>
  table(
    ['Year', 'Landed, tonnes', 'Boats active', 'Median days at sea'],
    ['2019', '3,140', '229', '164'],
    ['2021', '3,060', '226', '161'],
    ['2022', '3,110', '231', '166'],
    ['2023', '2,980', '228', '158'],
    ['2024', '2,140', '187', '121'],
    ['2025', '1,190', active2025, '83'],
  )

const body = (active2025: string, share: string): Block[] => [
  p`On the wall of the north loft hangs a sheet of squared paper with a red line on it. It was drawn by hand, a millimetre for every ten tonnes, and it has been kept since 1998. For twenty-five years it looks like a calm sea. Then it falls off the edge of a table.`,
  p`The ${to('articles', 'how-a-coast-was-closed', 'first part')} of this series followed the papers by which the Sirra grounds were closed. This one asks what the closing did, and answers from two sets of figures that were made by people who do not like each other: the Fisheries Directorate, and the women who weigh the fish.`,
  h2`Two counts of one catch`,
  p`The Directorate publishes landings by harbour and month.${cite('landings', { section: 'sheet 1' })} The Net-menders’ Committee writes down each basket as it crosses the quay, with boat and ground.${cite('count-books')} We compared the two for 96 months. They differ by less than two per cent in all but five of them, and in those five the harbour scale was broken.${note('February to June 2020. The Directorate estimated; the count books used the ice-house scale.')}`,
  image('landings-chart', { caption: 'Landings at Marsa Dellum and Ain Sirra, 2018 to 2025, in tonnes. Red: after the order of August 2024, which covers five months of 2024 and all of 2025.' }),
  rows(active2025),
  p`Between 2022 and 2025, landings fell by ${share}. Fewer boats go out, and those that do go out half as often.${cite('landings', { section: 'sheets 1 and 3' })}`,
  h2`Seventeen miles round`,
  p`Nothing stops a boat from going round the zone to the outer bank. It is seventeen miles further each way. For an eight-metre boat with a thirty-horsepower engine that is 38 litres of diesel a trip, at a price that ate the whole catch on 71 of the 120 trips that we could check.${cite('count-books', { section: 'north loft, book 23, fuel column' })}`,
  p`The outer bank is also exposed. The safe road between the Sisters, which small boats have used to run home before a northerly since anybody can remember,${cite('grounds-book', { page: '57' })} lies inside the zone.`,
  quote`Those who count the fish do not agree on much with those who count the money. On this they agree to two per cent.`,
  h2`What took its place`,
  p`The operator says that new work has come. We asked for the number; the port authority gave it: 26 posts held by people with an address in the two towns, of which 19 are in security and cleaning.${note('Letter of the Port Authority to The Net Loft, 6 May 2026, reference PA-2026-0344.')} In the same time, by the Directorate’s own register, 93 boats stopped going out. A boat is two to four incomes.`,
  p`Economists who looked at other coasts warn against waiting for the loss to heal. In the four cases that they compared, what had gone by the third year stayed gone.${cite('displacement-paper', { page: '214' })} A biologist adds that reopening the bank will not by itself bring the mullet back, if warm water from the terminal keeps reaching the sea-grass in the weeks in which they spawn.${cite('brine-paper', { page: '6', note: 'A small study: two springs, nine stations. Its author calls it “a reason to measure, not a finding”.' })}`,
  h2`How we counted`,
  ol(
    t`We took the Directorate’s figures as archived in March, since its page has shown both harbours as one since April.${cite('landings', { note: 'The archived copy is the one we used throughout.' })}`,
    'We typed out the count books for 2018 to 2025, twice, by two people, and settled the 212 differences from the photographs.',
    'A boat counts as active when it landed anything in at least twelve weeks of a year.',
    'All sums, and the sheet that makes them, can be had from the desk.',
  ),
]

const corrected: Changes = { body: body('138', '62 per cent') }

export const whatTheBoatsBroughtHome: DemoArticle = {
  key: 'what-the-boats-brought-home',
  slug: 'what-the-boats-brought-home',
  title: 'What the boats brought home, before and after',
  kind: 'original',
  standfirst: 'Two sets of books, kept by people who do not trust each other, tell the same story about the closing of the Sirra grounds.',
  authors: ['tomas-ackery', 'warda-sellane'],
  topics: ['livelihoods', 'closed-waters', 'women-of-the-lofts'],
  campaigns: ['open-the-grounds'],
  series: { key: 'closing-of-the-grounds', part: 2 },
  lead: { image: 'scale' },
  warnings: [],
  course: {
    state: 'live',
    at: '2026-05-28T07:30:00Z',
    since: [
      {
        step: 'correction',
        at: '2026-06-01T15:10:00Z',
        publicNote: 'The table gave 148 active boats for 2025 and the text a fall in landings of 58 per cent. The right figures are 138 and 62 per cent. A reader at the ice house noticed.',
        changes: corrected,
      },
    ],
  },
  body: body('148', '58 per cent'),
}
