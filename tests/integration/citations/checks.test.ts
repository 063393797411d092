import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Answered, type Desk, type Parsed, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterAll(() => desk.close())

const CLAIM = 'The river fell.'

async function sourceNamed(title: string, more: object = {}): Promise<string> {
  return room.write('sources', { title, ...more })
}

/** An article whose first paragraph makes two claims, `a` and `b`, each with a source of its own. */
async function article(more: { a?: object; b?: object; claim?: string; elsewhere?: string } = {}): Promise<string> {
  return room.write('articles', { body: await bodyOf(more) })
}

async function bodyOf({ a, b, claim = CLAIM, elsewhere = 'Another paragraph.' }: { a?: object; b?: object; claim?: string; elsewhere?: string }): Promise<object> {
  return lexical(
    [textNode(`It was dry. ${claim} `), citationNode({ key: 'a', quote: 'fell by a metre', source: await sourceNamed('On rivers'), ...a }), textNode('It rained. '), citationNode({ key: 'b', source: await sourceNamed('On rain'), ...b })],
    elsewhere,
  )
}

async function checks(person: Person | null, id: string): Promise<Answered> {
  return desk.rest(person, `GET /articles/${id}/citations/checks`)
}

async function cited(id: string, key: string, person: Person = room.team.sources): Promise<Parsed> {
  return (await checks(person, id)).body.citations.find((each: Parsed) => each.key === key)
}

async function check(person: Person | null, id: string, key: string, body: object): Promise<Answered> {
  return desk.rest(person, `POST /articles/${id}/citations/${key}/check`, { body })
}

const codeOf = ({ status, body }: Answered): [number, string | undefined] => [status, body?.errors?.[0]?.data?.code]
const rows = (id: string) => room.sql<{ key: string; result: string }>('select key, result from handbill.citation_checks where document = $1 order by seq', [id])

