/** What moves the outcome beside spend: an orthonormal basis of the weeks, one vector for each term. */
export type Base = { vectors: number[][] }

const yearOfWeeks = 365.25 / 7

/**
 * Level, trend and the year's season (Fourier pairs) over `n` weeks, with controls (one series of n values each) such
 * as events, made orthonormal by modified Gram–Schmidt. A term that the others already say is left out.
 * Source: Taylor & Letham 2018 for the season.
 */
export function baseOf(n: number, pairs: number, controls: readonly (readonly number[])[] = []): Base {
  const weeks = Array.from({ length: n }, (_, t) => t)
  const terms: number[][] = [weeks.map(() => 1), weeks.map((t) => t / n)]
  for (let order = 1; order <= pairs; order += 1) {
    const angle = (t: number) => (2 * Math.PI * order * t) / yearOfWeeks
    terms.push(
      weeks.map((t) => Math.sin(angle(t))),
      weeks.map((t) => Math.cos(angle(t))),
    )
  }
  const vectors: number[][] = []
  for (const term of [...terms, ...controls.map((one) => [...one])]) {
    const left = without(term, { vectors })
    const size = Math.sqrt(dot(left, left))
    if (size > 1e-9 * Math.sqrt(dot(term, term))) vectors.push(left.map((value) => value / size))
  }
  return { vectors }
}

/** What the base does not say of a series. */
export function without(series: readonly number[], { vectors }: Base): number[] {
  const left = [...series]
  for (const vector of vectors) {
    const part = dot(left, vector)
    for (let t = 0; t < left.length; t += 1) left[t]! -= part * vector[t]!
  }
  return left
}

/** Σ a·b. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let t = 0; t < a.length; t += 1) sum += a[t]! * b[t]!
  return sum
}
