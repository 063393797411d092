/** Sends a release out as the desk does when a publisher presses the button, in a process that can be killed. */
import { database } from '../../src/platform/database'
import { release } from '../../src/publishing/releases/release'

// Connected and loaded before the order comes, so that a kill meets the act and not the start.
await database().query('select 1')
process.on('message', (order: { release: string; publisher: string }) => {
  release(order.release, { id: order.publisher, roles: ['publisher'] }).then(
    () => process.send?.('done'),
    () => process.send?.('failed'),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
