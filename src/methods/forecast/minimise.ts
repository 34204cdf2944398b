type Box = {
  /** Where to look first; the lowest of these is where the descent starts. */
  starts: readonly (readonly number[])[]
  lower: readonly number[]
  upper: readonly number[]
}

/**
 * The point in a box where `loss` is lowest, found by compass search: from the best start, try one step up and down
 * each side, move when that is lower, halve the step when nothing is. Steps are shares of the box, from 1/8 down to
 * `precision`. Needs no derivative, is the same on every machine, and depends on `loss` only through comparisons,
 * which keeps forecasts equivariant. A local minimum. Source: Hooke & Jeeves 1961; Kolda, Lewis & Torczon 2003.
 */
export function minimise(loss: (at: readonly number[]) => number, box: Box, precision = 0.01): number[] {
  let { at, value } = lowest(loss, box.starts)
  for (let step = 0.125; step >= precision; ) {
    const moved = stepFrom(loss, at, value, box, step)
    if (moved) ({ at, value } = moved)
    else step /= 2
  }
  return at
}

function lowest(loss: (at: readonly number[]) => number, starts: Box['starts']) {
  let at = [...starts[0]!]
  let value = loss(at)
  for (const start of starts.slice(1)) {
    const there = loss(start)
    if (there < value) {
      at = [...start]
      value = there
    }
  }
  return { at, value }
}

// A gain too small to matter is refused, or rounding alone would decide which way a flat loss is walked.
const leastGain = 1e-9

function stepFrom(
  loss: (at: readonly number[]) => number,
  at: readonly number[],
  value: number,
  box: Box,
  step: number,
) {
  for (let side = 0; side < at.length; side += 1) {
    const width = box.upper[side]! - box.lower[side]!
    for (const direction of [step, -step]) {
      const next = [...at]
      next[side] = Math.min(box.upper[side]!, Math.max(box.lower[side]!, at[side]! + direction * width))
      const there = loss(next)
      if (there < value * (1 - leastGain)) return { at: next, value: there }
    }
  }
  return null
}
