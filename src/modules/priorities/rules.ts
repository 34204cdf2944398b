import {
  type Computed,
  cd3,
  computeAll,
  delayCost,
  ice,
  leastDelayOrder,
  readFormula,
  rice,
  type Scored,
  whyNotComputed,
  wsjf,
} from '../../methods/priority/index.ts'
import type { Definition, Kind } from './things.ts'

export { readPaste } from './rules/paste.ts'

type Numbers = Readonly<Record<string, number | null | undefined>>
type Known = { inputs: { name: string; hint: string }[]; formula: string }

export const costOfDelay = 'cost of delay'
export const duration = 'duration'

const known: Record<Exclude<Kind, 'custom'>, Known> = {
  rice: {
    formula: 'reach × impact × confidence ÷ effort',
    inputs: [
      { name: 'reach', hint: 'People reached in a quarter' },
      { name: 'impact', hint: '3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal' },
      { name: 'confidence', hint: 'From 0 to 1: 0.8 is sure enough' },
      { name: 'effort', hint: 'Person-months' },
    ],
  },
  'ice-mean': {
    formula: '(impact + confidence + ease) ÷ 3',
    inputs: iceInputs(),
  },
  'ice-product': { formula: 'impact × confidence × ease', inputs: iceInputs() },
  wsjf: {
    formula: '(value + time criticality + risk reduction) ÷ size',
    inputs: [
      { name: 'value', hint: 'For users and the business, relative: 1, 2, 3, 5, 8, 13' },
      { name: 'time criticality', hint: 'How the value decays: 1, 2, 3, 5, 8, 13' },
      { name: 'risk reduction', hint: 'Or what it makes possible: 1, 2, 3, 5, 8, 13' },
      { name: 'size', hint: 'Of the work: 1, 2, 3, 5, 8, 13' },
    ],
  },
  cd3: {
    formula: 'cost of delay ÷ duration',
    inputs: [
      { name: costOfDelay, hint: 'What each day costs on which it is not done' },
      { name: duration, hint: 'Working days; the estimate of the item where nobody says' },
    ],
  },
}

function iceInputs() {
  return [
    { name: 'impact', hint: 'From 1 to 10' },
    { name: 'confidence', hint: 'From 1 to 10' },
    { name: 'ease', hint: 'From 1 to 10' },
  ]
}

export const kindNames: Record<Kind, string> = {
  rice: 'RICE',
  'ice-mean': 'ICE, the mean',
  'ice-product': 'ICE, the product',
  wsjf: 'WSJF',
  cd3: 'Cost of delay ÷ duration',
  custom: 'A formula of your own',
}

/** What people are asked for each item: the inputs of the model, and cost of delay and duration behind them. */
export function askedBy({ kind, inputs }: Pick<Definition, 'kind' | 'inputs'>): Known['inputs'] {
  const own =
    kind === 'custom'
      ? inputs.filter((one) => !one.formula).map(({ name, hint }) => ({ name, hint }))
      : known[kind].inputs
  return [...own, ...known.cd3.inputs.filter((one) => !own.some((other) => other.name === one.name))]
}

export const formulaOf = ({ kind, formula }: Pick<Definition, 'kind' | 'formula'>): string =>
  kind === 'custom' ? formula : known[kind].formula

/** The formulas of a custom model by the name of what they compute; the score is called `score`. */
function computedOf({ inputs, formula }: Definition): Computed | string {
  const names = inputs.map((one) => one.name)
  const all = new Map<string, { uses: string[]; of: (values: Numbers) => Scored }>()
  const said = [...inputs.filter((one) => one.formula), { name: 'score', formula }]
  for (const one of said) {
    const { formula: read, refused } = readFormula(one.formula, one.name === 'score' ? names : [...names])
    if (!read) return one.name === 'score' ? refused : `“${one.name}”: ${refused}`
    all.set(one.name, read)
  }
  return all
}

/** The sentence that refuses a model, or null: names twice, a formula that cannot be read, loops or has no input. */
export function whyNotModel(definition: Definition): string | null {
  if (definition.kind !== 'custom') return null
  const names = definition.inputs.map((one) => one.name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) return `Two inputs are called “${twice}”. Give one of them another name.`
  const taken = names.find((name) => name in {})
  if (taken) return `“${taken}” cannot be the name of an input. Call it something else.`
  if (names.includes('score')) return '“score” is what the formula gives. Call this input something else.'
  const computed = computedOf(definition)
  return typeof computed === 'string' ? computed : whyNotComputed(computed)
}

const scoreBy: Record<Exclude<Kind, 'custom'>, (given: never) => Scored> = {
  rice,
  'ice-mean': (given) => ice(given, 'mean'),
  'ice-product': (given) => ice(given, 'product'),
  wsjf,
  cd3,
}

/** The score by a model of what was said of an item, or why there is none. */
export function scorer(definition: Definition): (given: Numbers) => Scored {
  if (definition.kind !== 'custom') {
    const { kind } = definition
    const names = known[kind].inputs.map((one) => one.name)
    return (given) =>
      scoreBy[kind](Object.fromEntries(names.map((name) => [name, given[name] ?? null])) as never)
  }
  const computed = computedOf(definition)
  if (typeof computed === 'string') return () => ({ value: null, reason: computed })
  return (given) => computeAll(computed, given).get('score')!
}

/** The names a score depends on: those are shaken to see what it hangs on. */
export const weighedBy = (definition: Definition): string[] =>
  definition.kind === 'custom'
    ? definition.inputs.filter((one) => !one.formula).map((one) => one.name)
    : known[definition.kind].inputs.map((one) => one.name)

const mostTries = 400_000
/** How often a ranking is drawn anew: 200 times, fewer where there is much to draw, so that nobody waits. */
export const drawsFor = (items: number, inputs: number): number =>
  Math.max(20, Math.min(200, Math.floor(mostTries / (items * (inputs + 1)))))

/** An order with some put where somebody said, from the first place on; the others keep theirs among each other. */
export function placed<T extends { id: string }>(
  order: readonly T[],
  places: ReadonlyMap<string, number>,
): T[] {
  const rest = order.filter((one) => !places.has(one.id))
  const put = order.filter((one) => places.has(one.id)).sort((a, b) => places.get(a.id)! - places.get(b.id)!)
  const all = [...rest]
  for (const one of put) all.splice(Math.min(places.get(one.id)! - 1, all.length), 0, one)
  return all
}

type Job = { id: string; days: number; costADay: number }
/** What waiting costs in the order of the board, of the ranking, and in the one in which it costs least. */
export function delaysOf<T extends Job>(board: readonly T[], ranked: readonly T[]) {
  const order = leastDelayOrder(board)
  return { board: delayCost(board), ranked: delayCost(ranked), least: delayCost(order), order }
}
