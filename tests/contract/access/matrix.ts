import { randomUUID } from 'node:crypto'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom, type State } from '../../support/newsroom'
import { COPIED_WORDS, LOCAL, overLocal, overRest, READS, twinOf, type Attempt, type Outcome } from './attempt'
import { PEOPLE, rowsOf, type ExpectedRow, type Who } from './expected'

const ROLE_OF = { cont: 'contributor', edit: 'editor', srcs: 'sources', care: 'care', copy: 'copy', legl: 'legal', publ: 'publisher', admn: 'administrator' } as const
const TABLES: Record<string, string> = { 'content-warnings': 'content_warnings', 'social-posts': 'social_posts', 'site-settings': 'site_settings' }

type People = Record<Who, Person | null>

/**
 * The tests of some collections: every cell of their rows over REST, and over the Local API where it has the verb. Of each
 * row the answers of all people are compared at once, so that a failure shows whole columns.
 */
export function matrixOf(collections: readonly string[]): void {
  let desk: Desk
  let newsroom: Newsroom
  let people: People

  beforeAll(async () => {
    desk = await openDesk()
    newsroom = await openNewsroom(desk)
    await newsroom.withoutBaking()
    people = { anon: null, none: await desk.person('Nobody yet', []) } as unknown as People
    for (const who of PEOPLE) {
      if (who !== 'anon' && who !== 'none') people[who] = await desk.person(who, [ROLE_OF[who]])
    }
  })
  afterAll(() => desk.close())

  /** A document in a state of the table, made anew. */
  async function documentFor(collection: string, state: string): Promise<string> {
    const slug = collection as CollectionSlug
    if (state === 'self') return newsroom.team.author.id
    if (collection.startsWith('payload-')) return randomUUID()
    if (collection === 'users') return (await desk.person(`Colleague ${randomUUID()}`, ['editor'])).id
    if (collection === 'publications') return aPublication()
    if (collection === 'content-warnings') return newsroom.write(slug, {}, newsroom.team.care)
    const contributor = people.cont as Person
    switch (state) {
      case 'own':
        return touched(slug, await newsroom.write(slug, {}, contributor), contributor)
      case 'once-submitted': {
        const id = await newsroom.write(slug, {}, contributor)
        await newsroom.must(contributor, `POST /${slug}/${id}/review/submit`, {})
        await newsroom.must(contributor, `POST /${slug}/${id}/review/cancel`, { reason: 'Not yet.' })
        return id
      }
      case 'private':
        return touched(slug, await newsroom.write(slug, { visibility: 'private', publicLabel: 'Somebody' }))
      case 'private-granted': {
        const grantedTo = PEOPLE.flatMap((each) => people[each]?.id ?? [])
        return touched(slug, await newsroom.write(slug, { visibility: 'private', publicLabel: 'Somebody', grantedTo }))
      }
      case 'private-own':
        return newsroom.write(slug, { visibility: 'private', publicLabel: 'Somebody' }, people.edit as Person)
      case 'once-private': {
        const id = await newsroom.write(slug, { visibility: 'private', publicLabel: 'Somebody' })
        await newsroom.must(newsroom.team.author, `PATCH /${slug}/${id}`, { visibility: 'public' })
        return id
      }
      case 'now-private': {
        const id = await newsroom.write(slug)
        await newsroom.must(newsroom.team.author, `PATCH /${slug}/${id}`, { visibility: 'private', publicLabel: 'Somebody' })
        return id
      }
      case 'linked':
        return newsroom.write(slug, { url: `https://linked.example/${randomUUID()}` })
      case 'copied':
        return copied(await newsroom.write(slug))
      case 'copied-private':
        return copied(await documentFor(collection, 'private'))
      case 'copied-granted':
        return copied(await documentFor(collection, 'private-granted'))
      case 'twin':
        return twinned(await newsroom.write(slug))
      case 'merged': {
        const id = await twinned(await newsroom.write(slug))
        const [twin] = await newsroom.sql<{ id: string }>('select id from sources where title = $1', [twinOf(id)])
        await newsroom.must(newsroom.team.author, `POST /sources/${id}/merge`, { into: twin?.id })
        return id
      }
      case 'draft':
        return collection === 'media' ? newsroom.write(slug) : touched(slug, await newsroom.write(slug))
      default:
        return newsroom.make(slug, state as State)
    }
  }

  /** Saves a document once more, so that it has a version that differs from what it is. */
  async function touched(collection: CollectionSlug, id: string, by: Person = newsroom.team.author): Promise<string> {
    if (collection !== 'media') await newsroom.must(by, `PATCH /${collection}/${id}`, { title: `${collection} touched ${id}` })
    return id
  }

  async function copied(id: string): Promise<string> {
    await newsroom.sql(
      `insert into handbill.captures (id, source, requested_url, final_url, fetched_at, captured_at, provider, why, tool, audience, text, text_hash) values (gen_random_uuid(), $1, 'https://copied.example/', 'https://copied.example/', now(), now(), 'upload', 'asked', 'a test', 'editors', $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'))`,
      [id, COPIED_WORDS],
    )
    return id
  }

  async function twinned(id: string): Promise<string> {
    await newsroom.write('sources', { title: twinOf(id) })
    return id
  }

  async function aPublication(): Promise<string> {
    const [row] = await newsroom.sql<{ id: string }>('select id from publications limit 1')
    if (row !== undefined) return row.id
    await newsroom.write('content-warnings', {}, newsroom.team.care)
    return aPublication()
  }

  async function oldestVersion(collection: string, id: string): Promise<string> {
    const [row] = await newsroom.sql<{ id: string }>(`select id from "_${collection.replaceAll('-', '_')}_v" where parent_id = $1 order by created_at limit 1`, [id])
    return row?.id ?? ''
  }

  /** Everything that a refused attempt must leave as it was, as one text. */
  async function trace(collection: string, id: string, verb: string): Promise<string> {
    if (READS.has(verb) || collection.startsWith('payload-')) return ''
    const table = TABLES[collection] ?? collection
    if (verb.endsWith('-roles')) return JSON.stringify(await newsroom.sql('select value from users_roles where parent_id::text = $1 order by value', [id]))
    const row = collection === 'site-settings' ? 'true' : `id::text = '${id}'`
    // What a session or a failed login leaves on an account is not for this test.
    const [{ trace }] = (await newsroom.sql<{ trace: string }>(
      `select md5(concat(
         (select string_agg((to_jsonb(t) - 'lock_until' - 'login_attempts')::text, ',') from "${table}" t where ${row}),
         (select count(*) from "${table}"),
         (select string_agg(concat(id, superseded_at), ',' order by id) from publications),
         (select string_agg(concat(r.id, r.state, r.content_hash), ',' order by r.id) from handbill.review_runs r where document::text = '${id}'),
         (select concat(count(*), count(revoked_at)) from handbill.captures where source::text = '${id}'),
         (select string_agg(to_jsonb(c)::text, ',' order by c.id) from handbill.capture_requests c where source::text = '${id}'),
         (select concat(lock, verification) from handbill.links where document::text = '${id}'),
         (select count(*) from handbill.source_verifications where document::text = '${id}'),
         (select count(*) from handbill.source_merges where merged::text = '${id}'),
         (select count(*) from handbill.citation_checks k where document::text = '${id}'),
         (select count(*) from handbill.sign_offs s join handbill.review_runs r on r.id = s.run where document::text = '${id}')
       )) as trace`,
    )) as [{ trace: string }]
    return trace
  }

  /** The sign of the table for what came of an attempt, or a word on what should never come. */
  function signOf(attempt: Attempt, outcome: Outcome, before: string, after: string): string {
    const { status, isDone, said } = outcome
    if (status >= 500) return `${status} ${said}`
    if (isDone) return READS.has(attempt.verb) || before !== after || ['create', 'create-private', 'duplicate', 'set-password', 'unlock', 'edit-warnings'].includes(attempt.verb) ? 'Y' : 'without effect'
    if (before !== after) return `${status} and yet changed`
    if ([401, 403, 404].includes(status)) return '-'
    // A list without the document, a bulk write that names none, a field that was left as it was.
    const isEmpty = ['list', 'list-trashed', 'list-all', 'count', 'versions', 'bulk-update', 'bulk-delete', 'take-roles', 'give-roles', 'see-email', 'find-by-email'].includes(attempt.verb)
    if (isEmpty && (status === 200 || status === 400)) return '-'
    return [400, 409, 422].includes(status) ? 'x' : `${status} ${said}`
  }

  async function answers(collection: string, row: ExpectedRow, transport: (attempt: Attempt) => Promise<Outcome>): Promise<string[]> {
    const { verb, state } = row
    // Reads and refusals can share a document; whoever is expected to change one gets one of their own.
    let shared: string | undefined
    const signs: string[] = []
    for (const { who, answer } of row.cells) {
      const isOwnOne = answer === 'Y' && !READS.has(verb)
      const needsNone = verb.startsWith('create') || verb.endsWith('-global') || verb.endsWith('-all')
      const id = needsNone ? '' : state === 'self' || isOwnOne ? await documentFor(collection, state) : (shared ??= await documentFor(collection, state))
      // Who changes their own account does so with one that nobody else needs.
      const person = state === 'self' && people[who] !== null ? await desk.person(`${who} ${randomUUID()}`, people[who].roles) : people[who]
      const attempt: Attempt = {
        desk,
        newsroom,
        person,
        collection,
        verb,
        id: state === 'self' && person !== null ? person.id : id,
        fresh: verb.startsWith('create') && !collection.startsWith('payload-') ? await newsroom.complete(collection as CollectionSlug) : {},
        version: verb === 'version' || verb === 'restore' ? await oldestVersion(collection, id) : '',
      }
      const before = await trace(collection, attempt.id, verb)
      const outcome = await transport(attempt)
      const sign = signOf(attempt, outcome, before, await trace(collection, attempt.id, verb))
      signs.push(sign === answer ? sign : `${sign} (${outcome.status} ${outcome.said})`)
    }
    return signs
  }

  const shown = (row: ExpectedRow, signs: readonly string[]) => row.cells.map(({ who }, index) => `${who} ${signs[index]}`)

  describe.each(collections)('%s', (collection) => {
    const rows = rowsOf(collection)
    const named = (row: ExpectedRow) => [`${row.verb} ${row.state}`.trim(), row] as const

    it.each(rows.map(named))('%s, over REST', async (_, row) => {
      expect(shown(row, await answers(collection, row, overRest))).toEqual(shown(row, row.cells.map(({ answer }) => answer)))
    })
    it.each(rows.filter(({ verb }) => LOCAL.has(verb) && !collection.startsWith('payload-')).map(named))('%s, over the Local API', async (_, row) => {
      expect(shown(row, await answers(collection, row, overLocal))).toEqual(shown(row, row.cells.map(({ answer }) => answer)))
    })
  })
}
