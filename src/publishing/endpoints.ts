import type { Config, Endpoint } from 'payload'
import type { Reviewed } from '@/review/definition'
import { currentAnswer } from '@/review/endpoints'
import { pool } from '@/platform/database'
import { answering, readBody, requireActor, requireDocument, type Body, type BodyFields } from '@/review/request'
import type { Actor } from '@/permissions/roles'
import { workflowNamed } from '@/review/workflows'
import { CHANGES, type Change } from './insert'
import { publish } from './publish'
import { liftEmbargo, setEmbargo } from './embargo'
import { instantFor, schedule, unschedule } from './schedules'
import { checkTranslation } from './translation-checked'
import { withdraw } from './withdraw'

const baseHash = { kind: 'hash' } as const
const sayingWhat = { change: { kind: 'choice', choices: CHANGES }, publicNote: { kind: 'text' } } as const satisfies BodyFields

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

/** One act of publishing on a document: reads who asks, the document and the body, does it, and answers as review does. */
function act(definition: Reviewed, name: string, fields: BodyFields, perform: (about: { collection: string; document: string; actor: Actor }, body: Body) => Promise<void>): Endpoint {
  return {
    path: `/:id/publishing/${name}`,
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const document = await requireDocument(req, definition.collection)
      await perform({ collection: definition.collection, document: document.id, actor }, await readBody(req, fields))
      return currentAnswer(req, definition, document, actor)
    }),
  }
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
    act(definition, 'schedule', { at: { kind: 'text', isRequired: true }, timeZone: { kind: 'text', isRequired: true }, occurrence: { kind: 'choice', choices: ['first', 'second'] }, ...sayingWhat, baseHash }, (about, body) =>
      schedule({ ...about, at: String(body.at), timeZone: String(body.timeZone), ...(body.occurrence === 'second' ? { occurrence: 'second' as const } : {}), change: textOf(body.change) as Change | undefined, publicNote: textOf(body.publicNote), baseHash: textOf(body.baseHash) }),
    ),
    act(definition, 'unschedule', { reason: { kind: 'text' }, baseHash }, (about, body) => unschedule({ ...about, reason: textOf(body.reason), baseHash: textOf(body.baseHash) })),
    act(definition, 'embargo', { reason: { kind: 'text', isRequired: true }, until: { kind: 'text' }, timeZone: { kind: 'text' } }, (about, body) =>
      setEmbargo({ ...about, reason: String(body.reason), until: textOf(body.until) === undefined ? null : instantFor({ at: String(body.until), timeZone: textOf(body.timeZone) ?? '' }) }),
    ),
    act(definition, 'lift-embargo', { reason: { kind: 'text' } }, (about, body) => liftEmbargo({ ...about, reason: textOf(body.reason) })),
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
