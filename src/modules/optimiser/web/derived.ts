import { figure, type Unit } from '../../../ui/format/figure.ts'
import { count, money, percent } from '../../../ui/format/number.ts'
import type { Derived, ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { CurveShown, Fitted, Proposal, ProposedRow } from '../contract.ts'

const ofChannel = (name: string) => [
  { dimension: 'channel', is: 'exactly' as const, values: [name === 'No channel' ? null : name] },
]

/** Prints amounts of the outcome: in its currency, whole where it counts things. */
export const outcomePrinter =
  ({ unit, currency }: Fitted['metric']) =>
  (value: number): string =>
    figure(
      unit === 'count' && Math.abs(value) >= 20 ? Math.round(value) : value,
      unit as Unit,
      currency ?? undefined,
    )

/** Outcome per unit of spend, with as many digits as its size needs. */
export function perUnit(value: number | null): string {
  if (value === null) return 'n/a'
  return count(Number(value.toPrecision(3)))
}

/** What was spent on a channel in the weeks seen: its rows. */
export const spendRequest = ({ weeks }: Fitted, { name }: { name: string }): ExplainRequest => ({
  metric: 'media_cost',
  from: weeks.from,
  to: weeks.to,
  where: ofChannel(name),
})

const modelled =
  'Outcome = level + trend + season + Σ over channels (most × saturation(spend carried over into later weeks)), by least squares over the weeks, no channel below 0.'

/** A figure of a channel that follows from its curve; the rows are those of its spend. */
function ofCurve(
  data: Fitted,
  curve: CurveShown,
  derived: Omit<Derived, 'parts' | 'definition'> & { definition?: string },
): ExplainRequest {
  const print = outcomePrinter(data.metric)
  const { contributionInterval: interval } = curve
  return {
    ...spendRequest(data, curve),
    derived: {
      definition: modelled,
      ...derived,
      parts: [
        { name: 'Spend in the weeks seen', value: money(curve.spend.amount, curve.spend.currency) },
        { name: `${data.metric.title} it brought`, value: print(curve.contribution) },
        { name: 'In eight of ten redraws', value: `${print(interval.low)} to ${print(interval.high)}` },
        { name: 'Carried over into the next week', value: percent(curve.alpha, 0) },
        { name: 'Curve', value: curve.says },
      ],
      says: [
        'The rows are those of the spend; what it brought is told by the curves and has none.',
        ...curve.notices,
      ],
    },
  }
}

export const contributionRequest = (data: Fitted, curve: CurveShown): ExplainRequest =>
  ofCurve(data, curve, {
    label: `${data.metric.title} that ${curve.name} brought`,
    value: curve.contribution,
    unit: data.metric.unit as Unit,
    currency: data.metric.currency ?? undefined,
    formula: 'Σ over weeks most × saturation(spend carried over)',
  })

export const returnRequest = (data: Fitted, curve: CurveShown): ExplainRequest =>
  ofCurve(data, curve, {
    label: `${data.metric.title} per ${data.currency} of ${curve.name}`,
    value: curve.returned,
    unit: 'number',
    formula: 'what it brought ÷ what was spent on it',
  })

/** A figure of the proposal; `row` is the channel it belongs to. */
export function proposedRequest(
  data: Fitted,
  row: ProposedRow,
  label: string,
  value: number,
  unit: Unit,
): ExplainRequest {
  const print = outcomePrinter(data.metric)
  const amount = (one: ProposedRow['today']) => money(one.amount, one.currency)
  return {
    ...spendRequest(data, { name: row.channel }),
    derived: {
      label: `${label} of ${row.channel}`,
      value,
      unit,
      currency: row.today.currency,
      definition:
        'The spend within the limits at which all channels together bring most: where one unit more brings as much on every channel that is between its limits.',
      formula: 'greatest Σ curve(spend) with Σ spend = budget, least ≤ spend ≤ most',
      parts: [
        { name: 'Today: the average of the last 52 weeks', value: amount(row.today) },
        { name: 'Proposed', value: amount(row.proposed) },
        { name: 'Limits', value: `${amount(row.least)} to ${amount(row.most)}` },
        { name: 'Brings a week, today', value: print(row.outcomeToday) },
        { name: 'Brings a week, proposed', value: print(row.outcomeProposed) },
        { name: 'One unit more brings, today', value: perUnit(row.marginalToday) },
        { name: 'One unit more brings, proposed', value: perUnit(row.marginalProposed) },
        {
          name: 'Proposed in eight of ten redraws',
          value: `${amount(row.interval.low)} to ${amount(row.interval.high)}`,
        },
      ],
      says: ['The rows are those of the spend that the curve was learnt from.', ...row.flags],
    },
  }
}

/** The gain, over the redraws. */
export function gainRequest(
  data: Fitted,
  { gain, outcome }: Proposal,
  label: string,
  value: number,
): ExplainRequest {
  const print = outcomePrinter(data.metric)
  return {
    metric: data.metric.id,
    from: data.weeks.from,
    to: data.weeks.to,
    where: [],
    derived: {
      label,
      value,
      unit: data.metric.unit as Unit,
      currency: data.metric.currency ?? undefined,
      definition:
        'What the proposed spend brings a week less what today’s brings, both read off the same curves.',
      formula: 'Σ curve(proposed) − Σ curve(today), on each of 100 redraws of the weeks',
      parts: [
        { name: 'Channels bring a week, today', value: print(outcome.today) },
        { name: 'Channels bring a week, proposed', value: print(outcome.proposed) },
        { name: 'Gain on the fitted curves', value: print(gain.point) },
        { name: 'Mean over redraws', value: print(gain.expected) },
        { name: 'One redraw in ten is below', value: print(gain.downside) },
        { name: 'One redraw in ten is above', value: print(gain.upside) },
        { name: 'Redraws in which it is a gain', value: percent(gain.likely, 0) },
      ],
      says: ['The rows are those of the outcome in the weeks the curves were learnt from.'],
    },
  }
}
