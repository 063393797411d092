import type { Queryable } from '@/platform/database'

/** A column that holds words: as text, as a list of texts, or as JSON. */
export type Column = { name: string; kind: 'text' | 'texts' | 'json' | 'jsonb' }

/**
 * A table in which words can stand, and whose they are: SQL for the collection and the document of a row of `t`, `null` where
 * its rows belong to none. `addresses`: columns of addresses, which are told of and not changed.
 */
export type Place = { table: string; columns: Column[]; addresses: string[]; collection: string; document: string; isMain: boolean }

/** What documents can belong to: the slugs of collections and of globals. */
export type Owners = { collections: readonly string[]; globals: readonly string[] }

const SCHEMAS = ['public', 'handbill']

/** No words of documents: accounts, what is chained by hashes, and what only counts or points. */
const NEVER = new Set([
  'public.users', 'public.users_roles', 'public.users_sessions', 'public.payload_migrations', 'handbill.audit_log', 'handbill.redactions', 'handbill.redacted_publications', 'handbill.bakes', 'handbill.unbaked',
])
/** Queued jobs may carry words, as of a mail that is still to be sent. */
const JOBS = 'graphile_worker._private_jobs'

/** Columns that programs read: names of things, hashes, keys of rows, names of files. */
const STRUCTURE = /^(id|_uuid|key|collection|document|language|kind|state|status|slots?|path|.*hash|workflow|definition|run|change|refs|images|translation_group|(.*_)?(filename|mime_type|thumbnail_u_r_l)|sizes_.*_url|import_key|locked_by|queue_name|flags|voided_reason|outcome|error_class|vantage|was|became|cause|lock|verification|result|\w+_axis|time_?zone|accent_.*|global_slug|basis|scope|intent|locator_label)$/
const ADDRESS = /^(slug|path|addresses)$/

type Found = { schema: string; table: string; column: string; type: string; is_generated: boolean }

/** Every place where words can stand, from what tables the database has: those that later migrations add are found too. */
export async function placesOf(db: Queryable, owners: Owners): Promise<Place[]> {
  const { rows } = await db.query<Found>(
    `select n.nspname as schema, c.relname as table, a.attname as column, a.atttypid::regtype::text as type, a.attgenerated <> '' as is_generated
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and (n.nspname = any($1) or n.nspname || '.' || c.relname = $2)
     order by n.nspname, c.relname, a.attnum`,
    [SCHEMAS, JOBS],
  )
  const links = await linksToDocuments(db)
  const byTable = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`)
  return [...byTable].flatMap(([table, found]): Place[] => {
    if (NEVER.has(table)) return []
    const named = found.filter(({ is_generated: isGenerated }) => !isGenerated)
    const bare = (name: string): string => name.replace(/^version_/, '')
    const columns = named.flatMap(({ column, type }): Column[] => {
      const kind = KINDS[type]
      return kind === undefined || STRUCTURE.test(bare(column)) || ADDRESS.test(bare(column)) ? [] : [{ name: column, kind }]
    })
    const isRelations = table.endsWith('_rels')
    const addresses = isRelations ? [] : named.filter(({ column, type }) => ADDRESS.test(bare(column)) && type in KINDS).map(({ column }) => column)
    if (columns.length === 0 && addresses.length === 0) return []
    return [{ table, columns, addresses, ...ownerOf(table, new Set(found.map(({ column }) => column)), owners, links) }]
  })
}

const KINDS: Record<string, Column['kind']> = { text: 'text', 'character varying': 'text', 'text[]': 'texts', 'character varying[]': 'texts', json: 'json', jsonb: 'jsonb' }

type Owner = Pick<Place, 'collection' | 'document' | 'isMain'>
type Link = { table: string; column: string; target: string; key: string }

function ownerOf(table: string, columns: ReadonlySet<string>, { collections, globals }: Owners, links: readonly Link[]): Owner {
  const [schema, name = ''] = table.split('.')
  if (columns.has('collection') && columns.has('document')) return { collection: 't.collection::text', document: 't.document::text', isMain: false }
  if (schema === 'public') {
    const slugs = [...collections, ...globals].toSorted((one, other) => other.length - one.length)
    for (const slug of slugs) {
      const main = slug.replaceAll('-', '_')
      const of = (document: string, isMain: boolean): Owner => ({ collection: `'${slug}'`, document: globals.includes(slug) ? `'${slug}'` : document, isMain })
      if (name === main) return of('t.id::text', true)
      if (name === `_${main}_v`) return of('t.parent_id::text', false)
      if (name.startsWith(`_${main}_v_`) && columns.has('_parent_id')) return of(`(select v.parent_id::text from public."_${main}_v" v where v.id = t._parent_id)`, false)
      if (name.startsWith(`${main}_`) && columns.has('_parent_id')) return of('t._parent_id::text', true)
    }
  }
  const link = links.find((each) => each.table === table)
  if (link !== undefined) {
    const from = `from ${link.target} o where o.${link.key} = t.${link.column}`
    return { collection: `(select o.collection::text ${from})`, document: `(select o.document::text ${from})`, isMain: false }
  }
  return { collection: 'null::text', document: 'null::text', isMain: false }
}

/** References from a table to one whose rows say which document they belong to, as of a sign-off to its run. */
async function linksToDocuments(db: Queryable): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    `select n.nspname || '.' || c.relname as table, quote_ident(a.attname) as column, tn.nspname || '.' || quote_ident(tc.relname) as target, quote_ident(ta.attname) as key
     from pg_constraint f
     join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class tc on tc.oid = f.confrelid join pg_namespace tn on tn.oid = tc.relnamespace
     join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
     join pg_attribute ta on ta.attrelid = f.confrelid and ta.attnum = f.confkey[1]
     where f.contype = 'f' and cardinality(f.conkey) = 1 and n.nspname = 'handbill' and tn.nspname = 'handbill'
       and (select count(*) from pg_attribute d where d.attrelid = f.confrelid and d.attname in ('collection', 'document')) = 2
     order by f.conname`,
  )
  return rows
}
