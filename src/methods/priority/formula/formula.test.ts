import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../random.ts'
import { computeAll, readFormula, whyNotComputed, whyNotFormula } from '../index.ts'

const fields = ['reach', 'impact', 'effort', 'Time criticality', 'Größe']
const values = { reach: 500, impact: 2, effort: 4, 'Time criticality': 3, Größe: 10 }
const of = (text: string, given: Record<string, number | null> = values) =>
  readFormula(text, fields).formula!.of(given)

test.each([
  ['reach × impact ÷ effort', 250],
  ['reach*impact/effort', 250],
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 − 4 − 3', 3],
  ['100 / 10 / 5', 2],
  ['-2 * -3', 6],
  ['--2', 2],
  ['.5 + 1.25', 1.75],
  ['REACH', 500],
  ['[time criticality] + größe', 13],
  ['min(reach, impact, 7)', 2],
  ['max(1, 2, 3)', 3],
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(1.005, 2)', 1.01],
  ['if(reach ≥ 500, 1, 2)', 1],
  ['if(reach = 1, 1, impact)', 2],
  ['(reach > 1) + (reach < 1) + (reach <> 1) + (reach == 500) + (reach ≤ 500)', 4],
  ['if(effort - 4, reach / (effort - 4), 0)', 0],
])('%s is %d', (text, value) => {
  expect(of(text)).toEqual({ value, reason: null })
})

test.each([
  ['reach / (effort - 4)', values, 'What is divided by is 0, and nothing can be divided by 0 (character 7)'],
  [
    'reach / effort',
    { ...values, effort: 0 },
    '“effort” is 0, and nothing can be divided by 0 (character 7)',
  ],
  ['reach + impact', { ...values, impact: null }, '“impact” is empty'],
  ['reach + impact', {}, '“reach” is empty'],
  ['1 / (reach * reach)', { reach: 1e200 }, 'too large a number at character 12'],
  ['if(reach / 0 > 1, 1, 2)', values, 'nothing can be divided by 0'],
  ['round(reach, 9)', values, '0 to 6 digits'],
])('%s has no value, and says why', (text, given, reason) => {
  const score = of(text, given as Record<string, number | null>)
  expect(score.value).toBeNull()
  expect(score.reason).toContain(reason)
})

const refused: [string, string, number][] = [
  ['', 'The formula is empty', 1],
  ['reech + 1', 'no field “reech” (character 1)', 1],
  ['reach + constructor', 'no field “constructor” (character 9)', 9],
  ['reach + ', 'ends at character 9 where a number', 9],
  ['reach impact', 'Nothing joins “impact” at character 7', 7],
  ['(reach', 'A “)” is missing at character 7', 7],
  ['reach ; 1', '“;” at character 7 cannot stand', 7],
  ['reach + [impact', 'begins with [ at character 9', 9],
  ['process.exit(1)', '“.” at character 8', 8],
  ['eval(1)', 'no function “eval” (character 1)', 1],
  ['1 < 2 < 3', '“<” at character 7 is one too many', 7],
  ['if(1, 2)', 'takes 3 values and has 2', 1],
  ['1 + * 2', '“*” stands at character 5', 5],
  ['💥', '“💥” at character 1', 1],
  ['1'.repeat(1001), '1001 characters', 1],
  [`${'('.repeat(40)}1${')'.repeat(40)}`, 'more than 32 deep', 34],
  ['-'.repeat(900).concat('1'), 'more than 32 deep', 34],
  ['1+'.repeat(400).concat('1'), 'more than 300 parts', 300],
]

test.each(refused.map(([text, sentence, at]) => [sentence, text, at] as const))(
  'refuses: %s',
  (sentence, text, at) => {
    const read = readFormula(text, fields)
    expect(whyNotFormula(text, fields)).toContain(sentence)
    expect(read.formula === null && read.at).toBe(at)
  },
)

test('whatever is typed is read, or refused with a sentence', () => {
  const random = randomFrom(9)
  const pieces = [
    '1',
    '.',
    '(',
    ')',
    '+',
    '-',
    '/',
    '*',
    ',',
    'if',
    'min',
    'reach',
    ' ',
    '<',
    '=',
    '[',
    ']',
    'e9',
  ]
  for (let round = 0; round < 3000; round += 1) {
    const length = 1 + Math.floor(random() * 14)
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('')
    const read = readFormula(text, fields)
    if (read.formula === null) expect(read.refused).toMatch(/^[\S\s]{10,}\.$/)
    else {
      const { value, reason } = read.formula.of(values)
      expect(value === null ? reason!.length > 5 : Number.isFinite(value)).toBe(true)
    }
  }
})

describe('computed fields', () => {
  const formula = (text: string, names: string[]) => readFormula(text, names).formula!
  const names = ['reach', 'worth', 'score']

  test('follow each other, in whatever order they are named', () => {
    const computed = new Map([
      ['score', formula('worth / 2', names)],
      ['worth', formula('reach × 10', names)],
    ])
    expect(computeAll(computed, { reach: 3 }).get('score')).toEqual({ value: 15, reason: null })
    expect(computeAll(computed, {}).get('score')).toEqual({ value: null, reason: '“reach” is empty.' })
  })

  test('never from each other in a circle', () => {
    const circle = new Map([
      ['score', formula('worth + 1', names)],
      ['worth', formula('if(reach > 1, score, 0)', names)],
    ])
    expect(whyNotComputed(circle)).toContain('in a circle: “score”, “worth”, “score”')
    expect(() => computeAll(circle, { reach: 1 })).toThrow('in a circle')
    expect(whyNotComputed(new Map([['score', formula('score + 1', names)]]))).toContain(
      '“score” is computed from itself',
    )
  })
})
