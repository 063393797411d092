import { openFetcher } from '../../src/captures/fetch/fetcher'

// A process that asks the fetcher for a page which never ends, so that a test can kill it in the middle.
const [spoolDir = '', url = ''] = process.argv.slice(2)
void openFetcher({ spoolDir }).fetch({ url, purpose: 'capture' })
