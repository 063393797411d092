/** One measured budget: `value` and `budget` are in `unit`; less is better unless `atLeast`. */
export type Measure = { what: string; value: number; unit: string; budget: number; atLeast?: boolean; note?: string }

/** Whether a measure keeps its budget. */
export function keeps({ value, budget, atLeast }: Measure): boolean {
  return atLeast ? value >= budget : value <= budget
}

/** The measures as a Markdown table, with the machine they were taken on left out: what counts are ratios of one run. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.what,
    `${measure.value.toFixed(measure.value < 10 ? 2 : 0)} ${measure.unit}`,
    `${measure.atLeast ? '≥' : '≤'} ${measure.budget} ${measure.unit}`,
    keeps(measure) ? 'kept' : 'MISSED',
    measure.note ?? '',
  ])
  return [['What', 'Measured', 'Budget', '', 'How'], ['---', '---', '---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds that each of `count` runs of `work` took. */
export async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await work(index)
    samples.push(performance.now() - start)
  }
  return samples
}
