import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

const approval = { slot: 'approval', capacity: 'publisher', count: 1, scope: 'approval', when: 'always' }
const facts = { slot: 'facts', capacity: 'sources', count: 1, scope: 'sources', when: 'always', label: { en: 'Facts', ar: 'الوقائع' } }
const workflow = async (name: string) => (await room.must(room.team.author, 'GET /workflows')).body.workflows.find((one: { name: string }) => one.name === name)
const change = (body: unknown, by = room.team.administrator, name = 'page') => desk.rest(by, `POST /workflows/${name}`, { body })

describe('workflows', () => {
  test('are read by everybody and changed by administrators', async () => {
    expect(await workflow('article')).toMatchObject({ version: 1, madeBy: null, olderRuns: 0 })
    const stages = [{ name: 'approval', slots: [approval] }]
    expect((await change({ baseVersion: 1, stages }, room.team.publisher)).status).toBe(403)
    expect((await desk.rest(null, 'GET /workflows')).status).toBe(401)
    expect((await desk.rest(null, 'POST /workflows/page', { body: { baseVersion: 1, stages } })).status).toBe(401)
    expect((await change({ baseVersion: 1, stages }, room.team.administrator, 'novel')).status).toBe(404)
    expect(await workflow('page')).toMatchObject({ version: 1 })
  })

  test('name each thing that is wrong, and nothing changes', async () => {
    const refused = await change({ baseVersion: 1, stages: [{ name: 'checks', slots: [] }, { name: 'approval', slots: [{ ...approval, count: 0 }] }] })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].data.problems.map(({ path }: { path: string }) => path)).toEqual(['stages.0.slots', 'stages.1.slots.0.count'])
    for (const [body, field] of [[{ stages: [] }, 'baseVersion'], [{ baseVersion: 1, stages: [], colour: 'red' }, 'colour'], [{ baseVersion: '1', stages: [] }, 'baseVersion']] as const) {
      const answered = await change(body)
      expect([answered.status, answered.body.errors[0].data.field]).toEqual([422, field])
    }
    const tooMany = await change({ baseVersion: 1, stages: [{ name: 'approval', slots: [{ ...approval, count: 5 }] }] })
    expect([tooMany.status, tooMany.body.errors[0].data.field]).toEqual([422, 'stages.0.slots.0.count'])
    expect(await workflow('page')).toMatchObject({ version: 1 })
  })

  test('leave a run with the definition that it began with, also where its stage is gone', async () => {
    const { team } = room
    const under = await room.make('pages', 'in-review')
    const stages = [{ name: 'checks', slots: [facts] }, { name: 'approval', slots: [approval] }]
    expect((await change({ baseVersion: 1, stages })).status).toBe(200)
    expect(await workflow('page')).toMatchObject({ version: 2, olderRuns: 1, madeBy: 'Team administrator' })
    expect((await change({ baseVersion: 1, stages })).status).toBe(409)

    const fresh = await room.write('pages')
    const run = (await room.must(team.author, `POST /pages/${fresh}/review/submit`, {})).body.run
    expect(run).toMatchObject({ version: 2, stage: 'checks', slots: [{ slot: 'facts', label: facts.label }, { slot: 'approval' }] })
    // The stage that this run stands in goes away again.
    expect((await change({ baseVersion: 2, stages: [{ name: 'approval', slots: [approval] }] })).status).toBe(200)
    expect((await desk.rest(team.publisher, `POST /pages/${fresh}/review/sign-off`, { body: { slot: 'approval' } })).status).toBe(409)
    await room.must(team.sources, `POST /pages/${fresh}/review/sign-off`, { slot: 'facts' })
    await room.must(team.author, `PATCH /pages/${fresh}`, { title: 'Another title' })
    await room.must(team.publisher, `POST /pages/${fresh}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /pages/${fresh}/publishing/publish`, {})

    const old = (await room.must(team.publisher, `POST /pages/${under}/review/sign-off`, { slot: 'approval' })).body
    expect(old).toMatchObject({ state: 'approved', run: { version: 1 } })
    await expect(room.sql(`update handbill.workflows set definition = '{}'`)).rejects.toThrow('only grows')
  })

  test('don’t know a slot that the run doesn’t ask for', async () => {
    const id = await room.make('articles', 'in-review')
    for (const slot of ['facts', 'legal', 'x'.repeat(300)]) {
      const refused = await desk.rest(room.team.legal, `POST /articles/${id}/review/sign-off`, { body: { slot } })
      expect([refused.status, refused.body.errors[0].data.field]).toEqual([422, 'slot'])
    }
  })
})

