import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Answered, type Desk, type Sent } from '../support/desk'
import { lexical, openNewsroom, picture, textNode, uploadForm, type Newsroom } from '../support/newsroom'

let desk: Desk
let room: Newsroom
let article: string
let image: string

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  article = await room.write('articles')
  image = await room.write('media')
})
afterAll(() => desk.close())

/** All that a refused request must leave alone: every document of the desk and the record. */
async function everything(): Promise<unknown> {
  const tables = ['articles', '_articles_v', 'social_posts', 'topics', 'people', 'sources', 'campaigns', 'pages', 'media', 'content_warnings', 'site_settings', 'publications', 'users_roles']
  const counted = tables.map((table) => `(select concat('${table}', count(*), md5(string_agg(to_jsonb(t)::text, '' order by t::text))) from "${table}" t)`)
  return room.sql(`select concat(${counted.join(', ')}, (select concat(count(*), md5(string_agg(concat(email, name, hash), '' order by id))) from users)) as all`)
}

type Expected = { status: number | readonly number[]; names?: string | RegExp }

/** Sends as an editor what is wrong, and holds the answer to its status, to naming what is wrong, and to having saved nothing. */
async function refused(call: string, sent: Sent, { status, names }: Expected, person = room.team.author as Parameters<Desk['rest']>[0]): Promise<Answered> {
  const before = await everything()
  const answered = await desk.rest(person, call.replace(':article', article).replace(':image', image), sent)
  const statuses = typeof status === 'number' ? [status] : status
  expect(statuses, `${call} was answered ${answered.status} ${answered.text.slice(0, 300)}`).toContain(answered.status)
  expect(answered.body?.errors?.[0]?.message, answered.text.slice(0, 300)).toEqual(expect.stringMatching(/\S/))
  if (names !== undefined) expect(answered.text).toMatch(names)
  expect(answered.text).not.toMatch(/unknown error|something went wrong|select |insert into|\/node_modules\//i)
  expect(await everything()).toEqual(before)
  return answered
}

const NUL = 'a\0b'
const LONE = 'a\ud800b'
const INVALID = [400, 422] as const
const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
const node = (given: object): object => ({ root: { ...(lexical('x') as { root: object }).root, children: [given] } })

describe('a wrong value is refused by name', () => {
  it.each<[string, Record<string, unknown>, string | RegExp]>([
    ['an object as a title', { title: { a: 1 } }, 'title'],
    ['a number as a title', { title: 7 }, 'title'],
    ['a list as a title', { title: ['a'] }, 'title'],
    ['true as a title', { title: true }, 'title'],
    ['an object as a slug', { slug: { a: 1 } }, 'slug'],
    ['a path as a slug', { slug: '../etc/passwd' }, 'slug'],
    ['capitals in a slug', { slug: 'Capital' }, 'slug'],
    ['a slug in another normal form', { slug: 'cafe\u0301' }, 'slug'],
    ['an overlong slug', { slug: 'a'.repeat(300) }, 'slug'],
    ['an overlong title', { title: 'a'.repeat(3_000) }, /title/i],
    ['an unknown language', { language: 'tlh' }, /language/i],
    ['a list as a language', { language: ['en'] }, /language/i],
    ['an unknown kind', { kind: 'rumour' }, /kind/i],
    ['an unknown assessment', { warningReview: 'fine' }, /warningReview|Content warnings/],
    ['a text as warnings', { warnings: 'none' }, 'warnings'],
    ['an object as warnings', { warnings: { term: 1 } }, 'warnings'],
    ['a text in warnings', { warnings: ['none'] }, 'warnings'],
    ['a term that is no id', { warnings: [{ term: 'violence' }] }, 'term'],
    ['a number as a topic', { topics: [5] }, 'topics'],
    ['a topic that is no id', { topics: ['not-an-id'] }, 'topics'],
    ['a text as topics', { topics: 'x' }, 'topics'],
    ['a text as a series part', { seriesPart: 'two' }, 'seriesPart'],
    ['a series that is no id', { series: 'x' }, 'series'],
    ['an original that is no id', { translationOf: 7 }, 'translationOf'],
    ['a text as a lead image', { lead: 'x' }, 'lead'],
    ['null as a group', { lead: null }, 'lead'],
    ['null as a list of rows', { warnings: null }, 'warnings'],
    ['an image that is no id', { lead: { image: 'x' } }, /lead.image/],
    ['a text as republication', { republication: 'x' }, 'republication'],
    ['an object in a republication', { republication: { publisher: {} } }, /republication.publisher/],
    ['a text as a trash date', { deletedAt: 'yesterday' }, 'deletedAt'],
    ['a far date', { deletedAt: '999999-01-01' }, 'deletedAt'],
    ['a text as a creation date', { createdAt: 'never' }, 'createdAt'],
    ['NUL in a title', { title: NUL }, 'title'],
    ['NUL in a note', { notes: NUL }, 'notes'],
    ['half a surrogate pair in a title', { title: LONE }, 'title'],
    ['half a surrogate pair in a standfirst', { standfirst: LONE }, 'standfirst'],
    ['NUL in a list', { warnings: [{ note: NUL }] }, 'note'],
    ['NUL in a name', { [NUL]: 1 }, /body|name/],
    ['a text as a rev', { rev: 'new' }, 'rev'],
    ['an object as a rev', { rev: {} }, 'rev'],
  ])('%s', async (_, data, names) => {
    await refused('PATCH /articles/:article', { body: data }, { status: INVALID, names: new RegExp(names) })
    await refused('POST /articles', { body: { title: 'New', ...data } }, { status: INVALID, names: new RegExp(names) })
  })

  it.each<[string, string, Record<string, unknown>, string | RegExp]>([
    ['a topic that is not there', 'PATCH /articles/:article', { topics: ['00000000-0000-4000-8000-000000000000'] }, /"topics"/],
    ['an image that is not there', 'PATCH /articles/:article', { lead: { image: '00000000-0000-4000-8000-000000000000' } }, /"lead.image"/],
    ['a source that is not there', 'PATCH /articles/:article', { republication: { source: '00000000-0000-4000-8000-000000000000' } }, /"republication.source"/],
    ['a post to answer that is not there', 'POST /social-posts', { title: 'x', replyTo: '00000000-0000-4000-8000-000000000000' }, /"replyTo"/],
    ['an object as alternative text', 'PATCH /media/:image', { alt: {} }, 'alt'],
    ['an empty alternative text', 'PATCH /media/:image', { alt: '' }, /alt/],
    ['another file name', 'PATCH /media/:image', { filename: '../../etc/passwd' }, /filename/],
    ['a text as creators', 'POST /sources', { title: 'x', creators: 'Somebody' }, 'creators'],
    ['an unknown visibility', 'POST /sources', { title: 'x', visibility: 'secret' }, /visibility|Who may know/],
    ['an object as an account', 'POST /social-posts', { title: 'x', account: { name: [] } }, /account.name/],
    ['an unknown platform', 'POST /social-posts', { title: 'x', platform: 'icq' }, /platform/i],
    ['a text as a checkbox', 'POST /campaigns', { title: 'x', isActive: 'yes' }, 'isActive'],
    ['a text as aims', 'POST /campaigns', { title: 'x', aims: 'peace' }, 'aims'],
    ['a page at an address of the site', 'POST /pages', { title: 'x', slug: 'articles' }, 'slug'],
    ['a page at the address of a language', 'POST /pages', { title: 'x', slug: 'ar' }, 'slug'],
  ])('%s', async (_, call, data, names) => {
    await refused(call, { body: data }, { status: INVALID, names: new RegExp(names) })
  })

  it.each<[string, string, Record<string, unknown>, string | RegExp]>([
    ['an accent that can’t be read', 'POST /globals/site-settings', { accentLight: '#ffffff' }, /accentLight|Accent/],
    ['an accent that is CSS', 'POST /globals/site-settings', { accentLight: 'red; } body { display: none' }, /accentLight|Accent/],
    ['an unknown time zone', 'POST /globals/site-settings', { timeZone: 'Mars/Phobos' }, /timeZone|zone/],
    ['no language', 'POST /globals/site-settings', { languages: [] }, /languages|Languages/],
    ['an object as the site’s name', 'POST /globals/site-settings', { name: { en: {} } }, /name.en/],
    ['a key with a space', 'POST /content-warnings', { key: 'a b', label: { en: 'A', ar: 'A' } }, /key|Key/],
    ['a term without a label', 'POST /content-warnings', { key: 'unnamed' }, /label|English/],
    ['an object as an e-mail address', 'POST /users', { email: {}, name: 'x', password: 'long-enough-password', roles: ['editor'] }, 'email'],
    ['an object as a password', 'POST /users', { email: 'a@desk.example', name: 'x', password: {}, roles: ['editor'] }, 'password'],
    ['a short password', 'POST /users', { email: 'a@desk.example', name: 'x', password: '1', roles: ['editor'] }, /password/i],
    ['an unknown role', 'POST /users', { email: 'a@desk.example', name: 'x', password: 'long-enough-password', roles: ['owner'] }, /roles/i],
    ['no e-mail address', 'POST /users', { email: 'nobody', name: 'x', password: 'long-enough-password', roles: ['editor'] }, /email/i],
  ])('%s', async (_, call, data, names) => {
    await refused(call, { body: data }, { status: INVALID, names: new RegExp(names) }, room.team.administrator)
  })

  it('a part below one, in a series', async () => {
    await refused('PATCH /articles/:article', { body: { series: await room.write('series'), seriesPart: -1 } }, { status: INVALID, names: /seriesPart/ })
  })

  it('a slug that another document has, with nothing lost of either', async () => {
    const other = await room.write('articles', { slug: 'taken' })
    await refused('PATCH /articles/:article', { body: { slug: 'taken', title: 'Would be lost' } }, { status: [400, 409, 422], names: /slug/ })
    await refused('POST /articles', { body: { slug: 'taken', title: 'New' } }, { status: [400, 409, 422], names: /slug/ })
    expect((await desk.rest(room.team.author, `GET /articles/${other}`)).body.slug).toBe('taken')
  })
})

describe('a rich text is refused where it is not one', () => {
  it.each<[string, unknown]>([
    ['text', 'words'],
    ['a list', []],
    ['a number', 5],
    ['without a root', {}],
    ['with a root that is text', { root: 'x' }],
    ['with children that are text', { root: { ...(lexical('x') as { root: object }).root, children: 'x' } }],
    ['with a child that is text', { root: { ...(lexical('x') as { root: object }).root, children: ['x'] } }],
    ['with a child that is null', { root: { ...(lexical('x') as { root: object }).root, children: [null] } }],
    ['with an unknown node', node({ type: 'iframe', version: 1, src: 'https://example.org' })],
    ['with raw HTML', node({ type: 'html', version: 1, html: '<script>1</script>' })],
    ['with an unknown block', node({ type: 'block', version: 2, fields: { blockType: 'embed', id: '0'.repeat(24) } })],
    ['with a block without fields', node({ type: 'block', version: 2 })],
    ['with a block whose fields are text', node({ type: 'block', version: 2, fields: 'x' })],
    ['with a citation of what is no id', lexical([{ type: 'inlineBlock', version: 1, fields: { blockType: 'citation', id: '0'.repeat(24), source: 'x' } }])],
    ['with a citation whose quote is an object', lexical([{ type: 'inlineBlock', version: 1, fields: { blockType: 'citation', id: '0'.repeat(24), quote: {} } }])],
    ['with a text node without a text', lexical([{ type: 'text', version: 1 }])],
    ['with a text node whose text is an object', lexical([{ ...textNode('x'), text: {} }])],
    ['with a heading of the first level', node({ type: 'heading', tag: 'h1', version: 1, children: [textNode('x')] })],
    ['with a heading that is a script', node({ type: 'heading', tag: 'script', version: 1, children: [textNode('x')] })],
    ['with an image from elsewhere', node({ type: 'upload', version: 3, relationTo: 'users', value: '00000000-0000-4000-8000-000000000000' })],
    ['with NUL', lexical(NUL)],
    ['with half a surrogate pair', lexical(LONE)],
    ['nested without end', JSON.parse(`{"root":${'{"type":"quote","children":['.repeat(150)}{"type":"text","text":"x"}${']}'.repeat(150)}}`)],
  ])('%s', async (_, body) => {
    await refused('PATCH /articles/:article', { body: { body, title: 'Would be lost' } }, { status: INVALID, names: /body/ })
    await refused('POST /articles', { body: { body, title: 'New' } }, { status: INVALID, names: /body/ })
  })

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x', 'file:///etc/passwd', '//example.org', 'https://user:password@example.org/', 'https://', ''])(
    'with a link to %j',
    async (url) => {
      const link = (type: string) => lexical([{ type, version: 3, fields: { linkType: 'custom', newTab: false, url }, children: [textNode('words')], format: '', indent: 0, direction: 'ltr' }])
      for (const type of ['link', 'autolink']) await refused('PATCH /articles/:article', { body: { body: link(type) } }, { status: INVALID, names: /body/ })
    },
  )

  it.each([
    ['sources', 'url'],
    ['sources', 'archivedUrl'],
    ['social-posts', 'permalink'],
  ])('%s.%s with a script for a link never becomes public', async (collection, field) => {
    const answered = await desk.rest(room.team.author, `POST /${collection}`, { body: { ...(await room.complete(collection as CollectionSlug)), [field]: 'javascript:alert(1)' } })
    if (answered.status >= 400) return expect(answered.text).toContain(field)
    const id = String(answered.body.doc.id)
    await room.bring(collection, id, 'live')
    const [row] = await room.sql<{ projection: string }>('select projection::text from publications where document = $1', [id])
    expect(row?.projection).not.toContain('javascript:')
  })
})

