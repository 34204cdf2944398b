/**
 * Weights w that make Σ (y − x·w)² least, one for each column of `rows`, by the normal equations with partial
 * pivoting. A column that the others already say gets the weight 0. For a few columns of similar size.
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): number[] {
  const width = rows[0]?.length ?? 0
  const table = Array.from({ length: width }, (_, i) => [
    ...Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    rows.reduce((sum, row, t) => sum + row[i]! * y[t]!, 0),
  ])
  const size = table.map((row, at) => row[at]!)
  const used: number[] = []
  const weights = new Array<number>(width).fill(0)
  for (let column = 0; column < width; column += 1) {
    const free = table.map((_, at) => at).filter((at) => !used.includes(at))
    const pivot = free.reduce((a, b) => (Math.abs(table[b]![column]!) > Math.abs(table[a]![column]!) ? b : a))
    if (Math.abs(table[pivot]![column]!) <= 1e-10 * size[column]!) {
      used.push(-1)
      continue
    }
    used.push(pivot)
    eliminate(table, pivot, column)
  }
  used.forEach((row, column) => {
    if (row >= 0) weights[column] = table[row]![width]! / table[row]![column]!
  })
  return weights
}

function eliminate(table: number[][], pivot: number, column: number): void {
  for (const [at, row] of table.entries()) {
    if (at === pivot) continue
    const factor = row[column]! / table[pivot]![column]!
    for (let j = column; j < row.length; j += 1) row[j]! -= factor * table[pivot]![j]!
  }
}
