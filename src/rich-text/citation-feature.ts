import { createNode, createServerFeature, ServerInlineBlockNode } from '@payloadcms/richtext-lexical'

/**
 * Citations in a text. A mark is stored as Payload's inline block of the type `citation`, but isn't made of one: those get a form, a
 * drawer and a request to the server each, which a text of two hundred citations can't bear. A mark holds its key and nothing to fill in.
 */
export const CitationFeature = createServerFeature({
  key: 'citation',
  feature: {
    ClientFeature: '/desk/citing/feature#CitingFeature',
    nodes: [
      createNode({
        node: ServerInlineBlockNode,
        getSubFields: () => null,
        // Of a text that is new there is no earlier node, whatever its type says.
        getSubFieldsData: ({ node }) => node?.fields,
        validations: [({ node }) => (node.fields.blockType === 'citation' ? true : 'A text holds no such mark.')],
      }),
    ],
  },
})
