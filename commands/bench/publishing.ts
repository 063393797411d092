import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { demoPassword, type System } from '../../tests/support/server'
import { percentile, type Measure } from './table'

const TIMES = 20
const CHANGED = ['articles.html', 'feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'index.html']

type Call = (path: string, data: unknown) => Promise<{ doc: { id: string } }>

async function signIn(system: System, account: string): Promise<Call> {
  const post = async (path: string, data: unknown, token?: string) => {
    const answer = await fetch(`${system.url}/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `JWT ${token}` }) }, body: JSON.stringify(data) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { token } = await post('/users/login', { email: `${account}@demo.example`, password: demoPassword })
  return (path, data) => post(path, data, token)
}

const body = (text: string) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: Array.from({ length: 12 }, () => ({ type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr', textFormat: 0, textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, mode: 'normal', style: '', detail: 0 }] })) } })

/** From the answer to "publish" until page, listing, feeds and sitemap on disk show the article. */
export async function benchPublishing(system: System): Promise<Measure[]> {
  const [editor, sources, care, copy, publisher] = await Promise.all(['editor', 'sources', 'care', 'copy', 'publisher'].map((account) => signIn(system, account))) as [Call, Call, Call, Call, Call]
  const folder = join(system.dataDir, 'edition', 'public')
  const samples: number[] = []
  const whole: number[] = []
  for (let number = 0; number < TIMES; number += 1) {
    const slug = `bench-${number}`
    const { doc } = await editor('/articles', { title: `Bench ${number}`, slug, language: 'en', kind: 'original', standfirst: 'Measured.', warningReview: 'assessedNone', body: body('Words of an article that is published to be measured. '.repeat(8)) })
    const path = `/articles/${doc.id}`
    await editor(`${path}/review/submit`, {})
    for (const [slot, sign] of [['sources', sources], ['care', care], ['copy', copy], ['approval', publisher]] as const) await sign(`${path}/review/sign-off`, { slot })
    const asked = performance.now()
    await publisher(`${path}/publishing/publish`, {})
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
