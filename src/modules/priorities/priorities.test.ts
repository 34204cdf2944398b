import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { type Board, work } from '../work/contract.ts'
import { priorities } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
})
afterAll(() => northwind.close())

const kai = () => northwind.as('kai')
const newBoard = (name: string, said: object = {}) =>
  boardOf(northwind, { name, stages: plainStages, ...said })
const ranked = (board: Board) => kai()(priorities.ranking, { boardId: board.id })
const titles = async (board: Board) => (await ranked(board)).items.map((one) => one.title)

async function itemOf(board: Board, title: string, inputs: Record<string, number> = {}, said: object = {}) {
  const item = await kai()(work.add, { title, boardId: board.id, ...said })
  await kai()(priorities.say, { items: [{ id: item.id, inputs }] })
  return item
}

const choose = (board: Board | null, definition: object, version = 0) =>
  northwind.as('marco')(priorities.setModel, {
    boardId: board?.id ?? null,
    ...{ version, reason: 'Agreed in the quarter review', definition: definition as never },
  })

test('RICE scores 400, WSJF 3.2, ICE by its reading, and each says what is missing', async () => {
  const board = await newBoard('Scores')
  const item = await itemOf(board, 'Landing page', { reach: 500, impact: 2, confidence: 0.8, effort: 2 })
  await itemOf(board, 'Unknown', { reach: 10 })
  const { items } = await ranked(board)
  expect(items[0]).toMatchObject({ score: 400, rank: 1, inputs: { reach: { value: 500, by: 'Kai Okafor' } } })
  expect(items[1]).toMatchObject({ score: null, rank: null, reason: '“impact” is empty.' })

  await choose(board, { kind: 'wsjf' })
  const wsjf = { value: 8, 'time criticality': 5, 'risk reduction': 3, size: 5 }
  await kai()(priorities.say, { items: [{ id: item.id, inputs: wsjf }] })
  expect((await ranked(board)).items[0]!.score).toBe(3.2)

  await choose(board, { kind: 'ice-mean' }, 1)
  await kai()(priorities.say, { items: [{ id: item.id, inputs: { impact: 8, confidence: 5, ease: 2 } }] })
  expect((await ranked(board)).items[0]!.score).toBe(5)
  await choose(board, { kind: 'ice-product' }, 2)
  expect((await ranked(board)).items[0]!.score).toBe(80)
  const { items: card } = await kai()(work.items, { ids: [item.id] })
  expect(card[0]!.badges).toMatchObject([{ name: 'score', words: 'ICE, the product 80' }])
})

test('waiting costs 136 in the order of the board and 126 in the best, which is applied and undone as one', async () => {
  const board = await newBoard('Delay')
  const jobs = { A: [10, 5], B: [6, 2], C: [4, 4] }
  for (const [title, [cost, days]] of Object.entries(jobs))
    await itemOf(board, title, { 'cost of delay': cost!, duration: days! })
  await choose(board, { kind: 'cd3' })
  const { delay, stages } = await ranked(board)
  expect([delay.board, delay.least, delay.counted]).toEqual([136, 126, 3])
  expect(delay.order.map((one) => one.title)).toEqual(['B', 'A', 'C'])

  const seen = delay.order.map((one) => one.id)
  const asked = { boardId: board.id, stageId: stages[0]!.id, by: 'delay' as const, seen }
  const { changeId } = await kai()(priorities.apply, asked)
  expect((await ranked(board)).delay.board).toBe(126)
  await kai()(work.undo, { id: changeId! })
  expect((await ranked(board)).delay.board).toBe(136)
  await itemOf(board, 'D', { 'cost of delay': 100, duration: 1 })
  await expect(kai()(priorities.apply, asked)).rejects.toThrow('The order has changed since you looked')
})

test('the estimate of an item stands for its duration until somebody says another', async () => {
  const board = await newBoard('Estimates')
  await itemOf(board, 'Two days', { 'cost of delay': 6 }, { estimateMinutes: 960 })
  await choose(board, { kind: 'cd3' })
  expect((await ranked(board)).items[0]).toMatchObject({
    score: 3,
    inputs: { duration: { by: 'its estimate' } },
  })
})

const input = (name: string, formula = '') => ({ name, formula })
test.each([
  ['value ÷', [input('value')], 'character'],
  ['value + nothing', [input('value')], 'nothing'],
  ['a', [input('a', 'b + 1'), input('b', 'a + 1')], 'in a circle'],
  ['a', [input('a', 'a + 1')], 'computed from itself'],
  ['value', [input('value'), input('value')], 'Two inputs are called “value”'],
])('the formula %s is refused with a sentence', async (formula, inputs, sentence) => {
  const board = await newBoard(`Refused ${sentence.slice(0, 40)}`)
  await expect(choose(board, { kind: 'custom', formula, inputs })).rejects.toThrow(sentence)
  expect((await ranked(board)).model.version).toBe(0)
})

test('a formula of one’s own computes by steps, and what divides by zero has no score but a reason', async () => {
  const board = await newBoard('Custom')
  const inputs = [input('value'), input('effort'), input('worth', 'value × 2')]
  await choose(board, { kind: 'custom', formula: 'worth ÷ effort', inputs })
  await itemOf(board, 'Sound', { value: 6, effort: 3 })
  await itemOf(board, 'Free', { value: 6, effort: 0 })
  const { items } = await ranked(board)
  expect(items.map((one) => [one.title, one.score])).toEqual([
    ['Sound', 4],
    ['Free', null],
  ])
  expect(items[1]!.reason).toMatch(/0/)
})

