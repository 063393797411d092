import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { visit } from '@/link-health/check'
import { claimVisit, PACE, type Visit } from '@/link-health/pace'
import { pruneLooks } from '@/link-health/store'
import { syncTouchedSources } from '@/link-health/sync'
import { startLinkHealth } from '@/jobs/link-health'
import { now } from '@/platform/clock'
import { database, inTransaction, pool } from '@/platform/database'
import { runMigrations } from 'graphile-worker'
import { freshDatabase } from '../../support/database'
import { watchLinks, type LinkWatch } from '../../support/link-watch'
import { htmlPage, openLocalWeb, type LocalWeb } from '../../support/local-web'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let web: LocalWeb
let watch: LinkWatch
const clock = { at: Date.parse('2026-04-01T00:00:30Z') }
const sql = async <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> => (await database().query(text, values)).rows as R[]
const claim = (): Promise<Visit | null> => inTransaction((tx) => claimVisit(tx, now()))

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  web = await openLocalWeb(() => clock.at)
  watch = watchLinks(web, clock)
})
beforeEach(async () => {
  await sql('delete from sources')
  await sql('truncate handbill.links, handbill.link_hosts, handbill.link_checks, handbill.touched_sources')
  await sql('update handbill.link_budget set asked = 0')
  web.exchanges.length = 0
})
afterAll(async () => {
  watch.stop()
  await web.close()
  await fresh.drop()
})

/** Sources with these addresses, by SQL as an import would write them. */
async function sources(...urls: string[]): Promise<string[]> {
  return (await sql<{ id: string }>(`insert into sources (title, slug, language, url, _status) select 'S' || n, 's' || gen_random_uuid(), 'en', url, 'draft' from unnest($1::text[]) with ordinality as given (url, n) returning id`, [urls])).map(({ id }) => id)
}
const well = (): { body: string } => ({ body: htmlPage('A page', 'Words.') })

