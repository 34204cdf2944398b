import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { costs } from '../costs/contract.ts'
import { pipeline } from '../pipeline/contract.ts'
import { metrics } from './contract.ts'

/** Won and lost by product and seller; nothing of Delta is decided. */
const sold = [
  ['Alpha', 'Zoe', 1, 3],
  ['Beta', 'Zoe', 3, 1],
  ['Beta', 'Ada', 3, 1],
  ['Gamma', 'Cy', 6, 2],
] as const

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const line = (product: string, agent: string, stage: string, at: number) =>
    `${product}${agent}${stage}${at},${agent},${product},Cancity,${stage},2025-03-01,${stage === 'Engaging' ? '' : '2025-03-09'},10`
  const lines = sold.flatMap(([product, agent, won, lost]) => [
    ...Array.from({ length: won }, (_, at) => line(product, agent, 'Won', at)),
    ...Array.from({ length: lost }, (_, at) => line(product, agent, 'Lost', at)),
  ])
  const path = join(app.folder, 'sales_pipeline.csv')
  const heading = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'
  writeFileSync(path, [heading, ...lines, line('Delta', 'Cy', 'Engaging', 0)].join('\n'))
  expect((await land(app, [path])).map((one) => one.status)).toEqual(['landed'])
})
afterAll(() => app.close())

const ask = async (asked: string[], by: string[], limit = 100) =>
  (await app.ask(metrics.query, { metrics: asked, by, limit })).rows

test('a rate asked first puts the greatest rate first, and n/a last', async () => {
  expect(await ask(['win_rate', 'opportunities'], ['product'])).toEqual([
    { product: 'Beta', win_rate: 0.75, opportunities: 8 },
    { product: 'Gamma', win_rate: 0.75, opportunities: 8 },
    { product: 'Alpha', win_rate: 0.25, opportunities: 4 },
    { product: 'Delta', win_rate: null, opportunities: 1 },
  ])
  expect(await ask(['win_rate', 'won'], ['product'], 1)).toEqual([
    { product: 'Beta', win_rate: 0.75, won: 6 },
  ])
})

test('rows of the same value are told apart by all their labels', async () => {
  const rows = await ask(['win_rate'], ['product', 'owner'], 3)
  expect(rows.map((row) => `${row.product} ${row.owner}`)).toEqual(['Beta Ada', 'Beta Zoe', 'Gamma Cy'])
})

test('win and loss of as many opportunities stand in the order of their names', async () => {
  const { groups } = await app.ask(pipeline.winLoss, { by: 'product' })
  expect(groups.map((one) => one.value)).toEqual(['Beta', 'Gamma', 'Alpha'])
})

test('rows behind a figure that came with no row of a file have one order, too', async () => {
  const channels = ['Webinar', 'Email', 'Partner', 'Display', 'Events', 'Direct']
  for (const channel of channels)
    await app.ask(costs.add, {
      kind: 'other',
      channel,
      minor: 100,
      currency: 'USD',
      startsOn: '2026-03-01',
      endsOn: '2026-03-01',
    })
  const pages = await Promise.all(
    channels.map((_, offset) => app.ask(metrics.rows, { metric: 'cost', limit: 1, offset })),
  )
  expect(pages.map(({ rows }) => rows[0]?.channel)).toEqual([...channels].sort())
})

test('a period that ends before it begins is no 0 but a mistake, whatever is asked', async () => {
  const turned = { from: '2025-04-01', to: '2025-03-01' }
  await expect(app.ask(metrics.query, { metrics: ['won'], ...turned })).rejects.toThrow(
    'The period begins on 2025-04-01 and ends before that, on 2025-03-01: turn the two days round.',
  )
  await expect(app.ask(pipeline.funnel, turned)).rejects.toMatchObject({ code: 'invalid' })
})
