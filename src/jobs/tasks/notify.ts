import type { Task } from 'graphile-worker'
import { notify } from '@/collaboration/notices/notify'
import { now } from '@/platform/clock'

const PAUSE_MS = 1_000

/**
 * Tells people what happened, and comes back when the next mail is due.
 *
 * @throws where an event could not be told, so that the queue tries again.
 */
export const notifyTask: Task = async (_payload, { abortSignal, addJob }) => {
  const next = await notify({ signal: abortSignal })
  // Not at once, where another process is at it or this one was told to stop.
  if (next !== null) await addJob('notify', {}, { queueName: 'notices', jobKey: 'notify later', runAt: new Date(Math.max(next.getTime(), now().getTime() + PAUSE_MS)) })
}