describe('checking a citation', () => {
  it('tells the claim in its paragraph, what it rests on, and how it stands', async () => {
    const id = await article()
    const { status, body } = await checks(room.team.sources, id)
    expect([status, body.total, body.open, body.mayCheck]).toEqual([200, 2, 2, true])
    expect(body.citations[0]).toMatchObject({
      key: 'a', support: 'unchecked', claim: CLAIM, quote: 'fell by a metre', surroundings: { before: 'It was dry. ', sentence: CLAIM, after: ' It rained. ' }, source: { title: 'On rivers' }, hands: [{ id: room.team.author.id }], checks: [], mayCheck: true,
    })
  })

  it('keeps what was found, with who found it, and the same again adds nothing', async () => {
    const id = await article()
    const { basis } = await cited(id, 'a')
    const found = await check(room.team.sources, id, 'a', { result: 'partly', note: 'A metre and a half.', basis })
    expect(found.status, found.text).toBe(200)
    expect(found.body).toMatchObject({ open: 1, citation: { support: 'partly', checks: [{ by: { id: room.team.sources.id }, result: 'partly', note: 'A metre and a half.', stands: true }] } })
    await check(room.team.sources, id, 'a', { result: 'partly', note: 'A metre and a half.', basis })
    expect(await rows(id)).toEqual([{ key: 'a', result: 'partly' }])
  })

  it('is taken back by a row of its own', async () => {
    const id = await article()
    const { basis } = await cited(id, 'a')
    await check(room.team.sources, id, 'a', { result: 'doesNot', basis })
    const back = await check(room.team.sources, id, 'a', { result: 'unchecked', basis })
    expect(back.body).toMatchObject({ open: 2, citation: { support: 'unchecked' } })
    expect((await rows(id)).map(({ result }) => result)).toEqual(['doesNot', 'unchecked'])
  })

  it('is refused on what has changed meanwhile, with what it rests on now', async () => {
    const id = await article()
    const { basis } = await cited(id, 'a')
    await room.must(room.team.author, `PATCH /articles/${id}/citations/a`, { quote: 'fell by two metres' })
    const stale = await check(room.team.sources, id, 'a', { result: 'supports', basis })
    expect(codeOf(stale)).toEqual([409, 'stale'])
    expect(stale.body.errors[0].data.basis).toBe((await cited(id, 'a')).basis)
    expect(await rows(id)).toEqual([])
  })

  it('outlives an edit elsewhere, and falls with a change of what it rests on, saying which', async () => {
    const id = await article()
    const { body: text } = (await room.must(room.team.author, `GET /articles/${id}`)).body
    for (const key of ['a', 'b']) await check(room.team.sources, id, key, { result: 'supports', basis: (await cited(id, key)).basis })
    text.root.children[1].children[0].text = 'Quite another paragraph.'
    await room.must(room.team.author, `PATCH /articles/${id}`, { body: text })
    expect([(await cited(id, 'a')).support, (await cited(id, 'b')).support]).toEqual(['supports', 'supports'])
    await room.must(room.team.author, `PATCH /articles/${id}/citations/a`, { quote: 'rose', locatorLabel: 'page', locatorValue: '3' })
    expect(await cited(id, 'a')).toMatchObject({ support: 'changed', changed: ['quote', 'locator'], lastFinding: 'supports' })
    text.root.children[0].children[2].text = 'It poured. '
    await room.must(room.team.author, `PATCH /articles/${id}`, { body: text })
    expect(await cited(id, 'b')).toMatchObject({ support: 'changed', changed: ['claim'] })
    await room.must(room.team.author, `PATCH /articles/${id}/citations/a`, { quote: 'fell by a metre', locatorLabel: null, locatorValue: '' })
    expect((await cited(id, 'a')).support).toBe('supports')
  })

  it('keeps what two people find at the same moment, and the newer one counts', async () => {
    const id = await article()
    const other = await desk.person('Second checker', ['sources'])
    const { basis } = await cited(id, 'a')
    const answers = await Promise.all([check(room.team.sources, id, 'a', { result: 'supports', basis }), check(other, id, 'a', { result: 'doesNot', basis })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const stored = await rows(id)
    expect(stored.map(({ result }) => result).toSorted()).toEqual(['doesNot', 'supports'])
    const now = await cited(id, 'a')
    expect(now.support).toBe(stored.at(-1)?.result)
    expect(now.checks.filter(({ stands }: { stands: boolean }) => stands)).toHaveLength(1)
  })

  it('lets an older finding count again where the newer one is taken back by its finder', async () => {
    const id = await article()
    const other = await desk.person('Third checker', ['sources'])
    const { basis } = await cited(id, 'a')
    await check(room.team.sources, id, 'a', { result: 'doesNot', basis })
    await check(other, id, 'a', { result: 'supports', basis })
    await check(other, id, 'a', { result: 'unchecked', basis })
    expect((await cited(id, 'a')).support).toBe('doesNot')
  })

  it('can be neither changed nor taken out of the database, but goes with a draft that is deleted', async () => {
    const id = await article()
    await check(room.team.sources, id, 'a', { result: 'supports', basis: (await cited(id, 'a')).basis })
    await expect(room.sql(`update handbill.citation_checks set result = 'doesNot' where document = $1`, [id])).rejects.toThrow('only ever added')
    await expect(room.sql('delete from handbill.citation_checks where document = $1', [id])).rejects.toThrow('only ever added')
    await room.must(room.team.author, `PATCH /articles/${id}`, { deletedAt: new Date().toISOString() })
    await room.must(room.team.author, `DELETE /articles/${id}?trash=true`)
    expect(await rows(id)).toEqual([])
    expect(await room.sql('select from handbill.citations where document = $1', [id])).toEqual([])
  })

  it('is on the log by its ids, without a word of what was said', async () => {
    const id = await article()
    await check(room.team.sources, id, 'a', { result: 'doesNot', note: 'It says the opposite.', basis: (await cited(id, 'a')).basis })
    const [entry] = await room.sql<{ details: Record<string, unknown>; actor: string }>(`select details, actor from handbill.audit_log where document = $1 and action = 'citationChecked'`, [id])
    expect(entry).toMatchObject({ actor: room.team.sources.id, details: { key: 'a', result: 'doesNot' } })
    expect(JSON.stringify(entry)).not.toContain('opposite')
  })

  it('loses the words that are redacted, and nothing else of it', async () => {
    const id = await article({ a: { quote: 'Zenobia Quirke saw it' } })
    const { basis } = await cited(id, 'a')
    await check(room.team.sources, id, 'a', { result: 'partly', note: 'Zenobia Quirke told me otherwise, she supports half of it.', basis })
    const { body: proposed } = await room.must(room.team.publisher, 'POST /redactions', { words: 'Zenobia Quirke\nsupports', reason: 'She is in danger.' })
    await room.must(await desk.person('Second publisher', ['publisher']), `POST /redactions/${proposed.id}/confirm`, {})
    const [row] = await room.sql<{ note: string; seen: string; result: string; basis: string }>('select note, seen::text as seen, result, basis from handbill.citation_checks where document = $1', [id])
    expect(`${row?.note} ${row?.seen}`).not.toMatch(/Zenobia|Quirke/)
    expect(row).toMatchObject({ result: 'partly', basis, note: expect.stringContaining('told me otherwise') })
    expect(await room.sql('select distinct intent from handbill.citations where document = $1', [id])).toEqual([{ intent: 'supports' }])
  })

  it('works for a text that was written before citations were rows', async () => {
    const id = await article()
    await room.sql(`update handbill.citations set basis = '', claim = '' where document = $1`, [id])
    const { basis, claim } = await cited(id, 'a')
    expect([basis, claim]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), CLAIM])
    expect((await check(room.team.sources, id, 'a', { result: 'supports', basis })).status).toBe(200)
  })
})

