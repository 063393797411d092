import type { Config, Endpoint } from 'payload'
import type { Reviewed } from '@/review/definition'
import { currentAnswer } from '@/review/endpoints'
import { database, type Queryable } from '@/platform/database'
import { answering, readBody, requireActor, requireDocument } from '@/review/request'
import { workflowNamed } from '@/review/workflows'
import { CHANGES, type Change } from './insert'
import { publish } from './publish'
import { checkTranslation } from './translation-checked'
import { withdraw } from './withdraw'

const pool: Queryable = { query: (text, values) => database().query(text, values as unknown[] | undefined) }
const baseHash = { kind: 'hash' } as const

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Adds the endpoints of publishing to every collection that is under review: a Payload plugin. */
export function publishing(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    if (definition === undefined) return collection
    return { ...collection, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...publishingEndpoints(definition)] }
  })
  return { ...config, ...(collections === undefined ? {} : { collections }) }
}

/** The endpoints of publishing on one collection. Source: DESIGN section 5, "One way in". */
function publishingEndpoints(definition: Reviewed): Endpoint[] {
  const { collection } = definition
  return [
    {
      path: '/:id/publishing/publish',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const body = await readBody(req, { change: { kind: 'choice', choices: CHANGES }, publicNote: { kind: 'text' }, baseHash })
        await publish({ collection, document: document.id, actor, change: textOf(body.change) as Change | undefined, publicNote: textOf(body.publicNote), baseHash: textOf(body.baseHash), workflow: await workflowNamed(pool, definition.workflows[0]) })
        return currentAnswer(req, definition, document, actor)
      }),
    },
    {
      path: '/:id/publishing/withdraw',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const body = await readBody(req, { reason: { kind: 'text', isRequired: true }, publicNote: { kind: 'text', isRequired: true }, baseHash })
        await withdraw({ collection, document: document.id, actor, reason: String(body.reason), publicNote: String(body.publicNote), baseHash: textOf(body.baseHash) })
        return currentAnswer(req, definition, document, actor)
      }),
    },
    {
      path: '/:id/publishing/translation-checked',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const body = await readBody(req, { note: { kind: 'text', isRequired: true }, at: { kind: 'text' }, baseHash })
        await checkTranslation({ collection, document: document.id, actor, note: String(body.note), at: textOf(body.at), baseHash: textOf(body.baseHash) })
        return currentAnswer(req, definition, document, actor)
      }),
    },
  ]
}
