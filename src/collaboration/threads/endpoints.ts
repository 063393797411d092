import type { CollectionConfig, CollectionSlug, Config, Endpoint, PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import { pool } from '@/platform/database'
import { isUuid, type Reviewed } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, requireActor, requireDocument } from '@/review/request'
import { loadReview } from '@/review/store'
import { accept } from './accept'
import { threadsAnswer, type ThreadsAnswer } from './answer'
import { followEdits, forgetThreads } from './follow-edits'
import { readThreadBody, type ThreadBody } from './request'
import { act, changeMessage, comment, type Act, type Spoken } from './talk'

const ATTEMPTS = 5

/** Adds talk about the text to every collection that is under review: a Payload plugin. */
export function talkingInPlace(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    return definition === undefined ? collection : withThreads(collection, definition)
  })
  return { ...config, ...(collections === undefined ? {} : { collections }) }
}

function withThreads(collection: CollectionConfig, definition: Reviewed): CollectionConfig {
  const { endpoints, hooks = {} } = collection
  return {
    ...collection,
    endpoints: [...(endpoints === false || endpoints === undefined ? [] : endpoints), ...threadEndpoints(definition)],
    hooks: { ...hooks, afterChange: [...(hooks.afterChange ?? []), followEdits], afterDelete: [...(hooks.afterDelete ?? []), forgetThreads] },
  }
}

type Given = { req: PayloadRequest; spoken: Spoken; thread: string; body: ThreadBody }
type ThreadEndpoint = { path: string; allowed: (keyof ThreadBody)[]; required?: (keyof ThreadBody)[]; handle(given: Given): Promise<void> }

/** The endpoints of threads on one collection. Each answers with all threads of the document as they then stand. */
function threadEndpoints(definition: Reviewed): Endpoint[] {
  const { collection } = definition
  const simple = (name: Act, allowed: (keyof ThreadBody)[], required: (keyof ThreadBody)[] = []): ThreadEndpoint => ({ path: `/:thread/${name}`, allowed, required, handle: ({ spoken, thread, body }) => act(name, spoken, thread, body) })
  const acts: ThreadEndpoint[] = [
    {
      path: '',
      allowed: ['field', 'anchor', 'words', 'blocking', 'replacement', 'mentions'],
      required: ['words'],
      async handle({ req, spoken, body }) {
        let read = spoken
        // Somebody who writes saves every two seconds; that the text was saved just now is no reason to refuse a comment.
        for (let attempt = 1; !(await comment(read, body)); attempt += 1) {
          if (attempt === ATTEMPTS) throw new Refused(refusal(409, 'stale', 'Somebody saved this document at the same moment.'))
          read = { ...read, document: await readAs(req, collection, read.document.id) }
        }
      },
    },
    simple('reply', ['words', 'mentions'], ['words']),
    simple('resolve', ['reason']),
    simple('reopen', []),
    simple('reject', ['reason']),
    simple('block', []),
    simple('unblock', ['reason']),
    { path: '/:thread/accept', allowed: [], handle: ({ req, spoken, thread }) => accept(req, definition, spoken.document.id, spoken.actor, thread) },
    { path: '/:thread/edit', allowed: ['message', 'words', 'mentions'], required: ['message', 'words'], handle: ({ spoken, thread, body }) => changeMessage('edit', spoken, thread, body) },
    { path: '/:thread/remove', allowed: ['message'], required: ['message'], handle: ({ spoken, thread, body }) => changeMessage('remove', spoken, thread, body) },
  ]
  return [
    {
      path: '/:id/threads',
      method: 'get',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const { id } = await requireDocument(req, collection)
        return currentThreads(req, collection, id, actor)
      }),
    },
    ...acts.map(({ path, allowed, required, handle }): Endpoint => ({
      path: `/:id/threads${path}`,
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const { id } = await requireDocument(req, collection)
        const body = await readThreadBody(req, allowed, required)
        const thread = path === '' ? '' : requireThread(req)
        const spoken = { collection, fields: fieldsOf(req, collection), document: await readAs(req, collection, id), actor }
        await handle({ req, spoken, thread, body })
        return currentThreads(req, collection, id, actor)
      }),
    })),
  ]
}

async function currentThreads(req: PayloadRequest, collection: string, id: string, actor: Actor): Promise<ThreadsAnswer> {
  const document = await readAs(req, collection, id)
  const loaded = await loadReview(pool, collection, id)
  if (loaded === null) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  return threadsAnswer(pool, actor, loaded, document, fieldsOf(req, collection))
}

function requireThread(req: PayloadRequest): string {
  const { thread } = req.routeParams ?? {}
  if (!isUuid(thread)) throw new Refused(refusal(404, 'notFound', 'There is no such thread.'))
  return thread
}

function fieldsOf(req: PayloadRequest, collection: string): Spoken['fields'] {
  return req.payload.collections[collection as CollectionSlug].config.flattenedFields
}

/** The document as the person sees it: nobody learns, by asking for words, what stands in a field that isn't theirs to read. */
async function readAs(req: PayloadRequest, collection: string, id: string): Promise<Spoken['document']> {
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, trash: true, overrideAccess: false, showHiddenFields: true, user: req.user, draft: false })
  const found = docs[0]
  if (found === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  return found as unknown as Spoken['document']
}
