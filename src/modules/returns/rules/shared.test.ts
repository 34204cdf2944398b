import { expect, test } from 'vitest'
import { randomFrom } from '../../../methods/random.ts'
import { sharedCosts } from './shared.ts'

const minorOf = (shares: ReturnType<typeof sharedCosts>) =>
  Object.fromEntries([...shares].map(([value, { minor }]) => [String(value), minor]))

// Worked by hand: 100.00 of Search for 1 and 2 leads; 9.00 of Print, through which nobody came, by all four.
test('a channel’s cost goes by its leads, that of a channel without any by all leads', () => {
  const shares = sharedCosts(
    [
      { channel: 'Search', minor: 10_000 },
      { channel: 'Print', minor: 900 },
    ],
    [
      { channel: 'Search', value: 'Small', leads: 1 },
      { channel: 'Search', value: 'Large', leads: 2 },
      { channel: 'Email', value: null, leads: 1 },
    ],
  )
  expect(minorOf(shares)).toEqual({ Small: 3333 + 225, Large: 6667 + 450, null: 225 })
  expect(shares.get('Large')?.parts).toEqual([
    { channel: 'Search', minor: 6667, leads: 2, of: 3 },
    { channel: 'Print', minor: 450, leads: 2, of: 4 },
  ])
})

test('without a lead a cost stays with no value', () => {
  expect(minorOf(sharedCosts([{ channel: 'Search', minor: 5 }], []))).toEqual({ null: 5 })
})

test('shares add up to the costs to the minor unit, refunds included', () => {
  const random = randomFrom(7)
  for (let round = 0; round < 300; round += 1) {
    const channels = ['a', 'b', 'constructor', null].slice(0, 1 + Math.floor(random() * 4))
    const costs = channels.map((channel) => ({ channel, minor: Math.floor((random() - 0.2) * 1e7) }))
    const leads = ['x', 'y', '__proto__', null].flatMap((value) =>
      channels.map((channel) => ({ channel, value, leads: Math.floor(random() * 4) })),
    )
    const given = [...sharedCosts(costs, leads).values()].reduce((sum, { minor }) => sum + minor, 0)
    expect(given).toBe(costs.reduce((sum, { minor }) => sum + minor, 0))
  }
})
