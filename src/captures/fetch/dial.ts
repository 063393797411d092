import { type Socket, connect as connectPlain } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import { SocksClient } from 'socks'
import { objectionToAddress } from './address'
import { FetchFailure, failureOf } from './failure'
import type { LookUp } from './look-up'
import type { Exceptions } from './target'

/** A connection that stands: `address` is the IP address at its other end; null where a proxy chose it. */
export type Line = { socket: Socket; address: string | null }
export type Dial = (host: string, port: number, literal: string | null, signal: AbortSignal) => Promise<Line>

/** Opens a TCP connection to an IP address. The one step that leaves this machine, so that tests can put a recorder in its place. */
export type Connect = (address: string, port: number) => Socket

export type SocksProxy = { host: string; port: number; userId?: string; password?: string }
export type Way = {
  lookUp: LookUp
  connect: Connect
  proxy: SocksProxy | null
  /** "host" or "host:port" → the port of this machine that stands for it. Not null: nothing else is dialled, ever. */
  testHosts: ReadonlyMap<string, { address: string; port: number }> | null
}

/** Dials an IP address as it is. Without `autoSelectFamily`, as there is one address and it was judged. */
export const connectDirectly: Connect = (address, port) => connectPlain({ host: address, port, autoSelectFamily: false })

/** For each of several addresses, so that one that swallows packets does not hide the next. */
const ATTEMPT_MS = 2500

function settled(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: unknown) => {
      signal.removeEventListener('abort', abort)
      socket.removeListener('error', end)
      socket.removeListener(event, succeed)
      // Whoever comes next listens only in a moment; an error until then, or of a dead socket, must not end the process.
      socket.on('error', () => undefined)
      if (error === undefined) return resolve()
      socket.destroy()
      reject(error)
    }
    const succeed = () => end()
    const abort = () => end(signal.reason)
    socket.once('error', end)
    socket.once(event, succeed)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}

async function connectTo(connect: Connect, address: string, port: number, signal: AbortSignal): Promise<Line> {
  const socket = connect(address, port)
  await settled(socket, 'connect', signal)
  return { socket, address }
}

/** A second look where it counts: whatever was decided before, nobody is spoken to at an address that is not public. */
function judgeLine(line: Line): Line {
  const peer = line.socket.remoteAddress
  if (peer === undefined) throw new FetchFailure('reset', 'The server hung up at once.')
  if (objectionToAddress(peer) === null) return line
  line.socket.destroy()
  throw new FetchFailure('refused', 'The connection ended at an address that is not public.')
}

/** The name goes to the proxy as it is (RFC 1928, type 3): nothing is looked up here, which would tell this network who is read. */
export async function throughProxy(proxy: SocksProxy, host: string, port: number, signal: AbortSignal): Promise<Line> {
  const socket = connectPlain({ host: proxy.host, port: proxy.port })
  const abort = () => socket.destroy()
  signal.addEventListener('abort', abort, { once: true })
  try {
    await settled(socket, 'connect', signal)
    await SocksClient.createConnection({ command: 'connect', proxy: { ...proxy, type: 5 }, destination: { host, port }, existing_socket: socket })
  } catch {
    socket.on('error', () => undefined).destroy()
    throw signal.aborted ? signal.reason : new FetchFailure('connect', 'The proxy did not reach the host.')
  } finally {
    signal.removeEventListener('abort', abort)
  }
  // The library leaves it paused, for whoever takes over.
  return { socket, address: null }
}

/** The exceptions that a way to the network brings with it. Under test, all of `.test` is let through, so that a name which is not listed is one that can't be found. */
export function exceptionsOf({ proxy, testHosts }: Pick<Way, 'proxy' | 'testHosts'>): Exceptions {
  const isTestHost = (host: string, port: number) => testHosts !== null && (testHosts.has(`${host}:${port}`) || testHosts.has(host) || host.endsWith('.test'))
  return { isTestHost, takesOnion: proxy !== null }
}

/**
 * Connects to hosts that `judgeHost` let pass, looking names up, and to exactly the address that was judged: a name that
 * answers otherwise the second time finds nobody asking.
 */
export function dialBy({ lookUp, connect, proxy, testHosts }: Way): Dial {
  return async (host, port, literal, signal) => {
    if (testHosts !== null) {
      const local = testHosts.get(`${host}:${port}`) ?? testHosts.get(host)
      if (local === undefined) throw new FetchFailure('dns', `The name ${host} is not among those of this test.`)
      return connectTo(connectDirectly, local.address, local.port, signal)
    }
    if (proxy !== null) return throughProxy(proxy, literal ?? host, port, signal)
    const addresses = literal === null ? await lookUp(host, signal) : [literal]
    let last: unknown
    for (const address of addresses) {
      try {
        const attempt = addresses.length === 1 ? signal : AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)])
        return judgeLine(await connectTo(connect, address, port, attempt))
      } catch (error) {
        if (signal.aborted) throw signal.reason
        if (error instanceof FetchFailure) throw error
        last = error
      }
    }
    throw last instanceof DOMException ? new FetchFailure('connect', 'Nobody answered there in time.') : failureOf(last)
  }
}

/**
 * Puts TLS on a line, for `host`, with the authorities that Node brings along.
 *
 * @throws FetchFailure of class `tls`, where the certificate does not hold or the other side does not speak it.
 */
export async function secured({ socket, address }: Line, host: string, literal: string | null, signal: AbortSignal): Promise<Line> {
  const secure = connectSecure({ socket, servername: literal === null ? host : '', host, ALPNProtocols: ['http/1.1'] })
  try {
    await settled(secure, 'secureConnect', signal)
  } catch (error) {
    socket.destroy()
    if (signal.aborted) throw signal.reason
    const failure = failureOf(error)
    throw failure.failureClass === 'tls' ? failure : new FetchFailure('tls', 'No secure connection came about.')
  }
  return { socket: secure, address }
}
