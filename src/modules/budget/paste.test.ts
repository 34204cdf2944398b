import { expect, test } from 'vitest'
import { readAmount, readBlock, tiled, whyNotPaste, writeBlock } from './rules.ts'

test.each([
  ['1,234.50', 'EUR', 123_450],
  ['1.234,50', 'EUR', 123_450],
  ['€ 1 234,5', 'EUR', 123_450],
  ['1,234', 'EUR', 123_400],
  ['1.234', 'EUR', 123_400],
  ['1.234.567', 'EUR', 123_456_700],
  ['12,5', 'EUR', 1250],
  ['1234.5', 'EUR', 123_450],
  ['1234.12', 'EUR', 123_412],
  ["1'234", 'CHF', 123_400],
  ['$1,000', 'USD', 100_000],
  ['1000 JPY', 'JPY', 1000],
  ['1.234', 'KWD', 1234],
  ['', 'EUR', 0],
  ['-', 'EUR', 0],
])('%s in %s is read as %s minor units', (cell, currency, minor) => {
  expect(readAmount(cell, currency)).toBe(minor)
})

test.each([
  ['soon', /“soon” is not an amount/],
  ['(500)', /cannot be negative/],
  ['-500', /cannot be negative/],
  ['0.125', /more decimals than EUR knows/],
  ['99999999999999', /too large/],
  ['1e9', /is not an amount/],
  ['=A1', /is not an amount/],
])('%s is no amount, and it is said why', (cell, why) => {
  expect(readAmount(cell, 'EUR')).toMatch(why)
})

test('what Excel and Google Sheets put on the clipboard is read cell by cell', () => {
  expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(readBlock('"a\tb"\t"say ""yes"""\nx\t')).toEqual([
    ['a\tb', 'say "yes"'],
    ['x', ''],
  ])
  expect(readBlock('7')).toEqual([['7']])
  const cells = [
    ['a\tb', 'say "yes"'],
    ['two\nlines', ''],
  ]
  expect(readBlock(writeBlock(cells))).toEqual(cells)
})

test('a block that does not fit is refused with how much would be lost', () => {
  const at = (top: number, left: number) => ({ top, left, bottom: top, right: left })
  const block = [
    ['1', '2', '3'],
    ['4', '5', '6'],
  ]
  expect(whyNotPaste(block, at(0, 0), 10, 12)).toBeNull()
  expect(whyNotPaste(block, at(8, 9), 10, 12)).toBeNull()
  expect(whyNotPaste(block, at(9, 0), 10, 12)).toMatch(/has 2 rows and only 1 is left.*Nothing was pasted/)
  expect(whyNotPaste(block, at(0, 10), 10, 12)).toMatch(/has 3 columns and only 2 months are left/)
  expect(whyNotPaste([['1', '2']], at(0, 11), 10, 12)).toMatch(/only 1 month is left from here; 1 would/)
  expect(whyNotPaste([['1', '2'], ['3']], at(0, 0), 10, 12)).toMatch(/^Row 2 of the block has 1 cells/)
})

test('a block fills a selection that it goes into evenly, as spreadsheets do', () => {
  const select = (bottom: number, right: number) => ({ top: 0, left: 0, bottom, right })
  expect(tiled([['7']], select(1, 2))).toEqual([
    ['7', '7', '7'],
    ['7', '7', '7'],
  ])
  expect(tiled([['1', '2']], select(1, 3))).toEqual([
    ['1', '2', '1', '2'],
    ['1', '2', '1', '2'],
  ])
  expect(tiled([['1', '2']], select(0, 2))).toEqual([['1', '2']])
})

test('a number of a workbook has decimals after its point, never thousands', () => {
  expect(readAmount('123.12', 'EUR', true)).toBe(12_312)
  expect(readAmount('1234', 'EUR', true)).toBe(123_400)
  for (const cell of ['123.125', '1234.125'])
    expect(readAmount(cell, 'EUR', true)).toMatch(/more decimals than EUR knows/)
  expect(readAmount('1234.125', 'EUR')).toMatch(/more decimals than EUR knows/)
})
