import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { work } from '../work/contract.ts'
import { takeovers } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
})
afterAll(() => northwind.close())

const handIn = async (name: string, content: string) =>
  perform(
    northwind.app,
    takeovers.inspect,
    { name },
    {
      ...{ actor: await northwind.actorOf('marco'), via: 'test' },
      file: new Blob([content]).stream(),
    },
  )
const marco: ReturnType<Company['as']> = (route, input) => northwind.as('marco')(route, input)

test('days that may be read either way are asked about before anything lands', async () => {
  const seen = await handIn(
    'open.csv',
    'Title,Status,Due Date\nFlyer,To do,03/04/2026\nPoster,To do,05/06/2026\n',
  )
  expect(seen).toMatchObject({ openDay: '03/04/2026', usualOrder: 'day-first', order: null })
  await expect(marco(takeovers.land, { id: seen.id, version: seen.version })).rejects.toThrow(
    'whether 03/04/2026 is written day first or month first',
  )
  const said = await marco(takeovers.understand, {
    ...{ id: seen.id, version: seen.version, order: 'month-first' },
  })
  expect(said).toMatchObject({ openDay: null, sample: [{ dueOn: '2026-03-04' }, { dueOn: '2026-05-06' }] })
  await marco(takeovers.land, { id: said.id, version: said.version })
})

test('a file that has not landed is thrown away; one that landed is undone instead', async () => {
  const seen = await handIn('draft.csv', 'Title,Status\nFlyer,To do\n')
  await marco(takeovers.discard, { id: seen.id })
  await expect(marco(takeovers.show, { id: seen.id })).rejects.toEqual(refused('missing', /takeover/))
  const other = await handIn('draft.csv', 'Title,Status\nFlyer,To do\n')
  const landed = await marco(takeovers.land, { id: other.id, version: other.version })
  expect((await marco(work.board, { id: landed.board!.id })).purpose).toBe('Taken over from a table')
  await expect(marco(takeovers.discard, { id: other.id })).rejects.toThrow('Undo it instead')
})
