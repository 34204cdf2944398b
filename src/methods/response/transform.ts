import { normalisedAdstock } from './adstock.ts'
import { type Base, without } from './design.ts'
import { type Shape, saturation } from './saturation.ts'

/** How one channel works: how long, and how it flattens. */
export type Working = { alpha: number; shape: Shape }
export type Family = Shape['family']
/** A channel's transformed spend, as it is and with the base taken out. */
export type Column = Working & { raw: number[]; left: number[] }

/** Half of the most is reached within the spends seen, as Robyn bounds its inflexion: beyond them nobody has looked. */
const bounds = { alpha: [0, 0.9], k: [0.05, 1], s: [1, 3], lam: [Math.log(3), 15] } as const
type Name = keyof typeof bounds

/** Spend as a channel works with it, from 0 to 1; `spend` in parts of its scale. */
export function columnOf(spend: readonly number[], working: Working, base: Base): Column {
  const raw = normalisedAdstock(spend, working.alpha).map((x) => saturation(working.shape, x))
  return { ...working, raw, left: without(raw, base) }
}

const spread = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n }, (_, at) => from * (to / from) ** (at / (n - 1)))

/** Where a search begins: every combination of a coarse grid. */
export function gridOf(family: Family): Working[] {
  const alphas = [0, 0.15, 0.3, 0.45, 0.6, 0.75]
  const shapes: Shape[] =
    family === 'logistic'
      ? spread(1.2, 12, 8).map((lam) => ({ family, lam }))
      : [1, 1.6, 2.5].flatMap((s) => spread(0.08, 1, 6).map((k) => ({ family, k, s })))
  return alphas.flatMap((alpha) => shapes.map((shape) => ({ alpha, shape })))
}

/** Neighbours of a working: each number a step up and a step down, within its bounds. */
export function neighbours({ alpha, shape }: Working, step: number): Working[] {
  const bent = [1 + step, 1 / (1 + step)]
  const shapes: Shape[] =
    shape.family === 'logistic'
      ? bent.map((by) => ({ ...shape, lam: within('lam', shape.lam * by) }))
      : bent.flatMap((by) => [
          { ...shape, k: within('k', shape.k * by) },
          { ...shape, s: within('s', shape.s * by) },
        ])
  const alphas = [alpha + step / 2, alpha - step / 2].map((one) => within('alpha', one))
  return [...alphas.map((one) => ({ alpha: one, shape })), ...shapes.map((one) => ({ alpha, shape: one }))]
}

const within = (name: Name, value: number): number =>
  Math.min(bounds[name][1], Math.max(bounds[name][0], value))

/** How many numbers of one channel are learnt: how long, how it flattens, how much. */
export const numbersOf = (family: Family): number => (family === 'hill' ? 4 : 3)
