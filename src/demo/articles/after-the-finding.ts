import type { DemoArticle } from '../documents'
import { cite, p, statement } from '../text'

export const afterTheFinding: DemoArticle = {
  key: 'after-the-finding',
  slug: 'after-the-finding-a-statement-by-the-orfan-family',
  title: 'After the finding: a statement by the Orfan family',
  kind: 'statement',
  standfirst: 'Read by Amira Orfan on the steps of the coroner’s court, and published here at the family’s wish.',
  authors: ['the-desk'],
  topics: ['deaths-at-sea', 'solidarity'],
  campaigns: ['inquest-for-selim-orfan'],
  warnings: [{ term: 'grief', depiction: 'mentioned', intensity: 'brief' }],
  course: { state: 'live', at: '2026-09-19T09:00:00Z', namesPeople: true },
  body: [
    statement(
      { speaker: 'Amira Orfan, for the family of Selim Orfan' },
      p`We thank the coroner for saying his name.`,
      p`We have been asked whether we are satisfied. We are tired. For seven months we were told in the newspapers that he was drunk, that he was inside the line, that he was alone. It is now written down by somebody who may write such things that he was none of these.${cite('inquest-record', { page: '205', mark: '1' })} He was at work.`,
      p`To the man in the boat that did not answer: we know that there was one who wanted to. We have read what he wrote. When he is ready, our door is the blue one.`,
      p`To those who ask us to speak against the gas, or for it: please let us be. We ask for three things that need no opinion. Let whoever gave the order to put out the lights be asked about it in a court. Let Idris Vannoum go home; he built that boat. And let the light on the second Sister be lit again, which was put out in August two years ago, because there was no longer supposed to be anybody there to see it.${cite('notice-to-mariners', { section: 'item 4', mark: '2' })}`,
      p`He would have wanted us to say that the nets were good. They were found whole.`,
    ),
    p`The Net Loft has put the family’s question about the light to the port authority, and will add its answer here.`,
  ],
}