describe('the rapid way', () => {
  test('takes one approval, then owes the whole review, which none of the writers signs', async () => {
    const { team } = room
    await room.withoutBaking()
    const id = await room.write('articles')
    const at = `/articles/${id}`
    expect((await room.must(team.author, `GET ${at}/review`)).body).toMatchObject({ workflows: ['article', 'rapid'], followUp: null })
    expect((await room.must(team.author, `POST ${at}/review/submit`, { workflow: 'rapid' })).body.run).toMatchObject({ workflow: 'rapid', isRapid: true, slots: [{ slot: 'approval' }] })
    await room.must(team.publisher, `POST ${at}/review/sign-off`, { slot: 'approval' })
    const live = (await room.must(team.publisher, `POST ${at}/publishing/publish`, {})).body
    expect(live.followUp.workflow).toBe('article')
    expect(new Date(live.followUp.dueAt).getTime() - Date.now()).toBeGreaterThan(23.9 * 3_600_000)

    // Nothing differs from what is public, and yet the whole review may begin; another rapid one may not.
    expect((await desk.rest(team.author, `POST ${at}/review/submit`, { body: { workflow: 'rapid' } })).body.errors[0].data.code).toBe('nothingChanged')
    await room.must(team.author, `POST ${at}/review/submit`, {})
    const writer = await desk.person('Author with roles', ['editor', 'copy'])
    await room.sql(`insert into handbill.contributions (collection, document, person, kind) values ('articles', $1, $2, 'author')`, [id, writer.id])
    expect((await desk.rest(writer, `POST ${at}/review/sign-off`, { body: { slot: 'copy' } })).status).toBe(403)
    for (const slot of ['sources', 'care', 'copy'] as const) await room.must(team[slot], `POST ${at}/review/sign-off`, { slot })
    await room.must(team.publisher, `POST ${at}/review/sign-off`, { slot: 'approval' })
    const confirmed = (await room.must(team.publisher, `POST ${at}/publishing/publish`, {})).body
    expect(confirmed).toMatchObject({ state: 'draft', followUp: null, live: { id: live.live.id } })
    expect(await room.sql('select 1 from publications where document = $1', [id])).toHaveLength(1)
    expect(await room.sql('select 1 from handbill.contributions where document = $1 and publication is null', [id])).toHaveLength(0)
    expect((await desk.rest(team.author, `POST ${at}/review/submit`, { body: {} })).body.errors[0].data.code).toBe('nothingChanged')
  })

  test('keeps its first term in a burst of corrections, and owes nothing once it is withdrawn', async () => {
    const { team } = room
    const id = await room.write('articles')
    const at = `/articles/${id}`
    const rapidly = async (body: object) => {
      await room.must(team.author, `POST ${at}/review/submit`, { workflow: 'rapid' })
      await room.must(team.publisher, `POST ${at}/review/sign-off`, { slot: 'approval' })
      return (await room.must(team.publisher, `POST ${at}/publishing/publish`, body)).body
    }
    const first = await rapidly({})
    await room.must(team.author, `PATCH ${at}`, { standfirst: 'Mended at once.' })
    const second = await rapidly({ change: 'minor' })
    expect(second.followUp).toEqual(first.followUp)
    await room.must(team.publisher, `POST ${at}/publishing/withdraw`, { reason: 'A test', publicNote: 'Withdrawn.' })
    expect((await room.must(team.author, `GET ${at}/review`)).body.followUp).toBeNull()
  })

  test('is refused where there is none', async () => {
    const id = await room.write('pages')
    const refused = await desk.rest(room.team.author, `POST /pages/${id}/review/submit`, { body: { workflow: 'rapid' } })
    expect([refused.status, refused.body.errors[0].data.field]).toEqual([422, 'workflow'])
  })
})

describe('what is to be looked at again', () => {
  test('is the paragraph that was touched; the check of the others stands', async () => {
    const { team } = room
    const id = await room.write('articles')
    const at = `/articles/${id}`
    await room.must(team.author, `POST ${at}/review/submit`, { namesPeople: true })
    for (const slot of ['sources', 'care', 'copy', 'legal'] as const) await room.must(team[slot], `POST ${at}/review/sign-off`, { slot })
    const body = (await room.must(team.author, `GET ${at}`)).body.body
    const edited = structuredClone(body)
    edited.root.children[1].children[0].text = 'And a second paragraph, mended.'
    await room.must(team.author, `PATCH ${at}`, { body: edited })
    const slots = (await room.must(team.legal, `GET ${at}/review`)).body.run.slots
    const legal = slots.find(({ slot }: { slot: string }) => slot === 'legal')
    expect(legal).toMatchObject({ mayYouSign: true, again: { open: [{ words: 'And a second paragraph, mended.' }], checked: 1 } })
    expect(slots.find(({ slot }: { slot: string }) => slot === 'sources')).toMatchObject({ again: null, signOffs: [{ standing: true }] })
    // The citation that the first paragraph rests on is touched: its check falls too.
    edited.root.children[0].children[1].fields.quote = 'Other words relied on'
    await room.must(team.author, `PATCH ${at}`, { body: edited })
    const after = (await room.must(team.legal, `GET ${at}/review`)).body.run.slots
    expect(after.find(({ slot }: { slot: string }) => slot === 'legal').again.open).toHaveLength(2)
    expect(after.find(({ slot }: { slot: string }) => slot === 'sources').signOffs[0].standing).toBe(false)
  })
})
