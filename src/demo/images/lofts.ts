import type { DemoImage } from '../documents'
import { chance, cut, gouge, INK, line, PAPER, print, RED, rays, tone, water, type Point } from './ink'

function netLoft(): string {
  const random = chance(98)
  const mesh: string[] = []
  // The net hangs from the beam in diamonds; one mesh is torn, and a red thread goes through what is whole round it.
  const at = (column: number, row: number): Point => [110 + column * 62 + Math.sin(row * 0.5) * 10, 210 + row * 46 + Math.sin(column * 0.55) * 26 + column * 2]
  for (let row = 0; row < 15; row += 1) {
    for (let column = 0; column < 20; column += 1) {
      const isTorn = Math.hypot(column - 12, row - 7) < 2.3
      if (isTorn) continue
      const shift = row % 2 === 0 ? 0 : 0.5
      const from = at(column + shift, row)
      mesh.push(line([from, at(column + shift + 0.5, row + 1)], PAPER, 3.4), line([from, at(column + shift - 0.5, row + 1)], PAPER, 3.4))
      mesh.push(`<circle cx="${from[0].toFixed(1)}" cy="${from[1].toFixed(1)}" r="5" fill="${PAPER}"/>`)
    }
  }
  const thread: Point[] = [at(9.5, 6), at(10.5, 7), at(10, 8), at(11, 9), at(12, 9.4), at(13, 9), at(14, 8), at(14.5, 7)]
  const needle: Point[] = [[1015, 560], [1180, 690], [1196, 712], [1168, 704], [1004, 572]]
  const hand: Point[] = [[1120, 640], [1186, 652], [1262, 700], [1380, 740], [1440, 752], [1440, 960], [1300, 940], [1180, 872], [1100, 800], [1062, 742], [1080, 720], [1132, 752], [1150, 738], [1100, 690]]
  const inner = [
    cut([[0, 90], [1440, 76], [1440, 168], [0, 182]], PAPER, random, 4),
    tone({ x: 20, y: 100, width: 1400, height: 66 }, 0, 16, 130, INK, random, 5),
    ...mesh,
    line(thread, RED, 7),
    line([at(14.5, 7), [1010, 566]], RED, 7),
    cut(hand, PAPER, random, 3),
    line([[1132, 752], [1210, 790], [1290, 800]], INK, 7), line([[1160, 700], [1240, 742], [1320, 762]], INK, 6), line([[1096, 800], [1160, 816], [1220, 850]], INK, 6),
    cut(needle, RED, random, 2),
  ]
  return print(1440, 960, random, inner.join(''))
}

function fishAndLine(): string {
  const random = chance(37)
  const fish = (x: number, y: number, length: number, isRed: boolean): string => {
    const colour = isRed ? RED : PAPER
    const body = `<path fill="${colour}" d="M${x} ${y}C${x + length * 0.2} ${y - length * 0.26} ${x + length * 0.62} ${y - length * 0.24} ${x + length * 0.84} ${y - length * 0.03}L${x + length} ${y - length * 0.16}Q${x + length * 0.94} ${y} ${x + length} ${y + length * 0.17}L${x + length * 0.84} ${y + length * 0.03}C${x + length * 0.62} ${y + length * 0.22} ${x + length * 0.2} ${y + length * 0.24} ${x} ${y}Z"/>`
    const scales = Array.from({ length: 5 }, (_, row) => Array.from({ length: 7 }, (__, column) => gouge(x + length * (0.27 + column * 0.075 + (row % 2) * 0.037), y - length * 0.09 + row * length * 0.043, length * 0.045, length * 0.022, 68, INK)).join('')).join('')
    return `${body}${scales}<circle cx="${x + length * 0.12}" cy="${y - length * 0.03}" r="${length * 0.025}" fill="${INK}"/>${line([[x + length * 0.2, y - length * 0.12], [x + length * 0.23, y], [x + length * 0.2, y + length * 0.11]], INK, length * 0.014)}`
  }
  const shoal: readonly (readonly [number, number, number])[] = [[130, 250, 250], [440, 190, 230], [330, 400, 280], [90, 560, 240], [700, 330, 260], [430, 640, 250], [780, 560, 290], [1060, 440, 250], [1120, 690, 240], [160, 780, 220], [830, 780, 230], [1080, 220, 220]]
  const inner = [
    water({ left: 0, right: 1440, top: 60, bottom: 920, fill: PAPER, random, rows: 12, density: 0.34 }),
    ...shoal.map(([x, y, length], index) => fish(x, y, length, index === 6)),
    line(Array.from({ length: 30 }, (_, step): Point => [690 + step * 2 + Math.sin(step) * 3, 20 + step * 32]), RED, 8, 'stroke-dasharray="34 26"'),
  ]
  return print(1440, 960, random, inner.join(''))
}

