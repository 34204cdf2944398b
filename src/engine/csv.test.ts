import { describe, expect, test } from 'vitest'
import { csv, neutral } from './csv.ts'

describe('a file for spreadsheets', () => {
  test.each([
    ['=SUM(A1:A9)', "'=SUM(A1:A9)"],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@import', "'@import"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['-12.5', '-12.5'],
    ['+49', '+49'],
    ['-1,5', '-1,5'],
    ['-1.234,56', '-1.234,56'],
    ["-1'234.50", "-1'234.50"],
    ['-1 234,50 €', '-1 234,50 €'],
    ['-$1,234.5', '-$1,234.5'],
    ['-12 %', '-12 %'],
    ['-1.5e-3', '-1.5e-3'],
    ['−1,5', '−1,5'],
    ['- 3 EUR', '- 3 EUR'],
    ['-1,5+A1', "'-1,5+A1"],
    ['-SUM(1,5)', "'-SUM(1,5)"],
    ['+1 cmd', "'+1 cmd"],
    ['plain', 'plain'],
  ])('%j is written %j', (cell, written) => expect(neutral(cell)).toBe(written))

  test('numbers and blanks stay what they are', () => {
    expect(neutral(-5)).toBe('-5')
    expect(neutral(null)).toBe('')
  })

  test('quotes, commas and line breaks are quoted', () => {
    expect(csv(['a', 'b'], [['x,"y"', 'one\ntwo']])).toBe('a,b\r\n"x,""y""","one\ntwo"\r\n')
  })
})
