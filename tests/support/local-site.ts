import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type LocalSite = { port: number; place: string; asked: string[]; close(): Promise<void> }

/** A server on a free port of the loopback interface. `asked` has the path of every request, in order. */
export async function localSite(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<LocalSite> {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    place: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
