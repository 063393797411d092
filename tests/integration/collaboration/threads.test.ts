import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/platform/database'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let contributor: Person

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  contributor = await desk.person('A contributor', ['contributor'])
})
afterAll(() => desk.close())

const RIVER = 'In spring the river rose. In autumn the river fell again, as every year.'
const withBody = (...paragraphs: Parameters<typeof lexical>) => room.write('articles', { body: lexical(...paragraphs) })
const at = (id: string, path = ''): string => `/articles/${id}/threads${path}`
const say = (by: Person, id: string, body: Record<string, unknown>): Promise<Answered> => desk.rest(by, `POST ${at(id)}`, { body: { words: 'Why?', ...body } })
const onWords = (quote: string, more: Record<string, unknown> = {}) => ({ field: 'body', anchor: { quote, ...more } })
const threadsOf = async (by: Person, id: string) => (await room.must(by, `GET ${at(id)}`)).body.threads
/** Begins a thread and returns its id. */
const begin = async (by: Person, id: string, body: Record<string, unknown> = {}): Promise<string> => {
  const before = new Set((await threadsOf(by, id)).map((thread: { id: string }) => thread.id))
  const answered = await say(by, id, body)
  if (answered.status !== 200) throw new Error(answered.text)
  return answered.body.threads.find((thread: { id: string }) => !before.has(thread.id)).id
}
const thread = async (by: Person, id: string, which: string) => (await threadsOf(by, id)).find((one: { id: string }) => one.id === which)
const code = ({ status, body }: Answered): [number, string | undefined] => [status, body?.errors?.[0]?.data?.code]
const article = async (id: string) => (await room.must(room.team.author, `GET /articles/${id}`)).body
const hashOf = async (id: string) => (await room.must(room.team.author, `GET /articles/${id}/review`)).body.document
const wordsOfBody = (document: { body: { root: { children: { children: { text?: string }[] }[] } } }): string => document.body.root.children.map((block) => block.children.map((node) => node.text ?? '').join('')).join('\n')

