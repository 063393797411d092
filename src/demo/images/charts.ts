import type { DemoImage } from '../documents'
import { chance, cut, gouge, INK, line, PAPER, RED, sheet, tone, type Point } from './ink'
import { lettering } from './lettering'

const dashes = 'stroke-dasharray="3 17"'

/** A ring round a point, closed. */
function ring(centre: Point, radius: number): Point[] {
  return Array.from({ length: 73 }, (_, step): Point => [centre[0] + radius * Math.cos((step * Math.PI) / 36), centre[1] + radius * Math.sin((step * Math.PI) / 36)])
}

function zoneMap(): string {
  const random = chance(202)
  const mile = 86
  const terminal: Point = [770, 560]
  const coast: Point[] = [[0, 0], [250, 0], [318, 90], [296, 168], [372, 236], [420, 318], [402, 402], [446, 470], [430, 560], [398, 640], [440, 720], [424, 800], [352, 872], [300, 930], [330, 1010], [280, 1080], [0, 1080]]
  const land = coast.map(([x, y]) => `${x} ${y}`).join('L')
  const depths = [96, 190, 300].map((away, index) => {
    const contour = coast.slice(1, -1).map(([x, y], at): Point => [x + away + Math.sin(at * 1.3 + index) * 26, y + Math.cos(at + index * 2) * 12])
    return line(contour, INK, 1.6, 'stroke-opacity="0.45"')
  })
  const hatch = Array.from({ length: 96 }, (_, index) => line([[terminal[0] - 900 + index * 22, 0], [terminal[0] - 1400 + index * 22, 1080]], RED, 3.2)).join('')
  const sisters: Point[] = [[596, 300], [640, 262], [690, 286]]
  const inner = [
    ...depths,
    `<clipPath id="zone"><circle cx="${terminal[0]}" cy="${terminal[1]}" r="${mile * 5}"/></clipPath>`,
    `<g clip-path="url(#zone)">${hatch}</g>`,
    line(ring(terminal, mile * 5), RED, 8),
    `<path fill="${INK}" d="M${land}Z"/>`,
    tone({ x: 0, y: 20, width: 250, height: 1040 }, 62, 46, 60, PAPER, random, 6),
    line(ring(terminal, mile), INK, 6, 'stroke-dasharray="16 14"'),
    cut([[terminal[0] - 40, terminal[1] - 12], [terminal[0] + 34, terminal[1] - 12], [terminal[0] + 50, terminal[1]], [terminal[0] + 34, terminal[1] + 12], [terminal[0] - 40, terminal[1] + 12]], INK, random, 1.5),
    line([[450, 520], [terminal[0] - 40, terminal[1]]], INK, 5, dashes),
    ...sisters.map(([x, y], index) => cut([[x - 13, y + 9], [x, y - 14], [x + 14, y + 8]], INK, chance(index + 3), 1)),
    `<circle cx="352" cy="872" r="15" fill="${PAPER}" stroke="${INK}" stroke-width="7"/><circle cx="318" cy="92" r="11" fill="${PAPER}" stroke="${INK}" stroke-width="6"/>`,
    `<rect x="16" y="842" width="318" height="60" fill="${INK}"/>`,
    lettering('MARSA DELLUM', 322, 860, 25, PAPER, { weight: 4.6, anchor: 'end', tracking: 1.8 }),
    `<rect x="76" y="62" width="222" height="60" fill="${INK}"/>`,
    lettering('AIN SIRRA', 290, 80, 25, PAPER, { weight: 4.6, anchor: 'end', tracking: 1.8 }),
    lettering('N', 1320, 92, 44, INK, { weight: 8, anchor: 'middle' }),
    line([[1320, 262], [1320, 166]], INK, 6),
    cut([[1298, 196], [1320, 150], [1342, 196]], INK, random, 1),
    line([[1320 - 172, 1010], [1320, 1010]], INK, 7),
    line([[1320 - 172, 994], [1320 - 172, 1026]], INK, 5), line([[1320 - 86, 1000], [1320 - 86, 1020]], INK, 4), line([[1320, 994], [1320, 1026]], INK, 5),
    lettering('2 NM', 1234, 960, 22, INK, { weight: 4.4, anchor: 'middle' }),
  ]
  return sheet(1440, 1080, inner.join(''))
}

const LANDINGS: readonly (readonly [year: string, tonnes: number, closed: number])[] = [
  ['2018', 3020, 0], ['2019', 3140, 0], ['2020', 2870, 0], ['2021', 3060, 0], ['2022', 3110, 0], ['2023', 2980, 0], ['2024', 2140, 0.3], ['2025', 1190, 1],
]

