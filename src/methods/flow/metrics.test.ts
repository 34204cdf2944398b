import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import {
  agesAt,
  burn,
  cumulativeFlow,
  cycleTimes,
  edgesOf,
  type FlowItem,
  flowItems,
  leadTime,
  littlesLaw,
  percentile,
  replay,
  type StageInterval,
  throughput,
  workInProgress,
} from './index.ts'

const day = 86_400_000
const stages = { active: new Set(['Making', 'Review']), done: new Set(['Live']) }
const stay = (item: string, stage: string, from: number, to: number | null): StageInterval => ({
  item,
  stage,
  enteredAt: from * day,
  leftAt: to === null ? null : to * day,
})

const intervals = [
  stay('newsletter', 'Waiting', 0, 1),
  stay('newsletter', 'Making', 1, 3),
  stay('newsletter', 'Review', 3, 4.5),
  stay('newsletter', 'Live', 4.5, null),
  stay('banner', 'Waiting', 0, 2),
  stay('banner', 'Live', 2, null),
  stay('webinar', 'Making', 2, 3),
  stay('webinar', 'Live', 3, 5),
  stay('webinar', 'Review', 5, null),
]

describe('items from where they were when', () => {
  const items = flowItems(intervals, stages)

  test('begin with the first active stage and are done when they came to a done one to stay', () => {
    expect(items).toEqual([
      { id: 'newsletter', startedAt: day, doneAt: 4.5 * day },
      { id: 'banner', startedAt: null, doneAt: 2 * day },
      { id: 'webinar', startedAt: 2 * day, doneAt: null },
    ])
  })

  test('count as done by day, as work in progress, and by stage', () => {
    const edges = [0, 1, 2, 3, 4, 5, 6].map((at) => at * day)
    expect(throughput(items, edges)).toEqual([0, 0, 1, 0, 1, 0])
    expect(workInProgress(items, edges)).toEqual([0, 1, 2, 2, 2, 1, 1])
    expect(cumulativeFlow(intervals, ['Live', 'Review', 'Making', 'Waiting'], edges)).toEqual([
      { stage: 'Live', counts: [0, 0, 1, 2, 2, 2, 2] },
      { stage: 'Review', counts: [0, 0, 0, 1, 1, 1, 1] },
      { stage: 'Making', counts: [0, 1, 2, 0, 0, 0, 0] },
      { stage: 'Waiting', counts: [2, 1, 0, 0, 0, 0, 0] },
    ])
  })

  test('have a cycle time when done, an age until then', () => {
    expect(cycleTimes(items, { from: 0, to: 10 * day })).toEqual([3.5])
    expect(agesAt(items, 6 * day, 3.5)).toEqual([{ id: 'webinar', days: 4, isOld: true }])
    expect(agesAt(items, 3 * day, null)).toEqual([
      { id: 'newsletter', days: 2, isOld: false },
      { id: 'webinar', days: 1, isOld: false },
    ])
  })

  test('never leave a stage before they came to it', () => {
    expect(() => flowItems([stay('poster', 'Making', 5, 4)], stages)).toThrow('“poster” left “Making” before')
  })
})

test('a percentile is a value that was seen', () => {
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.85)).toBe(9)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)).toBe(5)
  expect(percentile([], 0.5)).toBeNull()
})

test('midnights follow the zone: a day of a change has 23 or 25 hours', () => {
  const hours = (from: string, to: string) => {
    const edges = edgesOf(from, to, { zone: 'Europe/Berlin' })
    return edges.slice(1).map((edge, at) => (edge - edges[at]!) / 3_600_000)
  }
  expect(hours('2026-03-28', '2026-03-30')).toEqual([24, 23, 24])
  expect(hours('2026-10-24', '2026-10-26')).toEqual([24, 25, 24])
  expect(edgesOf('2026-01-05', '2026-01-18', { zone: 'UTC', days: 7 })).toHaveLength(3)
})

