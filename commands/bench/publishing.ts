import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { demoPassword, type System } from '../../tests/support/server'
import { approveOne } from './newsroom'
import { percentile, type Measure } from './table'

const TIMES = 20
const CHANGED = ['articles.html', 'feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'index.html']

/** From the answer to "publish" until page, listing, feeds and sitemap on disk show the article. */
export async function benchPublishing(system: System): Promise<Measure[]> {
  const folder = join(system.dataDir, 'edition', 'public')
  const samples: number[] = []
  const whole: number[] = []
  for (let number = 0; number < TIMES; number += 1) {
    const slug = `bench-${number}`
    const publish = await approveOne(system.url, slug, demoPassword)
    const asked = performance.now()
    await publish()
    const answered = performance.now()
    const shows = () => existsSync(join(folder, 'articles', `${slug}.html`)) && CHANGED.every((file) => readFileSync(join(folder, file), 'utf8').includes(slug))
    while (!shows()) {
      if (performance.now() - answered > 30_000) throw new Error(`${slug} did not appear within 30 s`)
      await wait(5)
    }
    samples.push(performance.now() - answered)
    whole.push(answered - asked)
  }
  return [{ what: 'publish answered → page, listing, feeds, sitemap changed, p95', value: percentile(samples, 0.95) / 1000, unit: 's', budget: 1, note: `${TIMES} times; the answer itself took ${Math.round(percentile(whole, 0.5))} ms at the median` }]
}
