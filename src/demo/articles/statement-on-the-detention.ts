import type { DemoArticle } from '../documents'
import { cite, h2, note, ol, p, statement, t } from '../text'

export const statementOnTheDetention: DemoArticle = {
  key: 'statement-on-the-detention',
  slug: 'statement-on-the-detention-of-three-organisers',
  title: 'Statement on the detention of three organisers',
  kind: 'statement',
  standfirst: 'Thirty-one organisations ask for the release of Idris Vannoum, Mariam Qastal and Yunis Derra. We publish their letter whole, with its own notes.',
  authors: ['the-desk'],
  topics: ['detention', 'solidarity'],
  campaigns: ['free-the-three'],
  lead: { image: 'three-lamps' },
  warnings: [{ term: 'detention', depiction: 'mentioned', intensity: 'brief' }],
  course: { state: 'live', at: '2026-03-09T11:00:00Z', namesPeople: true },
  body: [
    p`Before dawn on 3 March, officers who gave no name took three people from their homes in Marsa Dellum. By noon the last newspaper of the coast had put out its last issue.${cite('sawt-closure')} On the eighth, thirty-one organisations wrote to the Minister of Justice. The Net Loft is one of them.`,
    statement(
      { speaker: 'Thirty-one organisations of the coast, by the Harbour Solidarity Network', source: 'letter-31' },
      p`Minister,`,
      p`Since the third of this month the following persons are deprived of their liberty: ${note('Born 1965. Chair of the fishers’ co-operative since 2017.', { mark: '[1]' })} Idris Vannoum, boatbuilder; Mariam Qastal, teacher; Yunis Derra, radio operator. Their families have been told neither where they are nor why. We are told that they are in a building of the customs, which no law names as a place in which anybody may be kept.${cite('detention-code', { section: 'annex 2', mark: '[2]' })}`,
      p`What they have in common is that they spoke about the sea. One asked what an order had done to four hundred households. One taught children to draw a map. One answered a call for help, and kept it. If that is an offence, then we do not know which of us has not committed it.`,
      p`Article 9 of Ordinance 19, which we are told is held against them, is about the entry of small craft into protected waters.${cite('ordinance-19', { section: 'article 9', mark: '[3]' })} None of the three was in a boat. The Bar Association has not been let in to see them.${note('Two members of its council waited at the gate on 4, 5 and 7 March.', { mark: '[4]' })}`,
      p`We ask you, therefore:`,
      ol(
        'to say today where they are, and let their families and counsel see them;',
        'to let them go, unless a judge finds a lawful reason to hold them;',
        'to let the newspaper print;',
        'to have the building inspected by somebody who does not command it;',
        'to withdraw Order 202, from which all this has come;',
        'and to answer this letter.',
      ),
      p`The question will not go away because those who ask it are taken away.`,
    ),
    h2`Who signed`,
    p`Among the signatories are the Marsa Dellum Fishers’ Co-operative, the Net-menders’ Committee, the teachers’ union of the two towns, the ice-house workers, four parishes and two mosques, the Littoral Records Project, and the harbour pilots. The full list stands under the letter.${cite('letter-31')}`,
    h2`What has happened since`,
    p`This section is kept up to date until the three are free.`,
    ol(
      t`9 March: the ministry confirmed that it had received the letter.`,
      t`9 March: no place of detention has been named.`,
    ),
  ],
}
