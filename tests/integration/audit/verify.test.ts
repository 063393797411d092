import { execFile } from 'node:child_process'
import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env, environmentOfChild } from '@/env'
import { bakeNow } from '@/jobs/baking'
import { prove } from '@/log/prove'
import { database } from '@/platform/database'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let article: string
let slug: string

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  article = await room.make('articles', 'live')
  await room.must(room.team.author, `PATCH /articles/${article}`, { standfirst: 'Corrected.' })
  await room.bring('articles', article, 'approved')
  await room.must(room.team.publisher, `POST /articles/${article}/publishing/publish`, { change: 'minor' })
  slug = (await room.must(room.team.author, `GET /articles/${article}`)).body.slug
  await bakeNow()
})
afterAll(() => desk.close())

const proof = () => prove({ db: database(), editionDir: env().editionDir })
const page = (ending = '') => join(env().editionDir, 'public', 'articles', `${slug}.html${ending}`)

/** Does what only a superuser can, with triggers off; returns how to put everything back. */
async function tamper(statement: string, table: string): Promise<() => Promise<void>> {
  const off = async (statements: string): Promise<void> => {
    const client = await database().connect()
    try {
      await client.query(`begin; set local session_replication_role = replica; ${statements}; commit`)
    } finally {
      client.release()
    }
  }
  await database().query(`create table as_it_was as table ${table}`)
  await off(statement)
  const columns = (await database().query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`, [table])).rows.map(({ name }) => `"${name}"`).join(', ')
  return () => off(`delete from ${table}; insert into ${table} (${columns}) select ${columns} from as_it_was; drop table as_it_was`)
}

describe('what is as it was written', () => {
  test('is proven by the command, which ends with 0', async () => {
    expect(await proof()).toMatchObject({ isWell: true, chain: { firstWrong: null, cutAt: null }, publications: { firstWrong: null }, edition: { firstWrong: null, isWhole: true } })
    const { stdout } = await command()
    expect(stdout).toMatch(/^ok {5}\d+ rows of the audit log, among them row \d+, which the edition knew\.\nok {5}\d+ publications\.\nok {5}\d+ files/)
  })

  test('is told as JSON where that is asked for, and unknown words are refused', async () => {
    expect(JSON.parse((await command('--json')).stdout)).toMatchObject({ isWell: true, edition: { isWhole: true } })
    expect((await command('--fast')).code).toBe(2)
  })

  test('the head lies beside what readers are served, never within it', async () => {
    const kept = JSON.parse(await readFile(join(env().editionDir, 'manifest', 'audit-head.json'), 'utf8'))
    expect((await room.sql('select hash from handbill.audit_log where seq = $1', [kept.seq]))[0]).toEqual({ hash: kept.hash })
    await expect(access(join(env().editionDir, 'public', 'manifest'))).rejects.toThrow()
  })
})

describe('a superuser', () => {
  test('who changes a row of the log is named by that row', async () => {
    const back = await tamper(`update handbill.audit_log set actor = null where seq = 3`, 'handbill.audit_log')
    expect((await proof()).chain.firstWrong).toEqual({ seq: 3, problem: 'changed' })
    await back()
  })

  test('who takes a row out is named by the next', async () => {
    const back = await tamper(`delete from handbill.audit_log where seq = 3`, 'handbill.audit_log')
    expect((await proof()).chain.firstWrong).toEqual({ seq: 4, problem: 'missing' })
    await back()
  })

  test('who cuts the last rows off is named by the one that the edition knew, also after the next bake', async () => {
    const last = Number((await room.sql<{ seq: string }>('select max(seq)::text as seq from handbill.audit_log'))[0]?.seq)
    const back = await tamper(`delete from handbill.audit_log where seq > ${last - 2}`, 'handbill.audit_log')
    const found = await proof()
    expect(found).toMatchObject({ isWell: false, chain: { firstWrong: null, cutAt: last, head: { seq: last - 2 } } })
    await bakeNow()
    expect((await proof()).chain.cutAt).toBe(last)
    const { code, stdout } = await command()
    expect([code, stdout]).toEqual([1, expect.stringContaining(`WRONG  Row ${last}, which the edition knew, is not in the audit log: it ends at row ${last - 2}.`)])
    await back()
    expect((await proof()).isWell).toBe(true)
  })

  test.each([
    ['the words of a publication', `projection = projection || '{"title": "Other"}'`, 'changed'],
    ['its words and its hash', `projection = '{"a": 1}', content_hash = '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862'`, 'otherHash'],
    ['when it was superseded', `superseded_at = superseded_at + interval '1 hour'`, 'order'],
    ['a publication back to live', `superseded_at = null`, 'order'],
  ])('who changes %s is named by it', async (_, change, problem) => {
    const id = (await room.sql<{ id: string }>('select id from publications where document = $1 and superseded_at is not null', [article]))[0]?.id
    await database().query('drop index if exists publications_one_live, publications_one_path')
    const back = await tamper(`update publications set ${change} where id = '${id}'`, 'publications')
    expect((await proof()).publications.firstWrong).toEqual({ publication: id, collection: 'articles', document: article, problem })
    await back()
  })

  test('who takes a publication away, or puts one in, is named', async () => {
    const id = (await room.sql<{ id: string }>('select id from publications where document = $1 and superseded_at is not null', [article]))[0]?.id
    const back = await tamper(`delete from publications where id = '${id}'`, 'publications')
    expect((await proof()).publications.firstWrong).toMatchObject({ publication: id, problem: 'missing' })
    await back()
    const other = '11111111-1111-4111-8111-111111111111'
    const columns = (await room.sql<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'publications'::regclass and attnum > 0 and attgenerated = '' and attname not in ('id', 'document')`)).map(({ name }) => `"${name}"`).join(', ')
    const out = await tamper(`insert into publications (id, document, ${columns}) select '${other}', '${other}', ${columns} from publications where document = '${article}' and superseded_at is null`, 'publications')
    expect((await proof()).publications.firstWrong).toMatchObject({ publication: other, problem: 'notLogged' })
    await out()
    expect((await proof()).isWell).toBe(true)
  })
})