function letter(): string {
  const random = chance(71)
  const swallow = (x: number, y: number, size: number): string =>
    `<path fill="${INK}" d="M${x} ${y}Q${x - size * 0.5} ${y - size * 0.55} ${x - size * 1.15} ${y - size * 0.5}Q${x - size * 0.6} ${y - size * 0.2} ${x - size * 0.25} ${y + size * 0.16}L${x - size * 0.55} ${y + size * 0.72}L${x - size * 0.12} ${y + size * 0.34}L${x + size * 0.08} ${y + size * 0.8}L${x + size * 0.12} ${y + size * 0.2}Q${x + size * 0.62} ${y - size * 0.1} ${x + size * 1.1} ${y - size * 0.62}Q${x + size * 0.5} ${y - size * 0.5} ${x} ${y}Z"/>`
  const fold: Point[] = [[320, 210], [1120, 186], [1146, 780], [300, 796]]
  const script = Array.from({ length: 11 }, (_, row) => {
    const y = 300 + row * 40
    const words: string[] = []
    for (let x = 1052; x > 410 + (row === 10 ? 380 : random() * 40); ) {
      const length = 26 + random() * 66
      const letters: Point[] = Array.from({ length: Math.round(length / 9) }, (__, step): Point => [x - step * 9, y + Math.sin(step * 1.9 + row) * 5 * random() + (random() < 0.16 ? -13 : 0)])
      words.push(line(letters, INK, 4.4))
      if (random() < 0.5) words.push(`<circle cx="${(x - length / 2).toFixed(1)}" cy="${y + (random() < 0.5 ? 15 : -15)}" r="3" fill="${INK}"/>`)
      x -= length + 18
    }
    return words.join('')
  })
  const inner = [
    rays([720, 500], 380, 900, [0, 360], 70, PAPER, random),
    cut(fold, PAPER, random, 3),
    ...script,
    line([[310, 500], [1134, 486]], INK, 2, 'stroke-opacity="0.5"'),
    `<g transform="rotate(-8 430 720)">${cut([[380, 690], [478, 690], [478, 762], [380, 762]], RED, random, 2)}${line([[392, 726], [466, 726]], PAPER, 5)}</g>`,
    swallow(940, 716, 62),
  ]
  return print(1440, 960, random, inner.join(''))
}

