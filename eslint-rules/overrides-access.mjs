const OPERATIONS = new Set([
  'find', 'findByID', 'findGlobal', 'findDistinct', 'findVersions', 'findVersionByID', 'findGlobalVersions', 'count', 'countVersions', 'create', 'update', 'updateGlobal', 'delete',
  'duplicate', 'restoreVersion', 'restoreGlobalVersion',
])

const isPayload = (node) =>
  (node.type === 'Identifier' && node.name === 'payload') || (node.type === 'MemberExpression' && !node.computed && node.property.name === 'payload')

/**
 * ESLint rule: a call of Payload's Local API says whether access is overridden. Payload's own default overrides it, so
 * that a forgotten word would read or write as anybody.
 */
export const overridesAccess = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.computed || !OPERATIONS.has(callee.property.name) || !isPayload(callee.object)) return
        const [options] = node.arguments
        const states =
          options?.type === 'ObjectExpression' && options.properties.some((property) => property.type === 'Property' && !property.computed && property.key.name === 'overrideAccess')
        if (!states) context.report({ node, message: `payload.${callee.property.name}() must state overrideAccess in its own options` })
      },
    }
  },
}
