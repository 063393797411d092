import { health } from '@/jobs/health'

export const dynamic = 'force-dynamic'

/** How database, worker and edition are: 200 where all is well, else 503. Stands apart from Payload, so that it answers without a database. */
export async function GET(): Promise<Response> {
  const state = await health()
  return Response.json(state, { status: state.isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