describe('how gently hosts are asked', () => {
  test('each one thing at a time, ten seconds apart, while others are asked meanwhile', async () => {
    await web.site('one.test', well)
    await web.site('two.test', well)
    await sources('http://one.test/a', 'http://one.test/b', 'http://www.one.test/c', 'http://two.test/a')
    await watch.look()
    expect(web.exchanges.map(({ host }) => host).toSorted()).toEqual(['one.test', 'two.test'])
    clock.at += PACE.gapMs - 1
    expect(await watch.look()).toBe(0)
    clock.at += 1
    expect(await watch.look()).toBe(1)
    expect(web.exchanges).toHaveLength(3)
  })

  test('never by two processes at a time, however many there are', async () => {
    await sources(...Array.from({ length: 40 }, (_, index) => `http://${['one', 'two', 'three'][index % 3]}.test/${index}`))
    await syncTouchedSources(pool, now(), async () => undefined)
    const claimed = (await Promise.all(Array.from({ length: 12 }, claim))).flatMap((each) => each ?? [])
    expect(new Set(claimed.map(({ host }) => host)).size).toBe(claimed.length)
    expect(claimed.length).toBeGreaterThan(0)
    // Whoever was passed over finds what is left.
    for (let each = await claim(); each !== null; each = await claim()) claimed.push(each)
    expect(claimed.map(({ host }) => host).toSorted()).toEqual(['one.test', 'three.test', 'two.test'])
  })

  test('again by somebody else, ten minutes after a process that was killed took it', async () => {
    await web.site('one.test', well)
    const [id] = await sources('http://one.test/a')
    await syncTouchedSources(pool, now(), async () => undefined)
    expect(await claim()).toEqual({ host: 'one.test', kind: 'link', source: id })
    expect(await claim()).toBe(null)
    clock.at += 10 * 60_000 - 1
    expect(await claim()).toBe(null)
    clock.at += 1
    const again = await claim()
    await visit(again!, watch.parts)
    expect(await sql('select outcome from handbill.link_checks where document = $1', [id])).toEqual([{ outcome: 'ok' }])
  })

  test('not before it said, where it says so', async () => {
    await web.site('busy.test', () => ({ status: 429, headers: { 'Retry-After': '3600' } }))
    await sources('http://busy.test/a', 'http://busy.test/b')
    expect(await watch.look()).toBe(1)
    clock.at += 3_599_000
    expect(await watch.look()).toBe(0)
    clock.at += 1_000
    expect(await watch.look()).toBe(1)
  })

  test('so many times a day, and the rest on the next', async () => {
    await web.site('one.test', well)
    await sources('http://one.test/a', 'http://one.test/b')
    await watch.look()
    await sql(`update handbill.link_hosts set asked = $1`, [PACE.perHost])
    clock.at += 60_000
    expect(await watch.look()).toBe(0)
    clock.at = Math.ceil(clock.at / 86_400_000) * 86_400_000
    expect(await watch.look()).toBe(1)
  })

  test('all together no oftener than the day’s budget', async () => {
    await web.site('one.test', well)
    await sources('http://one.test/a')
    await sql(`update handbill.link_budget set asked = $1, day = $2`, [PACE.perDay, new Date(clock.at).toISOString().slice(0, 10)])
    expect(await watch.look()).toBe(0)
    clock.at += 86_400_000
    expect(await watch.look()).toBe(1)
  })

  test('not at all for private sources, those in the trash, and those whose address can’t be asked', async () => {
    await web.site('one.test', well)
    const [a, b] = await sources('http://one.test/private', 'http://one.test/trash', 'ftp://one.test/x', 'http://user:word@one.test/')
    await sql(`update sources set visibility = 'private' where id = $1`, [a])
    await sql(`update sources set deleted_at = now() where id = $1`, [b])
    expect(await watch.look()).toBe(0)
    expect(web.exchanges).toEqual([])
  })

  test('no more, once a source becomes private or leaves', async () => {
    await web.site('one.test', well)
    const [id] = await sources('http://one.test/a')
    await watch.look()
    await sql(`update sources set visibility = 'private' where id = $1`, [id])
    clock.at += 60 * 86_400_000
    expect(await watch.look()).toBe(0)
    expect(await sql('select count(*)::int as count from handbill.source_facts where source = $1', [id])).toEqual([{ count: 0 }])
  })

  test('of their other links, where reading the answer to one fails', async () => {
    await web.site('one.test', well)
    const [bad, good] = await sources('http://one.test/bad', 'http://one.test/good')
    await syncTouchedSources(pool, now(), async () => undefined)
    await sql(`update handbill.links set next_check_at = next_check_at - interval '1 minute' where document = $1`, [bad])
    const first = await claim()
    expect(first).toEqual({ host: 'one.test', kind: 'link', source: bad })
    await expect(visit(first!, { ...watch.parts, readPage: () => Promise.reject(new Error('hostile')) })).rejects.toThrow('hostile')
    clock.at += PACE.gapMs
    expect(await claim()).toEqual({ host: 'one.test', kind: 'link', source: good })
  })

  test('from the beginning, where a source is given another address', async () => {
    await web.site('one.test', well)
    await web.site('two.test', () => ({ status: 404 }))
    const [id] = await sources('http://one.test/a')
    await watch.look()
    await sql(`update sources set url = 'http://two.test/b' where id = $1`, [id])
    clock.at += 20_000
    await watch.look()
    expect(await sql('select was, became, cause from handbill.link_changes where document = $1 order by id', [id])).toEqual([
      { was: 'unknown', became: 'live', cause: 'check' }, { was: 'live', became: 'unknown', cause: 'address' }, { was: 'unknown', became: 'suspect', cause: 'check' },
    ])
  })

  test('at the cost of a few rows, with a hundred thousand links of which one host has most', async () => {
    await sql(
      `insert into handbill.links (document, url, host, since, next_check_at)
       select gen_random_uuid(), 'http://h/' || n, case when n % 10 = 0 then 'host' || n || '.test' else 'big.test' end, now(), $1::timestamptz - make_interval(secs => n) from generate_series(1, 100000) n`,
      [now()],
    )
    await sql(`insert into handbill.link_hosts (host, due_at, ask_after) select host, min(next_check_at), min(next_check_at) from handbill.links group by host`)
    await sql('analyze handbill.links')
    await sql('analyze handbill.link_hosts')
    await inTransaction(async (tx) => {
      const seen = async (): Promise<number> => Number((await tx.query<{ seen: string }>(`select sum(seq_tup_read) + sum(idx_tup_fetch) as seen from pg_stat_xact_user_tables where schemaname = 'handbill' and relname in ('links', 'link_hosts')`)).rows[0]!.seen)
      const before = await seen()
      for (let times = 0; times < 10; times += 1) expect(await claimVisit(tx, now())).not.toBe(null)
      expect(((await seen()) - before) / 10).toBeLessThan(20)
    })
  })
})

