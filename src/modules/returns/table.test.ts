import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { costs } from '../costs/contract.ts'
import { returns } from './contract.ts'

describe('a lead, a cost and a sale for each of 1,005 campaigns', () => {
  const many = 1005
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    const all = Array.from({ length: many }, (_, at) => String(at + 1).padStart(4, '0'))
    const write = (name: string, heading: string, line: (n: string) => string) => {
      const path = join(app.folder, name)
      writeFileSync(path, [heading, ...all.map(line)].join('\n'))
      return path
    }
    const landed = await land(app, [
      write(
        'contacts.csv',
        'Record ID,First Name,Email,Create Date,First Touch Converting Campaign',
        (n) => `${n},Ada,ada${n}@north.example,2026-01-05,Campaign ${n}`,
      ),
      write(
        'deals.csv',
        'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date',
        (n) => `1${n},Pump ${n},Closed Won,100,2026-01-10,2026-02-01`,
      ),
      write('deal_contacts.csv', 'contact_id,deal_id,type_id', (n) => `${n},1${n},3`),
    ])
    expect(landed.map((one) => one.status)).toEqual(['landed', 'landed', 'landed'])
    const line = { kind: 'media', currency: 'USD', month: '2026-01' } as const
    await app.ask(costs.add, { ...line, campaign: 'Campaign 1005', minor: 31_000 })
  })
  afterAll(() => app.close())

  test.each(['spend', 'conversion'] as const)(
    'all count in the total by %s though 1,000 are shown',
    async (basis) => {
      const asked = { by: 'campaign', basis }
      const { rows, total, reconciliation, notes } = await app.ask(returns.table, asked)
      expect(rows).toHaveLength(1000)
      expect(total).toMatchObject({ leads: many, opportunities: many, sales: many })
      expect(total.wonValue).toEqual({ amount: many * 100, currency: 'USD' })
      expect(reconciliation).toMatchObject({
        agrees: true,
        says: expect.stringMatching(/^1,005 rows add up/),
      })
      expect(notes.join(' ')).toContain('Only the 1,000 rows that cost most are shown, of 1,005')
      const { body } = (await app.ask(returns.exportTable, asked)) as { body: ReadableStream }
      expect((await new Response(body).text()).trim().split('\r\n')).toHaveLength(many + 2)
    },
  )
})
