import { chiSquareTail } from './chi-square.ts'
import { type Counts, exitsAt, groupExits } from './exits.ts'

export type LogRank = {
  chiSquare: number
  degrees: number
  /** Chance of a difference at least this large if the groups left at the same pace. */
  p: number
  groups: { observed: number; expected: number }[]
}

/**
 * Log-rank test that two or more groups leave a stage at the same pace. Null when it cannot tell: fewer than two
 * groups with people at risk together, or no exit at all. Source: Mantel 1966; Peto & Peto 1972.
 */
export function logRank(samples: readonly (readonly Counts[])[]): LogRank | null {
  const groups = samples.map((sample) => groupExits(sample))
  const size = groups.length
  const observed = new Array<number>(size).fill(0)
  const expected = new Array<number>(size).fill(0)
  const covariance = Array.from({ length: size }, () => new Array<number>(size).fill(0))

  for (const { exits, atRisk } of steps(groups)) {
    const d = exits.reduce(add, 0)
    const n = atRisk.reduce(add, 0)
    if (d === 0) continue
    const factor = n > 1 ? (d * (n - d)) / (n - 1) : 0
    for (let i = 0; i < size; i++) {
      observed[i]! += exits[i]!
      expected[i]! += (d * atRisk[i]!) / n
      for (let j = 0; j < size; j++) {
        const share = (i === j ? 1 : 0) - atRisk[j]! / n
        covariance[i]![j]! += factor * (atRisk[i]! / n) * share
      }
    }
  }

  const compared = covariance.flatMap((row, i) => (row[i]! > 1e-12 ? [i] : []))
  const degrees = compared.length - 1
  if (degrees < 1) return null
  const kept = compared.slice(0, -1)
  const difference = kept.map((i) => observed[i]! - expected[i]!)
  const solved = solve(
    kept.map((i) => kept.map((j) => covariance[i]![j]!)),
    difference,
  )
  const chiSquare = difference.reduce((sum, value, i) => sum + value * solved[i]!, 0)
  return {
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    groups: observed.map((count, i) => ({ observed: count, expected: expected[i]! })),
  }
}

const add = (a: number, b: number) => a + b

function* steps(groups: readonly Counts[][]): Generator<{ exits: number[]; atRisk: number[] }> {
  const times = [...new Set(groups.flatMap((group) => group.map(({ time }) => time)))].sort((a, b) => a - b)
  const position = groups.map(() => 0)
  const atRisk = groups.map((group) => group.reduce((sum, at) => sum + exitsAt(at) + at.censored, 0))
  for (const time of times) {
    const now = groups.map((group, i) => (group[position[i]!]?.time === time ? group[position[i]!]! : null))
    yield { exits: now.map((at) => (at ? exitsAt(at) : 0)), atRisk: [...atRisk] }
    now.forEach((at, i) => {
      if (!at) return
      atRisk[i]! -= exitsAt(at) + at.censored
      position[i]!++
    })
  }
}

/** Gaussian elimination with partial pivoting; the covariance of k − 1 groups is positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let column = 0; column < rows.length; column++) {
    let pivot = column
    for (let i = column + 1; i < rows.length; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i
    }
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let i = 0; i < rows.length; i++) {
      if (i === column) continue
      const factor = rows[i]![column]! / rows[column]![column]!
      for (let j = column; j <= rows.length; j++) rows[i]![j]! -= factor * rows[column]![j]!
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!)
}
