import type { CollectionBeforeOperationHook } from 'payload'
import { ValidationError } from 'payload'
import { LINKED_COLLECTIONS } from './features'
import { publicAddress } from './links'

const MAX_DEPTH = 40
const MAX_NODES = 50_000

const CONTAINERS = new Set(['root', 'paragraph', 'heading', 'list', 'listitem', 'quote', 'link', 'autolink', 'table', 'tablerow', 'tablecell'])
const LEAVES = new Set(['text', 'linebreak', 'tab', 'horizontalrule', 'upload', 'block', 'inlineBlock'])
const BLOCKS = new Set(['passage', 'statement', 'postEmbed'])
const NESTING_BLOCKS = new Set(['passage', 'statement'])
const HEADINGS = new Set(['h2', 'h3', 'h4'])

/** What is wrong with a stored text, and where: `path` in the dotted form of Payload's field errors. */
export type TextProblem = { path: string; message: string }

/**
 * Checks the JSON of a rich text against the nodes that we know. Payload stores unknown nodes and `javascript:` links
 * as they come, and its own hooks fail on misshapen ones; so this runs first, on what the client sent.
 * Returns the first problem, or null. An absent text is no problem.
 */
export function findTextProblem(value: unknown, path: string): TextProblem | null {
  if (value == null) return null
  if (!isRecord(value) || !isRecord(value.root)) return { path, message: 'This text is not in the form the editor writes.' }
  let count = 0

  const check = (node: unknown, at: string, depth: number, isNested: boolean): TextProblem | null => {
    count += 1
    if (count > MAX_NODES) return { path, message: 'This text has too many parts.' }
    if (depth > MAX_DEPTH) return { path: at, message: 'This text is nested too deeply.' }
    if (!isRecord(node) || typeof node.type !== 'string') return { path: at, message: 'A part of this text is not in the form the editor writes.' }
    if (LEAVES.has(node.type)) return checkLeaf(node, at, depth, isNested)
    if (!CONTAINERS.has(node.type)) return { path: at, message: `This text holds a part of an unknown kind (“${node.type.slice(0, 40)}”).` }
    const own = checkContainer(node, at)
    if (own !== null) return own
    const children = node.children ?? []
    if (!Array.isArray(children)) return { path: `${at}.children`, message: 'A part of this text is not in the form the editor writes.' }
    for (const [index, child] of children.entries()) {
      const problem = check(child, `${at}.children.${index}`, depth + 1, isNested)
      if (problem !== null) return problem
    }
    return null
  }

  const checkLeaf = (node: Record<string, unknown>, at: string, depth: number, isNested: boolean): TextProblem | null => {
    if (node.type === 'text') return typeof node.text === 'string' ? null : { path: at, message: 'A piece of text is missing its words.' }
    if (node.type === 'upload') return isId(node.value) && node.relationTo === 'media' ? null : { path: at, message: 'An image of this text is missing or is not from the media library.' }
    if (node.type !== 'block' && node.type !== 'inlineBlock') return null
    const fields = node.fields
    if (!isRecord(fields) || typeof fields.blockType !== 'string') return { path: at, message: 'A part of this text is missing its fields.' }
    if (node.type === 'inlineBlock') {
      if (fields.blockType !== 'citation') return { path: at, message: `This text holds a part of an unknown kind (“${fields.blockType.slice(0, 40)}”).` }
      return checkValues(fields, at, { source: 'id', locatorLabel: 'text', locatorValue: 'text', quote: 'text', quoteTranslation: 'text', note: 'text', originalLabel: 'text', key: 'text' })
    }
    if (!BLOCKS.has(fields.blockType)) return { path: at, message: `This text holds a part of an unknown kind (“${fields.blockType.slice(0, 40)}”).` }
    if (!NESTING_BLOCKS.has(fields.blockType)) return checkValues(fields, at, { post: 'id' })
    if (isNested) return { path: at, message: 'A passage or a statement can’t stand inside another.' }
    const values = checkValues(fields, at, { terms: 'ids', source: 'id', speaker: 'text', note: 'text' })
    if (values !== null || fields.content == null) return values
    if (!isRecord(fields.content) || !isRecord(fields.content.root)) return { path: at, message: 'A passage of this text is not in the form the editor writes.' }
    return check(fields.content.root, `${at}.fields.content.root`, depth + 1, true)
  }

  return check(value.root, `${path}.root`, 0, false)
}

function checkContainer(node: Record<string, unknown>, at: string): TextProblem | null {
  if (node.type === 'heading' && !HEADINGS.has(String(node.tag))) return { path: at, message: 'Headings in a text are of the second, third or fourth level.' }
  if (node.type !== 'link' && node.type !== 'autolink') return null
  const fields = node.fields
  if (!isRecord(fields)) return { path: at, message: 'A link is missing its address.' }
  if (fields.linkType === 'internal') {
    const doc = fields.doc
    const isKnown = isRecord(doc) && LINKED_COLLECTIONS.some((slug) => slug === doc.relationTo) && isId(doc.value)
    return isKnown ? null : { path: at, message: 'A link leads to a document that can’t be linked to.' }
  }
  return publicAddress(fields.url) === null ? { path: at, message: 'A link’s address must begin with https://, http:// or mailto:.' } : null
}

function checkValues(fields: Record<string, unknown>, at: string, kinds: Record<string, 'id' | 'ids' | 'text'>): TextProblem | null {
  for (const [name, kind] of Object.entries(kinds)) {
    const value = fields[name]
    if (value == null || value === '') continue
    const isRight = kind === 'text' ? typeof value === 'string' : kind === 'id' ? isId(value) : Array.isArray(value) && value.every(isId)
    if (!isRight) return { path: `${at}.fields.${name}`, message: `“${name}” of a part of this text is not of the right kind.` }
  }
  return null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function isId(value: unknown): boolean {
  return (typeof value === 'string' && UUID.test(value)) || (isRecord(value) && typeof value.id === 'string' && UUID.test(value.id))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Refuses a write whose rich text in one of `fields` is broken, with a field error, before Payload touches it. */
export function refuseBrokenText(...fields: string[]): CollectionBeforeOperationHook {
  return ({ args, operation, collection, req }) => {
    if (operation !== 'create' && operation !== 'update') return args
    const data: unknown = (args as { data?: unknown }).data
    if (!isRecord(data)) return args
    for (const field of fields) {
      const problem = findTextProblem(data[field], field)
      if (problem !== null) throw new ValidationError({ collection: collection.slug, errors: [{ path: field, message: `${problem.message} (${problem.path})` }] }, req.t)
    }
    return args
  }
}