function landingsChart(): string {
  const random = chance(3110)
  const base = 800
  const scale = 0.2
  const bars = LANDINGS.map(([year, tonnes, closed], index) => {
    const x = 170 + index * 154
    const top = base - tonnes * scale
    const split = base - tonnes * scale * closed
    const bar = (from: number, to: number, fill: string) => (to - from < 2 ? '' : cut([[x, from], [x + 104, from], [x + 104, to], [x, to]], fill, random, 2))
    const grain = tone({ x: x + 8, y: top + 16, width: 70, height: Math.max(0, base - top - 30) }, 90, 34, 30, PAPER, random, 2.4)
    return bar(top, split, INK) + bar(split, base, RED) + grain + lettering(year, x + 52, base + 36, 27, INK, { weight: 5.2, anchor: 'middle' }) + lettering(`${tonnes.toLocaleString('en')}`, x + 52, top - 44, 21, INK, { weight: 4, anchor: 'middle', tracking: 1.7 })
  })
  const rules = [1000, 2000, 3000].map((tonnes) => line([[110, base - tonnes * scale], [1400, base - tonnes * scale]], INK, 1.4, 'stroke-opacity="0.35"'))
  return sheet(1440, 960, [...rules, ...bars, line([[110, base + 3], [1400, base + 3]], INK, 7), lettering('TONNES LANDED', 112, 66, 34, INK, { weight: 6.6 })].join(''))
}

function twoTracks(): string {
  const random = chance(192)
  const edge: Point[] = Array.from({ length: 40 }, (_, step): Point => [120 + step * 32, 250 + 0.00021 * (step * 32 - 600) ** 2])
  const amira: Point[] = Array.from({ length: 41 }, (_, minute): Point => [430 + minute * 9 + Math.sin(minute * 0.7) * 22, 560 + Math.cos(minute * 0.5) * 26 - minute * 1.1])
  const end = amira.at(-1) ?? [0, 0]
  const wathiq: Point[] = Array.from({ length: 23 }, (_, minute): Point => {
    const left = 22 - minute
    return [end[0] + 14 - left * 33, end[1] - 26 - left * 13 - 0.42 * left ** 2 + (left < 8 ? 0 : (left - 8) * 4)]
  })
  const after: Point[] = Array.from({ length: 9 }, (_, minute): Point => [end[0] + 14 + (minute + 1) * 34, end[1] - 26 + (minute + 1) * 15])
  const dots = (points: readonly Point[], fill: string, size: number) => points.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size}" fill="${fill}"/>`).join('')
  const sea = Array.from({ length: 150 }, () => gouge(60 + random() * 1300, 60 + random() * 840, 30 + random() * 46, 3, -4 + random() * 8, INK)).join('')
  const inner = [
    `<g opacity="0.16">${sea}</g>`,
    line(edge, INK, 5, 'stroke-dasharray="20 16"'),
        line(amira, INK, 3.4),
    dots(amira, INK, 6),
    line([...wathiq, ...after], RED, 3.4),
    dots([...wathiq, ...after], RED, 6),
    `<circle cx="${end[0].toFixed(1)}" cy="${end[1].toFixed(1)}" r="34" fill="none" stroke="${INK}" stroke-width="5"/>`,
    lettering('04.43', end[0] - 40, end[1] + 58, 32, INK, { weight: 6 }),
    lettering('AMIRA', 300, 640, 30, INK, { weight: 5.6 }),
    lettering('WATHIQ', 430, 190, 30, RED, { weight: 5.6 }),
    line([[1100, 850], [1300, 850]], INK, 6), line([[1100, 836], [1100, 864]], INK, 5), line([[1300, 836], [1300, 864]], INK, 5),
    lettering('1 NM', 1200, 792, 26, INK, { weight: 5, anchor: 'middle' }),
  ]
  return sheet(1440, 960, inner.join(''))
}

function tally(): string {
  const random = chance(219)
  const days = 219
  const marks = Array.from({ length: Math.ceil(days / 5) }, (_, gate) => {
    const x = 108 + (gate % 9) * 140
    const y = 96 + Math.floor(gate / 9) * 164
    const inGate = Math.min(5, days - gate * 5)
    const isLast = gate === Math.ceil(days / 5) - 1
    const strokes = Array.from({ length: Math.min(4, inGate) }, (__, stroke) => gouge(x + stroke * 24 + random() * 5, y + random() * 8, 104 + random() * 10, 19, 90 + (random() - 0.5) * 7, isLast ? RED : INK, (random() - 0.5) * 6))
    const bar = inGate === 5 ? gouge(x - 20, y + 86 + random() * 8, 128, 18, -32 + random() * 6, isLast ? RED : INK) : ''
    return strokes.join('') + bar
  })
  return sheet(1440, 960, marks.join(''))
}

const credit = 'Tomas Ackery / The Net Loft'

export const CHART_IMAGES: readonly DemoImage[] = [
  { key: 'zone-map', width: 1440, height: 1080, svg: zoneMap, credit, alt: 'Map of a coast with the towns of Marsa Dellum in the south and Ain Sirra in the north. Off it, a small dashed ring lies within a large red hatched circle that reaches the shore and takes in three rocks.' },
  { key: 'landings-chart', width: 1440, height: 960, svg: landingsChart, credit, alt: 'Bar chart of tonnes landed per year: about 3,000 from 2018 to 2023, then 2,140 in 2024 and 1,190 in 2025.' },
  { key: 'two-tracks', width: 1440, height: 960, svg: twoTracks, credit, alt: 'Chart of two tracks. A black one wanders outside a dashed line. A red one comes straight from within it, meets the black one’s end, marked 04.43, and goes on.' },
  { key: 'tally', width: 1440, height: 960, svg: tally, credit: 'Printed in the north loft for The Net Loft', alt: 'Hand-cut tally marks in gates of five, 219 strokes; the last four are red.' },
]
