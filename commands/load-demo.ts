import { getPayload } from 'payload'
import { loadDemo } from '../src/demo/load'
import { env, setEnvironment } from '../src/env'
import config from '../src/payload.config'
import { closeDatabase } from '../src/platform/database'
import { closePayload } from '../src/platform/payload-database'
import { plainReason } from './shared/failures'

// A step of `npm run up`, in a process of its own: Payload takes five times the memory of the supervisor.
setEnvironment({ NODE_ENV: 'production' })
const password = env().demoPassword
if (password === null) throw new Error('DEMO_PASSWORD is not set: the password of the demo accounts')
const payload = await getPayload({ config, disableOnInit: true })
try {
  await loadDemo({ payload, password, say: (line) => process.stdout.write(`${line}\n`) })
} catch (error) {
  process.stderr.write(`${plainReason(error)}\n`)
  process.exitCode = 1
}
await closePayload(payload)
await closeDatabase()
process.exit()
