import type { DemoImage } from '../documents'
import { chance, cut, gouge, INK, line, PAPER, print, RED, rays, tone, water, type Point, type Random } from './ink'
import { lettering } from './lettering'

/** An open boat with a lantern mast, seen from the side; `x` and `y` are the middle of its waterline. */
export function boat(x: number, y: number, length: number, random: Random, colours: { hull: string; line: string; mast?: boolean } = { hull: INK, line: PAPER }): string {
  const half = length / 2
  const hull: Point[] = [[x - half, y - length * 0.17], [x - half * 0.86, y + length * 0.07], [x + half * 0.8, y + length * 0.07], [x + half, y - length * 0.2], [x + half * 0.55, y - length * 0.11], [x - half * 0.5, y - length * 0.1]]
  const gunwale: Point[] = [[x - half * 0.92, y - length * 0.1], [x - half * 0.4, y - length * 0.05], [x + half * 0.5, y - length * 0.06], [x + half * 0.92, y - length * 0.12]]
  const mast = colours.mast === false ? '' : line([[x - length * 0.05, y - length * 0.08], [x - length * 0.03, y - length * 0.62]], colours.hull, length * 0.022)
  return mast + cut(hull, colours.hull, random, length * 0.006) + line(gunwale, colours.line, Math.max(1.5, length * 0.014))
}

function openTheGrounds(): string {
  const random = chance(1974)
  const sun: Point = [720, 452]
  const boats = [118, 285, 452, 619, 786, 953, 1120, 1287]
  const masts = boats.map((x, index) => [x - 10, 478 - (index % 2) * 22] as const)
  const nets = masts.slice(1).map(([x, top], index) => {
    const [left, leftTop] = masts[index] ?? [x, top]
    const threads: string[] = []
    for (let step = 0; step <= 7; step += 1) {
      const along = step / 7
      const sag = (at: number) => 26 * 4 * at * (1 - at)
      const row: Point[] = Array.from({ length: 9 }, (_, point) => {
        const at = point / 8
        return [left + (x - left) * at, leftTop + (top - leftTop) * at + sag(at) + along * 108]
      })
      threads.push(line(row, PAPER, 2.2))
      threads.push(line([[left + (x - left) * along, leftTop + (top - leftTop) * along + sag(along)], [left + (x - left) * along, leftTop + (top - leftTop) * along + sag(along) + 108]], PAPER, 2.2))
    }
    return threads.join('')
  })
  const inner = [
    rays(sun, 150, 900, [-178, -2], 46, PAPER, random),
    `<circle cx="${sun[0]}" cy="${sun[1]}" r="128" fill="${RED}"/>`,
    water({ left: 0, right: 1440, top: 560, bottom: 760, fill: PAPER, random, rows: 8, density: 0.8 }),
    nets.join(''),
    ...boats.map((x) => boat(x, 622, 168, random, { hull: PAPER, line: INK })),
    cut([[0, 700], [1440, 690], [1440, 960], [0, 960]], INK, random, 3),
    lettering('OPEN THE GROUNDS', 720, 774, 92, PAPER, { weight: 18, random, anchor: 'middle', tracking: 1.7 }),
  ]
  return print(1440, 960, random, inner.join(''))
}

function boatAndWake(): string {
  const random = chance(902)
  const wake = (x: number, depth: number): number => (1 - Math.abs(depth - 0.45)) * (150 * Math.exp(-(((x - 640) / 210) ** 2)) - 70 * Math.exp(-(((x - 330) / 170) ** 2)))
  const cutter: Point[] = [[760, 470], [1500, 455], [1500, 300], [1280, 300], [1262, 210], [1130, 210], [1118, 300], [860, 330], [690, 345]]
  const inner = [
    ...Array.from({ length: 60 }, () => gouge(random() * 1440, 40 + random() * 250, 3 + random() * 5, 3, 0, PAPER)),
    cut(cutter, PAPER, random, 3),
    tone({ x: 740, y: 352, width: 700, height: 100 }, 2, 17, 90, INK, random, 8),
    ...[1150, 1190, 1228].map((x) => `<rect x="${x}" y="236" width="22" height="24" fill="${INK}"/>`),
    line([[1196, 210], [1196, 96]], PAPER, 7),
    line([[1160, 128], [1232, 128]], PAPER, 5),
    water({ left: 0, right: 1440, top: 440, bottom: 930, fill: PAPER, random, rows: 17, height: wake, density: 1.1 }),
    `<g transform="rotate(-24 410 560)">${boat(400, 560, 190, random, { hull: PAPER, line: INK, mast: false })}</g>`,
    `<circle cx="352" cy="502" r="11" fill="${RED}"/>`,
    rays([352, 502], 18, 96, [-200, 20], 15, RED, random),
  ]
  return print(1440, 960, random, inner.join(''))
}

