import { figure, type Unit } from '../../../ui/format/figure.ts'
import { count } from '../../../ui/format/number.ts'
import { day } from '../../../ui/format/when.ts'
import type { Derived, ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { Condition } from '../../../ui/where/where.ts'
import type { FuturePoint, MetricForecast } from '../contract.ts'
import type { Against } from '../rules.ts'

type Accuracy = NonNullable<MetricForecast['backtest']>['overall']

/** The rows of the history a forecast was learnt from. */
const learntFrom = (
  { metric, history, running }: MetricForecast,
  where: Condition[],
  derived: Derived,
): ExplainRequest => ({
  metric,
  ...(history.length > 0 ? { from: history[0]!.from, to: running?.seenTo ?? history.at(-1)!.to } : {}),
  where,
  derived,
})

/** What is expected of one period, and its limits. */
export function expectedRequest(
  data: MetricForecast,
  point: FuturePoint,
  where: Condition[],
): ExplainRequest {
  const currency = data.currency ?? undefined
  const print = (value: number) => figure(value, data.unit, currency)
  return learntFrom(data, where, {
    label: `${data.title}, ${point.period}, expected`,
    value: point.point,
    unit: data.unit,
    currency,
    definition: `What ${data.title.toLowerCase()} is expected to come to, learnt from ${count(data.history.length)} whole ${data.grain}s; the rows are theirs.`,
    formula: `${data.method ?? 'forecast'}, ${data.season === 'none' ? 'no season found' : `season ${data.season}`}; ${data.outliers === 'pulled_in' ? 'extremes and a lasting shift taken out; ' : ''}${point.h} ahead`,
    parts: [
      { name: 'Four cases of five within', value: `${print(point.lo80)} to ${print(point.hi80)}` },
      { name: '19 cases of 20 within', value: `${print(point.lo95)} to ${print(point.hi95)}` },
    ],
    says: data.notices,
  })
}

type Agreed = { where: Condition[]; target: number }

/** What an agreed period is expected to come to by its end. */
export function endRequest(data: MetricForecast, found: Against, { where, target }: Agreed): ExplainRequest {
  const print = (value: number) => figure(value, data.unit, data.currency ?? undefined)
  const { end, known, expected } = found
  const months = (n: number) => (n === 1 ? '1 month' : `${count(n)} months`)
  return learntFrom(data, where, {
    label: `${data.title} by ${day(end.to)}`,
    value: end.point,
    unit: data.unit,
    currency: data.currency ?? undefined,
    definition: `What ${data.title.toLowerCase()} comes to by the end of the agreed period: ${months(known.months)} as they came, ${count(expected)} as forecast; the rows are those it was learnt from.`,
    formula: data.method ?? 'what came',
    parts: [
      { name: `Known, ${months(known.months)}`, value: print(known.value) },
      { name: 'Four cases of five within', value: `${print(end.lo80)} to ${print(end.hi80)}` },
      { name: '19 cases of 20 within', value: `${print(end.lo95)} to ${print(end.hi95)}` },
      { name: 'Target', value: print(target) },
    ],
    says: data.notices,
  })
}

/** The same for a period that was. */
export const historyRequest = (data: MetricForecast, at: number, where: Condition[]): ExplainRequest => {
  const { from, to } = data.history[at]!
  return { metric: data.metric, from, to, where }
}

export type Told = keyof Accuracy &
  ('mae' | 'naiveMae' | 'smape' | 'mase' | 'coverage80' | 'coverage95' | 'count')
const told: Record<Told, { title: string; definition: string; formula: string }> = {
  mae: {
    title: 'Wrong by',
    definition: 'How far the forecasts were from what came, on average.',
    formula: 'mean of |what came − forecast|',
  },
  naiveMae: {
    title: 'Repeating the last season, wrong by',
    definition: 'How far repeating the last season would have been from what came, on average.',
    formula: 'mean of |what came − value one season before|',
  },
  smape: {
    title: 'sMAPE, %',
    definition: 'The same in per cent of both, 0 to 200.',
    formula: 'mean of 200 × |what came − forecast| ÷ (|what came| + |forecast|)',
  },
  mase: {
    title: 'MASE',
    definition: 'Below 1 it beats repeating the last season.',
    formula:
      'mean of |what came − forecast| ÷ mean of |what came − value one season before| within what was known',
  },
  coverage80: {
    title: '80 % limits held',
    definition: 'The share of what came within the 80 % limits.',
    formula: 'forecasts whose limits held ÷ forecasts compared',
  },
  coverage95: {
    title: '95 % limits held',
    definition: 'The share of what came within the 95 % limits.',
    formula: 'forecasts whose limits held ÷ forecasts compared',
  },
  count: {
    title: 'Compared',
    definition: 'How many forecasts were made as if the past were today.',
    formula: 'number of forecasts compared with what came',
  },
}

const unitOf = (name: Told, unit: Unit): Unit =>
  name === 'mae' || name === 'naiveMae' ? unit : name.startsWith('coverage') ? 'ratio' : 'number'

/** One measure of how wrong the forecasts would have been; `h` steps ahead, or over all. */
export function accuracyRequest(
  data: MetricForecast,
  name: Told,
  where: Condition[],
  h?: number,
): ExplainRequest {
  const { overall, steps, rows } = data.backtest!
  const of = (h === undefined ? overall : steps.find((one) => one.h === h)) ?? overall
  const compared = rows.filter((one) => h === undefined || one.h === h)
  const isHeld = name === 'coverage80' || name === 'coverage95'
  const side = name === 'coverage80' ? '80' : '95'
  const held = compared.filter((one) => one.actual >= one[`lo${side}`] && one.actual <= one[`hi${side}`])
  const { title, definition, formula } = told[name]
  return learntFrom(data, where, {
    label: h === undefined ? title : `${title}, ${h} ahead`,
    value: of[name],
    unit: unitOf(name, data.unit),
    currency: data.currency ?? undefined,
    definition,
    formula,
    parts: [
      ...(isHeld ? [{ name: 'Forecasts whose limits held', value: count(held.length) }] : []),
      { name: 'Forecasts compared', value: count(of.count) },
    ],
  })
}
