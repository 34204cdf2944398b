import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { whiteboard } from './contract.ts'
import { example } from './rules.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false })
})
afterAll(() => northwind.close())

const [first, second] = example
const boards = async (name: 'pia' | 'vera', metric?: string) =>
  (await northwind.as(name)(whiteboard.list, metric ? { metric } : {})).items.map((one) => one.name)

test('two options are compared without saving anything, 0.033 being 0.033 %', async () => {
  const found = await northwind.as('vera')(whiteboard.calculate, { first, second })
  expect(found.outcomes.map((one) => one.result)).toEqual([330, 10_000])
  expect(found.says).toMatch(/^Those it fits is better: 10,000 against 330/)
  const open = await northwind.as('vera')(whiteboard.calculate, { first, second: { name: 'Later' } })
  expect(open).toMatchObject({ outcomes: [{ result: 330 }, { result: null, money: null }], better: null })
  const much = { ...first, percent: 101 }
  await expect(northwind.as('vera')(whiteboard.calculate, { first: much, second })).rejects.toThrow(
    /100 % at most/,
  )
})

test('a board is private until it is shared, linked to its metric, and its owner’s to change', async () => {
  const pia = northwind.as('pia')
  const board = await pia(whiteboard.save, { name: 'Reach or fit', first, second, metric: 'leads' })
  expect(board).toMatchObject({ metric: { title: 'Leads' }, currency: 'EUR', can: { change: true } })
  expect(await boards('vera')).toEqual([])
  const id = board.id
  await expect(northwind.as('vera')(whiteboard.remove, { id })).rejects.toMatchObject({ code: 'missing' })

  await pia(whiteboard.change, { id, isShared: true, second: { ...second, unitValue: 2 } })
  expect(await boards('vera', 'leads')).toEqual(['Reach or fit'])
  expect(await boards('vera', 'won')).toEqual([])
  await expect(northwind.as('vera')(whiteboard.change, { id, name: 'Mine' })).rejects.toThrow(
    /belongs to somebody else/,
  )
  const nonsense = { name: 'No', first, second, metric: 'nonsense' }
  await expect(pia(whiteboard.save, nonsense)).rejects.toMatchObject({ code: 'missing' })
})

test('whoever may not share views saves boards for themselves alone', async () => {
  const vera = northwind.as('vera')
  const said = { name: 'Vera’s own', first, second }
  const refusal = { code: 'forbidden', message: expect.stringContaining('“views:share”') }
  await expect(vera(whiteboard.save, { ...said, isShared: true })).rejects.toMatchObject(refusal)
  const { id } = await vera(whiteboard.save, said)
  await expect(vera(whiteboard.change, { id, isShared: true })).rejects.toMatchObject(refusal)
  expect(await vera(whiteboard.change, { id, name: 'Still hers' })).toMatchObject({ isShared: false })
  expect(await boards('pia')).toEqual(['Reach or fit'])
  await vera(whiteboard.remove, { id })
})

test('a removed board can be put back, by its owner', async () => {
  const pia = northwind.as('pia')
  const { id } = (await pia(whiteboard.list, {})).items[0]!
  await pia(whiteboard.remove, { id })
  expect(await boards('pia')).toEqual([])
  await expect(pia(whiteboard.change, { id, name: 'Gone' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(northwind.as('vera')(whiteboard.restore, { id })).rejects.toMatchObject({ code: 'missing' })
  await pia(whiteboard.restore, { id })
  expect(await boards('vera')).toEqual(['Reach or fit'])
})

test('an agency guest sees no board', async () => {
  await expect(northwind.as('gus')(whiteboard.list, {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('a name with a character that cannot be kept is refused with a sentence', async () => {
  const saved = northwind.as('pia')(whiteboard.save, { name: 'A\u0000B', first, second })
  await expect(saved).rejects.toThrow(/^The name holds a character that cannot be kept/)
})
