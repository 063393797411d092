import { startServer } from 'next/dist/server/lib/start-server.js'
import { env, setEnvironment } from '../src/env'
import { leaveWithParent } from './shared/leave-with-parent'

const { cmsPort, host, siteUrl, adminUrl } = env()
if (cmsPort === null) throw new Error('CMS_PORT is not set: the port on which the desk is served')
// Next sets PORT to its own port; the addresses that readers use must not follow it.
setEnvironment({ SITE_URL: siteUrl, ADMIN_URL: adminUrl, NODE_ENV: 'production' })
leaveWithParent(() => process.kill(process.pid, 'SIGTERM'))
await startServer({ dir: process.cwd(), isDev: false, hostname: host, port: cmsPort, allowRetry: false })
process.send?.('ready')
