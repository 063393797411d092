/** Documents that stand approved in a test's database, as review leaves them, without a desk. */
import { randomUUID } from 'node:crypto'
import { database } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import { DEFAULT_WORKFLOWS } from '@/review/workflow'

/** An account with a role. Returns its id. */
export async function account(role: 'publisher' | 'editor'): Promise<string> {
  const id = randomUUID()
  await database().query('insert into users (id, name, email) values ($1, $2, $3)', [id, `A ${role}`, `${id}@desk.example`])
  await database().query('insert into users_roles ("order", parent_id, value) values (1, $1, $2)', [id, role])
  return id
}

/** A page whose run is approved by `publisher`. Returns its id. */
export async function approvedPage(publisher: string, title: string): Promise<string> {
  const [id, run] = [randomUUID(), randomUUID()]
  const slug = `page-${id}`
  const projection = { language: 'en', slug, title, body: [{ type: 'paragraph', children: [{ type: 'text', text: title }] }], citations: [], warnings: [], warningReview: 'assessedNone', translationOf: null }
  const hash = contentHash(projection)
  const coverage = { hash: contentHash({ whole: hash }), parts: [] }
  await database().query(`insert into pages (id, title, slug, language, rev, _status) values ($1, $2, $3, 'en', 1, 'draft')`, [id, title, slug])
  await database().query(
    `insert into handbill.review_runs (id, collection, document, workflow, state, submitted_by, content_hash, coverage, projection, rev) values ($1, 'pages', $2, $3, 'approved', $4, $5, $6, $7, 1)`,
    [run, id, JSON.stringify(DEFAULT_WORKFLOWS.page), publisher, hash, JSON.stringify({ approval: coverage }), JSON.stringify(projection)],
  )
  await database().query(`insert into handbill.sign_offs (run, slot, signed_by, coverage, content_hash) values ($1, 'approval', $2, $3, $4)`, [run, publisher, JSON.stringify(coverage), hash])
  return id
}
