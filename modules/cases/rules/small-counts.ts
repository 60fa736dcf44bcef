// Small counts are hidden before a table of counts leaves, and so much more beside them that nothing hidden can be computed
// from what is shown. Zeros are shown: that a place has nobody is said of nobody.
//
// Rows are communes, with a total below; parts are columns that add up to the whole of a row. What keeps a hidden cell unknown:
// - in a column whose total is shown at least two cells are hidden, and together they leave each at least `least` values;
// - of totals that add up to the whole total two are hidden or none, over cells of two rows;
// - the whole of a row is hidden with any part of it, so that rows tell nothing that columns do not tell;
// - what is counted within the whole (late) is hidden where the whole is, and judged by all that bounds it;
// - what is hidden beside a small cell is chosen in a secret order that does not look at values, the same in every month: to
//   know which cells are the small ones, or to compare two months, does not help.

export type CountedRow = { id: string; counts: Readonly<Record<string, number>> }
export type CountColumns = {
  parts: readonly string[]
  whole: string
  /** Columns that stand by themselves. */
  alone: readonly string[]
  /** Counted among the whole. */
  within: readonly string[]
  /** Counted among the whole, and never said by row. */
  totalOnly: readonly string[]
}
/** Null: hidden. */
export type SafeCounts = Record<string, number | null>
export type SafeTable = { rows: { id: string; counts: SafeCounts }[]; total: SafeCounts }
export type SafetyRules = { least: number; order: (row: string, column: string) => string }

type Cell = { row: string; value: number }
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const isSmall = (value: number, least: number): boolean => value > 0 && value < least

export function safeTable(rows: readonly CountedRow[], columns: CountColumns, rules: SafetyRules): SafeTable {
  const settled = new Map(
    [...columns.parts, ...columns.alone].map((name) => [name, settleColumn(cellsOf(rows, name), name, rules)]),
  )
  const parts = columns.parts.map((name) => settled.get(name) as Column)
  const wholeShown = settleTotals(parts, rules)
  const wholes = new Map(rows.map(({ id }) => [id, wholeOf(id, parts)]))
  const within = columns.within.map((name) => settleWithin(cellsOf(rows, name), name, { wholes, wholeShown }, rules))
  const all = [...settled.values(), ...within]
  const whole = sum(parts.flatMap(({ cells }) => cells.map(({ value }) => value)))
  return {
    rows: rows.map(({ id }) => ({
      id,
      counts: {
        ...Object.fromEntries(all.map(({ name, cells, hidden }) => [name, hidden.has(id) ? null : valueIn(cells, id)])),
        [columns.whole]: wholes.get(id)?.shown ?? null,
        ...Object.fromEntries(columns.totalOnly.map((name) => [name, null])),
      },
    })),
    total: {
      ...Object.fromEntries(all.map((column) => [column.name, column.totalHidden ? null : totalOf(column)])),
      [columns.whole]: wholeShown ? whole : null,
      ...Object.fromEntries(
        columns.totalOnly.map((name) => {
          const count = sum(cellsOf(rows, name).map(({ value }) => value))
          return [name, count === 0 || (wholeShown && count >= rules.least) ? count : null]
        }),
      ),
    },
  }
}

type Column = { name: string; cells: readonly Cell[]; hidden: Set<string>; totalHidden: boolean }
const cellsOf = (rows: readonly CountedRow[], name: string): Cell[] =>
  rows.map(({ id, counts }) => ({ row: id, value: counts[name] ?? 0 }))
const valueIn = (cells: readonly Cell[], row: string): number => cells.find((cell) => cell.row === row)?.value ?? 0
const totalOf = ({ cells }: Column): number => sum(cells.map(({ value }) => value))
const hiddenCells = ({ cells, hidden }: Column): Cell[] => cells.filter(({ row }) => hidden.has(row))

/** Each of the hidden cells is at least 1, together they are known: so many values are left to each. */
const valuesLeft = (cells: readonly Cell[]): number =>
  cells.length < 2 ? 1 : sum(cells.map(({ value }) => value)) - cells.length + 1

/** A cell that is shown and is not zero, first in the secret order. */
function nextToHide(columns: readonly Column[], { order }: SafetyRules): { column: Column; row: string } | undefined {
  const shown = columns.flatMap((column) =>
    column.cells.filter(({ row, value }) => value > 0 && !column.hidden.has(row)).map(({ row }) => ({ column, row })),
  )
  return firstBy(shown, ({ column, row }) => order(row, column.name))
}

