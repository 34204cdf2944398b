import { expect, test } from 'vitest'
import { fitting } from './rules.ts'

const people = ['Bram Visser', 'Ines Raab', 'Rafael Ortega', 'Zoë Brandt', 'Mary-Rae Lund'].map((name) => ({
  name,
}))

test.each([
  ['Ra', ['Rafael Ortega', 'Ines Raab', 'Mary-Rae Lund', 'Bram Visser', 'Zoë Brandt']],
  ['rafael o', ['Rafael Ortega']],
  ['zoe', ['Zoë Brandt']],
  ['', people.map((one) => one.name)],
  ['xy', []],
])('typing @%s offers those whose name begins with it first', (typed, names) => {
  expect(fitting(people, typed).map((one) => one.name)).toEqual(names)
})