describe('a comment', () => {
  test('stands outside the text: it changes neither hash nor rev, and needs only the right to read', async () => {
    const id = await withBody(RIVER)
    const before = await hashOf(id)
    for (const by of [room.team.care, room.team.administrator]) expect((await say(by, id, onWords('In spring'))).status).toBe(200)
    expect(await hashOf(id)).toEqual(before)
    expect(await room.sql('select person from handbill.contributions where document = $1 and person <> $2', [id, room.team.author.id])).toEqual([])
  })

  test('is about words, a field or the whole document, and says so to all who read it', async () => {
    const id = await withBody(RIVER)
    await begin(room.team.care, id, onWords('rose'))
    await begin(room.team.care, id, { field: 'standfirst' })
    await begin(room.team.care, id)
    const threads = await threadsOf(room.team.author, id)
    expect(threads.map((one: { field: string | null; anchor: { quote: string } | null }) => [one.field, one.anchor?.quote ?? null])).toEqual([[null, null], ['standfirst', null], ['body', 'rose']])
    const start = RIVER.indexOf('rose')
    expect(threads[2]).toMatchObject({ state: 'open', place: { state: 'found', start, end: start + 4 }, by: { name: 'Team care' }, messages: [{ words: 'Why?', by: { name: 'Team care' }, isYours: false }] })
  })

  test('on words that occur twice is refused, naming the field, until it is told which', async () => {
    const id = await withBody(RIVER)
    const refused = await say(room.team.care, id, onWords('the river'))
    expect(code(refused)).toEqual([422, 'ambiguous'])
    expect(refused.body.errors[0].data).toMatchObject({ field: 'anchor', fieldPath: 'body', count: 2 })
    expect(refused.body.errors[0].message).toMatch(/more words/)
    expect(await threadsOf(room.team.care, id)).toEqual([])
    const which = await begin(room.team.care, id, onWords('the river', { prefix: 'In autumn ' }))
    expect((await thread(room.team.care, id, which)).place.start).toBe(RIVER.lastIndexOf('the river'))
  })

  test('on words that are not in the saved text is refused', async () => {
    const id = await withBody(RIVER)
    expect(code(await say(room.team.care, id, onWords('the lake')))).toEqual([409, 'wordsNotThere'])
  })

  test('on a row of a list goes by the row, wherever it is moved', async () => {
    const id = await room.write('social-posts', { footnotes: [{ label: '1', text: 'First note' }, { label: '2', text: 'Second note' }] })
    const { footnotes } = (await room.must(room.team.author, `GET /social-posts/${id}`)).body
    const path = `footnotes.${footnotes[1].id}.text`
    await room.must(room.team.care, `POST /social-posts/${id}/threads`, { words: 'Whose?', field: path, anchor: { quote: 'Second' } })
    await room.must(room.team.author, `PATCH /social-posts/${id}`, { footnotes: [footnotes[1], footnotes[0]] })
    expect((await room.must(room.team.care, `GET /social-posts/${id}/threads`)).body.threads[0].place).toMatchObject({ state: 'found', start: 0, end: 6 })
    await room.must(room.team.author, `PATCH /social-posts/${id}`, { footnotes: [footnotes[0]] })
    expect((await room.must(room.team.care, `GET /social-posts/${id}/threads`)).body.threads[0].place).toMatchObject({ state: 'orphaned' })
  })

  test('follows edits elsewhere, and is orphaned with its quote once its words are gone', async () => {
    const id = await withBody(RIVER)
    const second = await begin(room.team.care, id, onWords('river', { prefix: 'autumn the ' }))
    const first = await begin(room.team.care, id, onWords('river', { prefix: 'spring the ' }))
    await room.must(room.team.author, `PATCH /articles/${id}`, { body: lexical('A new beginning, of the river and its people.', RIVER) })
    const shift = 'A new beginning, of the river and its people. '.length
    expect((await thread(room.team.care, id, second)).place).toMatchObject({ state: 'found', start: RIVER.lastIndexOf('river') + shift })
    expect((await thread(room.team.care, id, first)).place).toMatchObject({ state: 'found', start: RIVER.indexOf('river') + shift })
    await room.must(room.team.author, `PATCH /articles/${id}`, { body: lexical('A new beginning, of the river and its people.', RIVER.replace('In autumn the river', 'In autumn it')) })
    expect((await thread(room.team.care, id, second))).toMatchObject({ state: 'open', anchor: { quote: 'river' }, place: { state: 'orphaned' } })
    expect((await thread(room.team.care, id, first)).place).toMatchObject({ state: 'found', start: RIVER.indexOf('river') + shift })
  })

  test('is neither refused nor lost while somebody goes on saving', async () => {
    const id = await withBody(RIVER)
    const saves = async (): Promise<void> => {
      for (const number of [1, 2, 3, 4]) await room.must(room.team.author, `PATCH /articles/${id}`, { body: lexical(`Begun ${'anew '.repeat(number)}here.`, RIVER) })
    }
    const quotes = ['In spring', 'rose', 'fell again', 'every year']
    const [, ...answers] = await Promise.all([saves(), ...quotes.map((quote) => say(room.team.care, id, onWords(quote)))])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const words = wordsOfBody(await article(id)).replace('\n', ' ')
    const threads = await threadsOf(room.team.care, id)
    expect(threads.map(({ anchor, place }: { anchor: { quote: string }; place: { start: number; end: number } }) => [anchor.quote, words.slice(place.start, place.end)]).sort()).toEqual(quotes.map((quote) => [quote, quote]).sort())
  })

  test('on words that went at the very moment is refused: it is held against the text as it then stands', async () => {
    const id = await room.write('articles', { standfirst: 'Of a river.' })
    const [answered] = await inTransaction(async (tx) => {
      await tx.query('select 1 from articles where id = $1 for update', [id])
      const asked = say(room.team.care, id, { field: 'standfirst', anchor: { quote: 'river' } })
      const isWaiting = async () => (await room.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0
      while (!(await isWaiting()));
      await tx.query(`update articles set standfirst = 'Of a lake.', rev = rev + 1 where id = $1`, [id])
      return [asked]
    })
    expect(code(await (answered as Promise<Answered>))).toEqual([409, 'wordsNotThere'])
  })

  test('is told in the log and the events by ids alone', async () => {
    const id = await withBody(RIVER)
    const which = await begin(room.team.care, id, { ...onWords('rose'), words: 'A word that only the thread holds: quokka.', mentions: [room.team.author.id] })
    await room.must(room.team.author, `POST ${at(id, `/${which}/reply`)}`, { words: 'An answer: wombat.' })
    const events = await room.sql<{ kind: string; words: string | null; details: Record<string, string> }>('select kind, words, details from handbill.review_events where document = $1 order by id', [id])
    expect(events.map(({ kind }) => kind)).toEqual(['commented', 'mentioned', 'replied'])
    expect(events[1]?.details).toMatchObject({ thread: which, person: room.team.author.id })
    const audit = await room.sql<{ action: string }>('select action, details from handbill.audit_log where document = $1 order by seq', [id])
    expect(audit.map(({ action }) => action)).toEqual(['commented', 'replied'])
    expect(JSON.stringify([events, audit])).not.toMatch(/quokka|wombat|rose/)
  })
})

describe('who may talk', () => {
  test('nobody signed out, and no contributor about what isn’t theirs to read', async () => {
    const id = await withBody(RIVER)
    expect((await desk.rest(null, `GET ${at(id)}`)).status).toBe(401)
    expect((await desk.rest(null, `POST ${at(id)}`, { body: { words: 'x' } })).status).toBe(401)
    for (const call of ['GET', 'POST']) expect([403, 404]).toContain((await desk.rest(contributor, `${call} ${at(id)}`, call === 'GET' ? {} : { body: { words: 'x' } })).status)
    expect((await desk.rest(room.team.care, `POST ${at('00000000-0000-4000-8000-000000000000')}`, { body: { words: 'x' } })).status).toBe(404)
  })

  test('a contributor who is mentioned reads that document, and no longer once the message is removed', async () => {
    const called = await desk.person('Called in', ['contributor'])
    const [id, other] = [await withBody(RIVER), await withBody(RIVER)]
    const which = await begin(room.team.care, id, { mentions: [called.id] })
    expect((await desk.rest(called, `GET /articles/${id}`)).status).toBe(200)
    expect((await desk.rest(called, `GET ${at(id)}`)).status).toBe(200)
    expect((await desk.rest(called, `GET /articles/${other}`)).status).not.toBe(200)
    expect((await desk.rest(called, `PATCH /articles/${id}`, { body: { title: 'Mine' } })).status).toBe(403)
    expect((await desk.rest(called, 'GET /articles')).body.docs.map((doc: { id: string }) => doc.id)).toEqual([id])
    const versions = (await desk.rest(called, 'GET /articles/versions')).body.docs.map((version: { parent: string }) => version.parent)
    expect([versions.length > 0, [...new Set(versions)]]).toEqual([true, [id]])
    expect((await desk.rest(called, `POST ${at(id, `/${which}/reply`)}`, { body: { words: 'I was there.' } })).status).toBe(200)
    // Who was called in calls in nobody.
    const onward = await desk.rest(called, `POST ${at(id, `/${which}/reply`)}`, { body: { words: 'Look.', mentions: [contributor.id] } })
    expect([...code(onward), onward.body.errors[0].data.field]).toEqual([422, 'notToBeMentioned', 'mentions'])
    expect((await desk.rest(called, `POST ${at(id, `/${which}/reply`)}`, { body: { words: 'Look.', mentions: [room.team.legal.id] } })).status).toBe(200)
    const message = (await thread(room.team.care, id, which)).messages[0].id
    await room.must(room.team.care, `POST ${at(id, `/${which}/remove`)}`, { message })
    expect((await desk.rest(called, `GET /articles/${id}`)).status).not.toBe(200)
  })

  test('nobody can be called into a private source that isn’t theirs to know, nor somebody who isn’t there', async () => {
    const id = await room.write('sources', { visibility: 'private' }, room.team.sources)
    for (const person of [contributor, room.team.legal, room.team.administrator]) {
      const refused = await desk.rest(room.team.sources, `POST /sources/${id}/threads`, { body: { words: 'See.', mentions: [person.id] } })
      expect([...code(refused), refused.body.errors[0].data.field]).toEqual([422, 'notToBeMentioned', 'mentions'])
      expect((await desk.rest(person, `GET /sources/${id}/threads`)).status).not.toBe(200)
    }
    expect((await desk.rest(room.team.sources, `POST /sources/${id}/threads`, { body: { words: 'See.' } })).body.mentionable).toEqual([])
    expect(code(await say(room.team.care, await withBody(RIVER), { mentions: ['00000000-0000-4000-8000-000000000000'] }))).toEqual([422, 'notToBeMentioned'])
    expect(await room.sql('select 1 from handbill.thread_mentions where document = $1', [id])).toEqual([])
  })

  test('only who wrote a message edits or removes it, and what was removed is seen to have been', async () => {
    const id = await withBody(RIVER)
    const which = await begin(room.team.care, id, { words: 'Perhaps too harsh.' })
    const message = (await thread(room.team.care, id, which)).messages[0].id
    for (const how of ['edit', 'remove']) {
      expect(code(await desk.rest(room.team.publisher, `POST ${at(id, `/${which}/${how}`)}`, { body: { message, ...(how === 'edit' ? { words: 'Kind.' } : {}) } }))).toEqual([403, 'notYourMessage'])
    }
    await room.must(room.team.care, `POST ${at(id, `/${which}/edit`)}`, { message, words: 'Milder.' })
    expect((await thread(room.team.author, id, which)).messages[0]).toMatchObject({ words: 'Milder.', isRemoved: false, editedAt: expect.stringMatching(/Z$/) })
    await room.must(room.team.care, `POST ${at(id, `/${which}/remove`)}`, { message })
    expect((await thread(room.team.author, id, which)).messages[0]).toMatchObject({ words: '', isRemoved: true })
    expect(await room.sql('select 1 from handbill.thread_messages where words like $1', ['%Milder%'])).toEqual([])
    expect(code(await desk.rest(room.team.care, `POST ${at(id, `/${which}/edit`)}`, { body: { message, words: 'Back.' } }))).toEqual([409, 'messageRemoved'])
  })

  test('its writer, the document’s author, editors and publishers resolve it; others don’t', async () => {
    const own = await desk.person('Writes it', ['contributor'])
    const id = await room.write('articles', {}, own)
    const resolve = async (by: Person, which: string) => desk.rest(by, `POST ${at(id, `/${which}/resolve`)}`, { body: {} })
    for (const by of [room.team.care, own, room.team.author, room.team.publisher]) expect((await resolve(by, await begin(room.team.care, id))).status).toBe(200)
    const which = await begin(room.team.care, id)
    for (const by of [room.team.copy, room.team.administrator]) expect((await resolve(by, which)).status).toBe(403)
    await resolve(room.team.care, which)
    expect(code(await resolve(room.team.care, which))).toEqual([409, 'threadSettled'])
    expect((await desk.rest(room.team.copy, `POST ${at(id, `/${which}/reopen`)}`, { body: {} })).status).toBe(403)
    await room.must(own, `POST ${at(id, `/${which}/reopen`)}`, {})
    expect(await thread(own, id, which)).toMatchObject({ state: 'open', settled: null })
  })
})

describe('a thread that stops approval', () => {
  test('is begun by who holds a slot of the run, an editor or a publisher, and by nobody else', async () => {
    const id = await room.make('articles', 'draft')
    expect((await say(room.team.care, id, { blocking: true })).status).toBe(403)
    expect((await say(room.team.author, id, { blocking: true })).status).toBe(200)
    await room.bring('articles', id, 'in-review')
    expect((await say(room.team.care, id, { blocking: true })).status).toBe(200)
    // This run asks for no legal check.
    for (const by of [room.team.legal, room.team.administrator]) expect((await say(by, id, { blocking: true })).status).toBe(403)
  })

  test('stops approval, and publishing after approval, until it is settled', async () => {
    const id = await room.make('articles', 'checked')
    const which = await begin(room.team.care, id, { blocking: true })
    const sign = () => desk.rest(room.team.publisher, `POST /articles/${id}/review/sign-off`, { body: { slot: 'approval' } })
    expect(code(await sign())).toEqual([409, 'blockingThreads'])
    await room.must(room.team.care, `POST ${at(id, `/${which}/resolve`)}`, {})
    expect((await sign()).status).toBe(200)
    const late = await begin(room.team.author, id)
    await room.must(room.team.author, `POST ${at(id, `/${late}/block`)}`, {})
    const answer = (await room.must(room.team.publisher, `GET /articles/${id}/review`)).body
    expect([answer.state, answer.youMay.includes('publish')]).toEqual(['approved', false])
    expect(code(await desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} }))).toEqual([409, 'blockingThreads'])
    expect(await room.sql('select 1 from publications where document = $1', [id])).toEqual([])
    await room.must(room.team.author, `POST ${at(id, `/${late}/unblock`)}`, {})
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, {})
  })

  test('doesn’t stop the checks before approval', async () => {
    const id = await room.make('articles', 'in-review')
    await begin(room.team.author, id, { blocking: true })
    await room.must(room.team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
  })

  test('is settled by who set it, or by a publisher who says why', async () => {
    const id = await room.make('articles', 'in-review')
    const which = await begin(room.team.care, id, { blocking: true })
    for (const name of ['resolve', 'unblock']) expect(code(await desk.rest(room.team.author, `POST ${at(id, `/${which}/${name}`)}`, { body: { reason: 'Mine' } }))).toEqual([403, 'notYourBlock'])
    const unexplained = await desk.rest(room.team.publisher, `POST ${at(id, `/${which}/resolve`)}`, { body: {} })
    expect([...code(unexplained), unexplained.body.errors[0].data.field]).toEqual([422, 'malformed', 'reason'])
    expect((await thread(room.team.publisher, id, which)).needReason).toEqual(['resolve', 'unblock'])
    await room.must(room.team.publisher, `POST ${at(id, `/${which}/resolve`)}`, { reason: 'Answered on the phone.' })
    expect((await room.must(room.team.care, `GET /articles/${id}/review`)).body.notes[0]).toMatchObject({ kind: 'threadResolved', words: 'Answered on the phone.' })
  })
})

