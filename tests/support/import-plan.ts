import { createFindingLog, type Finding } from '@/import/findings'
import { readHtml } from '@/import/html/read'
import { resolveFootnotes } from '@/import/html/footnotes'
import { plainText, type Block, type Inline } from '@/import/html/tree'
import { toEditorState, type EditorState, type IdsOfPlan } from '@/import/lexical'
import { planImport, type ImportPlan } from '@/import/plan/import-plan'
import type { DocumentPlan } from '@/import/plan/types'
import { uuidOfUrl } from '@/import/ids'
import { presentText, type PresentedText, type StoredText } from '@/rich-text/present'
import { eventsOf, wxr, type TestItem } from './wxr'

export const NOW = new Date('2026-11-22T12:00:00.000Z')

/** The blocks of a piece of HTML with its footnotes resolved, and what was found on the way. */
export function blocksOf(html: string, stored: ReadonlyMap<string, Inline[]> = new Map(), reusableBlocks: ReadonlyMap<string, string> = new Map()): { blocks: Block[]; findings: Finding[] } {
  const findings = createFindingLog()
  const blocks = resolveFootnotes(readHtml(html, { findings, reusableBlocks }), stored, findings)
  return { blocks, findings: findings.all() }
}

/** Each block as one line, to compare at a glance: `type: words`, marks and notes left out. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return `${block.type}: ${plainText(block.children)}`
      case 'heading':
        return `h${block.level}: ${plainText(block.children)}`
      case 'list':
        return `${block.kind}: ${block.items.map((item) => plainText(item.children) + (item.lists.length > 0 ? ` (${outline(item.lists).join('; ')})` : '')).join(' | ')}`
      case 'table':
        return `table: ${block.rows.map((row) => row.map((cell) => `${cell.isHeader ? '#' : ''}${plainText(cell.children)}`).join(' | ')).join(' / ')}`
      case 'image':
        return `image: ${block.src} [${block.alt}] ${plainText(block.caption)}`.trim()
      case 'embed':
        return `embed: ${block.url} ${plainText(block.caption)}`.trim()
      case 'rule':
        return 'rule'
    }
  })
}

export async function planOf(items: TestItem[], files: readonly string[] = []): Promise<ImportPlan> {
  return planImport(await eventsOf(wxr(...items)), new Map(files.map((file) => [file, file])), NOW)
}

/** Plans one post of a site. */
export async function documentOf(content: string, item: TestItem = {}, others: TestItem[] = [], files: readonly string[] = []): Promise<DocumentPlan> {
  const plan = await planOf([{ id: 1, content, ...item }, ...others], files)
  const document = plan.documents.find(({ postId }) => postId === String(item.id ?? 1))
  if (document === undefined) throw new Error('the post was not planned')
  return document
}

/** Ids that tell what they stand for. */
export const TEST_IDS: IdsOfPlan = {
  source: (key) => uuidOfUrl(`source:${key}`),
  media: (key) => key,
  post: (post) => ({ collection: 'articles', id: uuidOfUrl(`post:${post}`) }),
}

export function stateOf(document: DocumentPlan, ids: IdsOfPlan = TEST_IDS): EditorState {
  return toEditorState(document.blocks, ids, document.key)
}

/** What readers would get of a planned document's body; images by id. */
export function presented(document: DocumentPlan): PresentedText {
  const images = new Map(document.media.map(({ key, alt }) => [key, { id: key, alt, width: 1, height: 1, variants: [] }]))
  return presentText(stateOf(document) as StoredText, images)
}
