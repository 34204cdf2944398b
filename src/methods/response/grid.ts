import { type Curve, response } from './saturation.ts'

type Limited = { curve: Curve; lo: number; hi: number }

/**
 * Most outcome for a budget over `steps` equal steps of what is free to be spent, for curves of any form (dynamic
 * programming over channels, Bellman 1957). Within one step of each channel of the best.
 */
export function allocateByGrid(
  channels: readonly Limited[],
  budget: number,
  steps: number,
): { spend: number[]; outcome: number; multiplier: number } {
  const floor = channels.reduce((sum, { lo }) => sum + lo, 0)
  const room = channels.reduce((sum, { lo, hi }) => sum + hi - lo, 0)
  const free = Math.min(room, Math.max(0, budget - floor))
  const step = free / steps
  const most = channels.map(({ lo, hi }) =>
    step > 0 ? Math.min(steps, Math.floor((hi - lo) / step + 1e-9)) : 0,
  )
  const taken = table(channels, most, step, steps)
  const spend = readBack(channels, taken, step, steps)
  const missing = floor + free - spend.reduce((sum, one) => sum + one, 0)
  topUp(channels, spend, missing)
  const outcome = channels.reduce((sum, { curve }, at) => sum + response(curve, spend[at]!), 0)
  return { spend, outcome, multiplier: Number.NaN }
}

/** For each channel and amount of steps, how many of them it takes in the best way to spend them with those before it. */
function table(channels: readonly Limited[], most: number[], step: number, steps: number): Int32Array[] {
  let best = new Float64Array(steps + 1)
  return channels.map(({ curve, lo }, at) => {
    const gains = Float64Array.from({ length: most[at]! + 1 }, (_, k) => response(curve, lo + k * step))
    const next = new Float64Array(steps + 1).fill(Number.NEGATIVE_INFINITY)
    const taken = new Int32Array(steps + 1)
    for (let all = 0; all <= steps; all += 1)
      for (let k = 0; k < gains.length && k <= all; k += 1) {
        const value = best[all - k]! + gains[k]!
        if (value > next[all]!) {
          next[all] = value
          taken[all] = k
        }
      }
    best = next
    return taken
  })
}

function readBack(channels: readonly Limited[], taken: Int32Array[], step: number, steps: number): number[] {
  const spend = new Array<number>(channels.length).fill(0)
  let left = steps
  for (let at = channels.length - 1; at >= 0; at -= 1) {
    const k = taken[at]![left]!
    spend[at] = channels[at]!.lo + k * step
    left -= k
  }
  return spend
}

/** What whole steps could not place goes where there is room. */
function topUp(channels: readonly Limited[], spend: number[], missing: number): void {
  let left = missing
  for (const [at, { hi }] of channels.entries()) {
    const more = Math.min(left, hi - spend[at]!)
    if (more > 0) {
      spend[at]! += more
      left -= more
    }
  }
}