describe('a suggestion', () => {
  const suggest = (by: Person, id: string, quote: string, replacement: string, more: Record<string, unknown> = {}) => begin(by, id, { ...onWords(quote), replacement, ...more })
  const accept = (by: Person, id: string, which: string) => desk.rest(by, `POST ${at(id, `/${which}/accept`)}`, { body: {} })

  test('is taken over in one act, inside its formats, as an edit of who accepts and words of who suggested', async () => {
    const id = await withBody([textNode('It was '), { ...textNode('very'), format: 1 }, citationNode({ key: 'bbbbbbbb', note: 'A note' }), textNode(' high.')], RIVER)
    const which = await suggest(room.team.copy, id, 'very high', 'low')
    const { rev } = await article(id)
    expect((await accept(room.team.publisher, id, which)).status).toBe(200)
    const after = await article(id)
    expect(after.rev).toBe(rev + 1)
    expect(after.savedBy).toBe(room.team.publisher.id)
    expect(after.body.root.children[0].children.map((node: { type: string; text?: string; format?: number }) => [node.type, node.text, node.format])).toEqual([['text', 'It was ', 0], ['text', 'low', 1], ['inlineBlock', undefined, undefined], ['text', '.', 0]])
    expect(await thread(room.team.copy, id, which)).toMatchObject({ state: 'accepted', settled: { by: { name: 'Team publisher' } } })
    const people = await room.sql<{ person: string }>(`select person from handbill.contributions where document = $1 and kind = 'author'`, [id])
    expect(people.map(({ person }) => person).sort()).toEqual([room.team.author.id, room.team.copy.id, room.team.publisher.id].sort())
    expect(await room.sql('select actor, action, details from handbill.audit_log where document = $1 and action = $2', [id, 'suggestionAccepted'])).toEqual([{ actor: room.team.publisher.id, action: 'suggestionAccepted', details: { thread: which, suggestedBy: room.team.copy.id } }])
  })

  test('makes whoever suggested it a writer: what they had signed falls', async () => {
    const id = await room.make('articles', 'in-review', { body: lexical([textNode('A claim.')], RIVER) })
    for (const slot of ['care', 'sources'] as const) await room.must(room.team[slot], `POST /articles/${id}/review/sign-off`, { slot })
    const which = await suggest(room.team.care, id, 'as every year', 'as ever')
    await room.must(room.team.author, `POST ${at(id, `/${which}/accept`)}`, {})
    const review = (await room.must(room.team.care, `GET /articles/${id}/review`)).body
    expect(review.missing).toEqual(['care', 'copy', 'approval'])
    expect(review.run.slots.find((slot: { slot: string }) => slot.slot === 'care').signOffs[0].voidedBy).toMatchObject({ reason: 'wroteTheText', by: { name: 'Team care' } })
    expect(code(await desk.rest(room.team.care, `POST /articles/${id}/review/sign-off`, { body: { slot: 'care' } }))).toEqual([403, 'wroteTheText'])
  })

  test('is taken over exactly once, from two tabs at once', async () => {
    const id = await withBody(RIVER)
    const which = await suggest(room.team.copy, id, 'every year', 'every single year, every year')
    const { rev } = await article(id)
    const answers = await Promise.all([accept(room.team.author, id, which), accept(room.team.author, id, which)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.map((answer) => code(answer)[1]).filter(Boolean)).toEqual(['threadSettled'])
    const after = await article(id)
    expect([after.rev, wordsOfBody(after)]).toEqual([rev + 1, RIVER.replace('every year', 'every single year, every year')])
    expect(await room.sql(`select 1 from handbill.review_events where document = $1 and kind = 'suggestionAccepted'`, [id])).toHaveLength(1)
  })

  test('whose words are no longer there changes nothing', async () => {
    const id = await withBody(RIVER)
    const which = await suggest(room.team.copy, id, 'rose', 'swelled')
    await room.must(room.team.author, `PATCH /articles/${id}`, { body: lexical(RIVER.replace('rose', 'climbed')) })
    const before = await article(id)
    expect(code(await accept(room.team.author, id, which))).toEqual([409, 'wordsMoved'])
    expect(await article(id)).toEqual(before)
    expect((await thread(room.team.author, id, which)).state).toBe('open')
    expect(await room.sql(`select 1 from handbill.contributions where document = $1 and person = $2`, [id, room.team.copy.id])).toEqual([])
  })

  test('follows the text until it is accepted, in a plain field too', async () => {
    const id = await room.write('articles', { standfirst: 'Of a river.\n\nAnd a  town.' })
    const which = await begin(room.team.copy, id, { field: 'standfirst', anchor: { quote: 'a town' }, replacement: 'a city' })
    await room.must(room.team.author, `PATCH /articles/${id}`, { standfirst: 'Of a long river.\n\nAnd a  town.' })
    await room.must(room.team.author, `POST ${at(id, `/${which}/accept`)}`, {})
    expect((await article(id)).standfirst).toBe('Of a long river.\n\nAnd a city.')
  })

  test('is accepted only by who may edit, and a refused one leaves all as it was', async () => {
    const id = await room.make('articles', 'in-review')
    const which = await begin(room.team.sources, id, { ...onWords('second paragraph'), replacement: 'third' })
    const before = await article(id)
    expect((await accept(room.team.administrator, id, which)).status).toBe(403)
    // Care may edit in this run, but not these words.
    expect((await accept(room.team.care, id, which)).status).toBe(403)
    expect(await article(id)).toEqual(before)
    expect((await thread(room.team.author, id, which)).state).toBe('open')
    // Wording is what copy is about.
    expect((await accept(room.team.copy, id, which)).status).toBe(200)
    await room.must(room.team.author, `PATCH /articles/${id}`, { standfirst: 'And the desk’s pool is whole.' })
  })

  test('is rejected once, and not accepted then', async () => {
    const id = await withBody(RIVER)
    const which = await suggest(room.team.copy, id, 'rose', 'swelled')
    expect((await desk.rest(room.team.legal, `POST ${at(id, `/${which}/reject`)}`, { body: {} })).status).toBe(403)
    await room.must(room.team.author, `POST ${at(id, `/${which}/reject`)}`, { reason: 'We say rose.' })
    expect(code(await accept(room.team.author, id, which))).toEqual([409, 'threadSettled'])
    expect(wordsOfBody(await article(id))).toBe(RIVER)
    const plain = await begin(room.team.copy, id)
    expect(code(await accept(room.team.author, id, plain))).toEqual([409, 'notASuggestion'])
  })

  test('reaches over one paragraph only', async () => {
    const id = await withBody('The end', 'Begin again')
    const refused = await say(room.team.copy, id, { ...onWords('end Begin'), replacement: 'x' })
    expect([refused.status, refused.body.errors[0].data.field]).toEqual([422, 'replacement'])
  })
})

describe('what clients send', () => {
  test.each<[string, Record<string, unknown> | string, number, string | undefined]>([
    ['not JSON', '{"words":', 400, undefined],
    ['a list', '[]', 422, 'body'],
    ['nothing', '', 422, 'words'],
    ['empty words', { words: '  ' }, 422, 'words'],
    ['a number as words', { words: 5 }, 422, 'words'],
    ['too many words', { words: 'x'.repeat(5_001) }, 422, 'words'],
    ['a NUL', { words: 'a\u0000b' }, 422, 'words'],
    ['a field that isn’t', { words: 'x', field: 'fame' }, 422, 'field'],
    ['a field of the system', { words: 'x', field: 'rev' }, 422, 'field'],
    ['a way out of the object', { words: 'x', field: '__proto__.x' }, 422, 'field'],
    ['an anchor without a field', { words: 'x', anchor: { quote: 'claim' } }, 422, 'field'],
    ['an anchor in a field without words', { words: 'x', field: 'topics', anchor: { quote: 'claim' } }, 422, 'anchor'],
    ['a text as an anchor', { words: 'x', field: 'body', anchor: 'claim' }, 422, 'anchor'],
    ['an empty quote', { words: 'x', field: 'body', anchor: { quote: ' ' } }, 422, 'anchor.quote'],
    ['an anchor with more', { words: 'x', field: 'body', anchor: { quote: 'claim', rank: 1 } }, 422, 'anchor.rank'],
    ['a place below zero', { words: 'x', field: 'body', anchor: { quote: 'claim', offset: -1 } }, 422, 'anchor.offset'],
    ['a replacement for no words', { words: 'x', field: 'body', replacement: 'y' }, 422, 'replacement'],
    ['the same words as a replacement', { words: 'x', field: 'body', anchor: { quote: 'claim' }, replacement: 'claim' }, 422, 'replacement'],
    ['a text as mentions', { words: 'x', mentions: 'all' }, 422, 'mentions'],
    ['mentions that are no ids', { words: 'x', mentions: ['all'] }, 422, 'mentions'],
    ['a text as blocking', { words: 'x', blocking: 'yes' }, 422, 'blocking'],
    ['a field of another act', { words: 'x', reason: 'y' }, 422, 'reason'],
    ['too much', { words: 'x', field: 'x'.repeat(70_000) }, 413, undefined],
  ])('%s is answered with nothing begun', async (_, sent, status, field) => {
    const id = await room.write('articles')
    const raw = typeof sent === 'string' ? sent : JSON.stringify(sent)
    const answered = await desk.rest(room.team.author, `POST ${at(id)}`, { raw, headers: { 'Content-Type': 'application/json' } })
    expect(answered.status, answered.text).toBe(status)
    expect(answered.body.errors[0].message).toMatch(/\S/u)
    if (field !== undefined) expect(answered.body.errors[0].data.field).toBe(field)
    expect(await threadsOf(room.team.author, id)).toEqual([])
  })

  test('a thread that isn’t, or is another document’s, is not found', async () => {
    const [id, other] = [await withBody(RIVER), await withBody(RIVER)]
    const which = await begin(room.team.care, other)
    for (const name of ['resolve', 'reopen', 'accept', 'reject', 'block', 'unblock']) {
      for (const wanted of [which, 'nonsense', '00000000-0000-4000-8000-000000000000']) expect((await desk.rest(room.team.author, `POST ${at(id, `/${wanted}/${name}`)}`, { body: {} })).status).toBe(404)
    }
    const wrongMessage = await desk.rest(room.team.care, `POST ${at(other, `/${which}/remove`)}`, { body: { message: '00000000-0000-4000-8000-000000000000' } })
    expect(wrongMessage.status).toBe(404)
  })

  test('about what is in the trash is read but no longer answered, and goes with it', async () => {
    const id = await withBody(RIVER)
    const which = await begin(room.team.care, id)
    await room.bring('articles', id, 'trashed')
    expect((await thread(room.team.author, id, which)).youMay).toEqual([])
    expect(code(await say(room.team.author, id, {}))).toEqual([409, 'trashed'])
    await room.must(room.team.author, `DELETE /articles/${id}?trash=true`)
    expect(await room.sql('select 1 from handbill.threads where document = $1', [id])).toEqual([])
  })
})

test('nothing of a thread gets into the record', async () => {
  const id = await room.make('articles', 'in-review', { body: lexical([textNode('A claim.')], RIVER) })
  await begin(room.team.care, id, { ...onWords('rose'), words: 'canaryofwords', replacement: 'canaryofreplacement' })
  await begin(room.team.care, id, { field: 'standfirst', words: 'canaryofafield' })
  for (const slot of ['sources', 'care', 'copy'] as const) await room.must(room.team[slot], `POST /articles/${id}/review/sign-off`, { slot })
  await room.must(room.team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
  await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, {})
  const rows = await room.sql<{ all: string }>('select string_agg(to_jsonb(publications)::text, $1) as all from publications', [''])
  expect(rows[0]?.all).toContain('In spring the river rose')
  expect(rows[0]?.all).not.toMatch(/canaryof/)
  expect(await threadsOf(room.team.author, id)).toHaveLength(2)
})
