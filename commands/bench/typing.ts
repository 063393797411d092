import { chromium, type Page } from '@playwright/test'
import { browserArguments, installedBrowser } from '../../tests/support/browser'
import { demoPassword, type System } from '../../tests/support/server'
import { signIn } from './newsroom'
import { percentile, type Measure } from './table'

const KEYS = 150
const CITATIONS = 200
const PARAGRAPHS = 50
const BETWEEN_MS = 60

const layout = { version: 1, format: '', indent: 0, direction: 'ltr' }
const text = (words: string): object => ({ type: 'text', version: 1, text: words, format: 0, mode: 'normal', style: '', detail: 0 })

/** A text of fifty paragraphs with `citations` marks spread over it, and what each of them says. */
function article(citations: number, source: string): object {
  const each = citations / PARAGRAPHS
  const children = Array.from({ length: PARAGRAPHS }, (_, paragraph) => ({
    type: 'paragraph', ...layout, textFormat: 0, textStyle: '',
    children: Array.from({ length: 4 }, (__, part) => [
      text('The count was kept by hand and read aloud. '),
      ...(part < each ? [{ type: 'inlineBlock', version: 1, fields: { blockType: 'citation', key: `bench-${paragraph}-${part}` } }] : []),
    ]).flat(),
  }))
  const keys = children.flatMap((paragraph) => paragraph.children as { fields?: { key: string } }[]).flatMap(({ fields }) => fields?.key ?? [])
  return { body: { root: { type: 'root', ...layout, children } }, citations: Object.fromEntries(keys.map((key) => [key, { source, quote: 'The words relied on' }])) }
}

/** Milliseconds from each key to the picture that shows it, in the middle of a text that is open in the desk. */
async function typeInto(page: Page, address: string): Promise<number[]> {
  await page.goto(address)
  const editor = page.locator('[data-lexical-editor="true"]').first()
  await editor.locator('p').nth(PARAGRAPHS / 2).click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const samples: number[] = []
    Object.assign(globalThis, { samples })
    document.addEventListener('keydown', ({ timeStamp }) => {
      // A message that is sent while a picture is made arrives right behind it.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => samples.push(performance.now() - timeStamp)
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }, { capture: true })
  })
  await page.keyboard.type('words to warm up ', { delay: BETWEEN_MS })
  await page.evaluate(() => void (globalThis as unknown as { samples: number[] }).samples.splice(0))
  await page.keyboard.type('as it was read to us on the quay '.repeat(Math.ceil(KEYS / 33)).slice(0, KEYS), { delay: BETWEEN_MS })
  await page.waitForFunction((count) => (globalThis as unknown as { samples: number[] }).samples.length >= count, KEYS)
  return page.evaluate(() => (globalThis as unknown as { samples: number[] }).samples)
}

/** A key typed in an article with two hundred citations: until it is shown, and against the same article without one. */
export async function benchTyping(system: System): Promise<Measure[]> {
  const editor = await signIn(system.url, 'editor', demoPassword)
  const make = async (citations: number, source: string): Promise<string> => {
    const { doc } = await editor.post<{ doc: { id: string } }>('/api/articles', { title: `Typing ${citations}`, slug: `bench-typing-${citations}`, language: 'en', kind: 'original', ...article(citations, source) })
    return `${system.url}/admin/collections/articles/${doc.id}`
  }
  const { doc: source } = await editor.post<{ doc: { id: string } }>('/api/sources', { title: 'A count', kind: 'report', language: 'en' })
  const addresses = [await make(0, source.id), await make(CITATIONS, source.id)]
  const { token } = await editor.post<{ token: string }>('/api/users/login', { email: 'editor@demo.example', password: demoPassword })
  const browser = await chromium.launch({ executablePath: installedBrowser(), args: browserArguments })
  try {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } })
    await context.addCookies([{ name: 'payload-token', value: token, url: system.url }])
    const page = await context.newPage()
    page.on('dialog', (dialog) => void dialog.accept())
    const [bare, cited] = [await typeInto(page, addresses[0] as string), await typeInto(page, addresses[1] as string)]
    const [plain, full] = [percentile(bare, 0.95), percentile(cited, 0.95)]
    return [
      { what: `a key typed in an article with ${CITATIONS} citations → shown, p95`, value: full, unit: 'ms', budget: 50, note: `${KEYS} keys; median ${percentile(cited, 0.5).toFixed(0)} ms` },
      { what: 'the same, against an article without one', value: full / plain, unit: '×', budget: 2.5, note: `${plain.toFixed(0)} → ${full.toFixed(0)} ms` },
    ]
  } finally {
    await browser.close()
  }
}
