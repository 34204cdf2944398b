import { daysAt, daysToFinish } from './delivery.ts'
import { type Throughput, whyNotHistory } from './history.ts'

export type ReplayCase = { at: number; promised: number; came: number | null; isHeld: boolean }
export type Replay = { cases: ReplayCase[]; held: number; share: number | null }

/**
 * How often the promised day held, had one forecast `items` items every week from the `window` days before it. Judged
 * are only weeks whose promised day has come: counting early finishers of younger ones would flatter the forecast.
 */
export function replay(
  history: Throughput,
  how: { items: number; share: number; window: number; everyDays?: number },
): Replay {
  const cases: ReplayCase[] = []
  for (let at = how.window; at < history.length; at += how.everyDays ?? 7) {
    const past = history.slice(at - how.window, at)
    if (whyNotHistory(past)) continue
    const promised = daysAt(daysToFinish(past, how.items, { seed: 1 }), how.share)
    if (promised === null || at + promised > history.length) continue
    const came = finishedAfter(history, at, how.items)
    cases.push({ at, promised, came, isHeld: came !== null && came <= promised })
  }
  const held = cases.filter((one) => one.isHeld).length
  return { cases, held, share: cases.length === 0 ? null : held / cases.length }
}

function finishedAfter(history: Throughput, at: number, items: number): number | null {
  let done = 0
  for (let day = at; day < history.length; day += 1) {
    done += history[day]!
    if (done >= items) return day - at + 1
  }
  return null
}
