import { anomalies, type Judged, type Watch } from './anomalies.ts'
import { discoveries } from './discoveries.ts'

export type Watched = Pick<Watch, 'period' | 'least'> & {
  name: string
  /** Oldest first; the newest is the one that is judged. */
  values: readonly number[]
}

export type Alarm = { name: string; newest: Judged; isAlarm: boolean } | { name: string; refused: string }

/**
 * Which of many metrics have a newest value that needs looking at, when a share `rate` of false alarms among the alarms
 * is accepted. The more metrics are watched, the farther off a lone value must be. One answer per metric, in the order
 * given; a metric too short to be judged, or with a gap, is refused by itself, and one below its least volume is
 * never an alarm and does not count among the many. Source: Benjamini & Hochberg 1995, on the p of `anomalies`.
 */
export function alarms(metrics: readonly Watched[], { rate = 0.1 } = {}): Alarm[] {
  const answers = metrics.map((metric) => {
    const found = anomalies(metric.values, { period: metric.period, least: metric.least, newest: 1 })
    return 'refused' in found ? found : { newest: found.judged[0]! }
  })
  const judged = answers.flatMap((one) => ('newest' in one && !one.newest.isSmall ? [one.newest] : []))
  const found = discoveries(
    judged.map(({ p }) => p),
    rate,
  )
  const alarming = new Set(judged.filter((_, index) => found[index]))
  return answers.map((one, index) => {
    const { name } = metrics[index]!
    return 'refused' in one
      ? { name, refused: one.refused }
      : { name, newest: one.newest, isAlarm: alarming.has(one.newest) }
  })
}