describe('the copy to look at', () => {
  const kept = async (source: string, more: { text?: string | null; at?: string; revoked?: boolean } = {}) => {
    const [row] = await room.sql<{ id: string }>(
      `insert into handbill.captures (source, why, requested_url, final_url, fetched_at, captured_at, provider, tool, audience, text) values ($1, 'linked', 'https://example.org/', 'https://example.org/', $2, $2, 'local', 'test', 'editors', $3) returning id`,
      [source, more.at ?? '2026-11-01T09:00:00Z', more.text === undefined ? 'The river fell by a metre.' : more.text],
    )
    if (more.revoked === true) await room.sql(`update handbill.captures set revoked_at = now(), revoked_reason = 'test', text = null, title = null, metadata = null where id = $1`, [row?.id])
    return String(row?.id)
  }

  it('is the one that was quoted from, or the newest with words of the same source', async () => {
    const source = await sourceNamed('A kept report')
    const [pinned, newest] = [await kept(source), await kept(source, { at: '2026-11-02T09:00:00Z' })]
    await kept(source, { at: '2026-11-03T09:00:00Z', text: null })
    await kept(source, { at: '2026-11-04T09:00:00Z', revoked: true })
    const id = await article({ a: { source }, b: { source } })
    await room.must(room.team.author, `PATCH /articles/${id}/citations/a`, { capture: pinned })
    expect([(await cited(id, 'a')).copy, (await cited(id, 'b')).copy]).toEqual([pinned, newest])
    const { basis } = await cited(id, 'a')
    expect((await check(room.team.sources, id, 'a', { result: 'supports', basis, capture: pinned })).body.citation.checks[0].capture).toBe(pinned)
    const foreign = await kept(await sourceNamed('Another kept report'))
    const refused = await check(room.team.sources, id, 'a', { result: 'partly', basis, capture: foreign })
    expect([refused.status, refused.body.errors[0].data.field]).toEqual([422, 'capture'])
  })
})

