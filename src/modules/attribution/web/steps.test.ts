import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../rules.ts'
import { fromDraft, inWords, SettingsDraft, toDraft } from './settings-form.ts'
import { layered, shortened, stepFinding } from './steps.ts'

const steps = [
  { from: 'Start', to: 'Email', journeys: 5 },
  { from: 'Email', to: 'Events', journeys: 4 },
  { from: 'Events', to: 'Email', journeys: 3 },
  { from: 'Email', to: 'Won', journeys: 2 },
  { from: 'Events', to: 'Lost', journeys: 1 },
]

describe('the flow of steps', () => {
  test('never leads back, and leaves no step out', () => {
    const { categories, layers, links } = layered(steps)
    expect(links.every(({ from, to }) => layers[to] === (layers[from] ?? 0) + 1)).toBe(true)
    const said = links.map(({ from, to, value }) => `${categories[from]} ${categories[to]} ${value}`)
    expect(said.sort()).toEqual(steps.map(({ from, to, journeys }) => `${from} ${to} ${journeys}`).sort())
  })

  test('a channel stands where steps set out from it and where they lead to it', () => {
    const { categories, layers } = layered(steps)
    const places = categories.map((name, at) => `${layers[at]} ${name}`)
    expect(places.sort()).toEqual([
      '0 Start',
      '1 Email',
      '1 Events',
      '2 Email',
      '2 Events',
      '3 Lost',
      '3 Won',
    ])
  })

  test('puts the smaller channels together', () => {
    const many = [
      ...steps,
      { from: 'Print', to: 'Radio', journeys: 1 },
      { from: 'Radio', to: 'Print', journeys: 1 },
    ]
    const { categories, links } = layered(many, 3)
    expect([...new Set(categories)].sort()).toEqual([
      'Email',
      'Events',
      'Lost',
      'Other channels',
      'Start',
      'Won',
    ])
    expect(links.reduce((sum, { value }) => sum + value, 0)).toBe(17)
  })

  test('its finding is the step between channels that most took', () => {
    expect(stepFinding(steps)).toBe('The most frequent step leads from Email to Events')
    expect(stepFinding(steps.slice(0, 1))).toBe('From touch to sale')
  })
})

test('a long path is told by its beginning and its end', () => {
  const long = [...'abcdefghij']
  expect(shortened(long.slice(0, 8))).toEqual(long.slice(0, 8))
  expect(shortened(long)).toEqual(['a', 'b', 'c', 'd', { more: 3 }, 'h', 'i', 'j'])
})

test('settings come back from their form as they went in', () => {
  const draft = SettingsDraft.parse({ ...toDraft(defaultSettings), reason: 'Nothing, to see' })
  expect(fromDraft(draft)).toEqual(defaultSettings)
  expect(inWords(defaultSettings)).toBe(
    'W · window 365 days · half-life 30 days · touches of accounts · for every sale · Markov order 1',
  )
})
