import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from '../support/desk'
import { openNewsroom, SLOTS, type Newsroom } from '../support/newsroom'

/** What goes through review. Hand-written: a collection that is reviewed and not here fails the test below. */
const REVIEWED = ['articles', 'social-posts', 'exchanges', 'pages', 'campaigns', 'topics', 'series', 'people', 'sources'] as const

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterAll(() => desk.close())

type Tried = { collection: CollectionSlug; table: string; id: string; version: string }
type Road = [name: string, walk: (tried: Tried) => Promise<unknown>]

const words = { title: 'Unsigned words', description: 'Unsigned words', standfirst: 'Unsigned words' }
const rest = (call: string, body?: unknown, headers?: Record<string, string>) => async ({ collection, id, version }: Tried) => {
  const line = call.replace(':c', collection).replace(':id', id).replace(':v', version)
  for (const person of collection === 'articles' ? [room.team.publisher, room.team.administrator, room.team.author, null] : [room.team.publisher]) {
    const { status } = await desk.rest(person, line, { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) })
    expect(status, line).toBeLessThan(500)
  }
}
const local = (walk: (tried: Tried) => Promise<unknown>): Road[1] => async (tried) => walk(tried).catch(() => undefined)

/** Every way of writing that the software between an editor and the table of publications has. */
const ROADS: Road[] = [
  ['patch', rest('PATCH /:c/:id', words)],
  ['patch as a draft', rest('PATCH /:c/:id?draft=true', words)],
  ['patch as no draft', rest('PATCH /:c/:id?draft=false', words)],
  ['autosave', rest('PATCH /:c/:id?autosave=true', words)],
  ['autosave as a draft', rest('PATCH /:c/:id?draft=true&autosave=true', words)],
  ['patch of the status', rest('PATCH /:c/:id', { ...words, _status: 'published' })],
  ['draft patch of the status', rest('PATCH /:c/:id?draft=true', { ...words, _status: 'published' })],
  ['autosave of the status', rest('PATCH /:c/:id?draft=true&autosave=true', { ...words, _status: 'published' })],
  ['publishing every locale', rest('PATCH /:c/:id?publishAllLocales=true', words)],
  ['publishing one locale', rest('PATCH /:c/:id?publishSpecificLocale=en', words)],
  ['unpublishing', rest('PATCH /:c/:id?draft=true&unpublishAllLocales=true', {})],
  ['putting', rest('PUT /:c/:id', { ...words, _status: 'published' })],
  ['posting with an overridden method', rest('POST /:c/:id', { ...words, _status: 'published' }, { 'X-Payload-HTTP-Method-Override': 'PATCH' })],
  ['posting with the other header', rest('POST /:c/:id', { ...words, _status: 'published' }, { 'X-HTTP-Method-Override': 'PATCH' })],
  ['bulk patch', rest('PATCH /:c?where[id][in][0]=:id', { ...words, _status: 'published' })],
  ['bulk patch of a draft', rest('PATCH /:c?draft=true&where[id][in][0]=:id', { description: 'Unsigned words', _status: 'published' })],
  ['bulk patch of everything', rest('PATCH /:c?where[id][exists]=true', { _status: 'published' })],
  ['restore', rest('POST /:c/versions/:v')],
  ['restore as published', rest('POST /:c/versions/:v?draft=false', { _status: 'published' })],
  ['restore as a draft', rest('POST /:c/versions/:v?draft=true')],
  ['duplicate', rest('POST /:c/:id/duplicate')],
  ['duplicate as published', rest('POST /:c/:id/duplicate?draft=false', { _status: 'published' })],
  ['create as published', rest('POST /:c', { ...words, _status: 'published' })],
  ['create as published, as a draft', rest('POST /:c?draft=true', { ...words, _status: 'published' })],
  ['trash', rest('PATCH /:c/:id', { deletedAt: '2026-01-01T00:00:00.000Z' })],
  ['trash as published', rest('PATCH /:c/:id', { deletedAt: '2026-01-01T00:00:00.000Z', _status: 'published' })],
  ['untrash', rest('PATCH /:c/:id?trash=true', { deletedAt: null })],
  ['untrash as published', rest('PATCH /:c/:id?trash=true', { deletedAt: null, _status: 'published' })],
  ['publish with a hash of other words', rest('POST /:c/:id/publishing/publish', { change: 'minor', baseHash: '0'.repeat(64) })],
  ['publish with a projection of one’s own', rest('POST /:c/:id/publishing/publish', { change: 'minor', projection: words, contentHash: '0'.repeat(64), run: null })],
  ['write the record', rest('POST /publications', { collection: 'articles', title: 'Unsigned words', projection: {} })],
  ['Local API', local(({ collection, id }) => desk.payload.update({ collection, id, data: words as never, overrideAccess: true }))],
  ['Local API, as a draft', local(({ collection, id }) => desk.payload.update({ collection, id, data: words as never, draft: true, overrideAccess: true }))],
  ['Local API, status', local(({ collection, id }) => desk.payload.update({ collection, id, data: { ...words, _status: 'published' } as never, overrideAccess: true }))],
  ['Local API, status in bulk', local(({ collection, id }) => desk.payload.update({ collection, where: { id: { in: [id] } }, data: { _status: 'published' } as never, overrideAccess: true }))],
  ['Local API, every locale', local(({ collection, id }) => desk.payload.update({ collection, id, data: {}, publishAllLocales: true, overrideAccess: true }))],
  ['Local API, create', local(({ collection }) => desk.payload.create({ collection, data: { ...words, _status: 'published' } as never, draft: false, overrideAccess: true }))],
  ['Local API, duplicate', local(({ collection, id }) => desk.payload.duplicate({ collection, id, data: { _status: 'published' } as never, overrideAccess: true }))],
  ['Local API, restore', local(({ collection, version }) => desk.payload.restoreVersion({ collection, id: version, overrideAccess: true }))],
  ['Local API, restore as a draft', local(({ collection, version }) => desk.payload.restoreVersion({ collection, id: version, draft: true, overrideAccess: true }))],
  ['Local API, the record', local(() => desk.payload.create({ collection: 'publications', data: { title: 'Unsigned words' } as never, overrideAccess: true }))],
  ['Local API, the record in bulk', local(() => desk.payload.update({ collection: 'publications', where: { id: { exists: true } }, data: { title: 'Unsigned words' }, overrideAccess: true }))],
  ['Local API, delete from the record', local(() => desk.payload.delete({ collection: 'publications', where: { id: { exists: true } }, overrideAccess: true }))],
  ['adapter, row', local(({ collection, id }) => desk.payload.db.updateOne({ collection, id, data: { _status: 'published' } }))],
  ['adapter, many rows', local(({ collection, id }) => desk.payload.db.updateMany({ collection, where: { id: { equals: id } }, data: { _status: 'published' } }))],
  ['adapter, new row', local(({ collection }) => desk.payload.db.create({ collection, data: { title: 'Unsigned words', _status: 'published' } }))],
  ['adapter, version', local(({ collection, version }) => desk.payload.db.updateVersion({ collection, id: version, versionData: { version: { _status: 'published' } } as never }))],
  ['adapter, change the record', local(() => desk.payload.db.updateMany({ collection: 'publications', where: { id: { exists: true } }, data: { title: 'Unsigned words' } }))],
  ['adapter, delete from the record', local(() => desk.payload.db.deleteMany({ collection: 'publications', where: { id: { exists: true } } }))],
  ['SQL, row', local(({ table, id }) => room.sql(`update "${table}" set _status = 'published' where id = $1`, [id]))],
  ['SQL, version', local(({ table, id }) => room.sql(`update "_${table}_v" set version__status = 'published' where parent_id = $1`, [id]))],
  ['SQL, words of the record', local(() => room.sql(`update publications set title = 'Unsigned words'`))],
  ['SQL, projections of the record', local(() => room.sql(`update publications set projection = '{}'`))],
  ['SQL, bringing back what was superseded', local(() => room.sql('update publications set superseded_at = null where superseded_at is not null'))],
  ['SQL, deleting from the record', local(() => room.sql('delete from publications'))],
  ['SQL, emptying the record', local(() => room.sql('truncate publications cascade'))],
  ['SQL, a second live row of a document', local(({ id }) => room.sql(`insert into publications (collection, document, language, slug, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash, projection, corrections, addresses, refs, images)
    select collection, document, language, slug, 'Unsigned words', is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash, projection, corrections, addresses, refs, images from publications where document = $1 and superseded_at is null`, [id]))],
  ['delete', rest('DELETE /:c/:id')],
  ['delete from the trash', rest('DELETE /:c/:id?trash=true')],
  ['bulk delete', rest('DELETE /:c?where[id][in][0]=:id')],
  ['bulk delete of everything', rest('DELETE /:c?where[id][exists]=true')],
  ['Local API, delete', local(({ collection, id }) => desk.payload.delete({ collection, id, overrideAccess: true }))],
  ['Local API, bulk delete', local(({ collection, id }) => desk.payload.delete({ collection, where: { id: { in: [id] } }, overrideAccess: true }))],
]

