import { readdirSync, readFileSync } from 'node:fs'
import type { Measure } from './table'

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

// Proportional set size: pages that processes share are counted once, divided among them.
function kilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/** What all processes below `root`, itself included, hold in memory, in megabytes. */
export function memoryOf(root: number): number {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parentOf(pid)]))
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) as number))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + kilobytes(pid), 0) / 1024
}

/** The memory of a running newsroom, whose processes stand below `root`. */
export function memoryMeasure(root: number, note: string): Measure {
  return { what: 'memory of everything that `npm run up` runs', value: memoryOf(root), unit: 'MB', budget: 600, note }
}
