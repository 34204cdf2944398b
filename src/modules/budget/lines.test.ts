import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { months, startBudget } from '../../test/budget.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { costs } from '../costs/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let yearId: string
let ids: string[]
const odd = '=SUM(A1), "quoted"; Ümlaut'
beforeAll(async () => {
  const lines = [
    { name: 'Search', area: 'Demand', kind: 'media' as const, plan: months(12_345), note: odd },
    { name: odd, area: 'Brand', campaign: '-Expo', plan: months(50) },
    { name: '  Spaced  name ', isPlaceholder: true, plan: months(0) },
    { name: 'Team', kind: 'people' as const, plan: months(900) },
  ]
  const started = await startBudget(lines, ['marco', 'pia', 'fay'], false)
  northwind = started.company
  ;({ yearId, ids } = started)
  await northwind.as('ana')(costs.setRate, { currency: 'JPY', onDay: '2026-01-01', rate: 0.0061 })
  const tokyo = { name: 'Tokyo', currency: 'JPY', plan: months(7) }
  ids.push(...(await northwind.as('ana')(budget.addLines, { year: yearId, lines: [tokyo] })).ids)
})
afterAll(() => northwind.close())

const edit = (edits: object[], who: PersonName = 'ana') =>
  northwind.as(who)(budget.edit, { year: yearId, edits: edits as { id: string }[] })
const shown = async () => (await northwind.as('ana')(budget.lines, { year: yearId })).lines
const one = async (at: number) => (await shown()).find((line) => line.id === ids[at])!

async function fileOf(format: 'csv' | 'xlsx', who: PersonName = 'ana'): Promise<Uint8Array> {
  const { body } = (await northwind.as(who)(budget.exportLines, { year: yearId, format })) as {
    body: ReadableStream
  }
  return new Uint8Array(await new Response(body).arrayBuffer())
}
async function handIn(name: string, bytes: Uint8Array | string, who: PersonName = 'ana') {
  const file = new Blob([bytes as BlobPart]).stream() as ReadableStream<Uint8Array>
  const actor = await northwind.actorOf(who)
  return perform(northwind.app, budget.importLines, { year: yearId, name }, { actor, via: 'test', file })
}

describe('cells', () => {
  test('many cells change in one command, and its undo puts all of them back', async () => {
    const before = await shown()
    const { undo } = await edit([
      { id: ids[0]!, forecast: { 0: 1, 11: 2 }, area: 'Awareness' },
      { id: ids[1]!, plan: { 5: 77 }, forecast: { 5: 78 } },
    ])
    expect(await one(0)).toMatchObject({ area: 'Awareness', forecast: [1, ...months(0).slice(2), 2] })
    expect((await one(1)).plan[5]).toBe(77)
    await edit(undo)
    const plain = (lines: typeof before) => lines.map(({ version: _, ...line }) => line)
    expect(plain(await shown())).toEqual(plain(before))
  })

  test('one wrong cell, and nothing of the block is written', async () => {
    const before = await shown()
    await expect(
      edit([
        { id: ids[0]!, forecast: { 0: 5 } },
        { id: ids[1]!, forecast: { 3: -1 } },
      ]),
    ).rejects.toThrow(/month 4: An amount cannot be negative/)
    await expect(edit([{ id: ids[0]!, forecast: { 0: 5 } }, { id: 'bln_none' }])).rejects.toThrow(
      /not in the budget/,
    )
    await expect(edit([{ id: ids[0]!, forecast: { 12: 5 } }])).rejects.toThrow(
      /months by their place, 0 to 11/,
    )
    await expect(edit([{ id: ids[0]!, plan: { 0: 10 ** 12 } }])).rejects.toThrow(/too large/)
    await expect(edit([{ id: ids[0]! }, { id: ids[0]! }])).rejects.toThrow(/named twice/)
    await expect(edit([{ id: ids[0]!, currency: 'XQZ' }])).rejects.toThrow(/“XQZ” is not a currency/)
    await expect(edit([{ id: ids[0]!, currency: 'JPY' }])).rejects.toThrow(
      /holds amounts in EUR, which JPY counts/,
    )
    await expect(edit([{ id: ids[0]!, currency: 'CZK' }])).rejects.toThrow(
      /No rate for CZK is known on 2026-02-01/,
    )
    expect(await shown()).toEqual(before)
  })

  test('whoever comes second to a line is told, and overwrites nothing', async () => {
    const { version } = await one(0)
    await edit([{ id: ids[0]!, version, forecast: { 2: 5 } }], 'marco')
    const second = edit([{ id: ids[0]!, version, forecast: { 2: 9 } }])
    await expect(second).rejects.toThrow(/Marco Haas changed “Search” since you loaded it/)
    expect((await one(0)).forecast[2]).toBe(5)
  })
})

