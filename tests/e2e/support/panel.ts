import { expect, type Locator, type Page } from '@playwright/test'

/** The review panel beside a document. */
export const panel = (page: Page): Locator => page.locator('.review-panel')

/** One slot of the review in the panel, by its technical name. */
export const slot = (page: Page, name: string): Locator => panel(page).locator(`[data-slot="${name}"]`)

/** A thread in the panel, by words that were said in it. */
export const thread = (page: Page, words: string): Locator => page.locator('.thread').filter({ hasText: words })

/**
 * Does an act of the panel: opens it by its button, answers what it asks (`'choose'` picks a radio or ticks), and confirms.
 * With `done`, waits until the panel has said that sentence.
 */
export async function act(page: Page, button: string, answers: Record<string, string> = {}, done?: string): Promise<void> {
  const opener = panel(page).getByRole('button', { name: button, exact: true })
  await expect(opener).toBeEnabled({ timeout: 30_000 })
  await opener.click()
  const box = panel(page).getByRole('group', { name: button })
  for (const [label, words] of Object.entries(answers)) {
    if (words === 'choose') await box.getByLabel(label).check()
    else await box.getByLabel(label).fill(words)
  }
  await box.getByRole('button', { name: button, exact: true }).click()
  // The whole sentence: the explanation of an act may hold the words by which its end is told.
  if (done !== undefined) await expect(panel(page).getByText(done, { exact: true })).toBeVisible({ timeout: 20_000 })
}

/** Resolves once a save of an article that begins from now on was answered well. */
export async function saved(page: Page): Promise<void> {
  await page.waitForResponse((response) => ['PATCH', 'POST'].includes(response.request().method()) && /\/api\/articles\/?[^/]*$/.test(response.url()) && response.ok(), { timeout: 30_000 })
}

/**
 * Selects words of the body in the editor with the mouse, as a person does: from before the first letter to behind the last, and
 * again where the page moved meanwhile, as it does when a text of somebody else comes in.
 */
export async function selectWords(page: Page, words: string): Promise<void> {
  await expect(async () => {
    const ends = await endsOf(page, words)
    await page.mouse.move(ends.from.x, ends.from.y)
    await page.mouse.down()
    await page.mouse.move(ends.to.x, ends.to.y, { steps: 6 })
    await page.mouse.up()
    expect(await page.evaluate(() => String(document.getSelection()))).toBe(words)
  }).toPass({ timeout: 20_000 })
  await hearSelection(page)
}

/** Resolves once the page has heard of the selection that stands: the editor keeps one of its own, and a browser tells of a new one only after the keys that came with it. */
async function hearSelection(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

/** Presses keys that move and select, one after the other, each once the page has heard what the last one did, as it does of a person's. */
export async function pressInTurn(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await hearSelection(page)
  }
}

type Point = { x: number; y: number }

/** Where on the screen words of the body begin and end, once they are in its middle. */
async function endsOf(page: Page, words: string): Promise<{ from: Point; to: Point }> {
  const ends = await page.locator('[data-lexical-editor="true"]').first().evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted)
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0], rects.at(-1)]
      if (first === undefined || last === undefined) return null
      return { from: { x: first.left, y: first.top + first.height / 2 }, to: { x: last.right, y: last.top + last.height / 2 } }
    }
    return null
  }, words)
  if (ends === null) throw new Error(`The body does not hold “${words}”`)
  return ends
}

/** Puts the cursor behind words of the body. */
export async function goBehind(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await pressInTurn(page, 'ArrowRight')
}

/** A stored text of the body: a text per paragraph; an array in place of a text is a paragraph's nodes. */
export function body(...paragraphs: (string | object[])[]): object {
  const layout = { version: 1, format: '', indent: 0, direction: 'ltr' }
  return { root: { type: 'root', ...layout, children: paragraphs.map((paragraph) => ({ type: 'paragraph', ...layout, textFormat: 0, textStyle: '', children: typeof paragraph === 'string' ? [text(paragraph)] : paragraph })) } }
}

/** A piece of plain text in a stored text. */
export function text(words: string): object {
  return { type: 'text', version: 1, text: words, format: 0, mode: 'normal', style: '', detail: 0 }
}

/** A citation in a stored text that is a note alone. */
export function note(words: string): object {
  return { type: 'inlineBlock', version: 1, fields: { id: 'c'.padEnd(24, '0'), blockName: '', blockType: 'citation', key: 'harbour1', source: null, note: words } }
}