describe('a soft 404', () => {
  test('is known by what the host answers to what can’t be there, which is asked once and ten seconds apart', async () => {
    const shell = htmlPage('Page not found', 'Sorry. Try the search.')
    await web.site('soft.test', () => ({ body: shell }))
    const [id] = await sources('http://soft.test/story')
    await watch.untilLooked(id!)
    expect(web.exchanges.map(({ path }) => path.replace(/[0-9a-f-]{36}/, 'nonsense'))).toEqual(['/story', '/nonsense', '/story'])
    expect(web.exchanges.slice(1).every(({ at }, index) => at - web.exchanges[index]!.at >= PACE.gapMs)).toBe(true)
    expect(await sql('select outcome, error_class from handbill.link_checks where document = $1', [id])).toEqual([{ outcome: 'soft404', error_class: 'sameAsNonsense' }])
    await watch.untilLooked(id!)
    expect(web.exchanges).toHaveLength(4)
  })
})

describe('the log of looks', () => {
  test('forgets single looks after 90 days and changes never', async () => {
    await web.site('one.test', well)
    const [id] = await sources('http://one.test/a')
    await watch.look()
    await sql(`update handbill.link_checks set at = $1`, [new Date(clock.at - 91 * 86_400_000)])
    expect(await pruneLooks(pool, now())).toBe(1)
    await expect(sql('delete from handbill.link_changes')).rejects.toThrow(/only grows/)
    expect(await sql('select became from handbill.link_changes where document = $1', [id])).toEqual([{ became: 'live' }])
  })
})

describe('the worker’s part in it', () => {
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const end = performance.now() + 20_000; !(await holds()); ) {
      if (performance.now() > end) throw new Error('it never came')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test('goes on with other hosts while one answers nothing, and stops at once', async () => {
    await web.site('quick.test', well)
    let isAsked = false
    const hanging: typeof web.fetcher = {
      ...web.fetcher,
      fetch: (ask, options) => (ask.url.includes('slow.test') ? new Promise((_, reject) => ((isAsked = true), options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)))) : web.fetcher.fetch(ask, options)),
    }
    const [slow, quick] = await sources('http://slow.test/a', 'http://quick.test/a')
    const running = startLinkHealth({ keptCopyOf: async () => undefined, looking: { ...watch.parts, fetcher: hanging }, tickMs: 20 })
    await until(async () => isAsked && (await sql('select 1 from handbill.link_checks where document = $1', [quick])).length === 1)
    const started = performance.now()
    await running.stop()
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(await sql('select 1 from handbill.link_checks where document = $1', [slow])).toEqual([])
  })

  test('keeps facts up and asks nothing where fetching is off', async () => {
    await web.site('one.test', well)
    const [id] = await sources('http://one.test/a')
    await sql(`update sources set archived_url = 'https://perma.cc/AB12-CD34' where id = $1`, [id])
    const running = startLinkHealth({ keptCopyOf: async () => undefined, looking: null, tickMs: 20 })
    await until(async () => (await sql('select 1 from handbill.source_facts where source = $1', [id])).length === 1)
    await running.stop()
    expect(await sql(`select facts -> 'archives' as archives from handbill.source_facts where source = $1`, [id])).toEqual([{ archives: [{ url: 'https://perma.cc/AB12-CD34', provider: 'perma' }] }])
    expect(web.exchanges).toEqual([])
  })
})
