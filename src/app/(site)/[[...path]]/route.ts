import { answer, holds, unavailable, type Answer } from '@/edition/answer'
import { env } from '@/env'
import { publicPool } from '@/platform/database'
import { logger } from '@/platform/logger'
import { publishedReader } from '@/publishing/published-reader'

export const dynamic = 'force-dynamic'

/** Everything public that is not a file of the edition: old addresses, withdrawn texts, search, and what never was. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, true)
}

export async function HEAD(request: Request): Promise<Response> {
  return respond(request, false)
}

async function respond(request: Request, hasBody: boolean): Promise<Response> {
  const { status, headers, body } = await answered(new URL(request.url))
  if (status === 200 && holds(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })
  return new Response(hasBody ? (typeof body === 'string' ? body : new Uint8Array(body)) : null, { status, headers })
}

async function answered({ pathname, search }: URL): Promise<Answer> {
  const { siteUrl, editionDir } = env()
  const path = decoded(pathname)
  try {
    return await answer({ path, search }, { reader: publishedReader(publicPool()), origin: siteUrl }, editionDir)
  } catch (error) {
    logger.error('A public page could not be made', { error })
    return unavailable()
  }
}

// What isn't well-formed names nothing; as it stands it is an address that never was.
function decoded(pathname: string): string {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? pathname : path
  } catch {
    return pathname
  }
}
