import type { PublicSiteSettings } from '@/record/projections'

/** Where browsers look for it unasked. Without one there, each new reader's browser would ask the desk's server in vain. */
export const ICON_PATH = '/favicon.ico'

const SIZE = 16
const INK = '#14110e'
const PAPER = '#fbf7ee'

// A printed sheet, row by row: # ink, . paper, o the site's colour.
const SHEET = ['################', ...Array<string>(2).fill('#..............#'), ...Array<string>(3).fill('#..oooooooooo..#'), '#..............#', '#..##########..#', '#..............#', '#..##########..#', '#..............#', '#..##########..#', '#..............#', '#..######......#', '#..............#', '################']

/**
 * The mark that browsers show beside a page's title: a printed sheet with a headline in the site's colour, as an ICO file
 * of one uncompressed 32-bit image of 16 × 16 pixels.
 */
export function icon({ accent }: Pick<PublicSiteSettings, 'accent'>): Buffer {
  const colours: Record<string, Buffer> = { '#': pixel(INK), '.': pixel(PAPER), o: pixel(accent.light) }
  // The rows of a bitmap go from the lowest to the highest, and a mask of one bit a pixel follows that covers nothing.
  const pixels = Buffer.concat(SHEET.toReversed().flatMap((row) => Array.from(row, (mark) => colours[mark] as Buffer)))
  const mask = Buffer.alloc(SIZE * 4)
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(SIZE, 4)
  header.writeInt32LE(SIZE * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  header.writeUInt32LE(pixels.byteLength + mask.byteLength, 20)
  const directory = Buffer.alloc(22)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(1, 4)
  directory.writeUInt8(SIZE, 6)
  directory.writeUInt8(SIZE, 7)
  directory.writeUInt16LE(1, 10)
  directory.writeUInt16LE(32, 12)
  directory.writeUInt32LE(header.byteLength + pixels.byteLength + mask.byteLength, 14)
  directory.writeUInt32LE(directory.byteLength, 18)
  return Buffer.concat([directory, header, pixels, mask])
}

/** Blue, green, red and opacity of a hexadecimal colour of three or six digits. */
function pixel(colour: string): Buffer {
  const digits = colour.length === 4 ? Array.from(colour.slice(1), (digit) => digit + digit).join('') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = Buffer.from(digits, 'hex')
  return Buffer.from([blue, green, red, 255])
}
