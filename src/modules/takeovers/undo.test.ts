import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOver, streamOf } from '../../test/bodies.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { files } from '../files/contract.ts'
import { threads } from '../threads/contract.ts'
import { work } from '../work/contract.ts'
import { takeovers } from './contract.ts'

let now = new Date('2026-06-01T09:00:00Z')
let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
})
afterAll(() => northwind.close())

const fromMarco = async () => ({ actor: await northwind.actorOf('marco') })

test('a file and a comment that came since are counted before an undo, and go with the items', async () => {
  const marco = northwind.as('marco')
  const rows = 'Title,Status\nStand,To do\nChairs,To do\nLamps,To do\n'
  const seen = await handOver(
    northwind,
    takeovers.inspect,
    { name: 'hall.csv' },
    streamOf(rows),
    await fromMarco(),
  )
  const landed = await marco(takeovers.land, { id: seen.id, version: seen.version })
  const { items } = await marco(work.items, { boardId: landed.board!.id, sort: 'number' })
  const [stand, chairs] = items.map((one) => one.id) as [string, string]

  now = new Date(now.getTime() + 60_000)
  const plan = { kind: 'item', id: stand, name: 'plan.txt' }
  const { file } = await handOver(northwind, files.add, plan, streamOf('Four by six.'), await fromMarco())
  await marco(threads.comment, { kind: 'item', id: chairs, text: 'Twelve of them.', mentions: [] })
  await expect(marco(takeovers.undo, { id: seen.id })).rejects.toThrow('2 of its items were changed here')

  await marco(takeovers.undo, { id: seen.id, evenIfChanged: true })
  const left = await northwind.app.db
    .selectFrom('files_records')
    .select(['id', 'removed_by'])
    .where('record_id', '=', stand)
    .execute()
  expect(left).toEqual([{ id: file.id, removed_by: 'Marco Haas' }])
  expect(
    await northwind.app.db
      .selectFrom('threads_comments')
      .select('id')
      .where('record_id', '=', chairs)
      .execute(),
  ).toEqual([])
  const told = await northwind.app.db
    .selectFrom('kernel_events')
    .select('changes')
    .where('type', '=', 'files.removed')
    .execute()
  const tables = told.flatMap((one) =>
    (one.changes as unknown as { table: string }[]).map(({ table }) => table),
  )
  expect(new Set(tables), 'what was purged stands with the undo').toEqual(new Set(['files_records']))
})
