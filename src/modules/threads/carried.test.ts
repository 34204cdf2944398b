import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { carryComments } from '../../../migrations/0022_departments_comments.ts'
import { startCompany } from '../../test/company.ts'
import { strategy } from '../strategy/contract.ts'
import { threads } from './contract.ts'

test('comments of before stand as comments with what was answered; suggestions stay where they were', async () => {
  const northwind = await startCompany({ work: false })
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We grow.' }] }],
  }
  const { id } = await northwind.as('ana')(strategy.saveVision, { title: 'Where we go', base: 0, body })
  await northwind.as('kai')(strategy.suggest, { quote: 'grow', replacement: 'thrive' })
  const { db } = northwind.app
  await sql`alter table strategy_remarks add column kind text not null default 'suggestion'`.execute(db)
  await sql`
    insert into strategy_remarks (id, vision_id, version, kind, quote, text, replacement, state, by_id, by_name, made_at, answer, answered_by, answered_at)
    values ('rem_1', ${id}, 1, 'comment', 'grow', 'By how much?', null, 'resolved', ${northwind.ids.kai}, 'Kai Okafor', '2026-01-01', 'A tenth', 'Ana Ribeiro', '2026-01-02'),
           ('rem_2', ${id}, 1, 'comment', '', 'And when?', null, 'open', ${northwind.ids.kai}, 'Kai Okafor', '2026-01-03', null, null, null)`.execute(
    db,
  )
  await carryComments(db as unknown as Kysely<unknown>)

  const { items } = await northwind.as('kai')(threads.show, { kind: 'vision', id })
  expect(items).toMatchObject([
    {
      text: '“grow”\nBy how much?',
      resolved: { by: 'Ana Ribeiro' },
      replies: [{ text: 'A tenth', by: 'Ana Ribeiro' }],
    },
    { text: 'And when?', resolved: null, replies: [], can: { edit: true } },
  ])
  const { vision } = await northwind.as('kai')(strategy.vision, {})
  expect(vision?.suggestions.map((one) => one.replacement)).toEqual(['thrive'])
  await northwind.close()
})