describe('who checks', () => {
  it('holds the capacity for sources, has not written the text, and may read it', async () => {
    const id = await article()
    const { basis } = await cited(id, 'a')
    const both = await desk.person('Editor and checker', ['editor', 'sources'])
    const own = await room.write('articles', { body: await bodyOf({}) }, both)
    const ask = async (person: Person | null, document = id) => codeOf(await check(person, document, 'a', { result: 'supports', basis }))
    expect(await ask(null)).toEqual([401, 'notSignedIn'])
    expect(await ask(room.team.author)).toEqual([403, 'notYourRole'])
    for (const role of ['care', 'copy', 'legal', 'publisher'] as const) expect(await ask(room.team[role]), role).toEqual([403, 'notYourSlot'])
    expect(await ask(room.team.administrator)).toEqual([403, 'notYourRole'])
    expect(await ask(await desk.person('Contributor', ['contributor']))).toEqual([404, 'notFound'])
    expect(await ask(both, own)).toEqual([403, 'wroteTheText'])
    expect(await ask(room.team.sources, randomUUID())).toEqual([404, 'notFound'])
    expect(codeOf(await check(room.team.sources, id, 'zzz', { result: 'supports', basis }))).toEqual([404, 'noSuchCitation'])
    expect(await rows(id)).toEqual([])
  })

  it('is not whoever changed that very citation, in a run or out of it', async () => {
    const id = await article()
    await room.must(room.team.author, `POST /articles/${id}/review/submit`, {})
    const changed = await room.must(room.team.sources, `PATCH /articles/${id}/citations/a`, { quote: 'fell by 1.2 metres' })
    expect(changed.body.citation).toMatchObject({ mayCheck: false, whyNotCode: 'wroteTheCitation' })
    expect(codeOf(await check(room.team.sources, id, 'a', { result: 'supports', basis: changed.body.citation.basis }))).toEqual([403, 'wroteTheCitation'])
    expect((await check(room.team.sources, id, 'b', { result: 'supports', basis: (await cited(id, 'b')).basis })).status).toBe(200)
    const other = await desk.person('Other checker', ['sources'])
    expect((await check(other, id, 'a', { result: 'supports', basis: changed.body.citation.basis })).status).toBe(200)
  })

  it('neither sees nor checks what is cited from a private source that isn’t theirs to read', async () => {
    const hidden = await sourceNamed('A letter from the camp', { visibility: 'private', publicLabel: 'A letter' })
    const granted = await desk.person('Granted checker', ['sources'])
    await room.must(room.team.author, `PATCH /sources/${hidden}`, { grantedTo: [granted.id] })
    const id = await article({ a: { source: hidden, quote: 'words of the letter' } })
    const { text, body } = await checks(room.team.sources, id)
    expect(text).not.toMatch(/words of the letter|A letter from the camp/)
    const withheld = body.citations[0]
    expect(withheld).toMatchObject({ isWithheld: true, mayCheck: false, whyNotCode: 'private' })
    expect(codeOf(await check(room.team.sources, id, 'a', { result: 'supports', basis: withheld.basis }))).toEqual([403, 'private'])
    const found = await check(granted, id, 'a', { result: 'supports', note: 'Read in full.', basis: withheld.basis })
    expect(found.status, found.text).toBe(200)
    expect((await checks(room.team.sources, id)).text).not.toContain('Read in full.')
  })

  it('is told which field of what they sent is wrong', async () => {
    const id = await article()
    const { basis } = await cited(id, 'a')
    const wrong = async (body: unknown) => {
      const answered = await desk.rest(room.team.sources, `POST /articles/${id}/citations/a/check`, { body })
      return [answered.status, answered.body.errors[0].data.field]
    }
    expect(await wrong({ basis })).toEqual([422, 'result'])
    expect(await wrong({ result: 'yes', basis })).toEqual([422, 'result'])
    expect(await wrong({ result: 'supports' })).toEqual([422, 'basis'])
    expect(await wrong({ result: 'supports', basis: 'x' })).toEqual([422, 'basis'])
    expect(await wrong({ result: 'supports', basis, note: 5 })).toEqual([422, 'note'])
    expect(await wrong({ result: 'supports', basis, note: 'x'.repeat(5001) })).toEqual([422, 'note'])
    expect(await wrong({ result: 'supports', basis, capture: 'x' })).toEqual([422, 'capture'])
    expect(await wrong({ result: 'supports', basis, colour: 'red' })).toEqual([422, 'colour'])
    expect((await desk.rest(room.team.sources, `POST /articles/${id}/citations/a/check`, { raw: '{', headers: { 'Content-Type': 'application/json' } })).status).toBe(400)
    expect((await desk.rest(room.team.sources, `POST /articles/${id}/citations/${'k'.repeat(500)}/check`, { body: { result: 'supports', basis } })).status).toBe(404)
  })
})

