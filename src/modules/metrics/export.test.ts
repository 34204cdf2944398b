import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookType } from '../../engine/workbook.ts'
import type { Asked, Route } from '../../kernel/contract.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { activity } from '../activity/contract.ts'
import { costs } from '../costs/contract.ts'
import { imports } from '../imports/contract.ts'
import { returns } from '../returns/contract.ts'
import { metrics } from './contract.ts'

type File = { name: string; type: string; body: ReadableStream<Uint8Array> }

describe('every table that can be downloaded comes as a workbook, too', () => {
  let company: Company
  beforeAll(async () => {
    company = await startCompany()
    await company.as('fay')(costs.add, {
      ...{ kind: 'agency', channel: 'Events', campaign: '=cmd|calc', minor: 310_050, currency: 'EUR' },
      ...{ startsOn: '2026-03-01', endsOn: '2026-03-02' },
    } as const)
  })
  afterAll(() => company.close())

  async function rowsOf<R extends Route>(route: R, input: Asked<R>) {
    const file = (await company.as('ana')(route, input)) as File
    expect(file.type).toBe(workbookType)
    expect(file.name).toMatch(/\.xlsx$/)
    const { sheets } = await readXlsx(new Uint8Array(await new Response(file.body).arrayBuffer()))
    return sheets[0]?.rows ?? []
  }

  test('the rows behind a figure, with days as dates and amounts as numbers', async () => {
    const [heading, ...rows] = await rowsOf(metrics.exportRows, { metric: 'cost', format: 'xlsx' })
    expect(heading?.slice(0, 6)).toEqual(['day', 'kind', 'channel', 'campaign', 'platform', 'amount'])
    expect(rows).toHaveLength(2)
    expect(rows[1]?.slice(0, 4)).toEqual([new Date('2026-03-01'), 'agency', 'Events', '=cmd|calc'])
    expect(rows.map((row) => row[5])).toEqual([1550.25, 1550.25])
  })

  test('costs, the return and the activity', async () => {
    const [, cost] = await rowsOf(costs.exportLines, { format: 'xlsx' })
    expect(cost?.slice(0, 8)).toEqual([
      ...['agency', 'Events', '=cmd|calc', 3100.5, 'EUR', 'once'],
      ...[new Date('2026-03-01'), new Date('2026-03-02')],
    ])
    const [, row] = await rowsOf(returns.exportTable, { format: 'xlsx' })
    expect(row?.slice(0, 3)).toEqual(['Events', 3100.5, 'EUR'])
    const [, entry] = await rowsOf(activity.exportFeed, { module: 'costs', format: 'xlsx' })
    expect(entry?.[0]).toBeInstanceOf(Date)
    expect(entry?.[3]).toBe('added a cost: Agency, 3100.50 EUR')
  })

  test('rejected rows, which can be mended and handed in again', async () => {
    const path = join(company.folder, 'leads.csv')
    const heading = 'Lead ID,First Name,Last Name,Email,Lead Source,Lead Status,Created Date'
    const good = [1, 2, 3].map((n) => `00Q${n},Ada,Person${n},p${n}@firm.example,Web,Open,2025-03-0${n}`)
    writeFileSync(path, [heading, ...good, ',Ada,Nobody,,Web,Open,2025-03-09'].join('\n'))
    const [landed] = await land(company, [path])
    const rows = await rowsOf(imports.rejects, { id: landed!.id, format: 'xlsx' })
    expect(rows[0]?.slice(-2)).toEqual(['Why it was rejected', 'Row'])
    expect(rows[1]?.at(-1)).toBe(5)
  })
})