test('the model of all boards holds where a board has none of its own; an old page is refused', async () => {
  const board = await newBoard('Shared')
  await choose(null, { kind: 'wsjf', process: 'Estimated on Mondays by three people.' })
  expect((await ranked(board)).model.definition).toMatchObject({ kind: 'wsjf' })
  await expect(choose(null, { kind: 'rice' })).rejects.toThrow('another scoring model in force since')
  await choose(null, { kind: 'rice' }, 1)
  expect((await kai()(priorities.models, {})).items.map((one) => one.version)).toEqual([2, 1, 0])
})

test('an item is put above its rank with a reason only; it is listed, and stays listed when it ends', async () => {
  const board = await newBoard('Overrides')
  const rice = { impact: 1, confidence: 1, effort: 1 }
  await itemOf(board, 'High', { ...rice, reach: 30 })
  await itemOf(board, 'Middle', { ...rice, reach: 20 })
  const low = await itemOf(board, 'Low', { ...rice, reach: 10 })
  await expect(kai()(priorities.override, { id: low.id, place: 1, reason: '' })).rejects.toThrow(
    'needs a reason',
  )
  await kai()(priorities.override, { id: low.id, place: 1, reason: 'The law changes in May' })
  expect(await titles(board)).toEqual(['Low', 'High', 'Middle'])
  await kai()(priorities.endOverride, { id: low.id })
  expect(await titles(board)).toEqual(['High', 'Middle', 'Low'])
  expect((await ranked(board)).overrides).toMatchObject([
    { ranked: 3, place: 1, reason: 'The law changes in May', by: 'Kai Okafor', endedBy: 'Kai Okafor' },
  ])
})

test('two who say the same input at once: the second is asked', async () => {
  const board = await newBoard('Two people')
  const item = await itemOf(board, 'Contested', { reach: 10 })
  const say = (who: 'kai' | 'pia', reach: number) =>
    northwind.as(who)(priorities.say, { items: [{ id: item.id, inputs: { reach }, was: { reach: 10 } }] })
  await say('kai', 20)
  await expect(say('pia', 30)).rejects.toThrow('Kai Okafor says 20 for “reach” meanwhile')
})

test('inputs are pasted from a sheet, all or nothing, and taken back by saying what was before', async () => {
  const board = await newBoard('Paste')
  const [a, b] = [await itemOf(board, 'A', { reach: 5 }), await itemOf(board, 'B')]
  const paste = (text: string) => kai()(priorities.paste, { boardId: board.id, text })
  await expect(paste(`item,reach\nW-${a.number},7\nW-${b.number},many`)).rejects.toThrow(
    'Line 3: “many” under “reach” is not a number. Nothing was taken.',
  )
  await expect(paste(`item,colour\nW-${a.number},7`)).rejects.toThrow('No column is an input')
  await expect(paste(`item,reach\nW-999999,7`)).rejects.toThrow('W-999999')
  const { before, inputs } = await paste(`item\treach\teffort\nW-${a.number}\t7\t2,5\nW-${b.number}\t\t1`)
  expect(inputs).toBe(3)
  const reachOf = async () => (await ranked(board)).items.map((one) => one.inputs.reach?.value)
  expect(await reachOf()).toEqual([7, undefined])
  await kai()(priorities.say, { items: before })
  expect(await reachOf()).toEqual([5, undefined])
})

test('how often the top five changes is kept, and is old once an input changes', async () => {
  const board = await newBoard('Weighing')
  const rice = { impact: 1, confidence: 1, effort: 1 }
  await expect(kai()(priorities.weigh, { boardId: board.id })).rejects.toThrow('0 items have a score')
  const near = []
  for (let at = 0; at < 8; at += 1) near.push(await itemOf(board, `Near ${at}`, { ...rice, reach: 100 + at }))
  const weighed = await kai()(priorities.weigh, { boardId: board.id })
  expect(weighed.changed).toBeGreaterThan(0.5)
  expect(weighed.byInput.map((one) => one.input).sort()).toEqual(['confidence', 'effort', 'impact', 'reach'])
  expect((await ranked(board)).weighing).toEqual(weighed)
  expect((await kai()(priorities.rankedBoards, {})).ids).toContain(board.id)
  await kai()(priorities.say, { items: [{ id: near[0]!.id, inputs: { reach: 9000 } }] })
  expect((await ranked(board)).weighing!.isOld).toBe(true)
})

test('a confidential board keeps its ranking to those who see it', async () => {
  const secret = await newBoard('Secret', { isConfidential: true })
  await expect(ranked(secret)).rejects.toThrow('This board')
  await expect(kai()(priorities.weigh, { boardId: secret.id })).rejects.toThrow('This board')
})

test('a card shows the score of the ranking, its estimate for a duration included; an item is said once', async () => {
  const board = await newBoard('Cards')
  await choose(board, { kind: 'cd3' })
  const item = await itemOf(board, 'Two days', { 'cost of delay': 6 }, { estimateMinutes: 960 })
  const { items } = await kai()(work.items, { ids: [item.id] })
  expect(items[0]!.badges).toMatchObject([{ name: 'score', words: 'Cost of delay ÷ duration 3' }])
  const twice = [1, 2].map((value) => ({ id: item.id, inputs: { reach: value } }))
  await expect(kai()(priorities.say, { items: twice })).rejects.toThrow('One item is named twice')
})