function customsHouse(): string {
  const random = chance(303)
  const wall: Point[] = [[520, 760], [520, 300], [660, 300], [660, 150], [690, 118], [750, 118], [780, 150], [780, 300], [920, 300], [920, 760]]
  const windows = [0, 1, 2].flatMap((row) => [560, 636, 782, 858].map((x) => ({ x, y: 350 + row * 130, isLit: row === 1 })))
  const moon: Point = [1150, 230]
  const inner = [
    rays(moon, 100, 620, [0, 360], 60, PAPER, random),
    `<circle cx="${moon[0]}" cy="${moon[1]}" r="78" fill="${PAPER}"/>`,
    cut([[430, 770], [1010, 770], [1440, 720], [1440, 805], [0, 820], [0, 786]], PAPER, random, 3),
    cut(wall, PAPER, random, 3),
    tone({ x: 526, y: 310, width: 190, height: 440 }, 88, 15, 60, INK, random, 4),
    `<circle cx="720" cy="186" r="34" fill="${INK}"/>`,
    line([[720, 186], [720, 164]], PAPER, 5),
    line([[720, 186], [736, 196]], PAPER, 5),
    ...windows.map(({ x, y, isLit }) => cut([[x, y], [x + 42, y], [x + 42, y + 70], [x, y + 70]], isLit ? RED : INK, random, 2)),
    cut([[690, 640], [720, 610], [750, 640], [750, 760], [690, 760]], INK, random, 2),
    water({ left: 0, right: 1440, top: 812, bottom: 940, fill: PAPER, random, rows: 7, density: 0.9 }),
    ...[[250, 300], [310, 268], [205, 352], [372, 318]].map(([x = 0, y = 0]) => gouge(x, y, 34, 9, -28, PAPER) + gouge(x, y, 34, 9, 208, PAPER)),
  ]
  return print(1440, 960, random, inner.join(''))
}

function threeLamps(): string {
  const random = chance(333)
  const lamp = (x: number, isLit: boolean): string => {
    const glass: Point[] = [[x - 66, 420], [x + 66, 420], [x + 84, 640], [x - 84, 640]]
    const frame = cut([[x - 92, 640], [x + 92, 640], [x + 104, 704], [x - 104, 704]], PAPER, random, 2) + cut([[x - 70, 420], [x - 40, 352], [x + 40, 352], [x + 70, 420]], PAPER, random, 2)
    const handle = line([[x - 40, 352], [x - 54, 268], [x, 232], [x + 54, 268], [x + 40, 352]], PAPER, 9)
    const flame = isLit ? cut([[x, 468], [x + 34, 560], [x, 616], [x - 34, 560]], RED, random, 3) : line([[x, 560], [x, 616]], PAPER, 5)
    const bars = [-28, 28].map((aside) => line([[x + aside, 424], [x + aside * 1.3, 636]], PAPER, 4)).join('')
    return (isLit ? rays([x, 548], 150, 330, [0, 360], 40, PAPER, random) : '') + cut(glass, INK, random, 2) + line([...glass, [x - 66, 420]], PAPER, 7) + flame + bars + frame + handle
  }
  const inner = [lamp(330, true), lamp(720, false), lamp(1110, true), cut([[0, 700], [1440, 700], [1440, 960], [0, 960]], INK, random, 0), cut([[0, 704], [1440, 698], [1440, 730], [0, 736]], PAPER, random, 3), tone({ x: 30, y: 752, width: 1380, height: 160 }, 0, 24, 120, PAPER, random, 6)]
  return print(1440, 960, random, inner.join(''))
}

