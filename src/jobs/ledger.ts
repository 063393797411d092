import type { BakeLedger } from '@/edition/bake'
import type { Change } from '@/edition/touched'
import type { Queryable } from '@/platform/database'
import { COLUMNS, toPublication, type LiveRow } from '@/publishing/published-row'
import type { Publication } from '@/record/publication'

const KEY = (row: { collection: string; document: string }): string => `${row.collection} ${row.document}`

// The publication of a merged source stays in the record as it was, and is live no more.
const NOT_MERGED = `not (p.collection = 'sources' and exists (select from handbill.source_merges m where m.merged::text = p.document))`

/**
 * The ledger of bakes in the database: a publication without a row in `handbill.bakes` waits for the edition, and triggers list it in
 * `handbill.unbaked`. A change of a source's facts waits in `handbill.unbaked_facts` under an id of its own, and is baked as a
 * publication of that source would be: what comes during a bake has another id, and waits on.
 */
export function ledger(database: Queryable): BakeLedger {
  const publications = async (text: string, values: readonly unknown[]): Promise<Publication[]> => (await database.query<LiveRow>(text, values)).rows.map(toPublication)
  const among = 'from publications p join unnest($1::text[], $2::text[]) as asked(c, d) on p.collection = asked.c and p.document = asked.d'
  const columns = COLUMNS.split(', ').map((column) => `p.${column}`).join(', ')

  return {
    async pending() {
      const { rows } = await database.query<{ id: string }>('select id from (select publication as id, since from handbill.unbaked union all select id, since from handbill.unbaked_facts) as waiting order by since')
      return rows.map(({ id }) => id)
    },

    async withdrawn(ids) {
      const { rows } = await database.query<{ id: string }>('select id from publications where id = any($1) and is_tombstone and superseded_at is null', [ids])
      return rows.map(({ id }) => id)
    },

    async changes(ids) {
      const waiting = await publications(`select ${columns} from publications p where p.id = any($1) order by p.went_live_at, p.id`, [ids])
      const documents = [...new Map(waiting.map((row) => [KEY(row), row])).values()]
      const keys = [documents.map((row) => row.collection), documents.map((row) => row.document)]
      const unnoted = await publications(`select ${columns} ${among} join handbill.unbaked u on u.publication = p.id order by p.went_live_at, p.id`, keys)
      const live = new Map((await publications(`select ${columns} ${among} where p.superseded_at is null and ${NOT_MERGED}`, keys)).map((row) => [KEY(row), row]))
      const baked = new Map(
        (
          await publications(
            `select distinct on (p.collection, p.document) ${columns} ${among} join handbill.bakes b on b.publication = p.id order by p.collection, p.document, p.went_live_at desc, p.id desc`,
            keys,
          )
        ).map((row) => [KEY(row), row]),
      )
      const facts = await publications(
        `select ${columns} from publications p where p.collection = 'sources' and p.superseded_at is null and not p.is_tombstone
           and p.document in (select source::text from handbill.unbaked_facts where id = any($1)) order by p.document`,
        [ids],
      )
      const published = documents.flatMap((row): Change[] => {
        const after = live.get(KEY(row)) ?? null
        // A bake that was broken off, or that is still under way, may have shown a state that was superseded before it was noted down.
        const between = unnoted.filter((each) => KEY(each) === KEY(row) && each.id !== after?.id)
        return [baked.get(KEY(row)) ?? null, ...between].map((before) => ({ before, after }))
      })
      return [...published, ...facts.map((source) => ({ before: source, after: source }))]
    },

    async markBaked(ids) {
      const { rows } = await database.query<{ id: string }>('delete from handbill.unbaked_facts where id = any($1) returning id', [ids])
      const facts = new Set(rows.map(({ id }) => id))
      await database.query('insert into handbill.bakes (publication) select unnest($1::uuid[]) on conflict do nothing', [ids.filter((id) => !facts.has(id))])
    },
  }
}
