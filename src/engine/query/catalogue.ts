import { type Actor, holds } from '../../kernel/actor.ts'
import { type Narrowing, service } from '../../kernel/service.ts'

export type Unit = 'count' | 'money' | 'ratio' | 'days'

/** A mart that figures are counted from. All names in SQL are columns of its table. */
export type Fact = {
  name: string
  table: string
  /** Dimension → SQL. */
  dimensions: Record<string, string>
  /** Column that names a row to people, and the columns Explain shows. */
  shows: string[]
  /** Columns of the mapped row each row came from. */
  batch: string
  rowNo: string
  /** Aggregate for the share of it that could be credited to nothing. */
  unattributed?: string
  /** Rows that came with no import: what they are, the column that names them, and the page that shows one. */
  written?: { title: string; key: string; path: string }
  /** Rows that no figure counts though they should: which, how they group, and an aggregate that says so in words. */
  leftOut?: { filter: string; by: string; words: string; wordsWithoutAmounts?: string }
  /** Sums are for everybody who reads figures; the rows, and what would tell them apart, need a permission besides. */
  rowsNeed?: { permission: string; dimensions: string[] }
  /** The permission that the asker lacks; filled in by `seenBy`, which takes the dimensions away. */
  withheld?: { permission: string; dimensions: string[] }
  /** Some of the rows need a permission of their own; sums hold them for everybody. */
  someNeed?: Some
  /** The same, of an asker who lacks it; filled in by `seenBy`. */
  hidden?: Some
  /** Another reading of rows that a fact already has: its dimensions have the values of that one. */
  isReading?: true
}

/** Rows for those with a permission: which of them the others see, what these are, and what would tell them apart. */
export type Some = { permission: string; others: string; words: string; dimensions: string[] }

/** One figure divided by others, or what is left of it after another was taken off. */
export type Ratio = {
  of: string
  /** Taken off the numerator first: return on investment is (won value − cost) ÷ cost. */
  minus?: string
  to: string[]
  /** When the denominator is 0: `nothing was won`. */
  undefined: string
  /** A figure without any row is not 0 but not known; `period` is filled in: `no spend imported for {period}`. */
  unknown?: { of: string; words: string }
  /** Digits kept beyond the currency's minor unit: the price of one is no amount to pay. */
  extraDigits?: number
}

/** The metrics a ratio is made of, each once. */
export const partsOf = ({ of, minus, to }: Ratio): string[] => [
  ...new Set([of, ...(minus ? [minus] : []), ...to]),
]

/** A measure counted from one fact. */
export type Counted = {
  fact: string
  /** Aggregate, e.g. `count(*)` or `sum(amount)`. */
  measure: string
  /** Rows that count. */
  filter?: string
  /** DATE column that places a row in time. */
  day: string
  /** Column with the currency, for money. */
  currency?: string
}

export type Metric = {
  id: string
  title: string
  words: string
  formula: string
  unit: Unit
  direction: 'up' | 'down' | 'none'
  kind: 'activity' | 'output' | 'outcome'
  additive: boolean
} & ({ counted: Counted } | { ratio: Ratio })

/** Every fact, dimension and metric, registered once by the module that owns it. */
export class Catalogue implements Narrowing<Catalogue> {
  readonly facts = new Map<string, Fact>()
  readonly metrics: Map<string, Metric>
  readonly dimensions: Map<string, string>

  constructor(metrics = new Map<string, Metric>(), dimensions = new Map<string, string>()) {
    this.metrics = metrics
    this.dimensions = dimensions
  }

  /** The same catalogue without what the rows of its facts need and the actor lacks. */
  seenBy(actor: Actor): Catalogue {
    if (actor.permissions === 'all') return this
    const narrowed = new Catalogue(this.metrics, this.dimensions)
    for (const [name, fact] of this.facts) narrowed.facts.set(name, factSeenBy(fact, actor))
    return narrowed
  }

  addFact(fact: Fact): void {
    if (this.facts.has(fact.name)) throw new Error(`The fact ${fact.name} is registered twice.`)
    this.facts.set(fact.name, fact)
  }

  addMetrics(...metrics: Metric[]): void {
    for (const metric of metrics) {
      if (this.metrics.has(metric.id)) throw new Error(`The metric ${metric.id} is defined twice.`)
      this.metrics.set(metric.id, metric)
    }
  }

  /** What dimensions mean, in words. */
  describe(words: Record<string, string>): void {
    for (const [name, one] of Object.entries(words)) this.dimensions.set(name, one)
  }

  /** The facts a metric is counted from, a ratio's parts included. */
  factsOf(metric: Metric): Fact[] {
    if ('counted' in metric) return [this.facts.get(metric.counted.fact)!]
    return partsOf(metric.ratio).flatMap((id) => this.factsOf(this.metrics.get(id)!))
  }

  /** Dimensions a metric can be broken down by: those all its facts have. */
  dimensionsOf(metric: Metric): string[] {
    const [first, ...others] = this.factsOf(metric).map((fact) => Object.keys(fact.dimensions))
    return (first ?? []).filter((name) => others.every((names) => names.includes(name)))
  }
}

function factSeenBy(fact: Fact, actor: Actor): Fact {
  const { rowsNeed, someNeed, leftOut } = fact
  const lacks = (one?: { permission: string }) => one && !holds(actor, one.permission)
  if (!lacks(rowsNeed) && !lacks(someNeed)) return fact
  const kept = [rowsNeed, someNeed].flatMap((one) => (one && lacks(one) ? one.dimensions : []))
  const open = Object.entries(fact.dimensions).filter(([name]) => !kept.includes(name))
  return {
    ...fact,
    dimensions: Object.fromEntries(open),
    ...(rowsNeed && lacks(rowsNeed) ? { withheld: rowsNeed } : {}),
    ...(someNeed && lacks(someNeed) ? { hidden: someNeed } : {}),
    ...(leftOut ? { leftOut: { ...leftOut, words: leftOut.wordsWithoutAmounts ?? leftOut.words } } : {}),
  }
}

/** What to say of rows that the asker may not see; null where they may. */
export function whyNotRows({ name, withheld, hidden }: Fact): string | null {
  const figures = `${name.replaceAll('_', ' ')} figures`
  if (withheld)
    return `The lines behind ${figures} need the permission “${withheld.permission}”. Whoever manages roles can give it to you.`
  return hidden
    ? `Lines of ${hidden.words} need the permission “${hidden.permission}” and are not listed here. Figures that hold them hold them for everybody.`
    : null
}

/** Why a dimension of a fact is kept from the asker; null where it is not. */
export function whyNotDimension({ name: fact, withheld, hidden }: Fact, name: string): string | null {
  const kept = [withheld, hidden].find((one) => one?.dimensions.includes(name))
  return kept
    ? `You need the permission “${kept.permission}” to see ${fact.replaceAll('_', ' ')} figures by ${name.replaceAll('_', ' ')}. Whoever manages roles can give it to you.`
    : null
}

export const catalogue = service<Catalogue>('catalogue')
