/** How a response flattens, over spend in parts of a scale: Hill (half of it is reached at `k`) or logistic. */
export type Shape = { family: 'hill'; k: number; s: number } | { family: 'logistic'; lam: number }

/** What one channel brings a week for an even spend a week: `beta` · saturation(spend ÷ `scale`), in units of the outcome. */
export type Curve = { shape: Shape; beta: number; scale: number }

/** x^s ÷ (x^s + k^s), for x ≥ 0. Source: Hill 1910; as Meridian (ec, slope) writes it. */
export function hill(x: number, k: number, s: number): number {
  if (x <= 0) return 0
  return 1 / (1 + (k / x) ** s)
}

/** (1 − e^(−lam·x)) ÷ (1 + e^(−lam·x)), for x ≥ 0. Source: `logistic_saturation` of PyMC-Marketing. */
export const logistic = (x: number, lam: number): number => Math.tanh((lam * Math.max(0, x)) / 2)

/** Where Robyn bends its Hill curve: min·(1 − gamma) + max·gamma of the adstocked spend. Source: `saturation_hill` of Robyn. */
export function robynInflexion(values: readonly number[], gamma: number): number {
  return Math.min(...values) * (1 - gamma) + Math.max(...values) * gamma
}

/** The part of its most that a shape reaches at x, from 0 to 1. */
export const saturation = (shape: Shape, x: number): number =>
  shape.family === 'hill' ? hill(x, shape.k, shape.s) : logistic(x, shape.lam)

/** The derivative of `saturation`; of a Hill curve with s < 1 it is infinite at 0. */
export function saturationSlope(shape: Shape, x: number): number {
  if (shape.family === 'logistic') {
    const reached = logistic(x, shape.lam)
    return (shape.lam / 2) * (1 - reached * reached)
  }
  const { k, s } = shape
  if (x <= 0) return s > 1 ? 0 : s < 1 ? Number.POSITIVE_INFINITY : 1 / k
  const reached = hill(x, k, s)
  return (s / x) * reached * (1 - reached)
}

/** What an even spend of x a week brings a week. */
export const response = ({ shape, beta, scale }: Curve, x: number): number =>
  beta * saturation(shape, x / scale)

/** What one unit of spend more brings at an even spend of x: the marginal return. */
export const marginal = ({ shape, beta, scale }: Curve, x: number): number =>
  beta === 0 ? 0 : (beta / scale) * saturationSlope(shape, x / scale)

/** The spend up to which a curve bends upwards; 0 where it flattens from the start. d²/dx² of Hill is 0 at k·((s−1)÷(s+1))^(1/s). */
export function turningPoint({ shape, beta, scale }: Curve): number {
  if (beta === 0 || shape.family === 'logistic' || shape.s <= 1) return 0
  return scale * shape.k * ((shape.s - 1) / (shape.s + 1)) ** (1 / shape.s)
}
