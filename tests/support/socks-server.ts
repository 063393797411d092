import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

export type SocksServer = { port: number; asked: { host: string; type: number; port: number; user: string | null }[]; close(): void }

/** The pieces of what a socket sends, of just the length that is asked for. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let held = Buffer.alloc(0)
  let wake: () => void = () => undefined
  const more = (piece: Buffer) => {
    held = Buffer.concat([held, piece])
    wake()
  }
  socket.on('data', more)
  return async (length) => {
    while (held.length < length) await new Promise<void>((resolve) => (wake = resolve))
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
}

/**
 * A SOCKS5 server (RFC 1928, with RFC 1929 where `user` is set) that leads every host of `hosts` to a port of this machine
 * and reaches no other. `asked` is what it was asked for, names as they came.
 */
export async function openSocksServer(hosts: Record<string, number>, user: { name: string; password: string } | null = null): Promise<SocksServer> {
  const asked: SocksServer['asked'] = []
  async function serve(socket: Socket): Promise<void> {
    const read = reader(socket)
    const [, methods = 0] = await read(2)
    await read(methods)
    socket.write(Buffer.from([5, user === null ? 0 : 2]))
    let name: string | null = null
    if (user !== null) {
      const [, nameLength = 0] = await read(2)
      name = (await read(nameLength)).toString()
      const [passwordLength = 0] = await read(1)
      const isRight = (await read(passwordLength)).toString() === user.password && name === user.name
      socket.write(Buffer.from([1, isRight ? 0 : 1]))
      if (!isRight) return void socket.end()
    }
    const [, , , type = 0] = await read(4)
    const length = type === 3 ? (await read(1))[0]! : type === 4 ? 16 : 4
    const bytes = await read(length)
    const host = type === 3 ? bytes.toString() : type === 1 ? [...bytes].join('.') : bytes.toString('hex')
    const port = (await read(2)).readUInt16BE()
    asked.push({ host, type, port, user: name })
    const local = hosts[host]
    const answer = (code: number) => socket.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]))
    if (local === undefined) return void answer(4)
    const onward = connect(local, '127.0.0.1', () => {
      answer(0)
      socket.removeAllListeners('data')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
  }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    void serve(socket)
  })
  const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
  return { port, asked, close: () => server.close() }
}
