import { expect, test } from 'vitest'
import { strangersIn } from './Mentioning.tsx'

const people = [
  { id: '1', name: 'Ana Silva' },
  { id: '2', name: 'Kofi Boateng' },
]

test('a name that nobody bears who may read the record is told', () => {
  expect(strangersIn('@Yuna look, and @Kofi Boateng too', people)).toEqual(['Yuna'])
  expect(strangersIn('@silva knows; write to ana@north.example', people)).toEqual([])
  expect(strangersIn('(@Zoë) is no mention, @Zoë is, twice: @Zoë', people)).toEqual(['Zoë'])
})