describe('files', () => {
  test.each(['csv', 'xlsx'] as const)(
    'what is downloaded as %s and handed in again changes nothing',
    async (format) => {
      const before = await shown()
      const file = await fileOf(format)
      expect(await handIn(`budget.${format}`, file)).toEqual({ added: 0, changed: 0, unchanged: 5 })
      expect(await shown()).toEqual(before)
      expect(Buffer.from(await fileOf(format)).length).toBe(file.length)
    },
  )

  test('a changed row changes its line, a new one adds one, the rest stays', async () => {
    const rows = Buffer.from(await fileOf('csv'))
      .toString()
      .trimEnd()
      .split('\r\n')
    const changed = rows.map((row) => (row.startsWith(ids[4]!) ? row.replace(',7,', ',8,') : row))
    const added = `,Brand,,,Podcast,media,,Pia Novak,EUR,social,no,${',1.5'.repeat(24)}`
    expect(await handIn('budget.csv', [...changed, added].join('\r\n'))).toEqual({
      added: 1,
      changed: 1,
      unchanged: 4,
    })
    expect((await one(4)).plan[0]).toBe(8)
    const podcast = (await shown()).find((line) => line.name === 'Podcast')
    expect(podcast).toMatchObject({
      purpose: 'social',
      plan: months(150),
      forecast: months(150),
      owner: { name: 'Pia Novak' },
    })
  })

  test('a table that is old does not write over what changed since, and says which lines', async () => {
    const old = Buffer.from(await fileOf('csv')).toString()
    await edit([{ id: ids[4]!, forecast: { 0: 99 } }])
    await expect(handIn('budget.csv', old)).rejects.toThrow(
      /Changed since this table was downloaded: .*“Tokyo” \(row \d+\)/,
    )
    expect((await one(4)).forecast[0]).toBe(99)
  })

  test.each([
    ['a purpose of nobody', 'id,line,for\n,X,fun', /Row 2: “fun” is nothing a line is for/],
    ['a line of nobody', 'id,line\nbln_none,X', /Row 2: the line bln_none is not in the budget/],
    [
      'an amount that is none',
      'id,line,plan 2026-02\n,X,soon',
      /Row 2: plan 2026-02: “soon” is not an amount/,
    ],
    ['a negative amount', 'id,line,plan 2026-02\n,X,-5', /Row 2: plan 2026-02: An amount cannot be negative/],
    ['a month of another year', 'id,line,plan 2030-01\n,X,1', /“plan 2030-01” is no month of FY2027/],
    ['an unknown kind', 'id,line,kind\n,X,gift', /Row 2: “gift” is no kind of cost/],
    ['an unknown person', 'id,line,owner\n,X,Nobody Known', /Row 2: nobody is called “Nobody Known”/],
    ['an unknown currency', 'id,line,currency\n,X,XQZ', /“XQZ” is not a currency/],
    ['a currency without a rate', 'id,line,currency\n,X,CZK', /No rate for CZK is known/],
    ['no name', 'id,line,area\n,,Brand', /Row 2: name/],
    ['no table', 'just words', /./],
  ])('%s is refused with its row, and nothing is written', async (_, text, why) => {
    const before = await shown()
    await expect(handIn('budget.csv', text)).rejects.toThrow(why)
    expect(await shown()).toEqual(before)
  })

  test('whoever may not read headcount neither downloads nor hands in any', async () => {
    expect(Buffer.from(await fileOf('csv', 'marco')).toString()).not.toContain('Team')
    expect(await handIn('budget.csv', await fileOf('csv', 'marco'), 'marco')).toMatchObject({
      changed: 0,
      unchanged: 5,
    })
    await expect(handIn('budget.csv', await fileOf('csv'), 'marco')).rejects.toThrow(/not yours to see/)
  })
})

test('years do not overlap, and lines go only while nothing hangs on them', async () => {
  const ana = northwind.as('ana')
  await expect(ana(budget.openYear, { day: '2027-01-31' })).rejects.toThrow(
    /The budget of FY2027 is open already/,
  )
  for (const day of ['0001-01-01', '9999-12-31'])
    await expect(ana(budget.openYear, { day })).rejects.toThrow(/more than 10 years away/)
  await ana(budget.removeLine, { id: ids[1]! })
  await expect(ana(budget.removeLine, { id: ids[1]! })).rejects.toThrow(/was removed already/)
  await ana(budget.approvePlan, { id: yearId })
  await expect(ana(budget.restoreLine, { id: ids[1]! })).rejects.toThrow(/was approved without/)
  await expect(ana(budget.removeLine, { id: ids[0]! })).rejects.toThrow(/part of the approved plan/)
  await expect(ana(budget.approvePlan, { id: yearId })).rejects.toThrow(/approved already/)
  const late = ana(budget.addLines, { year: yearId, lines: [{ name: 'Late', plan: months(1) }] })
  await expect(late).rejects.toThrow(/approved and frozen/)
})
