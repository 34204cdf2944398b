import { expect, test } from 'vitest'
import {
  earliestOf,
  quickerInWords,
  unsteadiness,
  whyNotAnswers,
  whyNotDecide,
  whyNotHours,
  whyNotType,
  withHours,
} from './rules.ts'

/** One item on every other working day of twelve weeks. */
const finished = Array.from({ length: 60 }, (_, day) => day % 2)
const monday = '2026-05-18'

test('the earliest day rests on the pace of the past, and is later behind more work', () => {
  const empty = earliestOf({ finished, open: 0 }, monday, null)
  // One item at a chance of a half a day: by the first day in 50 of 100 cases, by the third in 87.5.
  expect(empty).toMatchObject({ p50: '2026-05-19', p85: '2026-05-21', sooner: null })
  expect(earliestOf({ finished, open: 20 }, monday, null).p50! > empty.p85!).toBe(true)
})

test('no day is named where the past is too short, or nothing was finished', () => {
  const short = earliestOf({ finished: [1, 0, 1], open: 0 }, monday, '2026-05-20')
  expect(short).toMatchObject({ p50: null, p85: null, sooner: null })
  expect(short.words).toContain('at least 10 days of history; there are 3')
  expect(earliestOf({ finished: new Array(20).fill(0), open: 1 }, monday, null).words).toContain(
    'Nothing was finished',
  )
})

test('a sooner day says how much has to wait, or that not even all of it helps', () => {
  const wished = earliestOf({ finished, open: 20 }, monday, '2026-06-05')
  // Within 14 working days at a half a day each, five are done in more than 85 of 100 cases: 16 of 20 wait.
  expect(wished.sooner).toMatchObject({ on: '2026-06-05', displaced: 16 })
  expect(wished.sooner!.words).toContain('has to accept it first')
  expect(earliestOf({ finished, open: 20 }, monday, '2026-05-18').sooner!.displaced).toBeNull()
})

test('where the hours are free only after the pace would allow, they decide, and it is said', () => {
  const told = earliestOf({ finished, open: 0 }, monday, null)
  const room = { people: 3, weeks: 26, hours: 16 }
  const soon = withHours(told, { ...room, days: ['2026-05-18', '2026-05-19'] })
  expect(soon).toMatchObject({ p50: told.p50, p85: told.p85, words: told.words })
  expect(soon.restsOn).toContain('The pace decides: its hours would be free by May 19, 2026')
  const late = withHours(told, { ...room, days: ['2026-05-18', '2026-07-01'] })
  expect(late).toMatchObject({ p50: told.p50, p85: '2026-07-01' })
  expect(late.restsOn).toContain('The hours decide: the pace alone would allow May 21, 2026')
  const never = withHours(told, { ...room, days: ['2026-05-18', null] })
  expect(never).toMatchObject({ p50: null, p85: null })
  expect(never.words).toContain('16 hours of the 3 people who work there are not free in the next 26 weeks')
  // Half of the cases take a day, 85 of 100 take three.
  expect(unsteadiness({ finished, open: 0 })).toBe(3)
})

test('answers are judged question by question', () => {
  const number = { id: 'n', label: 'How many?', kind: 'number' as const, isRequired: true, options: [] }
  const file = { id: 'f', label: 'The brief', kind: 'file' as const, isRequired: true, options: [] }
  const complaints = (answers: Record<string, string>, files = 1) =>
    whyNotAnswers([number, file], answers, files).map((one) => `${one.field} ${one.message}`)
  expect(complaints({ n: '12' })).toEqual([])
  expect(complaints({ n: 'a dozen' })).toEqual(['answers.n is not a number'])
  const day = { ...number, id: 'd', kind: 'day' as const, isRequired: false }
  expect(whyNotAnswers([day], { d: '2026-02-28' }, 0)).toEqual([])
  expect(whyNotAnswers([day], { d: '2026-02-30' }, 0)[0]?.message).toContain('is not a date')
  expect(complaints({ n: '1' }, 0)).toEqual(['answers.f needs a file'])
  expect(complaints({ n: '1', x: '2' })).toEqual(['answers.x is no question of this form any more'])
  const choice = { ...number, kind: 'choice' as const, options: ['One'] }
  expect(whyNotType({ audience: 'members', teamId: null, questions: [choice] })).toContain('two choices')
  expect(whyNotType({ audience: 'team', teamId: null, questions: [] })).toContain('which team')
})

test('what is decided says who decided it', () => {
  const mine = { state: 'declined' as const, decided_by: 'Marco Haas', decided_by_id: 'per_marco' }
  expect(whyNotDecide(mine, 'per_marco')).toBe('You have declined it already. Undo that first.')
  expect(quickerInWords(12, { by: 'Pia Novak', kind: 'asked-back' })).toBe(
    'Pia Novak was quicker: something was asked back while you looked at R-12.',
  )
  expect(whyNotDecide({ state: 'open', decided_by: null })).toBeNull()
  expect(whyNotDecide({ state: 'declined', decided_by: 'Marco Haas' })).toContain(
    'Marco Haas has declined it',
  )
})

test('hours are a number from a tenth on, or not known yet', () => {
  expect(['', '0.5', '60', '10000'].map(whyNotHours)).toEqual([null, null, null, null])
  for (const odd of ['-5', '0', '1e9', 'many']) expect(whyNotHours(odd)).toContain('from 0.1 to 10,000')
})
