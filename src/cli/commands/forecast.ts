import { invalid } from '../../kernel/errors.ts'
import { forecast as foretell } from '../../methods/forecast/index.ts'
import { forecast, type MetricForecast } from '../../modules/forecast/contract.ts'
import { type Command, type Terminal, textOf, type Values } from '../command.ts'
import { shown, table } from '../print.ts'
import { readSeries } from '../series-file.ts'
import { selecting, selectionOf } from './query.ts'

export const forecastFigures: Command = {
  usage:
    'forecast METRIC [--horizon N] [--grain month] [--outliers pulled_in] [--where …] | --series FILE [--period N] [--horizon N]',
  summary: 'Forecast a metric, or every series of a CSV file, with limits',
  more: `Grains: week, month, quarter. Of the current period is said what it will come to; it counts as the last point where
that has proved nearer than leaving it out. --outliers pulled_in forecasts from a history without lone extremes and
lasting shifts of level.
A file has the columns series, t and value, in any order, plain or gzipped; --period is the length of a season (12 for
months, 1 for none). It is read by itself: no data folder is opened. A series that cannot be forecast is listed with
the reason; the exit code is 2 when none could be.`,
  options: {
    ...selecting,
    grain: { type: 'string' },
    horizon: { type: 'string' },
    outliers: { type: 'string' },
    period: { type: 'string' },
    series: { type: 'string' },
  },
  run: (io) => (io.values.series === undefined ? ofMetric(io) : ofFile(io)),
}

async function ofMetric(io: Terminal): Promise<number> {
  const [metric, ...others] = io.words
  if (!metric) throw invalid('Name a metric: fullscore forecast leads. Or a file: --series FILE.csv.')
  if (others.length > 0) throw invalid(`One metric at a time: “${others[0]}” is one too many.`)
  const grain = textOf(io.values, 'grain')
  const horizon = wholeOf(io.values, 'horizon')
  const outliers = textOf(io.values, 'outliers')
  const answer = await (await io.door()).ask(forecast.show, {
    metric,
    ...selectionOf(io.values),
    ...(grain ? { grain } : {}),
    ...(horizon ? { horizon } : {}),
    ...(outliers ? { outliers } : {}),
  } as never)
  io.answer(answer, inWords(answer))
  return answer.refused === null ? 0 : 2
}

function inWords({ title, refused, points, method, notices, backtest }: MetricForecast): string {
  if (refused !== null) return [refused, ...notices].join('\n')
  const rows = points.map(({ period, point, lo80, hi80, lo95, hi95 }) =>
    Object.fromEntries(
      Object.entries({ period, forecast: point, lo80, hi80, lo95, hi95 }).map(([name, value]) => [
        name,
        typeof value === 'number' ? Number(value.toPrecision(6)) : value,
      ]),
    ),
  )
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    `${title}. ${method}.`,
    table(rows),
    ...(backtest
      ? [
          `Looking back ${backtest.overall.count} times: wrong by ${shown(Number(backtest.overall.mae.toPrecision(3)))} on average, repeating the last season by ${shown(Number(backtest.overall.naiveMae.toPrecision(3)))}; the 80 % limits held ${percent(backtest.overall.coverage80)}.`,
        ]
      : []),
    ...notices,
  ].join('\n')
}

async function ofFile(io: Terminal): Promise<number> {
  if (io.words.length > 0) throw invalid(`With --series no metric is named; “${io.words[0]}” is one.`)
  if (io.values.outliers !== undefined)
    throw invalid('With --series the values are taken as they are: leave --outliers out.')
  const options = { period: wholeOf(io.values, 'period') ?? 1, horizon: wholeOf(io.values, 'horizon') ?? 12 }
  const rows: { series: string; h: number; forecast: number; [limit: string]: number | string }[] = []
  const refused: { series: string; reason: string }[] = []
  const notices: { series: string; says: string }[] = []
  for (const one of await readSeries(String(io.values.series))) {
    const told = 'refused' in one ? one : foretell(one.values, options)
    if ('refused' in told) refused.push({ series: one.name, reason: told.refused })
    else {
      for (const { h, point, ...limits } of told.points)
        rows.push({ series: one.name, h, forecast: point, ...limits })
      for (const says of told.notices) notices.push({ series: one.name, says })
    }
  }
  const reasons = refused.map(({ series, reason }) => `${shown(series)}: ${reason}`)
  const said = notices.map(({ series, says }) => `${shown(series)}: ${says}`)
  io.answer(
    { rows, refused, notices },
    [...(rows.length > 0 ? [table(rows)] : []), ...reasons, ...said].join('\n'),
  )
  return rows.length > 0 ? 0 : 2
}

function wholeOf(values: Values, name: string): number | undefined {
  const text = textOf(values, name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value <= 1000) return value
  throw invalid(`--${name} ${text} is not a whole number from 1 to 1000.`)
}
