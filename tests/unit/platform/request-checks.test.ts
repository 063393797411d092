import type { FlattenedField, SanitizedConfig } from 'payload'
import { describe, expect, test } from 'vitest'
import { MAX_DATA } from '@/platform/requests/body'
import { checkRequest } from '@/platform/requests/check'
import type { RequestProblem } from '@/platform/requests/problem'

const ID = '4f3b1c1e-8a52-4c37-9d0e-0f6a3c1f2b44'

const fields = [
  { name: 'title', type: 'text' },
  { name: 'slug', type: 'text' },
  { name: 'kind', type: 'select', options: [{ value: 'original', label: 'x' }, { value: 'statement', label: 'x' }] },
  { name: '_status', type: 'select', options: ['draft', 'published'] },
  { name: 'body', type: 'richText' },
  { name: 'part', type: 'number' },
  { name: 'isActive', type: 'checkbox' },
  { name: 'createdAt', type: 'date' },
  { name: 'deletedAt', type: 'date' },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
  { name: 'series', type: 'relationship', relationTo: 'topics' },
  { name: 'lead', type: 'group', flattenedFields: [{ name: 'note', type: 'text' }] },
  { name: 'warnings', type: 'array', flattenedFields: [{ name: 'note', type: 'text' }] },
] as unknown as FlattenedField[]

const config = {
  collections: [
    { slug: 'articles', flattenedFields: fields, endpoints: [{ path: '/:id', method: 'get' }, { path: '/count', method: 'get' }] },
    { slug: 'topics', flattenedFields: [{ name: 'name', type: 'text' }], endpoints: [] },
    { slug: 'users', auth: {}, flattenedFields: [{ name: 'email', type: 'email' }], endpoints: [{ path: '/login', method: 'post' }] },
    { slug: 'payload-preferences', flattenedFields: [{ name: 'key', type: 'text' }], endpoints: [{ path: '/:key', method: 'post' }] },
  ],
  globals: [{ slug: 'site-settings', flattenedFields: fields }],
} as unknown as Pick<SanitizedConfig, 'collections' | 'globals'>

type Sent = { method?: string; path?: string; query?: string; body?: BodyInit; type?: string; headers?: Record<string, string> }

async function check({ method = 'GET', path = 'articles', query = '', body, type = 'application/json', headers = {} }: Sent): Promise<RequestProblem | null> {
  const segments = path.split('/').map(decodeURIComponent)
  const made = new Request(`http://127.0.0.1/api/${path}${query}`, { method, ...(body === undefined ? {} : { body, headers: { 'Content-Type': type, ...headers } }) })
  const checked = await checkRequest(config, made, segments)
  return 'status' in checked ? checked : null
}
const post = (data: unknown, path = 'articles'): Sent => ({ method: 'POST', path, body: JSON.stringify(data) })
const asking = (query: string): Sent => ({ query: `?${query}` })

