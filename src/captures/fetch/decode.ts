import { Duplex, Readable, Transform, pipeline } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { FetchFailure } from './failure'
import { MAX_RATIO, RATIO_COUNTS_FROM } from './limits'

/** RFC 9659: content coded with zstd needs no larger window than 8 MB; without this a frame could ask for 128. */
const ZSTD_WINDOW_LOG = 23
const MOST_CODINGS = 2

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** "deflate" means zlib's format (RFC 9110 8.4.1.2), but some servers send it bare; the first byte tells. */
async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pieces = packed[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done === true) return
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8
  const unpacked = isZlib ? createInflate() : createInflateRaw()
  // An error comes out of the last of them, to whoever reads it.
  pipeline(Readable.from(withFirst(first.value, pieces)), unpacked, () => undefined)
  yield* unpacked
}

function decoder(coding: string): Duplex | null {
  switch (coding) {
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return Duplex.from(inflated)
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } })
    default:
      throw new FetchFailure('protocol', 'The page is packed in a way that was not asked for.')
  }
}

/**
 * The streams that undo `Content-Encoding`, to be piped in order.
 *
 * @throws FetchFailure of class `protocol` for a coding that was not asked for, or more than two.
 */
export function decoders(contentEncoding: string): Duplex[] {
  const codings = contentEncoding.toLowerCase().split(',').map((coding) => coding.trim()).filter((coding) => coding !== '')
  const streams = codings.slice(0, MOST_CODINGS + 1).reverse().map(decoder).filter((stream) => stream !== null)
  if (streams.length > MOST_CODINGS) throw new FetchFailure('protocol', 'The page is packed too many times over.')
  return streams
}

/** Counts what passes and ends the stream with `FetchFailure` when it is more than `most` bytes. */
export function atMost(most: number, count: (bytes: number) => void = () => undefined): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      count(chunk.length)
      done(total > most ? new FetchFailure('tooLarge', `The page is larger than ${most} bytes.`) : null, chunk)
    },
  })
}

/** Ends the stream when what passes is out of all proportion to `transferred()`, the bytes that came over the line so far. */
export function noBomb(transferred: () => number): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      const isBomb = total > RATIO_COUNTS_FROM && total > transferred() * MAX_RATIO
      done(isBomb ? new FetchFailure('bomb', 'The page unpacks to far more than was sent.') : null, chunk)
    },
  })
}
