import { normalFrom } from '../../../methods/random.ts'
import type { Board } from '../../work/contract.ts'
import type { Brought } from '../../work/server/index.ts'
import type { DemoBoard } from './work-boards.ts'

const dayMs = 86_400_000
export const longestPast = 120

/** Days around a usual one: seldom less than a third of it, now and then four times as many. */
const daysAround = (usual: number, random: () => number): number =>
  Math.max(0.1, usual * Math.exp(0.6 * normalFrom(random)))

/** Work is moved on Monday to Friday between nine and six. */
function atWork(at: number): Date {
  const day = new Date(at)
  const weekday = day.getUTCDay()
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  const hour = 8 + (Math.floor(at / 3_600_000) % 9)
  return new Date(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - back, hour, day.getUTCMinutes()),
  )
}

type Going = {
  demo: DemoBoard
  board: Board
  place: number
  enteredDaysAgo: number
  now: number
  by: string
  random: () => number
}

/** Where an item stood until it came to a stage: told backwards, so that it came there so many days ago. */
export function staysTo({ demo, board, place, enteredDaysAgo, now, by, random }: Going): Brought['stays'] {
  const times = [now - enteredDaysAgo * dayMs]
  for (let at = place - 1; at >= 0; at -= 1)
    times.unshift(times[0]! - daysAround(demo.stages[at]!.days, random) * dayMs)
  const entered = times.map((at) => Math.min(atWork(at).getTime(), now - 60_000)).sort((a, b) => a - b)
  return entered.map((at, index) => ({ stageId: board.stages[index]!.id, enteredAt: new Date(at), by }))
}

/** Now and then the lawyers are passed over, and somebody says why. */
export function passOver(stays: Brought['stays'], board: Board, random: () => number): Brought['stays'] {
  const legal = board.stages.find((one) => one.name === 'Legal')
  const at = stays.findIndex((one) => one.stageId === legal?.id)
  if (at <= 0 || at === stays.length - 1 || random() > 0.12) return stays
  const skipped = stays.map((stay, index) =>
    index === at + 1 ? { ...stay, reason: 'Nothing is claimed in it' } : stay,
  )
  return skipped.filter((_, index) => index !== at)
}

/** How long ago an open item came where it stands: as long as is usual, some for much longer. */
export const agoOf = (usual: number, random: () => number): number =>
  daysAround(usual, random) * (random() < 0.18 ? 3 : 0.8)
