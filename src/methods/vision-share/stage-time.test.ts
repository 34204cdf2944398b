import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { dayByStageTime } from '../vision-share.ts'

const rounds = 150

describe('a day of somebody who tracks no time', () => {
  const hour = 3_600_000
  const day = { from: 9 * hour, to: 17 * hour, minutes: 450 }

  test('goes to what they held, by how long', () => {
    const held = [
      { item: 'webinar', from: 0, to: 13 * hour },
      { item: 'banner', from: 15 * hour, to: 30 * hour },
      { item: 'webinar', from: 15 * hour, to: 17 * hour },
      { item: 'poster', from: 18 * hour, to: 20 * hour },
    ]
    expect(dayByStageTime(held, day)).toEqual([
      { item: 'banner', minutes: 113 },
      { item: 'webinar', minutes: 337 },
    ])
  })

  test('hangs on no item where they held nothing', () => {
    expect(dayByStageTime([], day)).toEqual([{ item: null, minutes: 450 }])
    expect(dayByStageTime([], { ...day, minutes: 0 })).toEqual([])
    expect(() => dayByStageTime([], { ...day, minutes: 0.5 })).toThrow('no working day')
  })

  test('sums to what was worked, to the minute', () => {
    const random = randomFrom(51)
    for (let round = 0; round < rounds; round += 1) {
      const held = Array.from({ length: Math.floor(random() * 9) }, (_, at) => {
        const from = random() * 24 * hour
        return { item: `${at % 4}`, from, to: from + random() * 8 * hour }
      })
      const minutes = Math.floor(random() * 1441)
      const spread = dayByStageTime(held, { ...day, minutes })
      expect(spread.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes)
    }
  })
})
