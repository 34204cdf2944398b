import { keyOf } from '../../../engine/query/calendar.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Period } from '../../../methods/fiscal.ts'
import {
  type Backtest,
  backtest,
  type Forecast,
  type ForecastOptions,
  forecast as foretell,
} from '../../../methods/forecast/index.ts'
import type { forecast } from '../contract.ts'
import { methodWords, periodsAfter, seasonOf, tidiedWords, usualHorizon } from '../rules.ts'
import type { MetricForecast, Span } from '../things.ts'
import { type Running, runningOf } from './running.ts'
import { type Series, seriesOf } from './series.ts'

export async function show(
  ctx: Ctx,
  { horizon: wanted, outliers, ...asked }: In<typeof forecast.show>,
): Promise<MetricForecast> {
  const { grain } = asked
  const horizon = wanted ?? usualHorizon[grain]
  const series = await seriesOf(ctx, asked)
  const { metric, values } = series
  const running = series.refused === null ? await runningOf(ctx, series, grain) : null
  const options = {
    period: seasonOf[grain],
    horizon,
    isCount: values.every((value) => value >= 0),
    ...(outliers === 'pulled_in' ? { outliers: 'pulled in' as const } : {}),
  }
  const { told, back } = toldAndTried(series, running, options)
  return {
    metric: metric.id,
    title: metric.title,
    unit: metric.unit,
    currency: series.currency,
    otherCurrencies: series.otherCurrencies,
    grain,
    horizon,
    outliers,
    history: series.periods.map((period, at) => ({ ...spanOf(period, series), value: values[at]! })),
    running: running && toRunning(running, series),
    ...('refused' in told
      ? withoutForecast(told.refused, series, running)
      : withForecast(told, series, { horizon, running })),
    backtest: 'refused' in back ? null : lookBack(back, series),
    backtestRefused: 'refused' in back ? back.refused : null,
  }
}

/** The forecast and its look back, going on from the running period where that has proved nearer than leaving it out. */
function toldAndTried({ refused, values }: Series, running: Running | null, options: ForecastOptions) {
  if (refused !== null) return { told: { refused }, back: { refused } }
  if (!running?.now?.isNearer) return { told: foretell(values, options), back: backtest(values, options) }
  const { point, asSeen } = running.now
  return {
    told: foretell([...values, point], { ...options, asSeen: [...asSeen, point] }),
    back: backtest(values, { ...options, asSeen }),
  }
}

function toRunning({ period, seenTo, soFar, now, says }: Running, series: Series): MetricForecast['running'] {
  const limits = now && { lo80: now.lo80, hi80: now.hi80, lo95: now.lo95, hi95: now.hi95 }
  return {
    ...spanOf(period, series),
    seenTo,
    soFar,
    expected: now && limits ? { point: now.point, ...limits, share: now.share } : null,
    isUsed: now?.isNearer ?? false,
    says,
  }
}

const spanOf = ({ startsOn, endsOn, ...period }: Period, { here }: Series): Span => ({
  period: keyOf({ startsOn, endsOn, ...period }, here.calendar),
  from: startsOn,
  to: endsOn,
})

const noticesOf = ({ notices }: Series, running: Running | null): string[] =>
  running ? [running.says, ...notices] : notices

const withoutForecast = (refused: string, series: Series, running: Running | null) => ({
  refused,
  points: [],
  method: null,
  season: 'none' as const,
  notices: noticesOf(series, running),
})

type Going = { horizon: number; running: Running | null }

function withForecast(told: Forecast, series: Series, { horizon, running }: Going) {
  const { periods, here, metric, currency } = series
  const learnt = running?.now?.isNearer ? [...periods, running.period] : periods
  const ahead = periodsAfter(learnt.at(-1)!, horizon, here.calendar)
  const labels = learnt.map((period) => period.label)
  const changed = told.tidied ? tidiedWords(told.tidied, labels, { unit: metric.unit, currency }) : []
  return {
    refused: null,
    points: told.points.map((point, at) => ({ ...spanOf(ahead[at]!, series), ...capped(point, series) })),
    method: methodWords(told.method, learnt.length),
    season: told.season.kind,
    notices: [...changed, ...noticesOf(series, running), ...told.notices],
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
