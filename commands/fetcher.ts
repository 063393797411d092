import { env } from '../src/env'
import { serveParent } from '../src/captures/fetch/serve'
import { wayOf } from '../src/captures/fetch/way'
import { leaveWithParent } from './shared/leave-with-parent'

const [spoolDir] = process.argv.slice(2)
if (process.channel === undefined || spoolDir === undefined) throw new Error('The fetcher is started by the process that asks it')
serveParent(wayOf(env().fetching), spoolDir)
leaveWithParent(() => process.exit(0))
// Unlike the other services it has nothing but its parent to wait for.
process.channel.ref()
