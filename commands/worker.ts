import { closeDatabase } from '../src/platform/database'
import { startWorker } from '../src/jobs/worker'
import { leaveWithParent } from './shared/leave-with-parent'

let isStopping = false
const starting = startWorker()

async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await (await starting).stop()
  await closeDatabase()
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
leaveWithParent(() => void stop())
await starting
process.send?.('ready')
