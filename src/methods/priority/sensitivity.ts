import { randomFrom } from '../random.ts'

/** What a score is made of: the inputs of one item by name, and null where one is not known. */
export type Inputs = Readonly<Record<string, number | null>>

/** The score of inputs, and null where there is none. */
export type ScoreOf = (inputs: Inputs) => number | null

export type Sensitivity = {
  draws: number
  /** How often others than today’s stood at the top, whatever their order; 0 to 1. */
  changed: number
  /** The same when only one input is off, the one that decides most first. */
  byInput: { input: string; changed: number }[]
  /** How often an item stood at the top, of those that ever did, the most frequent first. */
  atTop: { at: number; share: number }[]
}

type Asked = { seed: number; draws?: number; top?: number; by?: number }

const usual = { draws: 300, top: 5, by: 0.2 }
const mostDraws = 10_000

/**
 * How much the top of a ranking depends on estimates: every input of every item is drawn evenly from ±20 % around what
 * was given, `draws` times, once all together and once each input alone. Answers places in `items`. Throws RangeError
 * for draws below 1 or beyond 10,000.
 */
export function sensitivity(items: readonly Inputs[], scoreOf: ScoreOf, asked: Asked): Sensitivity {
  const { draws, top, by } = { ...usual, ...asked }
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= mostDraws))
    throw new RangeError(`“${draws}” draws cannot be made; give a whole number from 1 to ${mostDraws}.`)
  const today = topOf(items.map(scoreOf), top)
  const names = [...new Set(items.flatMap((one) => Object.keys(one)))]
  const tops = (varied: readonly string[]) => {
    const random = randomFrom(asked.seed)
    return Array.from({ length: draws }, () => topOf(items.map(drawn(varied, by, random, scoreOf)), top))
  }
  const changedIn = (all: readonly number[][]) => all.filter((one) => !isSame(one, today)).length / draws
  const all = tops(names)
  const byInput = names.map((input) => ({ input, changed: changedIn(tops([input])) }))
  return {
    draws,
    changed: changedIn(all),
    byInput: byInput.sort((a, b) => b.changed - a.changed),
    atTop: frequencies(all),
  }
}

const drawn =
  (varied: readonly string[], by: number, random: () => number, scoreOf: ScoreOf) =>
  (inputs: Inputs): number | null => {
    const off: Record<string, number | null> = { ...inputs }
    for (const name of varied) {
      const value = inputs[name]
      if (value !== null && value !== undefined) off[name] = value * (1 + by * (2 * random() - 1))
    }
    return scoreOf(off)
  }

/** The places of the greatest scores in order of place; of equal ones, the earlier. */
function topOf(scores: readonly (number | null)[], top: number): number[] {
  const best: number[] = []
  for (const [at, score] of scores.entries()) {
    if (score === null || !Number.isFinite(score)) continue
    if (best.length === top && score <= scores[best.at(-1)!]!) continue
    const place = best.findIndex((other) => scores[other]! < score)
    best.splice(place < 0 ? best.length : place, 0, at)
    if (best.length > top) best.pop()
  }
  return best.sort((a, b) => a - b)
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

function frequencies(tops: readonly number[][]): Sensitivity['atTop'] {
  const counts = new Map<number, number>()
  for (const at of tops.flat()) counts.set(at, (counts.get(at) ?? 0) + 1)
  return [...counts]
    .map(([at, count]) => ({ at, share: count / tops.length }))
    .sort((a, b) => b.share - a.share || a.at - b.at)
}