describe('what a client sends wrongly is answered with a 4xx that names it', () => {
  const deep = `{"body":${'['.repeat(3_000)}${']'.repeat(3_000)}}`
  test.each<[string, Sent, number, string]>([
    ['an object as title', post({ title: { a: 1 } }), 422, 'title'],
    ['a number as slug', post({ slug: 5 }), 422, 'slug'],
    ['NUL in a title', post({ title: 'a\0b' }), 422, 'title'],
    ['NUL deep in the text', post({ body: { root: { children: [{ text: 'a\0' }] } } }), 422, 'body.root.children.0.text'],
    ['half a surrogate pair in the text', post({ body: { root: { text: '\ud83d' } } }), 422, 'body.root.text'],
    ['a date that is none', post({ deletedAt: 'yesterday' }), 422, 'deletedAt'],
    ['a number as a date', post({ createdAt: 5 }), 422, 'createdAt'],
    ['a word as a number', post({ part: 'one' }), 422, 'part'],
    ['a word as a switch', post({ isActive: 'yes' }), 422, 'isActive'],
    ['an id that is none', post({ series: 'nope' }), 422, 'series'],
    ['an id for a list of them', post({ topics: ID }), 422, 'topics'],
    ['a list with an id that is none', post({ topics: [ID, 'nope'] }), 422, 'topics'],
    ['a text as a group', post({ lead: 'x' }), 422, 'lead'],
    ['an object in a field of a group', post({ lead: { note: {} } }), 422, 'lead.note'],
    ['an object as rows', post({ warnings: {} }), 422, 'warnings'],
    ['a wrong value in a row', post({ warnings: [{ note: 'x' }, { note: 5 }] }), 422, 'warnings.1.note'],
    ['a body nested 3,000 deep', { method: 'POST', body: deep }, 422, 'body'],
    ['null as a body', post(null), 422, 'body'],
    ['a text as a body', post('x'), 422, 'body'],
    ['a number as a body', post(5), 422, 'body'],
    ['a list as a body', post([]), 422, 'body'],
    ['no body', { method: 'POST' }, 422, 'body'],
    ['an empty body', { method: 'POST', body: '' }, 422, 'body'],
    ['malformed JSON', { method: 'POST', body: '{"title":' }, 400, 'body'],
    ['plain text', { method: 'POST', body: '{}', type: 'text/plain' }, 415, 'Content-Type'],
    ['a form that isn’t asked with', { method: 'POST', body: 'title=x', type: 'application/x-www-form-urlencoded' }, 415, 'Content-Type'],
    ['a body that is too large', { method: 'POST', body: JSON.stringify({ title: 'x'.repeat(MAX_DATA) }) }, 413, 'body'],
    ['multipart without a boundary', { method: 'POST', body: 'x', type: 'multipart/form-data' }, 400, 'body'],
    ['multipart garbage', { method: 'POST', body: 'garbage', type: 'multipart/form-data; boundary=x' }, 400, 'body'],
    ['an object as password', post({ email: 'a@b.c', password: {} }, 'users/login'), 422, 'password'],
    ['an object as email', post({ email: {}, password: 'x' }, 'users/login'), 422, 'email'],
    ['NUL in a login', post({ email: 'a\0', password: 'x' }, 'users/login'), 422, 'email'],
    ['NUL in a preference’s key', { ...post({ value: 1 }), path: 'payload-preferences/a%00' }, 400, 'path'],
    ['a link to verify an account', { method: 'POST', path: 'users/verify/x' }, 404, 'path'],
    ['a document’s id that is none', { path: 'articles/nope' }, 404, 'id'],
    ['a version’s id that is none', { path: 'articles/versions/nope' }, 404, 'id'],
    ['where=garbage', asking('where=garbage'), 400, 'where'],
    ['where={bad', asking('where={bad'), 400, 'where'],
    ['where as JSON text', asking('where="x"'), 400, 'where'],
    ['[or] without a list', asking('where[or]='), 422, 'where[or]'],
    ['[or] of a word', asking('where[or][0]=x'), 422, 'where[or][0]'],
    ['a field without an operator', asking('where[title]=5'), 422, 'where[title]'],
    ['a field without an operator, in JSON', asking('where={"title":5}'), 422, 'where[title]'],
    ['an operator there is none of', asking('where[title][is]=5'), 422, 'where[title][is]'],
    ['ids that are none', asking('where[id][in]=a,b'), 422, 'where[id][in]'],
    ['not ids that are none', asking('where[id][not_in][0]=a'), 422, 'where[id][not_in]'],
    ['a relationship with no id', asking('where[series][equals]=x'), 422, 'where[series][equals]'],
    ['an option there is none of', asking('where[_status][equals]=x'), 422, 'where[_status][equals]'],
    ['an option by likeness', asking('where[_status][like]=dra'), 422, 'where[_status][like]'],
    ['a bad date', asking('where[createdAt][greater_than]=x'), 422, 'where[createdAt][greater_than]'],
    ['a bad number', asking('where[part][equals]=x'), 422, 'where[part][equals]'],
    ['near on a text', asking('where[title][near]=1,2'), 422, 'where[title][near]'],
    ['all on a text', asking('where[title][all]=x'), 422, 'where[title][all]'],
    ['likeness on rich text', asking('where[body][like]=x'), 422, 'where[body][like]'],
    ['NUL in a condition', asking('where[title][equals]=%00'), 422, 'where.title.equals'],
    ['a path that is none', asking("where[a'b][equals]=x"), 422, "where[a'b]"],
    ['a list for one value', asking('where[title][equals][0]=x'), 422, 'where[title][equals]'],
    ['a limit below nothing', asking('limit=-1'), 422, 'limit'],
    ['a limit in words', asking('limit=abc'), 422, 'limit'],
    ['a fraction as limit', asking('limit=1.5'), 422, 'limit'],
    ['a limit beyond all', asking('limit=1e99'), 422, 'limit'],
    ['page -1', asking('page=-1'), 422, 'page'],
    ['page 0', asking('page=0'), 422, 'page'],
    ['a fraction as page', asking('page=1.5'), 422, 'page'],
    ['a page beyond all', asking('page=1e30'), 422, 'page'],
    ['a depth in words', asking('depth=x'), 422, 'depth'],
    ['pagination=zz', asking('pagination=zz&limit=1'), 422, 'pagination'],
    ['draft=maybe', asking('draft=maybe'), 422, 'draft'],
    ['sort as an object', asking('sort[a]=b'), 422, 'sort'],
    ['sort by what is no field', asking("sort=title'--"), 422, 'sort'],
    ['sort by a field there is none of', asking('sort=-nope'), 422, 'sort'],
    ['select as text', asking('select=title'), 422, 'select'],
  ])('%s', async (_name, sent, status, field) => {
    expect(await check(sent)).toMatchObject({ status, field })
  })
})

