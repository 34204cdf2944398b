import { expect, test } from 'vitest'
import { paybackYears, presentValue, returnOnInvestment, shareForPayback } from './investment.ts'

test('net present value as Microsoft’s example of NPV has it: every flow at the end of its year', () => {
  expect(presentValue(0.1, [0, -10_000, 3000, 4200, 6800])).toBeCloseTo(1188.4434, 4)
})

test('net present value with the outlay at the start, by hand', () => {
  // −1000 + 600 ÷ 1.1 + 600 ÷ 1.21 = 41.3223
  expect(presentValue(0.1, [-1000, 600, 600])).toBeCloseTo(41.3223, 4)
  expect(presentValue(0, [-1000, 600, 600])).toBe(200)
  expect(() => presentValue(-1, [1])).toThrow(RangeError)
})

test.each([
  ['made up within a year, part of the way', [-100, 50, 100], 1.5],
  ['made up exactly at the end of a year', [-100, 50, 50], 2],
  ['nothing is ever out', [0, 10], 0],
  ['never made up', [-100, 10, 10], null],
  ['the first time counts', [-100, 200, -150, 150], 0.5],
])('payback: %s', (_, flows, years) => {
  expect(paybackYears(flows)).toBe(years)
})

test('return on investment is n/a where nothing is spent', () => {
  expect(returnOnInvestment(150, 100)).toBe(0.5)
  expect(returnOnInvestment(150, 0)).toBeNull()
})

test('the share of benefits that a payback needs gives just that payback', () => {
  const [benefits, costs] = [
    [0, 80, 80, 80],
    [100, 10, 10, 10],
  ]
  const share = shareForPayback({ benefits, costs }, 2)!
  expect(share).toBe(0.75)
  expect(paybackYears(costs.map((cost, at) => benefits[at]! * share - cost))).toBe(2)
  expect(shareForPayback({ benefits: [0, 0, 5], costs: [1, 0, 0] }, 1)).toBeNull()
})
