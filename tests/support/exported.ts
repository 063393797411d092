import { randomUUID } from 'node:crypto'
import type { PublicSource } from '@/record/projections'
import type { Live } from '@/record/publication'

/** A live source of the given public fields. */
export function liveSource(fields: Partial<PublicSource> & { title: string }, document: string = randomUUID()): Live<'sources'> {
  const projection: PublicSource = { language: 'en', slug: 'a-source', kind: 'report', visibility: 'public', creators: [], ...fields }
  return {
    id: randomUUID(), collection: 'sources', document, language: projection.language, slug: projection.slug, path: `/sources/${projection.slug}`, title: projection.title, isTombstone: false,
    isAdopted: false, publishedAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', wentLiveAt: '2026-01-01T00:00:00.000Z', contentHash: '', corrections: [], addresses: [], projection,
  }
}