function firstBy<T>(all: readonly T[], key: (one: T) => string): T | undefined {
  const [first] = all.map((one) => ({ one, key: key(one) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  return first?.one
}

function settleColumn(cells: readonly Cell[], name: string, rules: SafetyRules): Column {
  const small = cells.filter(({ value }) => isSmall(value, rules.least)).map(({ row }) => row)
  const column: Column = { name, cells, hidden: new Set(small), totalHidden: false }
  column.totalHidden = isSmall(totalOf(column), rules.least)
  while (!column.totalHidden && column.hidden.size > 0 && valuesLeft(hiddenCells(column)) < rules.least) {
    const next = nextToHide([column], rules)
    if (next) column.hidden.add(next.row)
    else column.totalHidden = true
  }
  return column
}

/** The row of totals is a table of one row: what is hidden in it must not follow from the whole. Whether that one is shown. */
function settleTotals(parts: readonly Column[], rules: SafetyRules): boolean {
  if (isSmall(sum(parts.map(totalOf)), rules.least)) return false
  for (;;) {
    const veiled = parts.filter(({ totalHidden }) => totalHidden)
    if (veiled.length === 0 || isSafe(veiled, rules.least)) return true
    const more = veiled.length > 1 ? nextToHide(veiled, rules) : undefined
    if (more) {
      more.column.hidden.add(more.row)
      continue
    }
    const other = firstBy(
      parts.filter((column) => !column.totalHidden && totalOf(column) > 0),
      ({ name }) => rules.order('total', name),
    )
    if (!other) return false
    other.totalHidden = true
    const inIt = other.hidden.size === 0 ? nextToHide([other], rules) : undefined
    if (inIt) other.hidden.add(inIt.row)
  }
}

function isSafe(veiled: readonly Column[], least: number): boolean {
  const cells = veiled.flatMap(hiddenCells)
  return veiled.length > 1 && new Set(cells.map(({ row }) => row)).size > 1 && valuesLeft(cells) >= least
}

type Whole = { value: number; shown: number | null; lowest: number; highest: number }

/** What is known of the whole of a row from outside: itself, or between which values it must lie. */
function wholeOf(row: string, parts: readonly Column[]): Whole {
  const value = sum(parts.map(({ cells }) => valueIn(cells, row)))
  if (!parts.some(({ hidden }) => hidden.has(row))) return { value, shown: value, lowest: value, highest: value }
  const known = sum(parts.map(({ cells, hidden }) => (hidden.has(row) ? 0 : valueIn(cells, row))))
  // Columns whose totals are hidden are known together only.
  const open = parts.filter(({ totalHidden }) => totalHidden)
  const groups = [...parts.filter(({ totalHidden }) => !totalHidden).map((column) => [column]), open].map((columns) =>
    columns.flatMap(hiddenCells),
  )
  const own = groups.map((cells) => cells.filter((cell) => cell.row === row).length)
  const most = groups.map((cells, at) =>
    own[at] === 0 ? 0 : sum(cells.map((cell) => cell.value)) - (cells.length - (own[at] ?? 0)),
  )
  return { value, shown: null, lowest: known + sum(own), highest: known + sum(most) }
}

type Around = { wholes: ReadonlyMap<string, Whole>; wholeShown: boolean }

/**
 * Counted among the whole. Where that is hidden so is this, even a zero. The wholes of those rows together are known, so
 * whatever this total says of them fits any way in which they may lie: it tells nothing about parts.
 */
function settleWithin(
  cells: readonly Cell[],
  name: string,
  { wholes, wholeShown }: Around,
  rules: SafetyRules,
): Column {
  const veiled = new Set(cells.filter(({ row }) => wholes.get(row)?.shown === null).map(({ row }) => row))
  const small = cells.filter(({ value }) => isSmall(value, rules.least)).map(({ row }) => row)
  const column: Column = { name, cells, hidden: new Set([...veiled, ...small]), totalHidden: false }
  const total = totalOf(column)
  column.totalHidden = isSmall(total, rules.least) || (!wholeShown && total > 0)
  while (!column.totalHidden && column.hidden.size > 0 && fewestLeft(column, veiled, wholes) < rules.least) {
    const next = nextToHide([column], rules)
    if (next) column.hidden.add(next.row)
    else column.totalHidden = true
  }
  return column
}

function fewestLeft(column: Column, veiled: ReadonlySet<string>, wholes: ReadonlyMap<string, Whole>): number {
  const hidden = hiddenCells(column)
  const together = sum(hidden.map(({ value }) => value))
  const room = sum(hidden.map(({ row }) => wholes.get(row)?.value ?? 0))
  const lowestOf = (row: string) => (veiled.has(row) ? 0 : 1)
  const floor = sum(hidden.map(({ row }) => lowestOf(row)))
  return Math.min(
    ...hidden.map(({ row }) => {
      const { lowest, highest } = wholes.get(row) as Whole
      const least = Math.max(lowestOf(row), together - (room - lowest))
      const most = Math.min(highest, together - (floor - lowestOf(row)))
      return most - least + 1
    }),
  )
}
