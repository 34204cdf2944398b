import { expect, test } from 'vitest'
import {
  counted,
  found,
  hoursSaved,
  isDue,
  repeatsOf,
  resembling,
  stateOf,
  totalOf,
  weeklyLoad,
  weeksUpTo,
  whyNotMerge,
  whyNotPublish,
} from './rules.ts'

const monday = { startMonth: 1, weekStart: 1, pattern: 'calendar' as const }
const at = (id: string, root: string, on: string) => ({ id, root, on, channel: 'chat', cause: '' })

test('what was asked before is a repeat, however long ago and by whomever', () => {
  const all = [at('3', 'page', '2026-05-20'), at('1', 'page', '2024-01-01'), at('2', 'logo', '2026-05-19')]
  expect([...repeatsOf(all)]).toEqual(['3'])
  expect([...repeatsOf([at('b', 'page', '2026-05-20'), at('a', 'page', '2026-05-20')])]).toEqual(['b'])
  expect(repeatsOf([])).toEqual(new Set())
})

test('weeks go by the first day of the week, and a week without questions is a week of none', () => {
  expect(weeksUpTo('2026-05-20', 2, monday).map((one) => one.startsOn)).toEqual(['2026-05-11', '2026-05-18'])
  const sunday = { ...monday, weekStart: 0 }
  expect(weeksUpTo('2026-05-17', 1, sunday)[0]?.startsOn).toBe('2026-05-17')
  const asked = [at('1', 'page', '2024-01-01'), at('2', 'page', '2026-05-17'), at('3', 'page', '2026-05-18')]
  const weeks = weeklyLoad('2026-05-20', 3, monday, { asked, helped: ['2026-05-18', '2026-05-01'] })
  expect(weeks.map((one) => [one.asked, one.repeated, one.answeredAtOnce])).toEqual([
    [0, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
  ])
  expect(totalOf(weeks)).toEqual({ asked: 2, repeated: 2, repeatedShare: 1, answeredAtOnce: 1 })
  expect(totalOf([]).repeatedShare).toBeNull()
})

test.each([
  [0, 12, 0],
  [13, 12, 2.6],
  [1, 1, 0],
  [50, 12, 10],
])('%i answers of %i minutes save %f hours', (answers, minutes, hours) => {
  expect(hoursSaved(answers, minutes)).toBe(hours)
})

test('what made people ask is counted, most first, and what says nothing is left out', () => {
  expect(counted(['mail', '', 'form', 'mail'])).toEqual([
    { name: 'mail', count: 2 },
    { name: 'form', count: 1 },
  ])
})

const row = (id: string, version: number, published: number | null) => ({
  ...{ id, text: id, version, published_version: published },
})

test('a published answer is never hidden below a question without one', () => {
  expect(whyNotMerge(row('a', 1, 1), row('b', 0, null))).toMatch(/other way round/)
  expect(whyNotMerge(row('a', 1, 1), row('b', 1, 1))).toBeNull()
  expect(whyNotMerge(row('a', 0, null), row('a', 0, null))).toMatch(/one question already/)
})

test('an answer is open, a draft, published, and due on its day', () => {
  expect([stateOf(row('a', 0, null)), stateOf(row('a', 1, null)), stateOf(row('a', 2, 1))]).toEqual([
    ...['open', 'draft', 'published'],
  ])
  expect(whyNotPublish(row('a', 0, null))).toMatch(/Nobody has written/)
  expect(whyNotPublish(row('a', 2, 1))).toBeNull()
  expect([
    isDue('2026-05-20', '2026-05-20'),
    isDue('2026-05-21', '2026-05-20'),
    isDue(null, '2026-05-20'),
  ]).toEqual([...[true, false, false]])
})

const texts = [
  { id: 'page', title: 'How long does a landing page take?', body: 'Five working days from the text.' },
  { id: 'logo', title: 'Which logo goes on slides for partners?', body: 'The one without the line.' },
  { id: 'lead', title: 'What counts as a qualified lead?', body: 'A person who asked for a price.' },
]

test.each([
  ['When would a landing page be ready?', 'page'],
  ['Where is the logo for partner slides?', 'logo'],
  ['Qualified lead: what does it mean?', 'lead'],
])('“%s” is like the question about the %s', (typed, id) => {
  expect(resembling(typed, texts)[0]?.id).toBe(id)
})

test('what has nothing in common is like nothing, and a search reads the answers, too', () => {
  expect(resembling('Who speaks at the spring event?', texts)).toEqual([])
  expect(found('price', texts, 5).map((one) => one.id)).toEqual(['lead'])
  expect(found('the of and', texts, 5)).toEqual([])
})
