import { limited } from '../errors.ts'

type Bucket = { tokens: number; at: number }

/** A token bucket per key: `burst` calls at once, refilled at `perMinute`. */
export class RateLimit {
  #buckets = new Map<string, Bucket>()

  constructor(
    private readonly perMinute: number,
    private readonly burst: number,
    private readonly what: string,
  ) {}

  /** Take one token or throw `limited` with the seconds to wait. A clock that was put back gives nothing and takes nothing. */
  take(key: string, now: number): void {
    const bucket = this.#buckets.get(key) ?? { tokens: this.burst, at: now }
    bucket.tokens = Math.min(
      this.burst,
      bucket.tokens + (Math.max(0, now - bucket.at) / 60_000) * this.perMinute,
    )
    bucket.at = now
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > 10_000) this.#forget(now)
    if (bucket.tokens < 1) {
      const seconds = Math.ceil(((1 - bucket.tokens) / this.perMinute) * 60)
      throw limited(`Too many ${this.what}. Try again in ${seconds} seconds.`, seconds)
    }
    bucket.tokens -= 1
  }

  /** Give a token back: what it was taken for turned out well. */
  giveBack(key: string): void {
    const bucket = this.#buckets.get(key)
    if (bucket) bucket.tokens = Math.min(this.burst, bucket.tokens + 1)
  }

  #forget(now: number): void {
    for (const [key, bucket] of this.#buckets) if (now - bucket.at > 600_000) this.#buckets.delete(key)
  }
}
