/** What the demo's prints are cut with: three colours, a steady hand, and chance that falls the same way each time. */

export const INK = '#17130e'
export const PAPER = '#fbf8f1'
export const RED = '#b02a1c'

export type Point = readonly [x: number, y: number]
export type Random = () => number

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function chance(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const n = (value: number): string => value.toFixed(1)

/** A filled shape whose edge wavers by up to `waver` pixels, as one cut by hand. */
export function cut(points: readonly Point[], fill: string, random: Random, waver = 2.5): string {
  const edge: Point[] = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length] ?? point
    const steps = Math.max(1, Math.round(Math.hypot(next[0] - point[0], next[1] - point[1]) / 28))
    return Array.from({ length: steps }, (_, step): Point => {
      const along = step / steps
      const off = () => (random() - 0.5) * 2 * waver
      return [point[0] + (next[0] - point[0]) * along + off(), point[1] + (next[1] - point[1]) * along + off()]
    })
  })
  return `<path fill="${fill}" d="M${edge.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z"/>`
}

/** One stroke of a gouge: it enters thin, widens, and leaves thin. `angle` in degrees, `bend` sideways in pixels. */
export function gouge(x: number, y: number, length: number, width: number, angle: number, fill: string, bend = 0): string {
  const turn = (angle * Math.PI) / 180
  const at = (along: number, aside: number): string => `${n(x + along * Math.cos(turn) - aside * Math.sin(turn))} ${n(y + along * Math.sin(turn) + aside * Math.cos(turn))}`
  return `<path fill="${fill}" d="M${at(0, 0)}Q${at(length * 0.45, bend - width / 2)} ${at(length, 0)}Q${at(length * 0.55, bend + width / 2)} ${at(0, 0)}Z"/>`
}

/** Wedges of light round a point, from one radius to another, between two angles in degrees. */
export function rays(centre: Point, from: number, to: number, between: readonly [number, number], count: number, fill: string, random: Random): string {
  const [start, end] = between
  return Array.from({ length: count }, (_, index) => {
    const angle = start + ((end - start) * (index + 0.5)) / count + (random() - 0.5) * 2
    const turn = (angle * Math.PI) / 180
    const inner = from * (0.95 + random() * 0.2)
    return gouge(centre[0] + inner * Math.cos(turn), centre[1] + inner * Math.sin(turn), (to - inner) * (0.72 + random() * 0.28), 7 + random() * 9, angle, fill)
  }).join('')
}

/** Water: rows of strokes that swell towards the viewer, between two heights. `height` says how far a row is lifted at x. */
export function water(options: { left: number; right: number; top: number; bottom: number; fill: string; random: Random; rows?: number; height?: (x: number, depth: number) => number; density?: number }): string {
  const { left, right, top, bottom, fill, random, rows = 15, height = () => 0, density = 1 } = options
  const strokes: string[] = []
  for (let row = 0; row < rows; row += 1) {
    const depth = (row + 0.5) / rows
    const y = top + (bottom - top) * depth ** 1.35
    const length = 26 + depth * 120
    for (let x = left - random() * length; x < right; x += (length * (1.05 + random() * 0.9)) / density) {
      const lift = height(x + length / 2, depth)
      const slope = Math.atan2(height(x + length, depth) - height(x, depth), length) * (180 / Math.PI)
      strokes.push(gouge(x, y - lift + (random() - 0.5) * 6, length * (0.7 + random() * 0.5), 3 + depth * 9, -slope, fill, (random() - 0.5) * 8))
    }
  }
  return strokes.join('')
}

/** Short strokes that leave a surface grey, all in one direction. */
export function tone(box: { x: number; y: number; width: number; height: number }, angle: number, spacing: number, length: number, fill: string, random: Random, weight = 5): string {
  const strokes: string[] = []
  for (let y = box.y; y < box.y + box.height; y += spacing) {
    for (let x = box.x; x < box.x + box.width; x += length * 1.3) {
      strokes.push(gouge(x + random() * length * 0.5, y + (random() - 0.5) * spacing * 0.7, length * (0.6 + random() * 0.6), weight * (0.6 + random() * 0.6), angle + (random() - 0.5) * 8, fill))
    }
  }
  return strokes.join('')
}

/** A sheet with a block printed on it: paper round the edge, ink within. */
export function print(width: number, height: number, random: Random, inner: string, ground: string = INK): string {
  const margin = Math.round(Math.min(width, height) * 0.035)
  const block: Point[] = [[margin, margin], [width - margin, margin], [width - margin, height - margin], [margin, height - margin]]
  const clip = `<clipPath id="block"><rect x="${margin + 2}" y="${margin + 2}" width="${width - 2 * margin - 4}" height="${height - 2 * margin - 4}"/></clipPath>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${clip}</defs><rect width="100%" height="100%" fill="${PAPER}"/>${cut(block, ground, random, 2)}<g clip-path="url(#block)">${inner}</g></svg>`
}

/** A sheet of paper that is drawn on rather than printed from a block. */
export function sheet(width: number, height: number, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${PAPER}"/>${inner}</svg>`
}

/** A line of even width through some points. */
export function line(points: readonly Point[], stroke: string, width: number, extra = ''): string {
  return `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round" ${extra} d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}"/>`
}
