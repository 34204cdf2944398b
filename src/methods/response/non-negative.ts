/** Products of columns with one another and with the series they shall explain. */
export type Products = { gram: readonly (readonly number[])[]; target: readonly number[] }

const rounds = 500

/**
 * Weights ≥ 0 that make ½w′Gw − w′t least, by coordinate descent from `start`; a column without length gets 0.
 * Source: Franc, Hlaváč & Navara 2005.
 */
export function nonNegativeWeights({ gram, target }: Products, start?: readonly number[]): number[] {
  const weights = target.map((_, at) => start?.[at] ?? 0)
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0
    for (let i = 0; i < weights.length; i += 1) {
      const length = gram[i]![i]!
      if (length <= 1e-12) {
        weights[i] = 0
        continue
      }
      let pull = target[i]!
      for (let j = 0; j < weights.length; j += 1) pull -= gram[i]![j]! * weights[j]!
      const next = Math.max(0, weights[i]! + pull / length)
      moved = Math.max(moved, Math.abs(next - weights[i]!) * Math.sqrt(length))
      weights[i] = next
    }
    if (moved <= 1e-9 * scaleOf(gram, target)) break
  }
  return weights
}

const scaleOf = (gram: Products['gram'], target: Products['target']): number =>
  Math.max(1e-300, ...target.map((value, at) => Math.abs(value) / Math.sqrt(gram[at]![at]! || 1)))

/** What is left unexplained with such weights: y′y − 2w′t + w′Gw. */
export function leftOver({ gram, target }: Products, weights: readonly number[], all: number): number {
  let sum = all
  for (let i = 0; i < weights.length; i += 1) {
    sum -= 2 * weights[i]! * target[i]!
    for (let j = 0; j < weights.length; j += 1) sum += weights[i]! * weights[j]! * gram[i]![j]!
  }
  return sum
}
