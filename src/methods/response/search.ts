import { dot } from './design.ts'
import { leftOver, nonNegativeWeights } from './non-negative.ts'
import type { Column } from './transform.ts'

/** A column for each channel with its weight, and what they leave unexplained with the price of large weights. */
export type Found = { columns: Column[]; weights: number[]; rss: number }

/** The best weights for these columns; `y` has the base taken out, and a weight costs `ridge` times its square. */
export function weigh(columns: Column[], y: readonly number[], ridge: number): Found {
  const gram = columns.map((one, i) =>
    columns.map((other, j) => dot(one.left, other.left) + (i === j ? ridge : 0)),
  )
  const target = columns.map((one) => dot(one.left, y))
  return settled(columns, { gram, target }, dot(y, y))
}

function settled(
  columns: Column[],
  products: { gram: number[][]; target: number[] },
  all: number,
  start?: readonly number[],
): Found {
  const weights = nonNegativeWeights(products, start)
  return { columns, weights, rss: leftOver(products, weights, all) }
}

/** The best of some columns for one channel while the others stay; the present one stays where none is better. */
export function improve(
  found: Found,
  channel: number,
  candidates: readonly Column[],
  y: readonly number[],
  ridge: number,
): Found {
  const all = dot(y, y)
  const others = found.columns
  const gram = others.map((one, i) =>
    others.map((other, j) => dot(one.left, other.left) + (i === j ? ridge : 0)),
  )
  const target = others.map((one) => dot(one.left, y))
  let best = found
  for (const candidate of candidates) {
    others.forEach((other, at) => {
      const product =
        at === channel ? dot(candidate.left, candidate.left) + ridge : dot(candidate.left, other.left)
      gram[channel]![at] = product
      gram[at]![channel] = product
    })
    target[channel] = dot(candidate.left, y)
    const tried = settled(others, { gram, target }, all, found.weights)
    if (tried.rss < best.rss * (1 - 1e-10)) best = { ...tried, columns: others.with(channel, candidate) }
  }
  return best
}
