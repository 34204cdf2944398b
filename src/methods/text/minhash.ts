const length = 128

const seeds = Uint32Array.from({ length }, (_, at) => mixed(Math.imul(at + 1, 0x9e3779b1)))

/** The finaliser of MurmurHash3, A. Appleby: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** 128 smallest hashes of a set: as many agree between two sets, in share, as the sets resemble each other. */
export type Signature = Uint32Array

/** Source: A. Broder et al., "Min-wise independent permutations" (1998). */
export function minHash(set: Iterable<string>): Signature {
  const signature = new Uint32Array(length).fill(0xffffffff)
  for (const one of set) {
    const hash = hashOf(one)
    for (let at = 0; at < length; at += 1) {
      const value = mixed(hash ^ seeds[at]!)
      if (value < signature[at]!) signature[at] = value
    }
  }
  return signature
}

/** The estimated Jaccard similarity of two sets by their signatures; three times .03 is what chance leaves near .85. */
export function resemblance(a: Signature, b: Signature): number {
  let equal = 0
  for (let at = 0; at < length; at += 1) if (a[at] === b[at]) equal += 1
  return equal / length
}

/** The chance that two sets of similarity `s` meet in at least one of `bands` bands of `rows` rows. */
export const meetingChance = (s: number, { bands, rows }: Bands): number => 1 - (1 - s ** rows) ** bands

/** `bands × rows` is 128 at most. */
export type Bands = { bands: number; rows: number }

/**
 * Large collections by locality-sensitive hashing: sets that resemble each other meet in a band, most others never do.
 * Source: P. Indyk & R. Motwani (1998); J. Leskovec et al., "Mining of Massive Datasets", ch. 3.
 */
export class ResemblanceIndex {
  readonly #bands: Bands
  readonly #signatures = new Map<string, Signature>()
  readonly #buckets = new Map<string, Set<string>>()

  /** Throws RangeError for bands that do not fit a signature. */
  constructor(bands: Bands = { bands: 32, rows: 4 }) {
    if (!(bands.bands >= 1 && bands.rows >= 1 && bands.bands * bands.rows <= length))
      throw new RangeError(`${bands.bands} bands of ${bands.rows} rows do not fit ${length} hashes.`)
    this.#bands = bands
  }

  /** An id that is known already is replaced. */
  add(id: string, set: Iterable<string>): void {
    this.remove(id)
    const signature = minHash(set)
    this.#signatures.set(id, signature)
    for (const key of this.#keys(signature)) {
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.add(id)
      else this.#buckets.set(key, new Set([id]))
    }
  }

  remove(id: string): void {
    const signature = this.#signatures.get(id)
    if (!signature) return
    this.#signatures.delete(id)
    for (const key of this.#keys(signature)) {
      const bucket = this.#buckets.get(key)
      bucket?.delete(id)
      if (bucket?.size === 0) this.#buckets.delete(key)
    }
  }

  /** Those that meet a set in a band, with their estimated similarity, the greatest first. */
  near(set: Iterable<string>): { id: string; similarity: number }[] {
    const signature = minHash(set)
    const met = new Set(this.#keys(signature).flatMap((key) => [...(this.#buckets.get(key) ?? [])]))
    return [...met]
      .map((id) => ({ id, similarity: resemblance(signature, this.#signatures.get(id)!) }))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
  }

  #keys(signature: Signature): string[] {
    const { bands, rows } = this.#bands
    return Array.from(
      { length: bands },
      (_, band) => `${band}:${signature.subarray(band * rows, (band + 1) * rows).join()}`,
    )
  }
}
