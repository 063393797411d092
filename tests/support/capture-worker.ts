/** The worker as a process of its own, with a fetcher to local servers: `capture-worker.ts site.test=127.0.0.1:4010,…`. */
import { useFetcher } from '../../src/captures/fetcher'
import { spoolFolder } from '../../src/captures/keep/files'
import { startWorker } from '../../src/jobs/worker'
import { plainFetcher } from './plain-fetcher'

useFetcher(plainFetcher(spoolFolder(), Object.fromEntries((process.argv[2] ?? '').split(',').map((pair) => pair.split('=') as [string, string]))))
await startWorker()
process.send?.('ready')
