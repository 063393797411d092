import config from '@payload-config'
import { env } from '@/env'
import { answerTo, problem } from '@/platform/requests/problem'
import { checkRequest } from '@/platform/requests/check'
import { loginLimits } from '@/users/login-limits'
import { clientAddress } from '@/web/forwarded'

type Args = { params: Promise<{ slug: string[] }> }
type Handler = (request: Request, args: Args) => Promise<Response>

const limits = loginLimits()

/** Requests of signed-out people that are counted: who tries passwords, and who has mails sent. */
const COUNTED = new Set(['users/login', 'users/forgot-password', 'users/reset-password'])

/**
 * The address a request came from. This server itself never sees the connection: the proxy in front of it (our own, or
 * nginx) writes it into X-Forwarded-For, and how many of them are to be believed is for the environment to say.
 */
function addressOf(request: Request): string {
  return clientAddress('', request.headers.get('x-forwarded-for') ?? undefined, Math.max(1, env().trustProxy))
}

/** A REST handler of Payload behind our checks of what is sent, and behind the limits on signing in. */
export function guarded(handler: Handler): Handler {
  return async (request, args) => {
    const { slug } = await args.params
    const checked = await checkRequest(await config, request, slug)
    if ('status' in checked) return answerTo(checked)
    const isCounted = request.method === 'POST' && COUNTED.has(slug.join('/'))
    if (!isCounted) return known(await handler(checked.request, args))
    const email = typeof checked.data?.email === 'string' ? checked.data.email : ''
    const address = addressOf(request)
    const verdict = await limits.attempt(address, email)
    if (!verdict.allowed) {
      return answerTo(problem(429, 'email', 'Too many attempts. Please wait a little before the next one.'), { 'Retry-After': String(verdict.retryAfter) })
    }
    const response = await handler(checked.request, args)
    if (response.ok && slug[1] === 'login') await limits.succeeded(address, email)
    return response
  }
}

/** Payload answers an address that it doesn't have with 501, or with an error in another shape; the mistake is the client's. */
async function known(response: Response): Promise<Response> {
  const isUnknown = response.status === 501 || (response.status === 404 && !(await response.clone().text()).includes('"errors"'))
  return isUnknown ? answerTo(problem(404, 'path', 'There is nothing at this address.')) : response
}
