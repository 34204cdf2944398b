import { expect, test } from 'vitest'
import { added, changed, idFor, labelsFrom, moved, ruleWords, type Stage } from './stage-edit.ts'

const stage = (id: string): Stage => ({ id, name: id, rules: [{ date: `${id}_at` }], slaDays: null })
const stages = ['lead', 'mql', 'won'].map(stage)
const ids = (some: Stage[]) => some.map((one) => one.id)

test('a stage moves up and down and stays within the list', () => {
  expect(ids(moved(stages, 0, 1))).toEqual(['mql', 'lead', 'won'])
  expect(ids(moved(stages, 2, 0))).toEqual(['won', 'lead', 'mql'])
  expect(moved(stages, 0, -1)).toBe(stages)
  expect(moved(stages, 2, 3)).toBe(stages)
})

test('a new stage comes before won and has a short name of its own', () => {
  expect(ids(added(stages, 'Demo booked'))).toEqual(['lead', 'mql', 'demo_booked', 'won'])
  expect(idFor('MQL', stages)).toBe('mql_2')
  expect(idFor('1!', stages)).toBe('stage')
})

test('a change touches one stage', () => {
  expect(changed(stages, 1, { slaDays: 3 }).map((one) => one.slaDays)).toEqual([null, 3, null])
})

test('rules read as people say them', () => {
  expect(ruleWords({ date: 'mql_at' })).toBe('the date “mql at” is filled')
  expect(ruleWords({ history: labelsFrom(' MQL, Qualified ,') })).toBe(
    'the source calls the stage “mql” or “qualified”',
  )
  expect(ruleWords({ opportunity: 'won' })).toBe('an opportunity is won')
})
