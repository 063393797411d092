import type { Queryable } from '@/platform/database'
import { DEFAULT_SETTINGS } from '@/record/default-settings'
import type { PublicCollection } from '@/record/projections'
import type { Live, Publication } from '@/record/publication'
import type { CopiedText, CorrectedListing, Listing, RecordReader } from '@/record/reader'
import type { SourceFacts } from '@/record/source-facts'
import { searchPublished } from './published-search'
import { LIVE_COLUMNS, toPublication, type LiveRow } from './published-row'

const ORDERS = { newest: 'published_at desc, id desc', oldest: 'published_at, id', title: 'title, id' } as const

/**
 * The record as the public side reads it: `database` may be the role `handbill_web`, which sees the views
 * `live_publications` and `live_source_facts` and nothing else. Each answer is one indexed query.
 */
export function publishedReader(database: Queryable): RecordReader {
  const rows = async (text: string, values: readonly unknown[]): Promise<Publication[]> => {
    const found = await database.query<LiveRow>(text, values)
    return found.rows.map(toPublication)
  }
  const live = async <C extends PublicCollection>(text: string, values: readonly unknown[]): Promise<Live<C>[]> => (await rows(text, values)) as Live<C>[]

  const settings: RecordReader['settings'] = async () => {
    const [found] = await live<'site-settings'>(`select ${LIVE_COLUMNS} from live_publications where collection = 'site-settings' and not is_tombstone limit 1`, [])
    return found?.projection ?? DEFAULT_SETTINGS
  }

  /** The sources that some sources stand for now, by the ids that were asked for; those that were never merged are left out. */
  const survivors = async (documents: readonly string[]): Promise<Map<string, string>> => {
    const { rows: merged } = await database.query<{ merged: string; into: string }>('select merged, "into" from live_source_merges where merged = any($1)', [[...documents]])
    return new Map(merged.map(({ merged: id, into }) => [id, into]))
  }

  /** The ids by which publications refer to a document: its own, and those of records that were merged into it. */
  const aliases = async (document: string): Promise<string[]> => {
    const { rows: found } = await database.query<{ id: string }>(
      `with survivor as (select coalesce((select "into" from live_source_merges where merged = $1), $1) as id)
       select id from survivor union all select m.merged from live_source_merges m join survivor s on m."into" = s.id`,
      [document],
    )
    return found.map(({ id }) => id)
  }

  /** The conditions of a listing, and the values they name from `$1` on. */
  const conditions = async ({ collections, language, refersTo, month }: Omit<Listing, 'limit' | 'order'>): Promise<{ where: string; values: unknown[] }> => {
    const where = ['not is_tombstone', 'collection = any($1)']
    const values: unknown[] = [[...collections]]
    const hold = (value: unknown): string => `$${values.push(value)}`
    if (language !== undefined) where.push(`language = ${hold(language)}`)
    if (refersTo !== undefined) where.push(referringTo(await aliases(refersTo), hold))
    if (month !== undefined) {
      const first = `(${hold(`${month}-01`)}::timestamp)`
      const zone = hold((await settings()).timeZone)
      where.push(`published_at >= ${first} at time zone ${zone}`, `published_at < (${first} + interval '1 month') at time zone ${zone}`)
    }
    return { where: where.join(' and '), values }
  }

  return {
    settings,

    async byId(collection, documents) {
      if (documents.length === 0) return []
      const merged = collection === 'sources' ? await survivors(documents) : new Map<string, string>()
      const wanted = [...new Set(documents.map((document) => merged.get(document) ?? document))]
      return live(`select ${LIVE_COLUMNS} from live_publications where not is_tombstone and collection = $1 and document = any($2) order by array_position($2, document)`, [collection, wanted])
    },

    async byAddress(path) {
      const [found] = await rows(`select ${LIVE_COLUMNS} from live_publications where path = $1 limit 1`, [path])
      if (found !== undefined) return found
      const [earlier] = await rows(`select ${LIVE_COLUMNS} from live_publications where addresses @> $1::jsonb limit 1`, [JSON.stringify([path])])
      if (earlier !== undefined) return earlier
      // Where a merged record was, the one that took it in is found.
      const [survivor] = await rows(`select ${LIVE_COLUMNS} from live_publications where collection = 'sources' and document in (select "into" from live_source_merges where addresses @> $1::jsonb) limit 1`, [JSON.stringify([path])])
      return survivor ?? null
    },

    async list(listing) {
      const { where, values } = await conditions(listing)
      const order = ORDERS[listing.order ?? 'newest']
      const limit = listing.limit === undefined ? '' : ` limit $${values.push(listing.limit)}`
      // Each collection by itself, as only then its index gives the order; what is over the limit is never read.
      return live(
        `select ${LIVE_COLUMNS} from unnest($1::text[]) as wanted (name)
         cross join lateral (select ${LIVE_COLUMNS} from live_publications where ${where} and collection = wanted.name order by ${order}${limit}) as found
         order by ${order}${limit}`,
        values,
      )
    },

    async count(listing) {
      const { where, values } = await conditions(listing)
      const counted = await database.query<{ count: number }>(`select count(*)::int as count from live_publications where ${where}`, values)
      return counted.rows[0]?.count ?? 0
    },

    async has(listing) {
      const { where, values } = await conditions(listing)
      const found = await database.query<{ found: boolean }>(`select exists (select from live_publications where ${where}) as found`, values)
      return found.rows[0]?.found ?? false
    },

    async countReferring(collections, documents) {
      if (documents.length === 0) return new Map()
      const { rows: counted } = await database.query<{ document: string; count: number }>(
        `select asked.target as document, counted.count from unnest($2::text[]) as asked (target) cross join lateral (
           select count(distinct p.id)::int as count
           from (select asked.target as id union all select merged from live_source_merges where "into" = asked.target) alias
           cross join lateral (select id from live_publications where not is_tombstone and collection = any($1) and refs @> jsonb_build_array(alias.id)) as p) as counted
         where counted.count > 0`,
        [[...collections], [...new Set(documents)]],
      )
      return new Map(counted.map(({ document, count }) => [document, count]))
    },

    async months(listing) {
      const { where, values } = await conditions(listing)
      const zone = `$${values.push((await settings()).timeZone)}`
      // What refers to one document is little, and found by an index of its own.
      const text = listing.refersTo === undefined ? monthsOfMany(where, zone) : monthsOfFew(where, zone)
      return (await database.query<{ month: string; count: number }>(text, values)).rows
    },

    translations: (collection, original) =>
      live(`select ${LIVE_COLUMNS} from live_publications where not is_tombstone and translation_group = $1 and collection = $2 order by language, id`, [original, collection]),

    async corrected({ limit, ...listing }) {
      const { where, values } = correctedAmong(listing, listing.refersTo === undefined ? [] : await aliases(listing.refersTo))
      return rows(`select ${LIVE_COLUMNS} from live_publications where ${where} order by updated_publicly_at desc, id desc limit $${values.push(limit)}`, values)
    },

    async countCorrected(listing) {
      const { where, values } = correctedAmong(listing, listing.refersTo === undefined ? [] : await aliases(listing.refersTo))
      const { rows: counted } = await database.query<{ count: number }>(`select count(*)::int as count from live_publications where ${where}`, values)
      return counted[0]?.count ?? 0
    },

    async facts(sources) {
      if (sources.length === 0) return new Map()
      const { rows: found } = await database.query<{ source: string; facts: SourceFacts }>('select source, facts from live_source_facts where source = any($1::uuid[])', [[...new Set(sources)]])
      return new Map(found.map(({ source, facts }) => [source, facts]))
    },

    async copyText(source) {
      const { rows: found } = await database.query<CopiedText>('select title, text, at, sha256 from live_source_copies where source = $1', [source])
      return found[0] ?? null
    },

    search: (query) => searchPublished(database, query),
  }
}