describe('one byte of the edition', () => {
  test.each([
    ['a page', '', 'changed'],
    ['its .br', '.br', 'form'],
    ['its .gz', '.gz', 'form'],
  ])('of %s is named by its file', async (_, ending, problem) => {
    const bytes = await readFile(page(ending))
    const changed = Buffer.from(bytes)
    changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    await writeFile(page(ending), changed)
    expect((await proof()).edition.firstWrong).toEqual({ file: `public/articles/${slug}.html${ending}`, problem })
    await writeFile(page(ending), bytes)
    expect((await proof()).isWell).toBe(true)
  })

  test('a file that is gone, one that was put in, and a manifest that can’t be read are named', async () => {
    const bytes = await readFile(page('.br'))
    await rm(page('.br'))
    expect((await proof()).edition.firstWrong).toEqual({ file: `public/articles/${slug}.html.br`, problem: 'missing' })
    await writeFile(page('.br'), bytes)
    const added = join(env().editionDir, 'public', 'articles', 'added.html')
    await writeFile(added, 'x')
    expect((await proof()).edition.firstWrong).toEqual({ file: 'public/articles/added.html', problem: 'unknown' })
    await rm(added)
    const name = (await readdir(join(env().editionDir, 'manifest'))).find((each) => /^[0-9a-f]{2}\.json$/.test(each)) ?? ''
    const part = join(env().editionDir, 'manifest', name)
    const kept = await readFile(part)
    await writeFile(part, '{')
    expect((await proof()).edition.firstWrong).toEqual({ file: `manifest/${name}`, problem: 'manifest' })
    await writeFile(part, kept)
    expect((await proof()).isWell).toBe(true)
  })
})

function command(...words: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'commands/handbill.ts', 'verify', ...words], { env: environmentOfChild({ LOG_LEVEL: 'error' }) }, (error, stdout) => resolve({ code: Number(error?.code ?? 0), stdout }))
  })
}
