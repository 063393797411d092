import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { type Socket, connect } from 'node:net'
import { join } from 'node:path'
import { serveParent } from '../../src/captures/fetch/serve'
import { wayOf } from '../../src/captures/fetch/way'
import { env } from '../../src/env'

// The fetcher with its last step watched, so that no packet leaves this machine: the site's public address stands for a local
// site, other public addresses of the tests refuse, and whatever else is dialled ends at the trap.
const [spoolDir = '', trapPort, sitePort] = process.argv.slice(2)
const SITE = '93.184.215.14'
const PUBLIC = new Set(['1.1.1.1', '8.8.8.8', '2606:4700:4700::1111', '93.184.215.15'])

const note = (file: string, words: string) => appendFileSync(join(spoolDir, file), `${words}\n`)
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: Socket }
  socket.on('connectionAttempt', (address: string, port: number) => note('attempts', `${address} ${port}`))
})

serveParent(
  wayOf(env().fetching, (address) => {
    note('dialled', address)
    if (PUBLIC.has(address)) return connect({ host: '127.0.0.1', port: 1 })
    const socket = connect({ host: '127.0.0.1', port: Number(address === SITE ? sitePort : trapPort) })
    return Object.defineProperty(socket, 'remoteAddress', { value: address, configurable: true })
  }),
  spoolDir,
)
process.on('disconnect', () => process.exit(0))
