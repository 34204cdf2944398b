/** What somebody tries: so many, of whom a share in per cent does it, each worth so much. Null is not said. */
export type Option = { volume: number | null; percent: number | null; unitValue: number | null }
/** How many do it, and what that is worth in whole units; null where a factor is not said. */
export type Outcome = { result: number | null; money: number | null }
export type Measure = keyof Outcome
/** What an option would need by itself, all else as it is, to come to what the other comes to; null: nothing would do. */
export type Needed = { percent: number | null; volume: number | null }

export type Comparison = {
  outcomes: [first: Outcome, second: Outcome]
  /** Money where both have it, else the result; null where neither can be compared. */
  measure: Measure | null
  better: 'first' | 'second' | 'neither' | null
  /** How much more the better one comes to, and how many times as much; null for times of nothing. */
  by: number | null
  times: number | null
  equal: [first: Needed, second: Needed] | null
}

/** Binary fractions leave dust in the last digits: 0.1 × 3. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** volume × rate, and × value per unit. */
export function outcome({ volume, percent, unitValue }: Option): Outcome {
  const result = volume === null || percent === null ? null : clean((volume * percent) / 100)
  const money = result === null || unitValue === null ? null : clean(result * unitValue)
  return { result, money }
}

/** Two options side by side: which is better and by how much, and what would make them equal. */
export function compareOptions(first: Option, second: Option): Comparison {
  const outcomes: Comparison['outcomes'] = [outcome(first), outcome(second)]
  const measure = (['money', 'result'] as const).find((name) => outcomes.every((one) => one[name] !== null))
  if (!measure) return { outcomes, measure: null, better: null, by: null, times: null, equal: null }
  const [a, b] = outcomes.map((one) => one[measure]) as [number, number]
  const [less, more] = a < b ? [a, b] : [b, a]
  return {
    outcomes,
    measure,
    better: a === b ? 'neither' : a > b ? 'first' : 'second',
    by: clean(more - less),
    times: less > 0 ? clean(more / less) : null,
    equal: [needed(first, b, measure), needed(second, a, measure)],
  }
}

/** A share is 100 % at most. */
function needed({ volume, percent, unitValue }: Option, target: number, measure: Measure): Needed {
  const each = measure === 'money' ? (unitValue ?? 0) : 1
  const share = quotient(target * 100, (volume ?? 0) * each)
  return {
    percent: share !== null && share <= 100 ? share : null,
    volume: quotient(target * 100, (percent ?? 0) * each),
  }
}

const quotient = (of: number, by: number): number | null => (by > 0 ? clean(of / by) : null)

const grouped = /^\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?$/
const plain = /^(?:\d+(?:\.\d*)?|\.\d+)$/

/**
 * A number as people type it: `1,000,000`, `1 000 000`, `0.033`, `0.033 %`. Null for nothing; undefined for what is no
 * number, and for a comma that may be a decimal one (`0,033`), which would be read a thousand times too large.
 */
export function readNumber(text: string): number | null | undefined {
  const typed = text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/%\s*$/, '')
    .trim()
  if (typed === '') return null
  if (plain.test(typed)) return Number(typed)
  if (!grouped.test(typed) || typed.startsWith('0')) return undefined
  return Number(typed.replaceAll(/[ ,]/g, ''))
}
