import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, type Server, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, type Packet, TRUNCATED_RESPONSE, decode, encode, streamDecode, streamEncode } from 'dns-packet'
import { build } from 'esbuild'
import type { Program } from '../../src/captures/fetch/program'

/** What a name server answers to a question that was asked `times` times before; null lets the asker wait. */
export type Zone = Record<string, (type: 'A' | 'AAAA', times: number) => Answer[] | 'SERVFAIL' | 'REFUSED' | null>

const A_UDP_ANSWER = 1200
const CODES = { SERVFAIL: 2, REFUSED: 5 }

function listening(server: Server, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)))
}

/** A name server on a port of this machine, over UDP and TCP, that knows only `zone`. `asked` are the names it was asked for. */
export async function openNameServer(zone: Zone): Promise<{ address: string; asked: string[]; close(): void }> {
  const asked: string[] = []
  const times = new Map<string, number>()
  const answer = (question: Packet, isTcp: boolean): Packet | null => {
    const { name, type } = question.questions![0] as { name: string; type: 'A' | 'AAAA' }
    asked.push(name)
    const key = `${name} ${type}`
    const answers = zone[name]?.(type, times.get(key) ?? 0) ?? (name in zone ? null : [])
    times.set(key, (times.get(key) ?? 0) + 1)
    if (answers === null) return null
    const reply: Packet = { type: 'response', id: question.id!, flags: 0x0180, questions: question.questions!, answers: [] }
    if (typeof answers === 'string') return { ...reply, flags: 0x0180 | CODES[answers] }
    const full = { ...reply, answers }
    return !isTcp && encode(full).length > A_UDP_ANSWER ? { ...reply, flags: 0x0180 | TRUNCATED_RESPONSE } : full
  }
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      const reply = answer(streamDecode(bytes), true)
      if (reply !== null) socket.write(streamEncode(reply))
    })
  })
  const port = await listening(tcp)
  const udp = createSocket('udp4')
  udp.on('message', (bytes, from) => {
    const reply = answer(decode(bytes), false)
    if (reply !== null) udp.send(encode(reply), from.port, from.address)
  })
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${port}`,
    asked,
    close() {
      udp.close()
      tcp.close()
    },
  }
}

/** A server that nobody may come to. */
export async function openTrap(): Promise<{ port: number; caught: () => number; close(): void }> {
  let caught = 0
  const server = createServer((socket) => {
    caught++
    socket.destroy()
  })
  return { port: await listening(server), caught: () => caught, close: () => server.close() }
}

/** A folder of its own for a test's spool. */
export function spoolFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-spool-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A program for the fetcher's place, one file that holds all it needs, with `words` as further arguments. */
export async function programOf(source: string, words: (string | number)[] = []): Promise<Program & { remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-program-'))
  const file = join(folder, 'program.cjs')
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, platform: 'node', target: 'node24', format: 'cjs', write: false, outfile: file, logLevel: 'error' })
  const args = `process.argv.push(${words.map((word) => JSON.stringify(String(word))).join(', ')});\n`
  writeFileSync(file, `${args}${outputFiles[0]!.text}`)
  return { file, reads: [folder], remove: () => rmSync(folder, { recursive: true, force: true }) }
}
