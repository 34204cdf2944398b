const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
/** The first digits of a rank count like a whole number: at either end of a list ranks do not grow. */
const wholeLength = 6
const step = base ** 2
const most = base ** wholeLength

const digitOf = (rank: string, at: number): number => (at < rank.length ? digits.indexOf(rank[at]!) : 0)

function written(whole: number): string {
  let text = ''
  for (let rest = whole; text.length < wholeLength; rest = Math.floor(rest / base))
    text = digits[rest % base]! + text
  return text
}

const wholeOf = (rank: string): number =>
  [...rank.slice(0, wholeLength).padEnd(wholeLength, digits[0])].reduce(
    (sum, digit) => sum * base + digits.indexOf(digit),
    0,
  )

/** One digit of chance that is not 0, so that two who choose the same place at once choose different ranks. */
const chance = (random: () => number): string => digits[1 + Math.floor(random() * (base - 1))]!

/** Strictly between two ranks, of which the first is the lower; `''` and null are the ends of all there can be. */
function inside(low: string, high: string | null, random: () => number): string {
  let shared = ''
  let isBound = high !== null
  for (let at = 0; ; at += 1) {
    const from = digitOf(low, at)
    const to = isBound ? digitOf(high!, at) : base
    if (to - from > 1) {
      const room = to - from - 1
      const middle = from + 1 + Math.floor((room - 1) * (0.25 + random() / 2))
      return shared + digits[middle] + chance(random)
    }
    shared += digits[from]
    if (to - from === 1) isBound = false
  }
}

/**
 * A rank that sorts between two others by its bytes (`collate "C"`): `low` and `high` are ranks made here, null is
 * the open end. Two who ask for the same place get different ranks but for one chance in sixty-one and more, which a unique
 * index turns into another attempt. `random` answers 0 to 1. Throws RangeError where `low` is not below `high`.
 */
export function rankBetween(low: string | null, high: string | null, random: () => number): string {
  if (low !== null && high !== null) {
    if (low >= high) throw new RangeError(`The rank ${low} is not below ${high}.`)
    return inside(low, high, random)
  }
  const room = step * (1 + Math.floor(random() * 3))
  const whole = low !== null ? wholeOf(low) + room : high !== null ? wholeOf(high) - room : most / 2
  // Behind the last number, and before the first, there is always room for a longer rank.
  if (whole < 0 || whole >= most) return inside(low ?? '', high, random)
  return written(whole) + chance(random)
}

/** So many ranks in order, all between two others; however many, they stay short: towards an open end, and by halves between two. */
export function ranksBetween(
  low: string | null,
  high: string | null,
  many: number,
  random: () => number,
): string[] {
  if (low !== null && high !== null) return byHalves(low, high, many, random)
  const ranks: string[] = []
  if (high === null)
    for (let last = low; ranks.length < many; last = ranks.at(-1)!)
      ranks.push(rankBetween(last, null, random))
  else
    for (let next = high; ranks.length < many; next = ranks.at(-1)!)
      ranks.push(rankBetween(null, next, random))
  return high === null ? ranks : ranks.reverse()
}

function byHalves(low: string, high: string, many: number, random: () => number): string[] {
  if (many < 1) return []
  const middle = rankBetween(low, high, random)
  const before = Math.floor((many - 1) / 2)
  return [
    ...byHalves(low, middle, before, random),
    middle,
    ...byHalves(middle, high, many - 1 - before, random),
  ]
}
