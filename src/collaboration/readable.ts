import { isRecord } from '@/platform/requests/fields'

const BLOCKS = new Set(['paragraph', 'heading', 'listitem', 'quote', 'tablerow', 'block', 'horizontalrule', 'upload'])

/** Names documents that a value refers to: the title of an id, or null where it isn't known. */
export type TitleOf = (id: string) => string | null

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A field's value as people can read it: the words of a rich text line by line, titles for ids, '' for nothing. */
export function readable(value: unknown, titleOf: TitleOf = () => null): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return UUID.test(value) ? (titleOf(value) ?? value) : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map((each) => readable(each, titleOf)).filter((line) => line !== '').join('\n')
  if (!isRecord(value)) return ''
  if (isRecord(value.root)) return linesOf(value.root, titleOf)
  if (typeof value.title === 'string' && typeof value.id === 'string') return value.title
  return Object.entries(value).filter(([name]) => name !== 'id').map(([, inner]) => readable(inner, titleOf)).filter((line) => line !== '').join(' · ')
}

/** The words of a Lexical node, one line for each block. */
function linesOf(node: Record<string, unknown>, titleOf: TitleOf): string {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  const visit = (each: unknown): void => {
    if (!isRecord(each)) return
    const isBlock = BLOCKS.has(String(each.type))
    if (isBlock) end()
    if (typeof each.text === 'string') line += each.text
    if (each.type === 'linebreak') end()
    if (each.type === 'tablecell') line += ' '
    if (each.type === 'upload') line += `[${readable(each.value, titleOf)}]`
    if (isRecord(each.fields) && (each.type === 'block' || each.type === 'inlineBlock')) {
      const { blockType: _type, blockName: _name, id: _id, key: _key, content, ...rest } = each.fields
      const words = readable(rest, titleOf)
      if (words !== '') line += each.type === 'block' ? words : ` [${words}]`
      if (isRecord(content) && isRecord(content.root)) {
        end()
        lines.push(...linesOf(content.root, titleOf).split('\n').filter((words) => words !== ''))
      }
    }
    if (Array.isArray(each.children)) each.children.forEach(visit)
    if (isBlock) end()
  }
  visit(node)
  end()
  return lines.join('\n')
}

/** Every id that a value refers to, so that its titles can be fetched. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(idsIn)
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => (name === 'id' || name === 'key' ? [] : idsIn(inner))) : []
}
