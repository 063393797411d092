/** Looks at links as the worker does, under a clock that a test turns. */
import { claimVisit } from '@/link-health/pace'
import { visit, type LookParts } from '@/link-health/check'
import { syncTouchedSources } from '@/link-health/sync'
import { now, setClock } from '@/platform/clock'
import { database, inTransaction, pool } from '@/platform/database'
import type { LocalWeb } from './local-web'

export type LinkWatch = {
  parts: LookParts
  /** The time that it is, in milliseconds. */
  time(): number
  /** Lets so many days pass; nothing is looked at meanwhile. */
  pass(days: number): void
  /** Does all that is due now, a moment apart where hosts want it. Returns how many visits that were. */
  look(): Promise<number>
  /** Lets time pass until a source has been looked at again, `times` times, and does all that is due on the way. */
  untilLooked(source: string, times?: number): Promise<void>
  stop(): void
}

export function watchLinks(web: LocalWeb, clock: { at: number }, more: Partial<LookParts> = {}): LinkWatch {
  const stop = setClock(() => new Date(clock.at))
  const parts: LookParts = {
    fetcher: web.fetcher,
    readPage: web.readPage,
    drop: async () => undefined,
    findQuote: (text, { exact }) => ({ state: text.includes(exact) ? 'found' : 'lost' }),
    keptText: async () => null,
    keptCopyOf: async () => undefined,
    chance: () => 0,
    ...more,
  }
  const look = async (): Promise<number> => {
    await syncTouchedSources(pool, now(), parts.keptCopyOf)
    for (let visits = 0; ; visits += 1) {
      const claimed = await inTransaction((tx) => claimVisit(tx, now()))
      if (claimed === null) return visits
      await visit(claimed, parts)
    }
  }
  const checkedAt = async (source: string): Promise<{ next: Date; looks: number }> => {
    const { rows } = await database().query<{ next: Date; looks: number }>('select least(l.next_check_at, l.asked_at) as next, (select count(*)::int from handbill.link_checks c where c.document = l.document) as looks from handbill.links l where l.document = $1', [source])
    return rows[0] ?? { next: now(), looks: 0 }
  }
  return {
    parts,
    time: () => clock.at,
    pass: (days) => void (clock.at += days * 86_400_000),
    look,
    async untilLooked(source, times = 1) {
      await look()
      const before = (await checkedAt(source)).looks
      for (let tries = 0; ; tries += 1) {
        const { next, looks } = await checkedAt(source)
        if (looks >= before + times) return
        if (tries > 40) throw new Error('the link is not looked at')
        clock.at = Math.max(clock.at + 21_000, next.getTime())
        await look()
      }
    },
    stop,
  }
}
