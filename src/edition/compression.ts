import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** `best` spends time on bytes, for what one publication touches; `quick` is for baking everything. */
export type Effort = 'best' | 'quick'

// Brotli 11 takes some two milliseconds a kilobyte; 5 takes a thirtieth of that for an eighth more bytes, and 6 to 9 gain nothing over 5.
function quality(bytes: number, effort: Effort): number {
  return effort === 'best' && bytes <= 40_000 ? 11 : 5
}

/** The two precompressed forms of a file. Depends on nothing but the bytes and the effort. */
export async function compress(bytes: Buffer, effort: Effort): Promise<{ br: Buffer; gz: Buffer }> {
  const [br, gz] = await Promise.all([
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality(bytes.byteLength, effort),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
    compressGzip(bytes, { level: effort === 'quick' ? 6 : 9 }),
  ])
  return { br, gz }
}

const decompressBrotli = promisify(brotliDecompress)
const decompressGzip = promisify(gunzip)

/** What a compressed form holds; null where that is damaged, or more than `most` octets. */
export async function decompress(packed: Buffer, form: 'br' | 'gz', most: number): Promise<Buffer | null> {
  return (form === 'br' ? decompressBrotli : decompressGzip)(packed, { maxOutputLength: Math.max(1, most) }).catch(() => null)
}
