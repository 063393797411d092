import { join } from 'node:path'
import { env } from '../src/env'
import { webServer } from '../src/web/server'
import { leaveWithParent } from './shared/leave-with-parent'

const { editionDir, cmsPort, trustProxy, port, host } = env()
if (cmsPort === null) throw new Error('CMS_PORT is not set: the port on which the desk is served')
const server = webServer({ publicFolder: join(editionDir, 'public'), cmsPort, trustProxy })
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
server.listen(port, host, () => process.send?.('ready'))

function stop(): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // Readers of files are done in milliseconds; what lasts longer is a connection to the desk, which stops as well.
  setTimeout(() => process.exit(0), 2000).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
leaveWithParent(stop)
