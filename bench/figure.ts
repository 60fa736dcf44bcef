// A measured figure beside the limit that was promised for it.

export type Figure = { name: string; value: number; unit: string; limit: number; holds: boolean; least?: true }
export type Bench = { name: string; run(): Promise<Figure[]> }

export const atMost = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value,
  unit,
  limit,
  holds: value <= limit,
})

export const atLeast = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value,
  unit,
  limit,
  holds: value >= limit,
  least: true,
})

/** The value below which the share `part` (0 to 1) of the measured ones lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

export const rounded = (value: number, decimals = 1): number => Number(value.toFixed(decimals))

/** What is printed of a benchmark: each figure beside its limit, and for a program one line of JSON as the last. */
export function linesOf(bench: string, figures: readonly Figure[], { json }: { json: boolean }): string[] {
  const lines = figures.map(lineOf)
  if (json) lines.push(JSON.stringify({ bench, figures: figures.map(({ least: _, ...figure }) => figure) }))
  return lines
}

function lineOf({ name, value, unit, limit, holds, least }: Figure): string {
  const shown = unit === 'ratio' ? `${value}` : `${value} ${unit}`
  return `${holds ? '✓' : '✗'} ${name.padEnd(24)} ${shown.padStart(12)}   ${least ? '≥' : '≤'} ${limit}${unit === 'ratio' ? '' : ` ${unit}`}`
}
