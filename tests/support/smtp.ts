import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a server got it: whom it is for, its header fields by their name in lower case, and all of it, line breaks of its encoding undone. */
export type GotMail = { to: string[]; headers: Record<string, string>; words: string }

/** What a server does with a mail: take it, take its words and hang up without an answer, or refuse the recipient, for good or for now. */
export type Behaviour = 'takes' | 'hangsUp' | 'refuses' | 'isBusy'

/** A real mail server on the loopback interface. `url`: for SMTP_URL. `got`: every mail whose words arrived, oldest first. */
export async function openMailServer(): Promise<{ url: string; got: GotMail[]; behave(how: Behaviour): void; close(): Promise<void> }> {
  const got: GotMail[] = []
  let behaviour: Behaviour = 'takes'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (behaviour === 'refuses') return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
      if (behaviour === 'isBusy') return done(Object.assign(new Error('Later, please'), { responseCode: 451 }))
      return done()
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        got.push(read(Buffer.concat(parts).toString(), session.envelope.rcptTo.map(({ address }) => address)))
        if (behaviour === 'hangsUp') for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
        else done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    got,
    behave(how) {
      behaviour = how
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Reads a mail’s fields and words: see `GotMail`. */
export function read(raw: string, to: string[] = []): GotMail {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1)
  const fields = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = Object.fromEntries(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()]))
  const words = Buffer.from(raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString()
  return { to, headers, words }
}
