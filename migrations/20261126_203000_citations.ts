import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

type Node = { type?: string; children?: Node[]; fields?: Record<string, unknown>; [name: string]: unknown }
type Citations = Record<string, Record<string, unknown>>

const CITING = [
  { table: 'articles', text: 'body' },
  { table: 'pages', text: 'body' },
  { table: 'campaigns', text: 'body' },
  { table: 'social_posts', text: 'context' },
]
const OF_THE_MARK = ['id', 'blockName', 'blockType', 'key']
const AT_ONCE = 500

/**
 * What a citation says moves out of the text into a column of its document, by the key that stays in the text; and each stands as a row
 * that can be asked for by its source. A row is rewritten when its document is saved: `basis` is empty until then, so that no check
 * of support stands on it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.source_merges (
      merged uuid primary key,
      "into" uuid not null check ("into" <> merged),
      by uuid,
      at timestamptz not null
    );
    create index source_merges_into on handbill.source_merges ("into");

    create table handbill.citations (
      collection text not null,
      document uuid not null,
      key text not null,
      position int not null,
      scope text not null check (scope in ('document', 'statement')),
      source uuid,
      intent text not null,
      locator_label text,
      locator_value text,
      quote text,
      quote_prefix text,
      quote_suffix text,
      quote_language text,
      quote_translation text,
      claim text not null,
      note text,
      original_label text,
      capture uuid,
      basis text not null,
      primary key (collection, document, key)
    );
    create index citations_of_source on handbill.citations (source) where source is not null;
    create index citations_of_key on handbill.citations (key);
  `)
  for (const { table, text } of CITING) {
    await db.execute(sql.raw(`alter table "${table}" add column citations jsonb; alter table "_${table}_v" add column version_citations jsonb`))
    await move(db, `"${table}"`, text, 'citations', table.replaceAll('_', '-'))
    await move(db, `"_${table}_v"`, `version_${text}`, 'version_citations', null)
  }
}

async function move(db: MigrateUpArgs['db'], table: string, text: string, column: string, collection: string | null): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.execute<{ id: string; text: { root?: Node } }>(
      sql.raw(`select id, "${text}" as text from ${table} where id > '${after}' and "${text}"::text like '%"citation"%' order by id limit ${AT_ONCE}`),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    for (const row of rows) {
      const citations: Citations = {}
      const order: { key: string; scope: string }[] = []
      lift(row.text.root, 'document', citations, order)
      if (order.length === 0) continue
      await db.execute(sql`update ${sql.raw(table)} set ${sql.raw(`"${text}"`)} = ${JSON.stringify(row.text)}::jsonb, ${sql.raw(column)} = ${JSON.stringify(citations)}::jsonb where id = ${row.id}`)
      if (collection === null) continue
      const index = order.map(({ key, scope }, position) => ({ key, scope, position, ...citations[key] }))
      await db.execute(sql`
        insert into handbill.citations (collection, document, key, position, scope, source, intent, locator_label, locator_value, quote, quote_translation, claim, note, original_label, basis)
        select ${collection}, ${row.id}, w.key, w.position, w.scope, w.source, case when w.source is null and (w.note is not null or w."originalLabel" is not null) then 'remark' else 'supports' end,
          w."locatorLabel", w."locatorValue", w.quote, w."quoteTranslation", '', w.note, w."originalLabel", ''
        from jsonb_to_recordset(${JSON.stringify(index)}::jsonb) as w(key text, position int, scope text, source uuid, "locatorLabel" text, "locatorValue" text, quote text, "quoteTranslation" text, note text, "originalLabel" text)
        on conflict do nothing`)
    }
  }
}

function lift(node: Node | undefined, scope: string, citations: Citations, order: { key: string; scope: string }[]): void {
  if (node === undefined || node === null) return
  const fields = node.fields ?? {}
  if (node.type === 'inlineBlock' && fields.blockType === 'citation' && typeof fields.key === 'string' && fields.key !== '') {
    const said = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      const kept = name === 'source' && value !== null && typeof value === 'object' ? (value as { id?: unknown }).id : value
      return OF_THE_MARK.includes(name) || kept === null || kept === undefined || (typeof kept === 'string' && kept.trim() === '') ? [] : [[name, typeof kept === 'string' ? kept.trim() : kept]]
    })
    citations[fields.key] = Object.fromEntries(said)
    order.push({ key: fields.key, scope })
    node.fields = Object.fromEntries(Object.entries(fields).filter(([name]) => OF_THE_MARK.includes(name)))
  }
  for (const child of node.children ?? []) lift(child, scope, citations, order)
  lift((fields.content as { root?: Node } | undefined)?.root, fields.blockType === 'statement' ? 'statement' : scope, citations, order)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const { table } of CITING) await db.execute(sql.raw(`alter table "${table}" drop column citations; alter table "_${table}_v" drop column version_citations`))
  await db.execute(sql`drop table handbill.citations, handbill.source_merges`)
}
