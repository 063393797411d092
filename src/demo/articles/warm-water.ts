import type { DemoArticle } from '../documents'
import { cite, h2, p } from '../text'

export const warmWater: DemoArticle = {
  key: 'warm-water',
  slug: 'warm-water',
  title: 'Warm water (working title)',
  kind: 'original',
  standfirst: '',
  authors: ['tomas-ackery'],
  topics: ['livelihoods'],
  by: 'contributor',
  notes: 'Waiting for the harbour school’s thermometers. Ask Voigtland whether he minds being called cautious.',
  course: { state: 'draft' },
  body: [
    p`The sea-grass east of the outfall has come up brown for the second spring.`,
    h2`What has been measured`,
    p`Nine stations, two springs.${cite('brine-paper')} What is missing: winter; the months without discharge; anybody’s memory of how it was before.`,
  ],
}