/** The condition that a publication refers to one of some documents; an index serves each alone, and none several at once. */
function referringTo(documents: readonly string[], hold: (value: unknown) => string): string {
  return `(${documents.map((document) => `refs @> ${hold(JSON.stringify([document]))}::jsonb`).join(' or ')})`
}

/** `referredTo`: every id of the document that `refersTo` names. */
function correctedAmong({ language, collections, refersTo }: Omit<CorrectedListing, 'limit'>, referredTo: readonly string[]): { where: string; values: unknown[] } {
  const values: unknown[] = [language]
  const where = [`language = $1 and (is_tombstone or corrections <> '[]'::jsonb)`]
  if (collections !== undefined) where.push(`collection = any($${values.push([...collections])})`)
  if (refersTo !== undefined) where.push(`not is_tombstone and ${referringTo(referredTo, (value) => `$${values.push(value)}`)}`)
  return { where: where.join(' and '), values }
}

function monthsOfFew(where: string, zone: string): string {
  return `select to_char(published_at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as count from live_publications where ${where} group by 1 order by 1 desc`
}

/** Counts month by month along the index: turning each of a hundred thousand instants into a month takes four times as long. */
function monthsOfMany(where: string, zone: string): string {
  return `with ends as (
      select min(first) at time zone ${zone} as first, max(last) at time zone ${zone} as last
      from unnest($1::text[]) as wanted (name)
      cross join lateral (select min(published_at) as first, max(published_at) as last from live_publications where ${where} and collection = wanted.name) as each
    ),
    months as (select generate_series(date_trunc('month', first), date_trunc('month', last), '1 month') as first from ends)
    select to_char(months.first, 'YYYY-MM') as month, counted.count
    from months
    cross join lateral (
      select count(*)::int as count from live_publications
      where ${where} and published_at >= months.first at time zone ${zone} and published_at < (months.first + interval '1 month') at time zone ${zone}
    ) as counted
    where counted.count > 0 order by months.first desc`
}