const record = () => room.sql('select md5(string_agg(to_jsonb(p)::text, $1 order by p.id)) as all, count(*)::int as rows from publications p', ['\n'])

it('roads are tried on every collection that goes through review', () => {
  const reviewed = desk.payload.config.collections.filter(({ versions }) => Boolean(versions?.drafts)).map(({ slug }) => slug)
  expect(reviewed.sort()).toEqual([...REVIEWED].sort())
})

describe.each(REVIEWED)('of %s', (collection) => {
  const table = collection.replaceAll('-', '_')

  async function tried(id: string): Promise<Tried> {
    const [row] = await room.sql<{ id: string }>(`select id from "_${table}_v" where parent_id = $1 order by created_at limit 1`, [id])
    return { collection, table, id, version: row?.id ?? '' }
  }

  // All share one guard: the first is tried from every state, the others where most is at stake.
  it.each(collection === 'articles' ? (['draft', 'approved', 'live'] as const) : (['live'] as const))('a text that is %s changes nothing public by any road', async (state) => {
    const id = await room.make(collection, state)
    const before = await record()
    const ways: string[] = []
    for (const [name, walk] of ROADS) {
      await walk(await tried(id))
      const now = await record()
      if (now[0]?.all !== before[0]?.all) ways.push(name)
      expect(ways, name).toEqual([])
    }
    const wrong = await room.sql<{ id: string }>(`select id from "${table}" where _status is distinct from 'draft' union all select id from "_${table}_v" where version__status is distinct from 'draft'`)
    expect(wrong).toEqual([])
    const rows = await room.sql(`select id from "${table}" where id = $1`, [id])
    // What is in review waits for its end, and what was ever public stays.
    expect(rows.length).toBe(state === 'draft' ? 0 : 1)
  })

  it('a text that was signed and then changed is not published', async () => {
    const id = await room.make(collection, 'approved')
    await room.must(room.team.author, `PATCH /${collection}/${id}`, { title: `Changed after the signatures ${id}` })
    const before = await record()
    const { status, body } = await desk.rest(room.team.publisher, `POST /${collection}/${id}/publishing/publish`, { body: {} })
    expect([status, body.errors[0].data.missing]).toEqual([409, expect.arrayContaining(['approval'])])
    expect(await record()).toEqual(before)
    // The checks whose subject did not change still stand; the title is wording.
    const { body: review } = await desk.rest(room.team.author, `GET /${collection}/${id}/review`)
    const standing = review.run.slots.filter((slot: { signOffs: { standing: boolean }[] }) => slot.signOffs.some((signOff) => signOff.standing)).map(({ slot }: { slot: string }) => slot)
    expect(standing).not.toContain('approval')
    if (collection === 'articles') expect(standing.sort()).toEqual((SLOTS[collection] ?? []).filter((slot) => slot !== 'copy').sort())
  })
})
