import { createLocalReq, type CollectionSlug, type Payload, type TypedUser } from 'payload'
import type { ReviewAnswer } from '@/review/answer'

/** Somebody with an account of the demo. */
export type Person = { id: string; user: TypedUser }
export type Act = 'review/submit' | 'review/sign-off' | 'review/request-changes' | 'publishing/publish' | 'publishing/embargo' | 'threads' | 'assign'

/**
 * Does what the desk's panel does when somebody presses a button: calls the endpoint of a document, signed in as
 * `person`. Returns the endpoint's answer.
 *
 * @throws where the endpoint refuses, with its own words.
 */
export async function act(payload: Payload, person: Person, document: { collection: string; id: string }, name: Act, body: Record<string, unknown> = {}): Promise<ReviewAnswer> {
  const { endpoints } = payload.collections[document.collection as CollectionSlug].config
  const endpoint = endpoints === false ? undefined : endpoints.find(({ method, path }) => method === 'post' && path === `/:id/${name}`)
  if (endpoint === undefined) throw new Error(`${document.collection} has no ${name}`)
  const req = await createLocalReq({ user: person.user }, payload)
  const response = await endpoint.handler(Object.assign(req, { routeParams: { id: document.id }, text: () => Promise.resolve(JSON.stringify(body)) }))
  const answer = (await response.json()) as ReviewAnswer | { errors: { message: string }[] }
  if ('errors' in answer) throw new Error(`${name} of ${document.collection} ${document.id}: ${answer.errors[0]?.message ?? response.status}`)
  return answer
}
