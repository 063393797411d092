import { basename } from 'node:path'

// Next names its route folders itself; only the file's own name is ours.
const KEBAB = /^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mjs)$/

/** ESLint rule: files are named in kebab case. */
export const fileNames = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename)
        if (!KEBAB.test(name)) context.report({ node, message: `${name} is not named in kebab case` })
      },
    }
  },
}
