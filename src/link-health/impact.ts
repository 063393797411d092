import type { PayloadRequest } from 'payload'
import { pool } from '@/platform/database'
import type { State } from '@/review/machine'
import { namesOf } from '@/review/store'
import { documentsOf, relianceOn } from './relying'
import { titlesFor } from './titles'

/** Where in a text a source is relied on. `quoteState`: whether the words stood on its page at the last look; null where nobody looked. */
export type RelyingPlace = { key: string | null; intent: string | null; claim: string | null; quote: string | null; quoteState: 'found' | 'ambiguous' | 'lost' | null }
/** A text that relies on a source. `path`: where readers find it; null where they don't. `owesLook`: whether it is owed one because of a retracted source. */
export type RelyingText = { collection: string; id: string; title: string; state: State; path: string | null; owesLook: boolean; places: RelyingPlace[]; signOffs: { slot: string; by: { id: string; name: string }; at: string; standing: boolean }[] }
/** `hidden`: texts besides that whoever asks may not read. */
export type Impact = { texts: RelyingText[]; hidden: number }

type Standing = { collection: string; document: string; state: State | null; path: string | null; owes_look: boolean; sign_offs: { slot: string; by: string; at: string; standing: boolean }[] | null }

/** Everything that relies on a source, as far as whoever asks may read it. */
export async function impactOf(req: PayloadRequest, source: string): Promise<Impact> {
  const reliances = await relianceOn(pool, source)
  const documents = documentsOf(reliances)
  if (documents.length === 0) return { texts: [], hidden: 0 }
  const [titles, { rows }, quotes] = await Promise.all([titlesFor(req, documents), standings(documents), quoteStates(documents)])
  const names = await namesOf(pool, rows.flatMap((row) => row.sign_offs?.map(({ by }) => by) ?? []))
  const texts = rows.flatMap((row): RelyingText[] => {
    const title = titles.get(`${row.collection} ${row.document}`)
    if (title === undefined) return []
    return [
      {
        collection: row.collection,
        id: row.document,
        title,
        state: row.state ?? 'draft',
        path: row.path,
        owesLook: row.owes_look,
        places: reliances
          .filter((each) => each.collection === row.collection && each.document === row.document)
          .map(({ key, intent, claim, quote }) => ({ key, intent, claim, quote, quoteState: quotes.get(`${row.collection} ${row.document} ${key}`) ?? null })),
        signOffs: (row.sign_offs ?? []).map(({ slot, by, at, standing }) => ({ slot, by: { id: by, name: names.get(by) ?? '' }, at: new Date(at).toISOString(), standing })),
      },
    ]
  })
  return { texts, hidden: rows.length - texts.length }
}

function standings(documents: readonly { collection: string; document: string }[]): Promise<{ rows: Standing[] }> {
  return pool.query<Standing>(
    `select asked.collection, asked.document::text as document, run.state, live.path,
       exists (select from handbill.follow_ups f where f.collection = asked.collection and f.document = asked.document and f.kind = 'source' and f.done_at is null) as owes_look,
       (select jsonb_agg(jsonb_build_object('slot', s.slot, 'by', s.signed_by, 'at', s.signed_at, 'standing', s.voided_at is null and s.coverage ->> 'hash' = run.coverage -> s.slot ->> 'hash') order by s.signed_at)
        from handbill.sign_offs s where s.run = run.id) as sign_offs
     from unnest($1::text[], $2::uuid[]) as asked (collection, document)
     left join handbill.review_runs run on run.collection = asked.collection and run.document = asked.document and run.ended_at is null
     left join publications live on live.collection = asked.collection and live.document = asked.document::text and live.superseded_at is null and not live.is_tombstone
     order by live.published_at desc nulls last, asked.document`,
    [documents.map(({ collection }) => collection), documents.map(({ document }) => document)],
  )
}

async function quoteStates(documents: readonly { document: string }[]): Promise<Map<string, RelyingPlace['quoteState']>> {
  const { rows } = await pool.query<{ collection: string; document: string; key: string; state: 'found' | 'ambiguous' | 'lost' }>(
    'select distinct on (collection, document, key) collection, document, key, state from handbill.quote_looks where document = any($1::uuid[]) order by collection, document, key, id desc',
    [documents.map(({ document }) => document)],
  )
  return new Map(rows.map(({ collection, document, key, state }) => [`${collection} ${document} ${key}`, state]))
}
