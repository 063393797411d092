import next from 'next'
import { endStreams } from '../src/collaboration/presence/streams'
import { env, setEnvironment } from '../src/env'
import { deskServer } from '../src/web/desk-server'
import { leaveWithParent } from './shared/leave-with-parent'

const { cmsPort, host, siteUrl, adminUrl } = env()
if (cmsPort === null) throw new Error('CMS_PORT is not set: the port on which the desk is served')
// Next sets PORT to its own port; the addresses that readers use must not follow it.
setEnvironment({ SITE_URL: siteUrl, ADMIN_URL: adminUrl, NODE_ENV: 'production' })
const app = next({ dev: false, dir: process.cwd(), hostname: host, port: cmsPort })
await app.prepare()
const server = deskServer(app.getRequestHandler())
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
server.listen(cmsPort, host, () => process.send?.('ready'))

let isStopping = false
function stop(): void {
  if (isStopping) return
  isStopping = true
  endStreams()
  // What is under way is finished first: it may still have something to do after its answer.
  server.close(() => void app.close().finally(() => process.exit(0)))
  server.closeIdleConnections()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
leaveWithParent(stop)
