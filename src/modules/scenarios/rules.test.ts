import { expect, test } from 'vitest'
import { averageReturn, endsOf, merged, movesOf, ratioEnds, scaled, spread } from './rules.ts'

test('scaling and moving keep the minor units adding up', () => {
  expect(scaled([100, 33, 33, 34], -10, 1)).toEqual([100, 30, 30, 30])
  expect(spread([10, 20, 30], -25, 1)).toEqual([10, 10, 15])
  expect(spread([0, 0, 0], 10, 1)).toEqual([0, 5, 5])
})

test('bringing up to date keeps what the scenario changed and follows the budget elsewhere', () => {
  expect(merged({ base: [1, 2, 3], months: [1, 9, 3] }, [5, 6, 3])).toEqual([5, 9, 3])
})

const gain = (id: string, minor: number, currency = 'EUR', rate = 1) => ({ id, currency, rate, minor })

test('moves stay within a currency first, and what nobody takes is left', () => {
  const { moves, left, short } = movesOf([
    gain('a', -100),
    gain('b', 60),
    gain('d', -50, 'USD', 0.5),
    gain('e', 20),
  ])
  expect(moves).toEqual([
    { fromId: 'a', toId: 'b', minor: 60 },
    { fromId: 'a', toId: 'e', minor: 20 },
  ])
  expect(left).toEqual([
    { id: 'a', currency: 'EUR', minor: 20 },
    { id: 'd', currency: 'USD', minor: 50 },
  ])
  expect(short).toEqual([])
})

test('across currencies a giver gives what the taker’s amount is worth', () => {
  const { moves, short } = movesOf([gain('usd', -100, 'USD', 0.5), gain('eur', 60)])
  expect(moves).toEqual([{ fromId: 'usd', toId: 'eur', minor: 100 }])
  expect(short).toEqual([{ id: 'eur', currency: 'EUR', minor: 10 }])
})

test('an outcome changes by something between nothing and the average return of its channels', () => {
  const shifts = [
    { channel: 'Paid search', amount: -1000, isMedia: true },
    { channel: 'Radio', amount: 500, isMedia: true },
  ]
  const told = averageReturn(shifts, new Map([['paid search', { cost: 5000, outcome: 50 }]]))
  expect(told).toEqual({ change: -10, known: ['Paid search'], unknown: ['Radio'] })
  expect(endsOf(100, told.change)).toEqual({ today: 100, low: 90, high: 100 })
})

test('the ends of a price and of a return on investment', () => {
  const cost = { today: 1000, low: 900, high: 900 }
  const leads = { today: 10, low: 9, high: 10 }
  expect(ratioEnds({ top: cost, off: null, below: [leads] }, false)).toEqual({
    today: 100,
    low: 90,
    high: 100,
  })
  const won = { today: 3000, low: 2700, high: 3000 }
  const roi = ratioEnds({ top: won, off: cost, below: [cost] }, true)!
  expect(roi.today).toBe(2)
  expect([roi.low, roi.high]).toEqual([2, (3000 - 900) / 900])
  expect(ratioEnds({ top: cost, off: null, below: [{ today: 0, low: 0, high: 0 }] }, false)).toBeNull()
})