describe('Little’s law', () => {
  const random = randomFrom(4)
  const someItems = (): FlowItem[] =>
    Array.from({ length: 60 }, (_, at) => {
      const startedAt = random() < 0.1 ? null : (random() * 50 - 10) * day
      const doneAt = random() < 0.3 ? null : ((startedAt ?? 0) / day + random() * 15) * day
      return { id: `item ${at}`, startedAt, doneAt }
    })

  test('is an identity of areas, whatever the window', () => {
    for (let round = 0; round < 200; round += 1) {
      const from = random() * 20 * day
      const law = littlesLaw(someItems(), { from, to: from + (0.1 + random() * 25) * day })
      expect(law.area).toBeCloseTo(law.cycleTimesOfDone - law.beforeWindow + law.ofUnfinished, 9)
      expect(law.gap * law.days).toBeCloseTo(law.ofUnfinished - law.beforeWindow, 9)
    }
  })

  test('holds exactly where the window begins and ends empty', () => {
    const items = [0, 1, 2, 3].map((at) => ({ id: `${at}`, startedAt: at * day, doneAt: (at + 2) * day }))
    const law = littlesLaw(items, { from: 0, to: 10 * day })
    expect(law).toMatchObject({ averageWip: 0.8, throughput: 0.4, averageCycleTime: 2, isStable: true })
    expect(law.gap).toBeCloseTo(0, 12)
  })

  test('says where work piles up', () => {
    const items = Array.from({ length: 20 }, (_, at) => ({
      id: `${at}`,
      startedAt: at * day,
      doneAt: at < 3 ? (at + 1) * day : null,
    }))
    expect(littlesLaw(items, { from: 0, to: 20 * day }).isStable).toBe(false)
    expect(() => littlesLaw(items, { from: 5, to: 5 })).toThrow('ends before it begins')
  })
})

describe('forecasts replayed week by week', () => {
  const random = randomFrom(8)
  const history = Array.from({ length: 1500 }, () => [0, 0, 1, 1, 1, 2, 3][Math.floor(random() * 7)]!)

  test('held about as often as they promised', () => {
    const { cases, held, share } = replay(history, { items: 20, share: 0.85, window: 90 })
    expect(cases.length).toBeGreaterThan(190)
    expect(held).toBe(cases.filter((one) => one.came! <= one.promised).length)
    expect(share!).toBeGreaterThan(0.8)
    expect(share!).toBeLessThan(0.95)
  })

  test('judge nothing before its day has come', () => {
    expect(replay(history.slice(0, 95), { items: 50, share: 0.85, window: 90 })).toEqual({
      cases: [],
      held: 0,
      share: null,
    })
  })
})

test('a burndown begins with what was committed and shows what was added', () => {
  const points = burn(
    [
      { day: '2026-02-27', kind: 'scope', amount: 8 },
      { day: '2026-03-02', kind: 'scope', amount: 2 },
      { day: '2026-03-03', kind: 'done', amount: 3 },
      { day: '2026-03-04', kind: 'scope', amount: 4 },
      { day: '2026-03-04', kind: 'done', amount: -1 },
    ],
    { from: '2026-03-02', to: '2026-03-06', until: '2026-03-04' },
  )
  expect(points).toEqual([
    { day: '2026-03-02', scope: 10, done: 0, left: 10, added: 0, ideal: 10 },
    { day: '2026-03-03', scope: 10, done: 3, left: 7, added: 0, ideal: 7.5 },
    { day: '2026-03-04', scope: 14, done: 2, left: 12, added: 4, ideal: 5 },
  ])
  expect(() => burn([], { from: '2026-03-06', to: '2026-03-02' })).toThrow('nothing to burn down')
})

test('a brief has to come as early as the longest way through the steps is long', () => {
  const steps = [
    { id: 'copy', days: 3, after: [] },
    { id: 'design', days: 5, after: [] },
    { id: 'legal', days: 2, after: ['copy', 'design'] },
  ]
  expect(leadTime(steps, '2026-05-15', new Set(['2026-05-14']))).toEqual({
    briefBy: '2026-05-05',
    workingDays: 7,
    calendarDays: 10,
    path: ['design', 'legal'],
  })
  const circle = [{ id: 'copy', days: 1, after: ['copy'] }]
  expect(() => leadTime(circle, '2026-05-15', new Set())).toThrow('circle')
  expect(() => leadTime([], '2026-05-15', new Set())).toThrow('no steps')
})
