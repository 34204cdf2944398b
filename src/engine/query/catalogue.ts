import { service } from '../../kernel/service.ts'

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
  /** Another reading of rows that a fact already has: its dimensions have the values of that one. */
  isReading?: true
}

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
} & ({ counted: Counted } | { ratio: { of: string; to: string[]; undefined: string } })

/** Every fact, dimension and metric, registered once by the module that owns it. */
export class Catalogue {
  readonly facts = new Map<string, Fact>()
  readonly metrics = new Map<string, Metric>()
  readonly dimensions = new Map<string, string>()

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
    return [metric.ratio.of, ...metric.ratio.to].flatMap((id) => this.factsOf(this.metrics.get(id)!))
  }

  /** Dimensions a metric can be broken down by: those all its facts have. */
  dimensionsOf(metric: Metric): string[] {
    const [first, ...others] = this.factsOf(metric).map((fact) => Object.keys(fact.dimensions))
    return (first ?? []).filter((name) => others.every((names) => names.includes(name)))
  }
}

export const catalogue = service<Catalogue>('catalogue')
