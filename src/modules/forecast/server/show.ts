import { keyOf } from '../../../engine/query/calendar.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Period } from '../../../methods/fiscal.ts'
import {
  type Backtest,
  backtest,
  type Forecast,
  forecast as foretell,
} from '../../../methods/forecast/index.ts'
import type { forecast } from '../contract.ts'
import { methodWords, periodsAfter, seasonOf, usualHorizon } from '../rules.ts'
import type { MetricForecast, Span } from '../things.ts'
import { type Series, seriesOf } from './series.ts'

export async function show(
  ctx: Ctx,
  { horizon: wanted, ...asked }: In<typeof forecast.show>,
): Promise<MetricForecast> {
  const { grain } = asked
  const horizon = wanted ?? usualHorizon[grain]
  const series = await seriesOf(ctx, asked)
  const { metric, values } = series
  const options = { period: seasonOf[grain], horizon, isCount: values.every((value) => value >= 0) }
  const told = series.refused === null ? foretell(values, options) : { refused: series.refused }
  const back = series.refused === null ? backtest(values, options) : { refused: series.refused }
  return {
    metric: metric.id,
    title: metric.title,
    unit: metric.unit,
    currency: series.currency,
    otherCurrencies: series.otherCurrencies,
    grain,
    horizon,
    history: series.periods.map((period, at) => ({ ...spanOf(period, series), value: values[at]! })),
    ...('refused' in told ? withoutForecast(told.refused, series) : withForecast(told, series, horizon)),
    backtest: 'refused' in back ? null : lookBack(back, series),
    backtestRefused: 'refused' in back ? back.refused : null,
  }
}

const spanOf = ({ startsOn, endsOn, ...period }: Period, { here }: Series): Span => ({
  period: keyOf({ startsOn, endsOn, ...period }, here.calendar),
  from: startsOn,
  to: endsOn,
})

const withoutForecast = (refused: string, { notices }: Series) => ({
  refused,
  points: [],
  method: null,
  season: 'none' as const,
  notices,
})

function withForecast(told: Forecast, series: Series, horizon: number) {
  const { values, periods, notices, here } = series
  const ahead = periodsAfter(periods.at(-1)!, horizon, here.calendar)
  return {
    refused: null,
    points: told.points.map((point, at) => ({ ...spanOf(ahead[at]!, series), ...capped(point, series) })),
    method: methodWords(told.method, values.length),
    season: told.season.kind,
    notices: [...notices, ...told.notices],
  }
}

/** A share that never was above all of it does not come to be. */
function capped<P extends Record<string, number>>(point: P, { metric, values }: Series): P {
  if (metric.unit !== 'ratio' || values.some((value) => value > 1)) return point
  const cut = Object.entries(point).map(([name, value]) => [name, name === 'h' ? value : Math.min(1, value)])
  return Object.fromEntries(cut) as P
}

function lookBack({ overall, steps, rows }: Backtest, series: Series): MetricForecast['backtest'] {
  const labels = series.periods.map((period) => spanOf(period, series).period)
  return {
    overall,
    steps,
    rows: rows.map(({ origin, ...row }) => ({
      ...row,
      known: labels[origin - 1]!,
      period: labels[origin + row.h - 1]!,
    })),
  }
}