function scale(): string {
  const random = chance(1998)
  const dial = Array.from({ length: 24 }, (_, mark) => {
    const turn = (mark * 15 * Math.PI) / 180
    const inner = mark % 6 === 0 ? 96 : 112
    return line([[720 + inner * Math.cos(turn), 318 + inner * Math.sin(turn)], [720 + 130 * Math.cos(turn), 318 + 130 * Math.sin(turn)]], INK, mark % 6 === 0 ? 9 : 5)
  })
  const fish = (x: number, y: number, length: number, turn: number): string =>
    `<g transform="rotate(${turn} ${x + length / 2} ${y})"><path fill="${INK}" stroke="${PAPER}" stroke-width="5" d="M${x} ${y}C${x + length * 0.2} ${y - length * 0.22} ${x + length * 0.6} ${y - length * 0.2} ${x + length * 0.84} ${y - length * 0.03}L${x + length} ${y - length * 0.14}Q${x + length * 0.95} ${y} ${x + length} ${y + length * 0.14}L${x + length * 0.84} ${y + length * 0.03}C${x + length * 0.6} ${y + length * 0.18} ${x + length * 0.2} ${y + length * 0.2} ${x} ${y}Z"/><circle cx="${x + length * 0.12}" cy="${y - length * 0.02}" r="${length * 0.022}" fill="${PAPER}"/>${line([[x + length * 0.2, y - length * 0.09], [x + length * 0.23, y], [x + length * 0.2, y + length * 0.09]], PAPER, 4)}${Array.from({ length: 7 }, (_, stroke) => gouge(x + length * (0.3 + stroke * 0.07), y - 8 + (stroke % 2) * 14, length * 0.06, 5, 20, PAPER)).join('')}</g>`
  const basket: Point[] = [[430, 690], [1010, 690], [940, 872], [500, 872]]
  const weave = Array.from({ length: 15 }, (_, stake) => line([[462 + stake * 37, 700], [520 + stake * 29.4, 866]], INK, 6)).join('') + [732, 776, 820].map((y) => line([[430 + (y - 690) * 0.38, y], [1010 - (y - 690) * 0.38, y]], INK, 6)).join('')
  const inner = [
    rays([720, 318], 190, 900, [0, 360], 74, PAPER, random),
    line([[720, 40], [720, 170]], PAPER, 16),
    `<circle cx="720" cy="318" r="156" fill="${PAPER}"/><circle cx="720" cy="318" r="156" fill="none" stroke="${INK}" stroke-width="9"/>`,
    ...dial,
    line([[720, 318], [784, 236]], RED, 13),
    `<circle cx="720" cy="318" r="17" fill="${RED}"/>`,
    cut([[702, 470], [738, 470], [738, 540], [702, 540]], PAPER, random, 2),
    line([[430, 690], [720, 536], [1010, 690]], PAPER, 11),
    fish(452, 668, 260, -17), fish(700, 664, 270, 14), fish(560, 650, 280, -4),
    cut(basket, PAPER, random, 4),
    weave,
  ]
  return print(1440, 960, random, inner.join(''))
}

function wrists(): string {
  const random = chance(417)
  const arm = (mirror: boolean): string => {
    const outline: Point[] = [[150, 960], [196, 700], [232, 560], [262, 470], [250, 380], [278, 280], [300, 168], [330, 160], [338, 300], [352, 150], [384, 136], [392, 296], [414, 156], [446, 160], [446, 320], [474, 210], [502, 222], [496, 372], [540, 352], [566, 380], [512, 474], [468, 540], [452, 620], [448, 760], [470, 960]]
    const grain = tone({ x: 240, y: 600, width: 190, height: 340 }, 82, 20, 70, INK, random, 3)
    const band = [0, 1, 2].map((turn) => line([[222, 596 + turn * 24], [300, 626 + turn * 24], [380, 628 + turn * 24], [456, 604 + turn * 24]], RED, 13)).join('')
    const raw = Array.from({ length: 22 }, () => gouge(232 + random() * 200, 590 + random() * 92, 18 + random() * 30, 6, -18 + random() * 36, RED)).join('')
    return `<g${mirror ? ' transform="translate(1440 0) scale(-1 1)"' : ' transform="translate(60 0)"'}>${cut(outline, PAPER, random, 3)}${grain}${band}${raw}</g>`
  }
  return print(1440, 960, random, arm(false) + arm(true))
}

const size = { width: 1440, height: 960 }

export const LOFT_IMAGES: readonly DemoImage[] = [
  { key: 'net-loft', ...size, svg: netLoft, credit: 'Warda Sellane', alt: 'Linocut: a net hangs from a beam, with a hole torn in it. From the right a hand with a needle mends it with red thread.' },
  { key: 'fish-and-line', ...size, svg: fishAndLine, credit: 'Odile Marrant / Salt & Ledger', alt: 'Linocut: a shoal of fish swims to the left through a dashed red line; one of them, just crossing it, is red.' },
  { key: 'scale', ...size, svg: scale, credit: 'Printed in the north loft for The Net Loft', alt: 'Linocut: a hanging scale with a round dial and a red needle, and below it a basket of fish.' },
  { key: 'letter', ...size, svg: letter, credit: 'Printed in the north loft for The Net Loft', alt: 'Linocut: a handwritten letter with a red stamp and a small swallow at its foot, before rays of light.' },
  { key: 'wrists', ...size, svg: wrists, credit: 'After a drawing by a man who was held', notes: 'Always behind a cover. He wants it seen by those who choose to.', alt: 'Drawing of two forearms and open hands. Red bands and raw marks run round both wrists.' },
]
