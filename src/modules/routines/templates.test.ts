import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf } from '../../test/work.ts'
import type { Board } from '../work/contract.ts'
import { routines } from './contract.ts'

let northwind: Company
let room: Board
beforeAll(async () => {
  northwind = await startCompany()
  room = await boardOf(northwind)
})
afterAll(() => northwind.close())

const templateOf = (definition: object, name: string) =>
  northwind.as('pia')(routines.addTemplate, {
    name,
    definition: { title: 'Report of {week}', boardId: room.id, ...definition },
  })

test('a title that leaves something open, and a page of an older version, are refused with a sentence', async () => {
  await expect(templateOf({ title: 'Report {moon}' }, 'Moon')).rejects.toThrow('“{moon}” in the title')
  const { id } = await templateOf({}, 'Old page')
  const definition = { title: 'Second', boardId: room.id }
  await northwind.as('pia')(routines.changeTemplate, { id, name: 'Old page', definition, version: 1 })
  await expect(
    northwind.as('kai')(routines.changeTemplate, { id, name: 'Old page', definition, version: 1 }),
  ).rejects.toThrow('Pia Novak saved version 2')
})
