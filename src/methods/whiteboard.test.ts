import { expect, test } from 'vitest'
import { compareOptions, outcome, readNumber } from './whiteboard.ts'

const wide = { volume: 1_000_000, percent: 0.033, unitValue: null }
const narrow = { volume: 100_000, percent: 10, unitValue: null }

test('a million by 0.033 % against a hundred thousand by 10 %', () => {
  expect(compareOptions(wide, narrow)).toEqual({
    outcomes: [
      { result: 330, money: null },
      { result: 10_000, money: null },
    ],
    measure: 'result',
    better: 'second',
    by: 9_670,
    times: 30.303030303,
    equal: [
      { percent: 1, volume: 30_303_030.303 },
      { percent: 0.33, volume: 3_300 },
    ],
  })
})

test('money decides where both have a value, and may decide the other way', () => {
  const found = compareOptions({ ...wide, unitValue: 50 }, { ...narrow, unitValue: 1.2 })
  expect(found).toMatchObject({ measure: 'money', better: 'first', by: 4_500, times: 1.375 })
  expect(found.outcomes.map((one) => one.money)).toEqual([16_500, 12_000])
  expect(found.equal?.[1]).toEqual({ percent: 13.75, volume: 137_500 })
})

test('what is not said is not 0, and what is 0 is', () => {
  expect(outcome({ ...wide, percent: null })).toEqual({ result: null, money: null })
  expect(outcome({ volume: 100, percent: 0, unitValue: null })).toEqual({ result: 0, money: null })
  expect(compareOptions({ ...wide, volume: null }, narrow)).toMatchObject({
    measure: null,
    better: null,
    by: null,
    times: null,
    equal: null,
  })
  expect(compareOptions({ ...wide, unitValue: 50 }, narrow).measure).toBe('result')
})

test('nothing is divided by nothing, and no share is more than all', () => {
  const none = compareOptions({ ...wide, percent: 0 }, narrow)
  expect(none).toMatchObject({ better: 'second', by: 10_000, times: null })
  expect(none.equal).toEqual([
    { percent: 1, volume: null },
    { percent: 0, volume: 0 },
  ])
  expect(compareOptions({ ...wide, volume: 500 }, narrow).equal?.[0].percent).toBeNull()
  expect(compareOptions(narrow, narrow)).toMatchObject({ better: 'neither', by: 0, times: 1 })
})

test.each([
  ['0.033', 0.033],
  ['0.033 %', 0.033],
  ['10%', 10],
  ['.5', 0.5],
  ['1,000,000', 1_000_000],
  ['1 000 000.5', 1_000_000.5],
  ['', null],
  ['  ', null],
  ['0,033', undefined],
  ['1,5', undefined],
  ['ten', undefined],
  ['-3', undefined],
])('“%s” is read as %s', (text, value) => expect(readNumber(text)).toBe(value))
