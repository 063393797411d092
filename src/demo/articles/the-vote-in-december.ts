import type { DemoArticle } from '../documents'
import { cite, h2, note, p, quote, t, table } from '../text'

export const theVoteInDecember: DemoArticle = {
  key: 'the-vote-in-december',
  slug: 'the-vote-in-december',
  title: 'The vote in December',
  kind: 'original',
  standfirst: 'On 8 and 9 December the Assembly decides whether Ordinance 19 lives on. Seven members have not said how they will vote. We asked them.',
  authors: ['samira-keld', 'nadia-ferrane'],
  topics: ['courts', 'closed-waters'],
  campaigns: ['open-the-grounds'],
  warnings: [],
  course: {
    state: 'in-review',
    namesPeople: true,
    signed: ['sources', 'copy', 'care'],
    note: 'We would like to have this out on Monday.',
    edited: { standfirst: 'On 8 and 9 December the Assembly decides whether Ordinance 19 lives on. Five members have not said how they will vote. We asked them.' },
  },
  body: [
    p`The committee’s vote was seven to six. In the plenary, by the count of both sides, it is 48 to 45, with seven who have not said.${cite('committee-minutes', { page: '14' })}`,
    h2`What is voted on`,
    p`Article 11 ends the ordinance on 15 December unless it is renewed.${cite('ordinance-19', { section: 'article 11' })} Renewal needs a simple majority of those present. The committee’s draft changes one thing: it strikes two words, “and remain”, and so makes crossing the line an offence.`,
    table(
      ['Outcome', 'What it means on 16 December'],
      [t`Not renewed`, 'No zone beyond 500 metres'],
      [t`Renewed as it is`, t`Five miles; the appeal goes on${cite('ruling-88')}`],
      [t`Renewed with the change`, 'Five miles, and no way home between the Sisters'],
    ),
    h2`The undecided`,
    p`We wrote to all seven on 10 November, with three questions and a stamped envelope. Five answered. One sent back the stamp.${note('Answers are with the desk, and are quoted with leave.')}`,
    quote`One sent back the stamp.`,
  ],
}
