/** A source of numbers in [0, 1). */
export type Random = () => number

/**
 * Numbers in [0, 1) with 53 random bits that the seed, any whole number, fixes for good.
 * Source: xoshiro128** 1.1 (Blackman & Vigna 2018), its state drawn from the seed by a 32-bit mixer.
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed must be a whole number, not ${seed}.`)
  const start = mixed(seed) ^ mixed(Math.floor(seed / 2 ** 32) + 0x5bd1e995)
  const state = Uint32Array.from({ length: 4 }, (_, i) => mixed(start + i + 1))
  const bits = bitsFrom(state)
  return () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53
}

/** 32 random bits at a time from a state of four 32-bit words that are not all 0. */
export function bitsFrom(state: Uint32Array): () => number {
  return () => {
    const result = Math.imul(rotated(Math.imul(state[1]!, 5), 7), 9) >>> 0
    const shifted = state[1]! << 9
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= shifted
    state[3] = rotated(state[3]!, 11)
    return result
  }
}

/**
 * A count from the Poisson distribution of mean `mean`, from 0 up; exact. Below 10 by multiplying uniform numbers,
 * above by transformed rejection, so that its cost does not grow with the mean.
 * Source: Knuth, TAOCP 2, §3.4.1; Hörmann, "The transformed rejection method for generating Poisson random variables",
 * Insurance: Mathematics and Economics 12 (1993), algorithm PTRS.
 */
export function poisson(mean: number, random: Random): number {
  if (mean >= 10) return poissonByRejection(mean, random)
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > floor; product *= random()) count++
  return count
}

function poissonByRejection(mean: number, random: Random): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const sure = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = random() - 0.5
    const v = 1 - random()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= sure) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    const height = Math.log((v * inverseAlpha) / (a / (us * us) + b))
    if (height <= count * Math.log(mean) - mean - logFactorial(count)) return count
  }
}

/** Stirling's series from 10 up, where its error is below 1e-10. */
function logFactorial(n: number): number {
  let product = 1
  let m = n + 1
  for (; m < 10; m++) product *= m
  const series = 1 / (12 * m) - 1 / (360 * m ** 3) + 1 / (1260 * m ** 5)
  return (m - 0.5) * Math.log(m) - m + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}

function rotated(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0
}

function mixed(word: number): number {
  let z = Math.imul(word, 0x9e3779b9)
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return (z ^ (z >>> 15)) >>> 0
}
