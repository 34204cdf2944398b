import { catalogue, type Metric, partsOf } from '../../../engine/query/catalogue.ts'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Kpi } from '../../strategy/contract.ts'
import { kpis } from '../../strategy/server/index.ts'
import type { Effect, scenarios } from '../contract.ts'
import { averageReturn, costMetrics, costShift, type Ends, endsOf, ratioEnds, type Shift } from '../rules.ts'
import { requireScenario, type Standing, standingOf } from './reading.ts'
import { heading, recordsOf, shiftsIn } from './shifts.ts'

/** What a scenario would change on signed KPI agreements whose period meets the year. */
export async function effects(ctx: Ctx, { id }: In<typeof scenarios.effects>) {
  for (const need of ['strategy:read', 'metrics:read'])
    if (!holds(ctx.actor, need))
      return { items: [], notes: [`KPI agreements and their figures need the permission “${need}”.`] }
  const standing = await standingOf(ctx, await requireScenario(ctx, id))
  const { year } = standing
  const signed = (await kpis(ctx, { state: 'signed' })).items.filter(
    ({ period }) => period.from <= year.endsOn && period.to >= year.months[0]!,
  )
  const asked = new Asking(ctx)
  const items: Effect[] = []
  for (const kpi of signed) items.push(await effectOn(asked, kpi, standing))
  const notes =
    items.length === 0
      ? []
      : [
          'Heading today is what has come in the period of the agreement and the forecast of its months to come. A cost changes by what the scenario changes. An outcome changes by something between nothing and the average return of each channel over the last twelve months: the next unit spent usually brings less than the average one.',
        ]
  return { items, notes }
}

/** Asks each figure once, however many agreements rest on it. */
class Asking {
  private readonly heads = new Map<string, ReturnType<typeof heading>>()
  private readonly records = new Map<string, ReturnType<typeof recordsOf>>()
  constructor(readonly ctx: Ctx) {}

  metric(id: string): Metric | undefined {
    return this.ctx.use(catalogue).metrics.get(id)
  }

  head(metric: string, span: { from: string; to: string }) {
    return once(this.heads, `${metric} ${span.from} ${span.to}`, () => heading(this.ctx, metric, span))
  }

  record(metric: string, cost: string) {
    return once(this.records, `${metric} ${cost}`, () => recordsOf(this.ctx, metric, cost))
  }
}

function once<T>(kept: Map<string, T>, key: string, ask: () => T): T {
  const found = kept.get(key) ?? ask()
  kept.set(key, found)
  return found
}

const bare = (kpi: Kpi) => ({
  kpi: { id: kpi.id, name: kpi.name },
  ...{ unit: kpi.definition.unit, currency: kpi.definition.currency, target: kpi.target },
  period: { from: kpi.period.from, to: kpi.period.to },
})

const notKnown = (kpi: Kpi, says: string): Effect => ({
  ...bare(kpi),
  ...{ today: null, scenario: null, known: 'none', says },
})

async function effectOn(asked: Asking, kpi: Kpi, standing: Standing): Promise<Effect> {
  const { metric: id, conditions, isCumulative } = kpi.definition
  const metric = id === null ? undefined : asked.metric(id)
  if (!metric) return notKnown(kpi, 'No known effect: its values are kept by hand.')
  if (conditions.length > 0)
    return notKnown(
      kpi,
      `No known effect: it counts only ${conditions.join(', ')}, and budget lines do not say that part.`,
    )
  const isRatio = 'ratio' in metric
  if (!isRatio && !isCumulative)
    return notKnown(
      kpi,
      `No known effect: ${metric.title} is a level, and no return of spend on it is measured.`,
    )
  const shifts = shiftsIn(standing, kpi.period.from, kpi.period.to)
  if (shifts.length === 0)
    return notKnown(kpi, 'No effect: the scenario changes no spend in the months of this agreement.')
  return reckoned(asked, { kpi, metric, shifts })
}

type Told = { ends: Ends | null; says: string[]; isExact: boolean }
type About = { kpi: Kpi; metric: Metric; shifts: Shift[] }

async function reckoned(asked: Asking, about: About): Promise<Effect> {
  const { kpi, metric } = about
  const parts = 'ratio' in metric ? partsOf(metric.ratio) : [metric.id]
  const told = new Map<string, Told>()
  for (const part of parts) {
    const one = await partOf(asked, part, about)
    if (!one.ends) return notKnown(kpi, `No known effect: ${one.says.join(' ')}`)
    told.set(part, one)
  }
  const ends = 'ratio' in metric ? ofRatio(metric, told) : told.get(metric.id)!.ends
  if (!ends)
    return notKnown(kpi, `No known effect: with the scenario there is nothing to divide ${metric.title} by.`)
  const all = [...told.values()]
  return {
    ...bare(kpi),
    today: ends.today,
    scenario: { low: ends.low, high: ends.high },
    known: all.every((one) => one.isExact) ? 'reckoned' : 'likely',
    says: all.flatMap((one) => one.says).join(' '),
  }
}

function ofRatio(metric: Extract<Metric, { ratio: unknown }>, told: Map<string, Told>): Ends | null {
  const { of, minus, to } = metric.ratio
  const ends = (id: string) => told.get(id)!.ends!
  const isSame = minus !== undefined && to.includes(minus)
  return ratioEnds({ top: ends(of), off: minus ? ends(minus) : null, below: to.map(ends) }, isSame)
}

const amount = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 })}`

/** One counted figure: a cost by what is shifted, an outcome by the average return of its channels. */
async function partOf(asked: Asking, id: string, { kpi, shifts }: About): Promise<Told> {
  const title = asked.metric(id)?.title ?? id
  const head = await asked.head(id, kpi.period)
  if (head.value === null)
    return { ends: null, says: [head.says ?? `${title} is not known.`], isExact: false }
  if (costMetrics.includes(id)) {
    const shift = costShift(id, shifts)
    const value = Math.max(0, head.value + shift)
    const says = [`${title} changes by what the scenario changes: ${amount(shift)}.`]
    return { ends: { today: head.value, low: value, high: value }, says, isExact: true }
  }
  const { change, known, unknown } = averageReturn(shifts, await asked.record(id, 'cost'))
  if (known.length === 0)
    return {
      ends: null,
      says: [`no return on ${title} is measured for ${unknown.join(', ')}.`],
      isExact: false,
    }
  const rest =
    unknown.length > 0 ? ` Nothing is measured for ${unknown.join(', ')}; it is left as it is.` : ''
  const says = [
    `${title}: at the average return of ${known.join(', ')} ${amount(change)}; at least nothing.${rest}`,
  ]
  return { ends: endsOf(head.value, change), says, isExact: false }
}
