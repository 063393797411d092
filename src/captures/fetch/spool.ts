import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Writable } from 'node:stream'

export type Kept = { file: string; bytes: number; sha256: string }
/** Gives each body of one ask a file of its own. */
export type Spool = () => { sink: Writable; kept(): Kept; discard(): Promise<void> }

/**
 * A spool below `folder` for the ask named `id`. Files are made anew, never opened, so that nothing that lies there, a link
 * least of all, is written through; nobody but the owner reads them.
 */
export function spoolFor(folder: string, id: string): Spool {
  let count = 0
  return () => {
    const file = join(folder, `${id}-${count++}`)
    const hash = createHash('sha256')
    let bytes = 0
    const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 })
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        bytes += chunk.length
        stream.write(chunk, done)
      },
      final: (done) => void stream.end(done),
      destroy: (error, done) => {
        stream.destroy()
        done(error)
      },
    })
    stream.on('error', (error) => sink.destroy(error))
    return {
      sink,
      kept: () => ({ file: basename(file), bytes, sha256: hash.digest('hex') }),
      async discard() {
        sink.destroy()
        if (!stream.closed) await new Promise<void>((resolve) => stream.once('close', () => resolve()))
        await unlink(file).catch(() => undefined)
      },
    }
  }
}
