import { expect, test } from 'vitest'
import type { MetricShown } from '../contract.ts'
import { asCall, asCommand, drawn, pickedIn } from './explore.ts'

const metric = (id: string, unit: MetricShown['unit'] = 'count'): MetricShown => ({
  id,
  title: id.toUpperCase(),
  words: '',
  formula: '',
  unit,
  direction: 'up',
  kind: 'output',
  additive: true,
  store: 'warehouse',
  dimensions: ['channel'],
})

test('without time there is a bar for each group, and units are not mixed', () => {
  const rows = [
    { channel: 'Email', leads: 3, value: { amount: 9, currency: 'EUR' } },
    { channel: null, leads: 1, value: null },
  ]
  const asked = { metrics: ['leads', 'value'], by: ['channel'], where: [] }
  expect(drawn(rows, asked, [metric('leads'), metric('value', 'money')])).toEqual({
    kind: 'bar',
    categories: ['Email', 'blank'],
    series: [{ name: 'LEADS', values: [3, 1] }],
  })
})

test('over time the largest groups have a line each, and a period without rows counts nothing', () => {
  const rows = [
    { channel: 'Email', month: '2018-01', leads: 3 },
    { channel: 'Event', month: '2018-02', leads: 5 },
  ]
  const asked = { metrics: ['leads'], by: ['channel'], grain: 'month' as const, where: [] }
  expect(drawn(rows, asked, [metric('leads')])).toEqual({
    kind: 'line',
    categories: ['2018-01', '2018-02'],
    series: [
      { name: 'Event', values: [0, 5] },
      { name: 'Email', values: [3, 0] },
    ],
  })
})

test('the question reads the same on the command line and as a call', () => {
  const where = [{ dimension: 'owner', is: 'in' as const, values: ["Pat O'Neil"] }]
  expect(asCommand({ metrics: ['leads', 'mql'], by: ['channel'], grain: 'month', where })).toBe(
    `fullscore metrics query --metrics leads,mql --by channel --grain month --where 'owner=Pat O'\\''Neil'`,
  )
  expect(asCall('https://x.test', '/api/metrics/query?metrics=a')).toContain(
    "'https://x.test/api/metrics/query?metrics=a'",
  )
})

test('a point of a chart explains to its own group and period, also where it counted nothing', () => {
  const rows = [
    { channel: null, month: '2018-01', leads: 3 },
    { channel: 'Event', month: '2018-02', leads: 5 },
  ]
  const asked = {
    metrics: ['leads'],
    by: ['channel'],
    grain: 'month' as const,
    from: '2018-01-01',
    where: [],
  }
  const point = { category: '2018-02', series: 'blank', index: 1 }
  expect(pickedIn(rows, asked, [metric('leads')], point)).toEqual({
    metric: 'leads',
    from: '2018-01-01',
    where: [
      { dimension: 'channel', is: 'exactly', values: [null] },
      { dimension: 'month', is: 'exactly', values: ['2018-02'] },
    ],
  })
  const plain = { metrics: ['leads'], by: [], grain: 'month' as const, where: [] }
  expect(pickedIn(rows, plain, [metric('leads')], { ...point, series: 'LEADS' })?.where).toEqual([
    { dimension: 'month', is: 'exactly', values: ['2018-02'] },
  ])
})
