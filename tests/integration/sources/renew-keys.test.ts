import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/platform/database'
import { renewLinkKeys } from '@/sources/renew-keys'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

describe('the keys of links that were kept in an older form', () => {
  let desk: Desk
  let room: Newsroom
  const pool = { query: (text: string, values?: readonly unknown[]) => database().query(text, values as unknown[] | undefined) } as never

  beforeAll(async () => {
    desk = await openDesk()
    room = await openNewsroom(desk)
  })
  afterAll(() => desk.close())

  const keyOf = async (id: string) => (await room.sql<{ url_key: string | null; version_url_key: string | null }>('select s.url_key, v.version_url_key from sources s join _sources_v v on v.parent_id = s.id and v.latest where s.id = $1', [id]))[0]

  it('are made anew once, and two records of one link are named and left apart', async () => {
    const [old, first, second, secret] = [
      await room.write('sources', { title: 'Old', url: 'https://old.example/a' }), await room.write('sources', { title: 'First', url: 'https://two.example/b' }), await room.write('sources', { title: 'Second', url: 'https://two.example/c' }),
      await room.write('sources', { title: 'Secret', visibility: 'private', publicLabel: 'Somebody', url: 'https://two.example/b' }),
    ]
    await room.sql(`update sources set url_key = 'https://old.example/a' where id = $1`, [old])
    await room.sql(`update sources set url = 'https://two.example/b', url_key = 'https://two.example/b' where id = $1`, [second])
    await room.sql(`update sources set url_key = null where id = $1`, [secret])
    const pair = { id: second, title: 'Second', other: { id: first, title: 'First' } }
    expect(await renewLinkKeys(pool)).toEqual({ changed: 3, same: [pair] })
    expect(await keyOf(old)).toEqual({ url_key: 'old.example/a', version_url_key: 'old.example/a' })
    expect(await keyOf(first)).toMatchObject({ url_key: 'two.example/b' })
    expect(await keyOf(second)).toEqual({ url_key: null, version_url_key: null })
    expect(await keyOf(secret)).toMatchObject({ url_key: 'two.example/b' })
    expect(await renewLinkKeys(pool)).toEqual({ changed: 0, same: [pair] })
    await room.must(room.team.author, `POST /sources/${second}/merge`, { into: first })
    expect((await renewLinkKeys(pool)).same).toEqual([])
    expect((await renewLinkKeys(pool)).changed).toBe(0)
  })
})
