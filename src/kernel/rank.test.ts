import { expect, test } from 'vitest'
import { randomFrom } from '../methods/random.ts'
import { rankBetween, ranksBetween } from './rank.ts'

const random = randomFrom(5)

test('ten thousand at the end and at the beginning keep their order and stay short', () => {
  const up = ranksBetween(null, null, 10_000, random)
  expect([...up].sort()).toEqual(up)
  const down: string[] = [rankBetween(null, null, random)]
  for (let at = 0; at < 10_000; at += 1) down.push(rankBetween(null, down.at(-1)!, random))
  expect([...down].sort().reverse()).toEqual(down)
  expect(Math.max(...up.map((one) => one.length), ...down.map((one) => one.length))).toBe(7)
})

test('five thousand put at the beginning or between two keep their order and stay short', () => {
  const [low, high] = ranksBetween(null, null, 2, random) as [string, string]
  for (const under of [low, null]) {
    const ranks = ranksBetween(under, high, 5000, random)
    expect([...ranks].sort()).toEqual(ranks)
    expect(new Set(ranks).size).toBe(5000)
    expect((under ?? '') < ranks[0]! && ranks.at(-1)! < high).toBe(true)
    expect(Math.max(...ranks.map((one) => one.length))).toBeLessThan(24)
  }
})

test('a thousand put into random places stand where they were put', () => {
  const list = ranksBetween(null, null, 3, random)
  for (let at = 0; at < 1000; at += 1) {
    const place = Math.floor(random() * (list.length + 1))
    const rank = rankBetween(list[place - 1] ?? null, list[place] ?? null, random)
    list.splice(place, 0, rank)
  }
  expect([...list].sort()).toEqual(list)
  expect(new Set(list).size).toBe(list.length)
})

test('a thousand put into the same gap, from above and from below, keep their order', () => {
  const [low, high] = ranksBetween(null, null, 2, random) as [string, string]
  let [under, over] = [low, high]
  for (let at = 0; at < 1000; at += 1) {
    const between = rankBetween(under, over, random)
    expect(under < between && between < over).toBe(true)
    if (at % 2 === 0) under = between
    else over = between
  }
})

test('where the numbers end, ranks go on', () => {
  let [first, last] = ['0000ZZ1', 'zzzzAA1']
  for (let at = 0; at < 100; at += 1) {
    const [before, behind] = [rankBetween(null, first, random), rankBetween(last, null, random)]
    expect(before < first && last < behind).toBe(true)
    first = before
    last = behind
  }
})

test('ranks the wrong way round are refused', () => {
  expect(() => rankBetween('b1', 'a1', random)).toThrow('not below')
})