describe('changing one citation', () => {
  it('is a save under the person’s own rights, the lock of the row, and what a save does to sign-offs', async () => {
    const id = await article()
    const at = `/articles/${id}/citations/a`
    expect((await desk.rest(room.team.sources, `PATCH ${at}`, { body: { quote: 'other' } })).status).toBe(403)
    expect((await desk.rest(null, `PATCH ${at}`, { body: { quote: 'other' } })).status).toBe(401)
    await room.must(room.team.author, `POST /articles/${id}/review/submit`, {})
    await room.must(room.team.sources, `POST /articles/${id}/review/sign-off`, { slot: 'sources' })
    await room.must(room.team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
    const second = await desk.person('Second source checker', ['sources'])
    await room.must(second, `PATCH ${at}`, { quote: 'other words' })
    const { run } = (await room.must(room.team.author, `GET /articles/${id}/review`)).body
    const standing = (slot: string) => run.slots.find((each: Parsed) => each.slot === slot).signOffs.some((signOff: Parsed) => signOff.standing)
    expect([standing('sources'), standing('care')]).toEqual([false, true])
    const { citations, rev } = (await room.must(room.team.author, `GET /articles/${id}`)).body
    expect(citations.a).toMatchObject({ quote: 'other words', source: expect.any(String) })
    expect((await desk.rest(room.team.author, `PATCH ${at}`, { body: { quote: 'late', rev: rev - 1 } })).status).toBe(409)
    expect((await desk.rest(room.team.care, `PATCH ${at}`, { body: { quote: 'not theirs' } })).status).toBe(403)
  })

  it('is refused with the value named that is wrong, and never names a source that isn’t theirs to see', async () => {
    const id = await article()
    const hidden = await sourceNamed('A hidden thing', { visibility: 'private', publicLabel: 'A thing' })
    const editor = await desk.person('Other editor', ['editor'])
    const wrong = async (body: unknown) => {
      const answered = await desk.rest(editor, `PATCH /articles/${id}/citations/a`, { body })
      return [answered.status, answered.body.errors[0].data.field]
    }
    expect(await wrong({})).toEqual([422, 'citation'])
    expect(await wrong({ colour: 'red' })).toEqual([422, 'colour'])
    expect(await wrong({ quote: 5 })).toEqual([422, 'quote'])
    expect(await wrong({ quote: 'a\u0000b' })).toEqual([422, 'quote'])
    expect(await wrong({ source: 'x' })).toEqual([422, 'source'])
    expect(await wrong({ source: randomUUID() })).toEqual([422, 'source'])
    expect(await wrong({ source: hidden })).toEqual([422, 'source'])
    expect(await wrong({ intent: 'x' })).toEqual([422, 'intent'])
    expect(await wrong({ quote: 'x', rev: 'x' })).toEqual([422, 'rev'])
    expect((await desk.rest(editor, `PATCH /articles/${id}/citations/none`, { body: { quote: 'x' } })).status).toBe(404)
  })
})

describe('the queue of what is unchecked', () => {
  it('has what is in review first, by when it is due, page by page, and drops what was checked', async () => {
    const [draft, late, soon] = [await article(), await article(), await article()]
    for (const id of [late, soon]) await room.must(room.team.author, `POST /articles/${id}/review/submit`, {})
    await room.sql(`insert into handbill.assignments (collection, document, person, assigned_by, assigned_at, due_at) values ('articles', $1, $3, $3, now(), now() + interval '9 days'), ('articles', $2, $3, $3, now(), now() + interval '1 day')`, [late, soon, room.team.sources.id])
    const seen: Parsed[] = []
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await room.must(room.team.sources, `GET /citations/unchecked?limit=2${after === '' ? '' : `&after=${after}`}`)
      seen.push(...body.documents)
      after = body.next
    }
    const order = seen.map(({ id }) => id)
    expect(new Set(order).size).toBe(order.length)
    expect(order.slice(0, 2)).toEqual([soon, late])
    expect(order.indexOf(draft)).toBeGreaterThan(order.indexOf(late))
    expect(seen.find(({ id }) => id === draft)).toMatchObject({ keys: ['a', 'b'], total: 2, isInReview: false })
    for (const key of ['a', 'b']) await check(room.team.sources, soon, key, { result: 'supports', basis: (await cited(soon, key)).basis })
    expect((await room.must(room.team.sources, 'GET /citations/unchecked?limit=100')).body.documents.map(({ id }: Parsed) => id)).not.toContain(soon)
  })

  it('is for those who check sources, and answers what makes no sense with the field', async () => {
    expect((await desk.rest(null, 'GET /citations/unchecked')).status).toBe(401)
    for (const role of ['author', 'care', 'administrator'] as const) expect((await desk.rest(room.team[role], 'GET /citations/unchecked')).status, role).toBe(403)
    for (const [query, field] of [['limit=0', 'limit'], ['limit=x', 'limit'], ['limit=101', 'limit'], ['after=x', 'after'], [`after=${Buffer.from('{"part":"review","due":"x"}').toString('base64url')}`, 'after']]) {
      const { status, body } = await desk.rest(room.team.sources, `GET /citations/unchecked?${query}`)
      expect([status, body.errors[0].data.field], query).toEqual([422, field])
    }
  })

  it('does not count what is cited from a private source for those who may not read that', async () => {
    const hidden = await sourceNamed('Another hidden thing', { visibility: 'private', publicLabel: 'A thing' })
    const id = await article({ a: { source: hidden }, b: { source: hidden } })
    expect((await room.must(room.team.sources, 'GET /citations/unchecked?limit=100')).text).not.toContain(id)
  })
})
