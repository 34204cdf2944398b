/**
 * Numbers rounded to a step so that they sum to `total` rounded to it: each is rounded down, then what is missing goes
 * step by step to the largest fractions (largest remainder, Hamilton), the earlier first when they are equal. `total`
 * is their sum unless it is given, and lies less than one step per number from it. Answers steps, as whole numbers.
 */
export function roundedTogether(
  values: readonly number[],
  step: number,
  total: number = values.reduce((sum, value) => sum + value, 0),
): number[] {
  // What doubles leave beside a whole number of steps is no fraction.
  const raw = values.map((value) => Number((value / step).toFixed(6)))
  const steps = raw.map(Math.floor)
  const left = Math.round(total / step) - steps.reduce((sum, one) => sum + one, 0)
  const fraction = (at: number) => raw[at]! - steps[at]!
  const order = [...raw.keys()].sort((a, b) => fraction(b) - fraction(a) || a - b)
  for (const at of order.slice(0, Math.max(0, left))) steps[at]! += 1
  return steps.map((one) => one + 0)
}

/**
 * A table rounded to a step so that its rows sum to `rowSums` and its columns to `columnSums`, both in steps and with
 * one total: each row by `roundedTogether`, then single steps move within a row from a column with too much to one with
 * too little, each time where it costs the least accuracy. Answers steps.
 */
export function roundedTable(
  rows: readonly (readonly number[])[],
  step: number,
  rowSums: readonly number[],
  columnSums: readonly number[],
): number[][] {
  const steps = rows.map((row, at) => roundedTogether(row, step, rowSums[at]! * step))
  const error = (row: number, column: number, by: number) =>
    Math.abs(steps[row]![column]! + by - rows[row]![column]! / step)
  for (;;) {
    const over = columnSums.map((sum, at) => steps.reduce((all, row) => all + row[at]!, 0) - sum)
    const [from, to] = [over.findIndex((one) => one > 0), over.findIndex((one) => one < 0)]
    if (from < 0 || to < 0) return steps
    const cost = (row: number) =>
      error(row, from, -1) - error(row, from, 0) + error(row, to, 1) - error(row, to, 0)
    const cheapest = [...steps.keys()].reduce((best, row) => (cost(row) < cost(best) ? row : best), 0)
    steps[cheapest]![from]! -= 1
    steps[cheapest]![to]! += 1
  }
}