describe('several documents at once are changed only by naming them', () => {
  test.each([
    ['nothing', ''],
    ['a malformed or', '?where[or][0]=x'],
    ['an empty or', '?where[or]='],
    ['JSON without an operator', '?where={"title":5}'],
    ['a condition on another field', '?where[title][equals]=x'],
    ['everything but one', `?where[id][not_equals]=${ID}`],
    ['ids or something else', `?where[or][0][id][equals]=${ID}&where[or][1][title][exists]=true`],
    ['an empty list', '?where[id][in]='],
    ['a list with something else', `?where[id][in]=${ID},x`],
  ])('by %s: refused', async (_name, query) => {
    for (const method of ['PATCH', 'DELETE']) expect(await check({ method, query, ...(method === 'PATCH' ? { body: '{}' } : {}) })).toMatchObject({ status: expect.any(Number), field: expect.stringContaining('where') })
  })

  test.each([
    ['a list', `?where[id][in][0]=${ID}`],
    ['one id', `?where[id][equals]=${ID}`],
    ['ids and another condition, as the admin sends it', `?where[and][0][id][in][0]=${ID}&where[and][1][deletedAt][exists]=true`],
  ])('by %s: let through', async (_name, query) => {
    expect(await check({ method: 'DELETE', query })).toBeNull()
  })
})

describe('what the admin sends is let through', () => {
  const form = (data: unknown): FormData => {
    const sent = new FormData()
    sent.set('_payload', JSON.stringify(data))
    return sent
  }
  test('a form with everything in it, and with the body handed on whole', async () => {
    const data = { title: 'A title', slug: '', kind: 'original', _status: 'draft', part: null, topics: [ID], series: { id: ID }, lead: { note: null }, warnings: 0, createdAt: '2026-11-22T17:00:00.000Z', deletedAt: null, unknown: 5 }
    const made = new Request(`http://127.0.0.1/api/articles/${ID}?autosave=true&draft=true&depth=0&fallback-locale=null&locale=undefined`, { method: 'PATCH', body: form(data) })
    const checked = await checkRequest(config, made, ['articles', ID])
    expect(checked).not.toHaveProperty('status')
    if ('status' in checked) return
    expect(JSON.parse(String((await checked.request.formData()).get('_payload')))).toEqual(data)
    expect(checked.data).toEqual(data)
  })

  test.each<[string, Sent]>([
    ['a list', asking(`depth=0&draft=true&limit=10&page=1&sort=-updatedAt&where[or][0][and][0][title][like]=quay&where[and][0][deletedAt][exists]=false&select[title]=true&pagination=true`)],
    ['a lookup of ids by a form', { method: 'POST', query: '', body: `where[id][in][0]=${ID}&limit=1&depth=0`, type: 'application/x-www-form-urlencoded', headers: { 'X-Payload-HTTP-Method-Override': 'GET' } }],
    ['an order by several fields', asking('sort=-title,createdAt,series.name')],
    ['versions', asking(`where[parent][equals]=${ID}&where[version.title][equals]=x&sort=-updatedAt`)],
    ['a condition through a relationship', asking('where[series.name][like]=x')],
    ['no relationship', asking('where[series][exists]=false')],
    ['an own endpoint without a body', { method: 'POST', path: `articles/${ID}/review/submit` }],
    ['a preference', { ...post({ value: { a: 1 } }), path: 'payload-preferences/articles-list' }],
    ['a global', { ...post({ title: 'x' }), path: 'globals/site-settings' }],
  ])('%s', async (_name, sent) => {
    expect(await check(sent)).toBeNull()
  })
})
