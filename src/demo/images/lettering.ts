import type { Random } from './ink'

/**
 * Block letters on a grid of four by six, as strokes: a print must not hang on the typefaces of the machine that makes it.
 * Each stroke is a run of points "xy"; a glyph has one or more.
 */
const GLYPHS: Record<string, string> = {
  A: '06 02 20 42 46,04 44', B: '00 30 41 42 33 03,33 44 45 36 06 00', C: '41 30 10 01 05 16 36 45', D: '00 30 42 44 36 06 00', E: '40 00 06 46,03 33', F: '40 00 06,03 33',
  G: '41 30 10 01 05 16 36 45 43 23', H: '00 06,40 46,03 43', I: '20 26', K: '00 06,40 03 46', L: '00 06 46', M: '06 00 23 40 46', N: '06 00 46 40', O: '10 30 41 45 36 16 05 01 10',
  P: '06 00 30 41 42 33 03', Q: '10 30 41 45 36 16 05 01 10,24 46', R: '06 00 30 41 42 33 03,23 46', S: '41 30 10 01 02 13 33 44 45 36 16 05', T: '00 40,20 26', U: '00 05 16 36 45 40', V: '00 26 40', W: '00 16 23 36 40', Y: '00 23 40,23 26',
  '0': '10 30 41 45 36 16 05 01 10', '1': '11 20 26,06 46', '2': '01 10 30 41 42 06 46', '3': '00 40 22 32 43 45 36 16 05', '4': '36 30 04 44', '5': '40 00 03 33 44 45 36 06',
  '6': '40 20 02 05 16 36 45 44 33 03', '7': '00 40 16', '8': '10 30 41 42 33 13 02 01 10,13 04 05 16 36 45 44 33', '9': '06 26 44 41 30 10 01 02 13 43', ',': '25 26 17', '.': '26 26', '-': '13 33',
}

/** Words in block letters. `height` of a letter in pixels; `weight` of its stroke; a random hand makes it waver. */
export function lettering(words: string, x: number, y: number, height: number, colour: string, options: { weight?: number; random?: Random; anchor?: 'start' | 'middle' | 'end'; tracking?: number } = {}): string {
  const unit = height / 6
  const advance = unit * (4 + (options.tracking ?? 2.1))
  const narrow = (letter: string): number => (letter === ' ' ? 0.62 : letter === 'I' || letter === ',' || letter === '.' ? 0.5 : 1)
  const width = [...words].reduce((sum, letter) => sum + advance * narrow(letter), 0) - (advance - unit * 4)
  let left = options.anchor === 'middle' ? x - width / 2 : options.anchor === 'end' ? x - width : x
  const waver = () => (options.random === undefined ? 0 : (options.random() - 0.5) * unit * 0.22)
  const paths = [...words].map((letter) => {
    const shift = narrow(letter) === 0.5 ? -unit * 1.3 : 0
    const strokes = (GLYPHS[letter] ?? '').split(',').filter((stroke) => stroke !== '')
    const drawn = strokes.map((stroke) => {
      const points = stroke.split(' ').map(([column, row]) => `${(left + shift + Number(column) * unit + waver()).toFixed(1)} ${(y + Number(row) * unit + waver()).toFixed(1)}`)
      return `M${points.join('L')}`
    })
    left += advance * narrow(letter)
    return drawn.join('')
  })
  return `<path fill="none" stroke="${colour}" stroke-width="${options.weight ?? unit * 1.15}" stroke-linejoin="miter" stroke-miterlimit="2" stroke-linecap="square" d="${paths.join('')}"/>`
}
