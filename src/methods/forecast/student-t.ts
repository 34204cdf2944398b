/**
 * Upper tail P(T > t) of Student's t with `degrees` > 0, by the incomplete beta function. Relative error below 1e-10.
 * Source: Abramowitz & Stegun 26.7.1 and 26.5.8.
 */
export function studentTail(t: number, degrees: number): number {
  const half = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
  return t >= 0 ? half : 1 - half
}

/**
 * The t that a share `p` (0 < p < 1) lies below, by bisection of the tail. Throws RangeError outside of those bounds or
 * for `degrees` not above 0.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1 && degrees > 0))
    throw new RangeError(`Student's t has no quantile ${p} with ${degrees} degrees of freedom.`)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  let low = 0
  let high = 1
  while (studentTail(high, degrees) > tail) high *= 2
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (studentTail(middle, degrees) > tail) low = middle
    else high = middle
  }
  return p > 0.5 ? high : -high
}

/** Regularised incomplete beta I_x(a, b); the side of the symmetry where the continued fraction converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The continued fraction of A&S 26.5.8, evaluated from the front (Lentz 1976). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}

const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** ln Γ(x), x > 0: Stirling's series after stepping up to where it is exact to rounding. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 15) {
    shift -= Math.log(at)
    at += 1
  }
  const r = 1 / (at * at)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at
  return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series
}
