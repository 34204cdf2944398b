import { type M3Series, m3Monthly, m3Published } from '../src/methods/forecast/fixtures.ts'
import {
  anomalies,
  forecast,
  type Interval,
  mase,
  methods,
  msis,
  owa,
  pointForecast,
  smape,
} from '../src/methods/forecast/index.ts'
import { sharedData } from '../src/test/shared.ts'
import { millis, say, seconds, timed, title } from './ground.ts'

const season = { period: 12, horizon: 18 }

/** Our forecasts of the monthly M3 series beside those the competitors handed in; limits against what came; time. */
export async function forecasting(): Promise<void> {
  const data = sharedData()
  if (!data) return
  const all = m3Monthly(data)
  accuracy(all, m3Published(data))
  extremes(all)
  await limits(all)
  await speed(all)
}

type Told = (series: M3Series) => readonly number[]

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function score(all: readonly M3Series[], told: Told) {
  const points = all.map(told)
  return {
    smape: mean(all.map(({ came }, at) => smape(came, points[at]!))),
    mase: mean(all.map(({ came, known }, at) => mase(came, points[at]!, known, season.period)!)),
  }
}

function accuracy(all: readonly M3Series[], published: ReturnType<typeof m3Published>): void {
  title(`Points: the ${all.length} monthly series of M3, 18 months ahead (sMAPE / MASE / OWA)`)
  const theirs = [...published].map(([name, told]) => ({
    name: `${name}, as handed in`,
    ...score(all, (series) => told.get(series.name)!),
  }))
  const ours = methods.map((method) => ({
    name: `ours: ${method}`,
    ...score(all, ({ known }) => pointForecast(known, { method, ...season })),
  }))
  const naive2 = theirs.find(({ name }) => name.startsWith('NAIVE2'))!
  for (const row of [...theirs, ...ours].sort((a, b) => a.smape - b.smape))
    say(
      row.name,
      `${row.smape.toFixed(3)} / ${row.mase.toFixed(3)} / ${owa(row, naive2).toFixed(3)}`,
      row.name === 'ours: default' ? '≤ 13.89 / ≤ 0.87' : '',
    )
}

/** Each series as it is, and with one of its last thirteen values pushed up by four times its usual move. */
function extremes(all: readonly M3Series[]): void {
  title('Extremes kept and pulled in (sMAPE / MASE)')
  for (const [what, size] of [
    ['as it is', 0],
    ['with one extreme planted', 4],
  ] as const)
    for (const outliers of ['kept', 'pulled in'] as const) {
      const { smape: percent, mase: scaled } = score(all, (series) => {
        const told = forecast(planted(series, all.indexOf(series), size), { ...season, outliers })
        if ('refused' in told) throw new Error(told.refused)
        return told.points.map(({ point }) => point)
      })
      say(`${what}, extremes ${outliers}`, `${percent.toFixed(3)} / ${scaled.toFixed(3)}`)
    }
}

function planted({ known }: M3Series, place: number, size: number): number[] {
  const usual = Math.sqrt(mean(known.slice(1).map((value, at) => (value - known[at]!) ** 2)))
  const at = known.length - 2 - (place % 12)
  return known.map((value, index) => (index === at ? value + size * usual : value))
}

async function limits(all: readonly M3Series[]): Promise<void> {
  title('Limits: the default method on the same series')
  const { ms, out } = await timed(() => all.map(limitsOf))
  const points = out.flat()
  const share = (name: 'inner' | 'outer', h?: number) => {
    const asked = h === undefined ? points : points.filter((point) => point.h === h)
    const held = asked.filter((point) => point[name].lower <= point.came && point.came <= point[name].upper)
    return `${((100 * held.length) / asked.length).toFixed(1)} %`
  }
  const scores = all.map(({ came, known }, index) =>
    msis(
      came,
      out[index]!.map(({ outer }) => outer),
      known,
      season,
    ),
  )
  say('held by the 80 % limits', share('inner'), '77–83 %')
  say('held by the 95 % limits', share('outer'), '≥ 92 %')
  for (const h of [1, 6, 12, 18]) say(`held by the 95 % limits ${h} ahead`, share('outer', h))
  say('MSIS of the 95 % limits', mean(scores.map(Number)).toFixed(2))
  say('all series with their limits', seconds(ms), '< 10 s')
}

function limitsOf({ known, came }: M3Series) {
  const told = forecast(known, season)
  if ('refused' in told) throw new Error(told.refused)
  return told.points.map(({ h, lo80, hi80, lo95, hi95 }) => ({
    h,
    came: came[h - 1]!,
    inner: { lower: lo80, upper: hi80 } satisfies Interval,
    outer: { lower: lo95, upper: hi95 } satisfies Interval,
  }))
}

async function speed(all: readonly M3Series[]): Promise<void> {
  const thousand = all.slice(0, 1000)
  title('Time for 1,000 monthly series')
  const points = await timed(() => thousand.map(({ known }) => pointForecast(known, season)))
  const whole = await timed(() => thousand.map(({ known }) => forecast(known, season)))
  const judged = await timed(() =>
    thousand.map(({ known }) => anomalies(known, { period: season.period, newest: 1 })),
  )
  say('points alone', seconds(points.ms))
  say('points and limits', seconds(whole.ms), '< 3 s')
  say('points and limits, each', millis(whole.ms / thousand.length))
  say('the newest value judged', seconds(judged.ms))
}
