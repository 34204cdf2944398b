import { expect, test } from 'vitest'
import { jaro, jaroWinkler } from './similarity.ts'

// Winkler (1990) and later restatements of his table, to four digits.
test.each([
  ['MARTHA', 'MARHTA', 0.9444, 0.9611],
  ['DIXON', 'DICKSONX', 0.7667, 0.8133],
  ['DWAYNE', 'DUANE', 0.8222, 0.84],
])('%s and %s are %d alike by Jaro and %d by Jaro–Winkler', (a, b, byJaro, byWinkler) => {
  expect(jaro(a, b)).toBeCloseTo(byJaro, 4)
  expect(jaroWinkler(a, b)).toBeCloseTo(byWinkler, 4)
  expect(jaroWinkler(b, a)).toBeCloseTo(byWinkler, 4)
})

test.each([
  ['', '', 1],
  ['a', '', 0],
  ['abc', 'abc', 1],
  ['abc', 'xyz', 0],
  ['a', 'b', 0],
])('the similarity of “%s” and “%s” is %d', (a, b, expected) => {
  expect(jaroWinkler(a, b)).toBe(expected)
})
