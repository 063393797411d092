import type { CollectionSlug, PayloadRequest, TypedUser } from 'payload'
import { createLocalReq } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { fieldSchemasToFormState } from '@payloadcms/ui/forms/fieldSchemasToFormState'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedFields, type Data } from '@/collaboration/merge/merge'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

/** What the admin's form holds of a document, as it would be sent. */
async function formOf(req: PayloadRequest, collection: CollectionSlug, document: Data): Promise<Data> {
  const state = await fieldSchemasToFormState({
    collectionSlug: collection,
    data: structuredClone(document) as never,
    fields: desk.payload.collections[collection].config.fields,
    fieldSchemaMap: undefined,
    clientFieldSchemaMap: undefined as never,
    id: String(document.id),
    mockRSCs: true,
    operation: 'update',
    permissions: true,
    preferences: { fields: {} },
    renderAllFields: false,
    req,
    schemaPath: collection,
    skipValidation: true,
  })
  return JSON.parse(JSON.stringify(reduceFieldsToValues(state, true))) as Data
}

// Otherwise every form would count as unsaved from the moment it is opened.
test.each(['articles', 'social-posts', 'exchanges', 'pages', 'campaigns', 'topics', 'series', 'people', 'sources'] as const)('a form of %s that nobody has typed in holds nothing that isn’t stored', async (collection) => {
  const { author } = room.team
  const id = await room.write(collection)
  for (const more of [{}, { title: 'Saved once more' }]) {
    if ('title' in more) await room.must(author, `PATCH /${collection}/${id}?draft=true&autosave=true&depth=0`, more)
    const req = await createLocalReq({ user: author.user as unknown as TypedUser }, desk.payload)
    const document = (await desk.payload.findByID({ collection, id, depth: 0, draft: true, overrideAccess: false, user: author.user })) as unknown as Data
    expect(changedFields(JSON.parse(JSON.stringify(document)) as Data, await formOf(req, collection, document))).toEqual([])
    expect(Number(document.rev)).toBeGreaterThan(0)
  }
})

test('a form of a document that was created empty holds nothing that isn’t stored', async () => {
  const { author } = room.team
  const id = String((await room.must(author, 'POST /articles?draft=true&autosave=true', {})).body.doc.id)
  const req = await createLocalReq({ user: author.user as unknown as TypedUser }, desk.payload)
  const document = (await desk.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: false, user: author.user })) as unknown as Data
  expect(changedFields(JSON.parse(JSON.stringify(document)) as Data, await formOf(req, 'articles', document))).toEqual([])
})