function radioMast(): string {
  const random = chance(16)
  const top: Point = [720, 210]
  const rungs = Array.from({ length: 9 }, (_, index) => {
    const depth = (index + 1) / 10
    const y = 210 + 560 * depth
    const half = 10 + 96 * depth
    const next = 210 + 560 * (depth + 0.1)
    const nextHalf = 10 + 96 * (depth + 0.1)
    return line([[720 - half, y], [720 + half, y]], PAPER, 6) + line([[720 - half, y], [720 + nextHalf, next]], PAPER, 4) + line([[720 + half, y], [720 - nextHalf, next]], PAPER, 4)
  })
  const arcs = [120, 210, 300, 390, 480].map((radius, index) => {
    const arc = (from: number, to: number): Point[] => Array.from({ length: 25 }, (_, step) => {
      const angle = ((from + ((to - from) * step) / 24) * Math.PI) / 180
      return [top[0] + radius * Math.cos(angle), top[1] + radius * Math.sin(angle)]
    })
    const colour = index === 0 ? RED : PAPER
    return line(arc(-38, 38), colour, 15 - index * 2) + line(arc(142, 218), colour, 15 - index * 2)
  })
  const inner = [
    ...arcs,
    line([[710, 210], [618, 770]], PAPER, 9),
    line([[730, 210], [822, 770]], PAPER, 9),
    ...rungs,
    `<circle cx="720" cy="206" r="19" fill="${RED}"/>`,
    cut([[560, 770], [880, 770], [880, 812], [560, 812]], PAPER, random, 3),
    water({ left: 0, right: 1440, top: 800, bottom: 940, fill: PAPER, random, rows: 8 }),
    boat(1190, 776, 120, random, { hull: PAPER, line: INK }),
  ]
  return print(1440, 960, random, inner.join(''))
}

function sisters(): string {
  const random = chance(3)
  const rock = (x: number, foot: number, width: number, height: number): string => {
    const outline: Point[] = [[x - width / 2, foot], [x - width * 0.36, foot - height * 0.5], [x - width * 0.16, foot - height * 0.62], [x - width * 0.05, foot - height], [x + width * 0.14, foot - height * 0.86], [x + width * 0.2, foot - height * 0.5], [x + width * 0.38, foot - height * 0.34], [x + width / 2, foot]]
    const cracks = Array.from({ length: 26 }, () => gouge(x - width * 0.3 + random() * width * 0.55, foot - height * 0.1 - random() * height * 0.42, 26 + random() * 52, 7, 66 + random() * 30, INK)).join('')
    return cut(outline, PAPER, random, 5) + cracks
  }
  const beacon = cut([[706, 300], [746, 300], [756, 430], [696, 430]], PAPER, random, 2) + cut([[690, 250], [762, 250], [762, 300], [690, 300]], INK, random, 1) + line([[690, 250], [762, 250], [762, 300], [690, 300], [690, 250]], PAPER, 7) + line([[726, 250], [726, 212]], PAPER, 6)
  const buoys = Array.from({ length: 9 }, (_, index): string => {
    const x = 96 + index * 158
    const y = 742 + Math.sin(index * 1.1) * 16
    return cut([[x - 15, y], [x + 15, y], [x + 9, y - 34], [x - 9, y - 34]], RED, random, 1.5) + gouge(x - 30, y + 8, 60, 7, 0, PAPER)
  })
  const stars = Array.from({ length: 90 }, () => gouge(random() * 1440, 50 + random() * 420, 4 + random() * 6, 4, random() * 360, PAPER))
  const inner = [
    ...stars,
    rock(330, 620, 380, 230),
    rock(720, 640, 430, 250),
    beacon,
    rock(1120, 620, 360, 190),
    cut([[0, 604], [1440, 604], [1440, 960], [0, 960]], INK, random, 3),
    water({ left: 0, right: 1440, top: 606, bottom: 930, fill: PAPER, random, rows: 12, density: 0.95 }),
    ...buoys,
  ]
  return print(1440, 960, random, inner.join(''))
}

const size = { width: 1440, height: 960 }
const credit = 'Printed in the north loft for The Net Loft'

export const HARBOUR_IMAGES: readonly DemoImage[] = [
  { key: 'open-the-grounds', ...size, svg: openTheGrounds, credit, alt: 'Linocut poster: eight boats lie side by side with nets hung between their masts before a red rising sun. Below it the words “Open the grounds”.' },
  { key: 'boat-and-wake', ...size, svg: boatAndWake, credit, alt: 'Linocut: at night, a small open boat with a red lamp tilts on the wake of a large grey cutter without lights.' },
  { key: 'customs-house', ...size, svg: customsHouse, credit, alt: 'Linocut: a three-storey building with a stopped clock at the end of a mole, at night under a full moon. The windows of its second floor are lit red.' },
  { key: 'three-lamps', ...size, svg: threeLamps, credit, alt: 'Linocut: three storm lamps stand in a row. The outer two burn; the one in the middle is out.' },
  { key: 'sisters', ...size, svg: sisters, credit, alt: 'Linocut: three rocks in the sea under stars. The beacon on the middle one is dark. In front of them runs a row of red buoys.' },
  { key: 'radio-mast', ...size, svg: radioMast, credit, alt: 'Linocut: a radio mast above the sea sends out rings; a small boat lies on the water to its right.' },
]
