import { describe, expect, test } from 'vitest'
import {
  countsOf,
  incidence,
  incidenceAt,
  incidenceQuantile,
  kaplanMeier,
  kaplanMeierOf,
  logRank,
  median,
  type Observation,
  quantile,
  restricted,
  survivalAt,
} from './survival.ts'

// Acute myelogenous leukaemia maintenance, as published in the documentation of R's survival package; + is censored.
const maintained = read('9 13 13+ 18 23 28+ 31 34 45+ 48 161+')
const nonmaintained = read('5 5 8 8 12 16+ 23 27 30 33 43 45')

function read(text: string): Observation[] {
  return text
    .split(' ')
    .map((word) => ({ time: Number.parseInt(word, 10), cause: word.endsWith('+') ? null : 'relapse' }))
}

// Won and lost of ten deals, the third and eighth still open.
const deals: Observation[] = ['won', 'lost', null, 'won', 'lost', 'won', null, 'lost', 'won', null].map(
  (cause, i) => ({ time: i + 1, cause }),
)

describe('Kaplan–Meier', () => {
  const curve = kaplanMeierOf(maintained)

  test.each([
    [9, '0.9091', '0.0867'],
    [13, '0.8182', '0.1163'],
    [18, '0.7159', '0.1397'],
    [23, '0.6136', '0.1526'],
    [31, '0.4909', '0.1642'],
    [34, '0.3682', '0.1627'],
    [48, '0.1841', '0.1535'],
  ])('at %i weeks the maintained group stands at %s with Greenwood error %s', (time, share, error) => {
    const point = curve.points.find((at) => at.time === time)!
    expect(point.survival.toFixed(4)).toBe(share)
    expect(point.se.toFixed(4)).toBe(error)
    expect(survivalAt(curve, time + 0.5)).toBe(point.survival)
  })

  test('medians are those R documents', () => {
    expect(median(curve).value).toBe(31)
    expect(median(kaplanMeierOf(nonmaintained)).value).toBe(23)
  })

  test('the log-log interval of the maintained median runs from 13 with no upper end', () => {
    expect(median(curve)).toEqual({ value: 31, lower: 13, upper: null })
  })

  test('a quantile that is not reached is undefined', () => {
    expect(quantile(curve, 0.9)).toBeNull()
    expect(quantile(curve, 0.8)).toBe(48)
  })

  test('without censoring the median is the ordinary median', () => {
    expect(median(kaplanMeierOf(read('1 2 3 4'))).value).toBe(2.5)
    expect(median(kaplanMeierOf(read('1 2 3 4 5'))).value).toBe(3)
  })

  test('the interval contains the estimate and stays within 0 and 1', () => {
    for (const { lower, survival, upper } of curve.points) {
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(lower).toBeLessThanOrEqual(survival)
      expect(survival).toBeLessThanOrEqual(upper)
      expect(upper).toBeLessThanOrEqual(1)
    }
  })

  test('grouped counts in any order give the same curve as rows', () => {
    const [first, ...rest] = countsOf(maintained)
    const halves = [{ ...first!, exits: {}, censored: 0 }, ...rest.toReversed(), first!]
    expect(kaplanMeier(halves)).toEqual(curve)
  })

  test('nobody gives an empty curve that stays at one', () => {
    const empty = kaplanMeier([])
    expect(empty).toEqual({ n: 0, points: [], followUp: 0 })
    expect(survivalAt(empty, 10)).toBe(1)
    expect(median(empty).value).toBeNull()
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a time of %d is refused in words', (time) => {
    expect(() => kaplanMeierOf([{ time, cause: 'won' }])).toThrow(/set such rows apart/)
  })

  test('a million rows at a thousand times agree with their counts', () => {
    const counts = Array.from({ length: 1000 }, (_, time) => ({ time, exits: { won: 600 }, censored: 400 }))
    const last = kaplanMeier(counts).points.at(-1)!
    expect(last.atRisk).toBe(1000)
    expect(last.survival).toBeGreaterThan(0)
  })
})

describe('reading at a horizon', () => {
  test('the restricted mean is the area under the curve', () => {
    const at = restricted(kaplanMeierOf(read('1 2 3 4')), 2.5)
    expect(at).toMatchObject({ survival: 0.5, mean: 1 + 0.75 + 0.25, isObserved: true })
  })

  test('a horizon beyond everything observed says so', () => {
    expect(restricted(kaplanMeierOf(read('1 2+')), 3).isObserved).toBe(false)
    expect(restricted(kaplanMeierOf(read('1 2')), 3).isObserved).toBe(true)
  })
})

describe('log-rank', () => {
  test('maintained against nonmaintained is 3.3964 on one degree', () => {
    const result = logRank([countsOf(maintained), countsOf(nonmaintained)])!
    expect(result.chiSquare.toFixed(4)).toBe('3.3964')
    expect(result.degrees).toBe(1)
    expect(result.p.toFixed(4)).toBe('0.0653')
    expect(result.groups.map(({ observed }) => observed)).toEqual([7, 11])
    expect(result.groups[0]!.expected + result.groups[1]!.expected).toBeCloseTo(18, 10)
  })

  test('the order of three groups does not matter', () => {
    const groups = [maintained, nonmaintained, deals].map(countsOf)
    const one = logRank(groups)!
    const other = logRank(groups.toReversed())!
    expect(one.degrees).toBe(2)
    expect(one.chiSquare).toBeCloseTo(other.chiSquare, 9)
  })

  test('one group, or nobody leaving, cannot be compared', () => {
    expect(logRank([countsOf(maintained)])).toBeNull()
    expect(logRank([countsOf(read('3+')), countsOf(read('4+'))])).toBeNull()
  })
})

describe('Aalen–Johansen', () => {
  const curves = incidence(countsOf(deals))

  test('ten deals end at the golden shares of won, lost and open', () => {
    expect(incidenceAt(curves, 'won', 10).toFixed(6)).toBe('0.480952')
    expect(incidenceAt(curves, 'lost', 10).toFixed(6)).toBe('0.366667')
    expect(curves.causes.won!.at(-1)!.open.toFixed(6)).toBe('0.152381')
  })

  test('losses taken as censoring overstate winning', () => {
    const naive = kaplanMeierOf(
      deals.map(({ time, cause }) => ({ time, cause: cause === 'won' ? 'won' : null })),
    )
    expect((1 - survivalAt(naive, 10)).toFixed(6)).toBe('0.691429')
  })

  test('at every time the causes and the open share sum to one', () => {
    for (const [i, won] of curves.causes.won!.entries()) {
      expect(won.incidence + curves.causes.lost![i]!.incidence + won.open).toBeCloseTo(1, 12)
    }
  })

  test('with a single cause it is one minus Kaplan–Meier, error and all', () => {
    const single = incidence(countsOf(maintained)).causes.relapse!
    for (const [i, point] of kaplanMeierOf(maintained).points.entries()) {
      expect(single[i]!.incidence).toBeCloseTo(1 - point.survival, 12)
      expect(single[i]!.se).toBeCloseTo(point.se, 12)
    }
  })

  test('a share that never converts has no time', () => {
    expect(incidenceQuantile(curves, 'won', 0.4)).toBe(9)
    expect(incidenceQuantile(curves, 'won', 0.5)).toBeNull()
    expect(incidenceQuantile(curves, 'recycled', 0.1)).toBeNull()
  })
})
