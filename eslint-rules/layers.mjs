import { dirname, relative, resolve } from 'node:path'

/**
 * The folders of src/, lowest first. A file imports from its own folder and from lower rows; the folders of one row
 * know each other only where the row says so.
 */
export const LAYERS = [
  { folders: ['record'] },
  { folders: ['env', 'permissions', 'site', 'syndication', 'payload-types'] },
  { folders: ['platform'] },
  { folders: ['edition'] },
  { folders: ['audit'] },
  { folders: ['review'] },
  { folders: ['publishing'] },
  { folders: ['log'] },
  {
    folders: [
      'rich-text', 'articles', 'social-posts', 'exchanges', 'standing-pages', 'topics', 'people', 'campaigns', 'series', 'sources', 'media', 'content-warnings',
      'site-settings', 'users', 'collaboration', 'citations', 'captures', 'link-health',
    ],
    peers: true,
  },
  { folders: ['desk', 'jobs', 'import', 'demo', 'web'] },
  { folders: ['payload.config'] },
  { folders: ['app'] },
]

const PAYLOAD_AND_NEXT = /^(payload|@payloadcms|next)(\/|$)/
const INPUT_AND_OUTPUT = /^(pg|graphile-worker|sharp|node:(?!crypto$|path$|url$|util$|zlib$).*)$/

/** What a folder may not import from outside of src/, even as a type, and why. */
export const OUTSIDE = [
  { folders: ['record', 'site', 'syndication'], forbidden: [PAYLOAD_AND_NEXT, INPUT_AND_OUTPUT], why: 'it is a pure function of the record' },
  { folders: ['edition'], forbidden: [PAYLOAD_AND_NEXT, /^pg$/], why: 'it reads through a RecordReader' },
  { folders: ['permissions'], files: /\/permissions\/(?!as-access)/, forbidden: [PAYLOAD_AND_NEXT, INPUT_AND_OUTPUT], why: 'who may do what is a table' },
  { folders: ['review'], files: /\/review\/(machine|workflow|workflow-check|four-eyes|scopes|team|coverage|differences)\.ts$/, forbidden: [PAYLOAD_AND_NEXT, INPUT_AND_OUTPUT], why: 'the machine is pure' },
  { folders: ['jobs'], forbidden: [PAYLOAD_AND_NEXT], why: 'with Payload the worker takes five times the memory' },
]

const rowOf = (folder) => LAYERS.findIndex(({ folders }) => folders.includes(folder))

/** The folder (or lone file) of src/ that a path lies in; null outside of src/. */
function folderOf(path, src) {
  const inside = relative(src, path)
  if (inside.startsWith('..') || inside === '') return null
  const [first] = inside.split('/')
  return first.replace(/\.(ts|tsx)$/, '')
}

/** Why `from` may not import `to`; null where it may. */
export function objection(from, to) {
  if (from === to) return null
  const [lower, upper] = [rowOf(to), rowOf(from)]
  if (upper === -1) return `src/${from} has no place in eslint-rules/layers.mjs`
  if (lower === -1) return `src/${to} has no place in eslint-rules/layers.mjs`
  if (lower < upper || (lower === upper && LAYERS[upper].peers)) return null
  return `src/${from} may not import from src/${to}: imports point downwards only`
}

/** ESLint rule: imports inside src/ point one way, and pure folders stay pure. */
export const layers = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const src = resolve(context.cwd, 'src')
    const file = context.filename
    const from = folderOf(file, src)
    if (from === null) return {}
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const target = source.startsWith('@/') ? resolve(src, source.slice(2)) : source.startsWith('.') ? resolve(dirname(file), source) : null
      if (target !== null) {
        const to = folderOf(target, src)
        const message = to === null ? null : objection(from, to)
        if (message !== null) context.report({ node, message })
        return
      }
      for (const { folders, files, forbidden, why } of OUTSIDE) {
        if (folders.includes(from) && (files === undefined || files.test(file)) && forbidden.some((pattern) => pattern.test(source))) {
          context.report({ node, message: `src/${from} may not import ${source}: ${why}` })
        }
      }
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
