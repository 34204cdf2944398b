import { expect, test } from 'vitest'
import { againstTarget, chanceWords, monthsTo } from './against.ts'

const span = (month: string, end: string) => ({ period: month, from: `${month}-01`, to: `${month}-${end}` })
const ahead = (month: string, end: string, point: number, h: number) => ({
  ...span(month, end),
  ...{ h, point, lo80: point - 2, hi80: point + 2, lo95: point - 3, hi95: point + 3 },
})
const told = {
  history: [
    { ...span('2025-12', '31'), value: 100 },
    { ...span('2026-01', '31'), value: 10 },
    { ...span('2026-02', '28'), value: 12 },
  ],
  running: null,
  points: [ahead('2026-03', '31', 11, 1), ahead('2026-04', '30', 13, 2), ahead('2026-05', '31', 50, 3)],
}
const agreed = { from: '2026-01-01', to: '2026-04-30', target: 46, better: 'up', isCumulative: true } as const

test('a sum is what is known of the period and what is expected of the rest, limits added up', () => {
  const found = againstTarget(told, agreed)
  // 10 + 12 are known; 11 + 13 are expected, two less and more each at the 80 % limits.
  expect(found).toMatchObject({
    known: { value: 22, months: 2 },
    expected: 2,
    end: { point: 46, lo80: 42, hi80: 50, lo95: 40, hi95: 52 },
    chance: 'open',
  })
  expect(typeof found === 'string' ? [] : found.months.map((one) => one.point)).toEqual([10, 22, 33, 46])
})

test('a level is that of the last month of the period', () => {
  expect(againstTarget(told, { ...agreed, isCumulative: false, target: 10 })).toMatchObject({
    end: { point: 13, lo80: 11, hi80: 15 },
    known: { value: 12, months: 2 },
    chance: 'likely',
  })
})

test.each([
  ['up', 42, 'likely'],
  ['up', 43, 'open'],
  ['up', 51, 'unlikely'],
  ['down', 50, 'likely'],
  ['down', 42, 'open'],
  ['down', 41, 'unlikely'],
] as const)('where %s is better a target of %i is %s', (better, target, chance) => {
  expect(againstTarget(told, { ...agreed, better, target })).toMatchObject({ chance })
  expect(chanceWords[chance]).toMatch(/80 % limits/)
})

test('the running month counts as expected where the forecast goes on from it, and once', () => {
  const limits = { lo80: 8, hi80: 9, lo95: 7, hi95: 10 }
  const running = { ...span('2026-03', '31'), seenTo: '2026-03-20', soFar: 6, isUsed: true, says: '' }
  const expected = { point: 8.5, ...limits, share: 0.7 }
  const points = told.points.slice(1)
  expect(againstTarget({ ...told, points, running: { ...running, expected } }, agreed)).toMatchObject({
    end: { point: 43.5, lo80: 41, hi80: 46 },
    expected: 2,
  })
  expect(againstTarget({ ...told, running: { ...running, expected, isUsed: false } }, agreed)).toMatchObject({
    end: { point: 46 },
  })
})

test('a period that is over says what it came to; one that the forecast does not reach says so', () => {
  expect(againstTarget(told, { ...agreed, to: '2026-02-28' })).toMatchObject({
    chance: 'over',
    end: { point: 22, lo80: 22 },
    expected: 0,
  })
  expect(againstTarget(told, { ...agreed, to: '2026-12-31' })).toMatch(
    /ends on 2026-05-31 and the period on 2026-12-31/,
  )
  expect(againstTarget(told, { ...agreed, from: '2027-01-01', to: '2027-12-31' })).toMatch(/knows no month/)
  expect(monthsTo('2026-12-31', '2026-11-11')).toBe(4)
  expect(monthsTo('2026-06-30', '2026-11-11')).toBe(1)
  expect(monthsTo('2029-12-31', '2026-11-11')).toMatch(/^The period ends on 2029-12-31/)
})
