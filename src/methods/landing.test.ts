import { describe, expect, test } from 'vitest'
import { chancesAhead, doubtFrom, type LandingAsked, landing } from './landing.ts'
import { countsOf, incidence } from './survival.ts'

// Times 1…10 with exits W L – W L W – L W –: won .480952, lost .366667, open .152381 (worked out by hand).
const causes = ['won', 'lost', null, 'won', 'lost', 'won', null, 'lost', 'won', null]
const toy = incidence(countsOf(causes.map((cause, at) => ({ time: at + 1, cause }))))

describe('the chance of what is still open', () => {
  test('from the beginning it is the incidence itself', () => {
    expect(chancesAhead(toy, 'won', 0, [[0, 10]])[0]).toBeCloseTo(0.480952, 6)
  })

  test('later it is what is left of it, among those who are left', () => {
    const [whole] = chancesAhead(toy, 'won', 5, [[0, 10]])
    const at5 = 0.1 + 0.8 * (1 / 7)
    const open5 = 0.8 * (6 / 7) * (5 / 6)
    expect(whole).toBeCloseTo((0.480952381 - at5) / open5, 6)
    const parts = chancesAhead(toy, 'won', 5, [
      [0, 2],
      [2, 10],
    ])
    expect(parts[0]! + parts[1]!).toBeCloseTo(whole!, 12)
  })

  test('beyond the longest time seen nothing more is expected', () => {
    expect(chancesAhead(toy, 'won', 50, [[0, 90]])).toEqual([0])
  })
})

const asked: LandingAsked = {
  periods: 2,
  open: Array.from({ length: 100 }, () => ({ amount: 1, chances: [0.3, 0.2] })),
  arrivals: [],
  amounts: [],
  doubt: 0,
  already: [7, 0],
  runs: 4000,
}

describe('where it lands', () => {
  test('a hundred alike are binomial', () => {
    const [first, second] = landing(asked)
    // Binomial(100, .3): P10 24, median 30, P90 36; Binomial(100, .2): 15, 20, 25.
    expect([Math.round(first!.mean), first!.p10, first!.p50, first!.p90]).toEqual([37, 31, 37, 43])
    expect([Math.round(second!.mean), second!.p10, second!.p50, second!.p90]).toEqual([20, 15, 20, 25])
  })

  test('the same seed lands in the same place', () => {
    expect(landing({ ...asked, doubt: 0.2 })).toEqual(landing({ ...asked, doubt: 0.2 }))
  })

  test('doubt about the chances makes the range wider, and arrivals add what they are worth', () => {
    const [sure] = landing(asked)
    const [unsure] = landing({ ...asked, doubt: 0.3 })
    expect(unsure!.p90 - unsure!.p10).toBeGreaterThan(1.5 * (sure!.p90 - sure!.p10))
    const arrivals = [{ expected: 50, spread: 5, chances: [0.1, 0.4] }]
    const [, later] = landing({ ...asked, arrivals, amounts: [1, 3] })
    expect(later!.fromNew).toBeCloseTo(50 * 0.4 * 2, 12)
    expect(later!.p50).toBeGreaterThan(50)
  })

  test('nothing open lands at what is won already', () => {
    expect(landing({ ...asked, open: [] })[0]).toMatchObject({ p10: 7, p50: 7, p90: 7, mean: 7 })
  })
})

test('doubt is what past dates were off by beyond chance', () => {
  expect(doubtFrom([])).toBe(0)
  const off = [
    { expected: 100, came: 150, noise: 0.3 },
    { expected: 100, came: 50, noise: 0.3 },
  ]
  expect(doubtFrom(off)).toBeCloseTo(0.4, 12)
  expect(doubtFrom(off.map((one) => ({ ...one, noise: 0.9 })))).toBe(0)
})
