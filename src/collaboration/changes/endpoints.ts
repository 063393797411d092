import type { Config, Endpoint } from 'payload'
import type { Reviewed } from '@/review/definition'
import { answering, requireActor, requireDocument } from '@/review/request'
import { changesFrom } from './between'
import { textNamed, textsOf, type NamedText, type TextChoice } from './texts'

/** Adds `GET /:id/changes?from=live&to=now` to every collection that is under review: a Payload plugin. */
export function changes(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    if (definition === undefined) return collection
    return { ...collection, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), changesEndpoint(definition)] }
  })
  return { ...config, ...(collections === undefined ? {} : { collections }) }
}

/** What differs between two texts of a document, and which others there are: by default between what is public and what is pending. */
function changesEndpoint(definition: Reviewed): Endpoint {
  return {
    path: '/:id/changes',
    method: 'get',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const document = await requireDocument(req, definition.collection)
      const asked = { req, definition, document, actor }
      const [from, to] = [await textNamed(asked, named(req.query.from, 'live')), await textNamed(asked, named(req.query.to, 'now'))]
      return { from: choiceOf(from), to: choiceOf(to), changes: to === null ? null : changesFrom(from?.projection ?? null, to.projection), texts: await textsOf(asked) }
    }),
  }
}

function named(value: unknown, otherwise: string): string {
  return value === undefined ? otherwise : String(value)
}

function choiceOf(text: NamedText | null): TextChoice | null {
  if (text === null) return null
  const { projection: _projection, hash: _hash, ...choice } = text
  return choice
}