describe('a malformed request is refused', () => {
  const json = { 'Content-Type': 'application/json' }
  it.each<[string, string, Sent, Expected]>([
    ['JSON that is none', 'PATCH /articles/:article', { raw: '{"title":', headers: json }, { status: 400, names: /JSON/ }],
    ['JSON that is none, at sign-in', 'POST /users/login', { raw: '{', headers: json }, { status: 400, names: /JSON/ }],
    ['JSON that is none, in review', 'POST /articles/:article/review/submit', { raw: '{', headers: json }, { status: 400, names: /JSON/ }],
    ['no body', 'PATCH /articles/:article', { headers: json }, { status: INVALID, names: /body/ }],
    ['an empty body', 'POST /articles', { raw: '', headers: json }, { status: INVALID, names: /body/ }],
    ['null as body', 'PATCH /articles/:article', { raw: 'null', headers: json }, { status: INVALID, names: /body/ }],
    ['a text as body', 'POST /articles', { raw: '"x"', headers: json }, { status: INVALID, names: /body/ }],
    ['a number as body', 'PATCH /articles/:article', { raw: '5', headers: json }, { status: INVALID, names: /body/ }],
    ['a list as body', 'POST /articles', { raw: '[]', headers: json }, { status: INVALID, names: /body/ }],
    ['plain text', 'PATCH /articles/:article', { raw: 'title=x', headers: { 'Content-Type': 'text/plain' } }, { status: [400, 415, 422], names: /Content-Type|body/ }],
    ['XML', 'POST /articles', { raw: '<a/>', headers: { 'Content-Type': 'application/xml' } }, { status: [400, 415, 422], names: /Content-Type|body/ }],
    ['a body of 10 MB', 'PATCH /articles/:article', { body: { notes: 'a'.repeat(10_000_000) } }, { status: 413, names: /body/ }],
    ['a body of 10 MB that says it is small', 'PATCH /articles/:article', { raw: JSON.stringify({ notes: 'a'.repeat(10_000_000) }), headers: { ...json, 'Content-Length': '20' } }, { status: [400, 413], names: /body/ }],
    ['a body nested 3,000 deep', 'PATCH /articles/:article', { raw: nested(3_000), headers: json }, { status: INVALID }],
    ['a field nested 100,000 deep', 'PATCH /articles/:article', { raw: `{"title":${nested(100_000)}}`, headers: json }, { status: INVALID }],
    ['a prototype', 'PATCH /articles/:article', { raw: '{"__proto__":{"roles":["administrator"]},"title":"x"}', headers: json }, { status: INVALID }],
    ['a form without a boundary', 'POST /media', { raw: 'x', headers: { 'Content-Type': 'multipart/form-data' } }, { status: INVALID, names: /body|form/ }],
    ['a form that is garbage', 'POST /media', { raw: '--x\r\ngarbage', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, { status: INVALID, names: /body|form/ }],
    ['a form that is cut off', 'POST /media', { raw: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, { status: INVALID, names: /body|form|file/ }],
    ['a form whose data is no JSON', 'POST /media', { raw: '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--x--\r\n', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, { status: INVALID, names: /_payload/ }],
    ['a form whose data is a list', 'POST /articles', { raw: '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n[]\r\n--x--\r\n', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, { status: INVALID, names: /_payload/ }],
    ['an upload without a file', 'POST /media', { body: { alt: 'x' } }, { status: INVALID, names: /file/i }],
    ['an id that is none', 'GET /articles/not-an-id', {}, { status: 404, names: /id/ }],
    ['an id that is none, to change', 'PATCH /articles/1', { body: { title: 'x' } }, { status: 404, names: /id/ }],
    ['an id that is none, to delete', 'DELETE /articles/x', {}, { status: 404, names: /id/ }],
    ['an id that is none, in review', 'GET /articles/x/review', {}, { status: 404 }],
    ['an id that is none, to submit', 'POST /articles/x/review/submit', { body: {} }, { status: 404 }],
    ['an id that is none, of a version', 'GET /articles/versions/x', {}, { status: 404, names: /id/ }],
    ['an id that is none, to restore', 'POST /articles/versions/x', {}, { status: 404, names: /id/ }],
    ['an id that is SQL', `GET /articles/${encodeURIComponent("' or 1=1 --")}`, {}, { status: 404, names: /id/ }],
    ['an id with NUL', 'GET /articles/%00', {}, { status: [400, 404] }],
    ['an id that nothing has', 'GET /articles/00000000-0000-4000-8000-000000000000', {}, { status: 404 }],
    ['an id that nothing has, in review', 'POST /articles/00000000-0000-4000-8000-000000000000/review/submit', { body: {} }, { status: 404 }],
    ['a collection that is not there', 'GET /secrets', {}, { status: 404 }],
    ['a global that is not there', 'GET /globals/secrets', {}, { status: 404 }],
    ['a verification that is not asked for', 'POST /users/verify/x', { body: {} }, { status: 404 }],
    ['bad JSON with an overridden method', 'POST /articles', { raw: '{', headers: { ...json, 'X-Payload-HTTP-Method-Override': 'GET' } }, { status: 400 }],
    ['a delete in disguise', 'POST /articles/:article', { body: {}, headers: { 'X-Payload-HTTP-Method-Override': 'DELETE' } }, { status: [400, 404, 405, 422] }],
    ['a preference with NUL', 'POST /payload-preferences/a%00b', { body: { value: 1 } }, { status: [400, 422] }],
  ])('%s', async (_, call, sent, expected) => {
    await refused(call, sent, expected)
  })

  it.each<[string, string, string | RegExp]>([
    ['where=garbage', 'where=garbage', 'where'],
    ['where that is cut off', 'where={bad', 'where'],
    ['where with a number', 'where={"title":5}', 'where'],
    ['where with a list', 'where=[1]', 'where'],
    ['where without an operator', 'where[title]=x', 'where'],
    ['an unknown operator', 'where[title][resembles]=x', /resembles|where/],
    ['an unknown field', 'where[nothing][equals]=x', 'nothing'],
    ['or as text', 'where[or]=x', 'where'],
    ['or with text', 'where[or][0]=x', 'where'],
    ['an id that is none', 'where[id][in][0]=x', 'id'],
    ['an id that is none, not in', 'where[id][not_in][0]=x', 'id'],
    ['an id that is none, equal', 'where[id][equals]=x', 'id'],
    ['a relationship that is no id', 'where[series][equals]=x', 'series'],
    ['a list where one is asked for', 'where[topics][equals]=x', 'topics'],
    ['a status that is none', 'where[_status][equals]=live', '_status'],
    ['a status like', 'where[_status][like]=dra', '_status'],
    ['a date that is none', 'where[createdAt][greater_than]=x', 'createdAt'],
    ['near on text', 'where[title][near]=1,2', 'title'],
    ['all on text', 'where[title][all]=x', 'title'],
    ['NUL', 'where[title][equals]=a%00b', /where|title/],
    ['exists with text', 'where[title][exists]=perhaps', 'title'],
    ['a number field with text', 'where[seriesPart][equals]=x', 'seriesPart'],
    ['a deep where', `where${'[and][0]'.repeat(12)}[title][equals]=x`, 'where'],
    ['a limit below zero', 'limit=-1', 'limit'],
    ['a limit that is text', 'limit=abc', 'limit'],
    ['a limit that is a fraction', 'limit=1.5', 'limit'],
    ['a limit beyond all', 'limit=1e99', 'limit'],
    ['a limit that is a list', 'limit[]=1', 'limit'],
    ['a page below zero', 'page=-1', 'page'],
    ['a page that is a fraction', 'page=1.5', 'page'],
    ['a page beyond all', 'page=1e30', 'page'],
    ['a depth that is text', 'depth=x', 'depth'],
    ['a depth beyond all', 'depth=1000', 'depth'],
    ['pagination that is neither', 'pagination=zz&limit=1', 'pagination'],
    ['a trash flag that is neither', 'trash=perhaps', 'trash'],
    ['sort by SQL', 'sort=title;drop table users', 'sort'],
    ['sort by an object', 'sort[a][b]=c', 'sort'],
    ['sort by nothing there is', 'sort=nothing', /sort|nothing/],
    ['select as text', 'select=title', 'select'],
    ['populate as text', 'populate=x', 'populate'],
  ])('a query with %s', async (_, query, names) => {
    await refused(`GET /articles?${query}`, {}, { status: INVALID, names: new RegExp(names) })
  })

  it.each([
    'where[or][0]=x', 'where={"title":5}', 'where[related][equals]=x', 'where[or]=', 'where=', '', 'where[id][exists]=true', 'where[id][not_equals]=00000000-0000-4000-8000-000000000000', 'where[title][like]=a', 'limit=1',
    'where[id][in][0]=x', 'where[id][in]=', 'where[or][0][id][in][0]=00000000-0000-4000-8000-000000000000', 'where[id][in][0]=00000000-0000-4000-8000-000000000000&where[or][0]=x',
  ])('a bulk write with “%s” changes and deletes nothing', async (query) => {
    for (const method of ['DELETE', 'PATCH']) await refused(`${method} /articles?${query}`, method === 'PATCH' ? { body: { standfirst: 'All at once' } } : {}, { status: INVALID, names: /where/ })
    for (const collection of ['users', 'media', 'content-warnings', 'sources']) await refused(`DELETE /${collection}?${query}`, {}, { status: INVALID, names: /where/ }, room.team.administrator)
  })

  it.each<[string, string, Record<string, unknown>, number, string]>([
    ['no slot', 'review/sign-off', {}, 422, 'slot'],
    ['a slot that is a list', 'review/sign-off', { slot: ['copy'] }, 422, 'slot'],
    ['no comment', 'review/request-changes', {}, 422, 'comment'],
    ['an empty comment', 'review/request-changes', { comment: ' ' }, 422, 'comment'],
    ['NUL in a comment', 'review/request-changes', { comment: NUL }, 422, 'comment'],
    ['an object as a comment', 'review/request-changes', { comment: {} }, 422, 'comment'],
    ['no reason', 'review/cancel', {}, 422, 'reason'],
    ['a text for yes or no', 'review/submit', { namesPeople: 'perhaps' }, 422, 'namesPeople'],
    ['a number as a note', 'review/submit', { note: 7 }, 422, 'note'],
    ['a hash that is none', 'review/submit', { baseHash: 'x' }, 422, 'baseHash'],
    ['a hash that is an object', 'publishing/publish', { baseHash: {} }, 422, 'baseHash'],
    ['an unknown kind of change', 'publishing/publish', { change: 'big' }, 422, 'change'],
    ['a note that is a list', 'publishing/publish', { publicNote: [] }, 422, 'publicNote'],
    ['no public note', 'publishing/withdraw', { reason: 'x' }, 422, 'publicNote'],
    ['no reason to withdraw', 'publishing/withdraw', { publicNote: 'x' }, 422, 'reason'],
    ['nothing said of a translation', 'publishing/translation-checked', {}, 422, 'note'],
    ['an instant that is none', 'publishing/translation-checked', { note: 'x', at: 'yesterday' }, 422, 'at'],
  ])('%s in review or publishing', async (_, call, body, status, field) => {
    const answered = await refused(`POST /articles/:article/${call}`, { body }, { status, names: new RegExp(field) }, room.team.publisher)
    expect(answered.body.errors[0].data.field).toBe(field)
  })

  it('a slot that a workflow doesn’t have is named, once there is a review', async () => {
    const id = await room.make('articles', 'in-review')
    const answered = await refused(`POST /articles/${id}/review/sign-off`, { body: { slot: 'coffee' } }, { status: 422 }, room.team.publisher)
    expect(answered.body.errors[0].data.field).toBe('slot')
  })

  it('an unfinished text can’t be submitted, and every missing field is named', async () => {
    const { body } = await room.must(room.team.author, 'POST /articles', { title: 'Unfinished' })
    const answered = await refused(`POST /articles/${body.doc.id}/review/submit`, { body: {} }, { status: 422 })
    expect(answered.body.errors[0].data.missing).toEqual(['standfirst', 'body', 'warningReview'])
  })

  it('a stale save is refused and both texts are kept', async () => {
    const { body } = await desk.rest(room.team.author, `GET /articles/${article}`)
    await room.must(room.team.publisher, `PATCH /articles/${article}`, { standfirst: 'Theirs' })
    const answered = await refused('PATCH /articles/:article', { body: { standfirst: 'Mine', rev: body.rev } }, { status: 409 })
    expect(answered.body.errors[0].data.rev).toBe(body.rev + 1)
    expect((await desk.rest(room.team.author, `GET /articles/${article}`)).body.standfirst).toBe('Theirs')
  })
})

describe('signing in', () => {
  it.each<[string, Sent]>([
    ['objects', { body: { email: {}, password: {} } }],
    ['lists', { body: { email: ['a'], password: ['b'] } }],
    ['NUL', { body: { email: NUL, password: NUL } }],
    ['nothing', { body: {} }],
    ['no body', {}],
    ['an unknown account', { body: { email: 'nobody@desk.example', password: 'x' } }],
    ['an operator', { body: { email: { equals: 'a' }, password: { not_equals: '' } } }],
  ])('with %s is refused', async (_, sent) => {
    await refused('POST /users/login', sent, { status: [400, 401, 422, 429] }, null)
    await refused('POST /users/reset-password', sent, { status: [400, 401, 403, 422, 429] }, null)
  })

  it('without any account lets nobody make the first', async () => {
    await refused('POST /users/first-register', { body: { email: 'first@desk.example', password: 'long-enough-password', name: 'First', roles: ['administrator'] } }, { status: 403 }, null)
  })

  it.each(['JWT x', 'JWT ', 'Bearer x', 'JWT eyJhbGciOiJub25lIn0.eyJpZCI6IngiLCJjb2xsZWN0aW9uIjoidXNlcnMifQ.', 'users API-Key x', 'JWT \u00e4'])('with the token “%s” is no sign-in', async (token) => {
    const { status } = await desk.rest(null, 'GET /articles', { headers: { Authorization: token } })
    expect([401, 403]).toContain(status)
  })
})

/** A PNG that claims to be `side` pixels wide and high, and is small: all one colour, deflated. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeInt32BE(crc(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value
}

describe('an image that lies is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['an SVG', () => svg, 'a.svg', 'image/svg+xml'],
    ['an SVG as PNG', () => svg, 'a.png', 'image/png'],
    ['HTML as JPEG', () => Buffer.from('<!doctype html><script>1</script>'), 'a.jpg', 'image/jpeg'],
    ['a GIF with HTML in it', () => Buffer.from('GIF89a<script>alert(1)</script>'), 'a.gif', 'image/gif'],
    ['a PDF as PNG', () => Buffer.from('%PDF-1.7\n'), 'a.png', 'image/png'],
    ['nothing', () => Buffer.alloc(0), 'a.png', 'image/png'],
    ['half a JPEG', async () => (await picture()).subarray(0, 400), 'a.jpg', 'image/jpeg'],
    ['the beginning of a PNG', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png', 'image/png'],
    ['a decompression bomb', () => bomb(30_000), 'a.png', 'image/png'],
    ['an AVIF', () => Buffer.from('0000001c66747970617669660000000061766966', 'hex'), 'a.avif', 'image/avif'],
  ])('%s', async (_, make, name, type) => {
    await refused('POST /media', { raw: uploadForm({ alt: 'x' }, { bytes: await make(), name, type }) }, { status: [400, 415, 422], names: /file|image/i })
  })

  it('and what hides behind a true image is not kept', async () => {
    const polyglot = Buffer.concat([await picture(), Buffer.from('<script>alert("zqpolyglot")</script>')])
    const { status, body, text } = await desk.rest(room.team.author, 'POST /media', { raw: uploadForm({ alt: 'x' }, { bytes: polyglot, name: '../../<script>.html', type: 'text/html' }) })
    if (status >= 400) return expect(status, text).toBeLessThan(500)
    expect(body.doc.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
    const file = await desk.rest(room.team.author, `GET /media/file/${body.doc.filename}`)
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([200, 'image/webp', 'nosniff'])
    expect(file.text).not.toContain('zqpolyglot')
  })

  it.each(['..%2F..%2Fpackage.json', '%2e%2e/%2e%2e/package.json', 'a.webp%00', '....//package.json'])('a file outside the library, %s, is not served', async (path) => {
    const { status, text } = await desk.rest(room.team.author, `GET /media/file/${path}`)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('handbill')
  })
})

/** What a save works out by itself, whatever a client sends. */
const KEPT = new Set(['rev', 'slug', '_status', 'urlKey', 'doiKey', 'postKey'])

describe('whatever a client sends, the answer is never a 500 and never a wrong 200', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, [[]], [null], 'published', NUL, LONE, '\u202e', { root: null }, { root: { children: [null] } }, { id: 1 }, { relationTo: 'users', value: 'x' }, '2026-13-45', 'NaN'),
  )
  const kindOf: Partial<Record<FlattenedField['type'], (value: unknown) => boolean>> = {
    text: (value) => typeof value === 'string',
    textarea: (value) => typeof value === 'string',
    number: (value) => typeof value === 'number',
    checkbox: (value) => typeof value === 'boolean',
  }

  it.each(['articles', 'social-posts', 'exchanges', 'campaigns', 'sources', 'pages', 'people'] as const)('in a save of %s', async (collection) => {
    const id = await room.write(collection)
    const fields = desk.payload.collections[collection].config.flattenedFields
    const names = fields.map(({ name }) => name).filter((name) => name !== 'deletedAt')
    const one = fc.tuple(fc.constantFrom(...names), anything)
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 3 }), async (entries) => {
        const data = Object.fromEntries(entries)
        const { status, text, body } = await desk.rest(room.team.author, `PATCH /${collection}/${id}`, { body: data })
        expect(status, `${JSON.stringify(data)}: ${text.slice(0, 300)}`).toBeLessThan(500)
        if (status >= 400) return
        for (const [name, value] of Object.entries(data)) {
          const field = fields.find((each) => each.name === name)
          const isRight = field === undefined ? undefined : kindOf[field.type]
          if (isRight === undefined || value === null || value === '' || value === undefined) continue
          // What was accepted was of the field's kind, and is what it was.
          expect(isRight(value), `${name} took ${JSON.stringify(value)}`).toBe(true)
          if (!KEPT.has(name)) expect(body.doc[name]).toEqual(value)
        }
      }),
      { numRuns: 60, seed: 1961 },
    )
    expect((await room.sql('select count(*)::int as wrong from publications where document = $1', [id]))[0]?.wrong).toBe(0)
  })

  it('in a query', async () => {
    const key = fc.constantFrom('where', 'where[title]', 'where[title][equals]', 'where[topics][in]', 'where[or][0][title][like]', 'where[and]', 'where[id][in]', 'where[warnings.note][contains]', 'where[lead.image][exists]', 'limit', 'page', 'sort', 'depth', 'select[title]', 'select', 'populate', 'joins', 'draft', 'trash', 'locale', 'fallback-locale', 'pagination')
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', '0', '1', '-1', 'true', 'null', '{}', '[]', '{"a":', '%00', 'title', '-title', 'a,b', '1e9', 'NaN'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 3 }), async (pairs) => {
        const query = pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join('&')
        for (const path of ['/articles', '/sources/count', '/articles/versions']) {
          const { status, text } = await desk.rest(room.team.author, `GET ${path}?${query}`)
          expect(status, `${path}?${query}: ${text.slice(0, 300)}`).toBeLessThan(500)
        }
      }),
      { numRuns: 100, seed: 1961 },
    )
  })
})
