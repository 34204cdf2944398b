import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../kernel/contract.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { attribution } from '../attribution/contract.ts'
import { dashboards } from '../dashboards/contract.ts'
import { forecast } from '../forecast/contract.ts'
import { identity } from '../identity/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { optimiser } from '../optimiser/contract.ts'
import { returns } from '../returns/contract.ts'
import { costs } from './contract.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }
const cost = { currency: 'EUR', month: '2026-03', channel: 'Events' } as const
const share = { ...cost, kind: 'people', minor: 5_432_177, note: 'Half of Kai' } as const
const crown = { ...share, currency: 'CZK', minor: 6_661_333, note: 'Brno studio' } as const
const stand = { ...cost, kind: 'event', minor: 310_000, note: 'Stand' } as const

/** The amounts of lines of what people cost, of a day of them, of their sum, and what the lines are called. */
const told = /54,?321\.?77|5432177|1752\.3|1,752\.3|66,?613\.?33|6661333|Half of Kai|Brno|cst_people/g
const outsiders = ['marco', 'ines', 'pia', 'vera', 'cleo', 'sam', 'ivan', 'gus'] as const
const readers = ['marco', 'ines', 'pia'] as const

let northwind: Company
let shareId: string
let standId: string
beforeAll(async () => {
  northwind = await startCompany()
  const fay = northwind.as('fay')
  shareId = (await fay(costs.add, share)).id
  await fay(costs.add, crown)
  standId = (await northwind.as('marco')(costs.add, stand)).id
  const { id } = await fay(costs.add, { ...stand, kind: 'other', month: '2026-01' })
  await fay(costs.change, { ...share, month: '2026-01', id, version: 1 })
  await fay(costs.remove, { id })
  await fay(costs.restore, { id })
  await fay(costs.remove, { id })
})
afterAll(() => northwind.close())

const textOf = async (answer: unknown): Promise<string> => {
  const { body } = (answer ?? {}) as { body?: unknown }
  return body instanceof ReadableStream ? new Response(body).text() : JSON.stringify(answer)
}

async function answerTo(name: PersonName, route: Route, input: object): Promise<string> {
  const answer = await northwind
    .as(name)(route, input)
    .catch((error: Error) => error.message)
  return textOf(answer)
}

const contracts = [costs, metrics, returns, activity, forecast, attribution, optimiser, dashboards]
const reading = contracts
  .flatMap((one) => Object.values(one.$contract.routes))
  .filter((route) => route.method === 'GET')
const figures = ['cost', 'roi']
const wheres = [[], ['channel=Events'], ['cost_kind=people']]
const bys = ['channel', 'cost_kind', 'original_currency']
const inputs: object[] = [
  ...figures.flatMap((metric) =>
    wheres.map((where) => ({ metric, metrics: [metric, 'media_cost'], where, ...march, limit: 100 })),
  ),
  ...bys.map((by) => ({
    metrics: ['cost', 'media_cost'],
    metric: 'cost',
    by: [by],
    dimension: by,
    ...march,
  })),
  ...bys.map((by) => ({ metric: 'cost', by, ...march })),
  { kind: 'people' },
  { search: 'Kai', type: 'costs.added' },
  { search: 'People share', type: 'costs.changed' },
]
const asked = () => [...inputs, {}, { id: shareId }, { subject: shareId }, { module: 'costs', limit: 100 }]

describe('what people cost', () => {
  test.each(outsiders)('%s is told nothing of it, by no route that reads', async (name) => {
    await northwind.actorOf(name)
    for (const route of reading)
      for (const input of asked()) {
        const answer = await answerTo(name, route, input)
        expect(answer.match(told), `${route.id} ${JSON.stringify(input)}`).toBeNull()
      }
  })

  test.each(['ana', 'carol', 'fay'] as const)(
    '%s, who may, reads it wherever costs are told',
    async (name) => {
      await northwind.actorOf(name)
      for (const [route, input] of [
        [costs.list, march],
        [costs.list, { id: shareId }],
        [costs.exportLines, { format: 'csv' }],
        [costs.people, march],
        [metrics.query, { metrics: ['cost'], by: ['cost_kind'], ...march }],
        [metrics.rows, { metric: 'cost', ...march }],
        [metrics.exportRows, { metric: 'cost', ...march, format: 'csv' }],
      ] as const)
        expect((await answerTo(name, route, input)).match(told), route.id).not.toBeNull()
    },
  )

  test('those who read the activity and may, read it there; the others the rest of it', async () => {
    const sentences = async (name: PersonName) =>
      (await northwind.as(name)(activity.feed, { module: 'costs', limit: 100 })).entries.map(
        (one) => one.sentence,
      )
    expect(await sentences('carol')).toContain('added a cost: People share, 54321.77 EUR')
    expect(await sentences('carol')).toContain(
      'changed a cost: People share, 54321.77 EUR, until now Other, 3100.00 EUR',
    )
    expect(await sentences('marco')).toContain('added a cost: Event, 3100.00 EUR')
  })
})

describe.each(readers)('%s, who reads the other costs', (name) => {
  test('sees every other line, and totals of them with a sentence', async () => {
    const list = await northwind.as(name)(costs.list, march)
    expect(list.items.map((one) => one.note)).toEqual(['Stand'])
    expect(list).toMatchObject({ total: 1, isWithoutPeople: true })
    expect(list.sums).toMatchObject({ cost: { amount: 3100 }, written: { amount: 3100 } })
    expect(list.notes[0]).toBe('What people cost is not part of what you see here, nor of these totals.')
    expect((await northwind.as(name)(costs.list, { id: shareId })).items).toEqual([])
  })

  test('sees the same figure as everybody, and under it the lines that are theirs to read', async () => {
    const total = { amount: 57_421.77, currency: 'EUR' }
    const { rows } = await northwind.as(name)(metrics.query, { metrics: ['cost'], ...march })
    expect(rows).toEqual([{ cost: total }])
    expect((await northwind.as('fay')(metrics.query, { metrics: ['cost'], ...march })).rows).toEqual(rows)
    const explained = await northwind.as(name)(metrics.explain, { metric: 'cost', ...march })
    expect(explained).toMatchObject({
      value: total,
      rows: 31,
      written: [{ title: 'Cost ledger', rows: 31 }],
      withheld: { isAll: false, says: expect.stringContaining('“costs:people”') },
    })
    const behind = await northwind.as(name)(metrics.rows, { metric: 'cost', ...march })
    expect(behind.total).toBe(31)
    expect(new Set(behind.rows.map((row) => row.kind))).toEqual(new Set(['event']))
  })

  test.each(['cost_kind', 'original_currency'])('is refused a cost by %s with a sentence', async (by) => {
    const refusal = { code: 'forbidden', message: expect.stringContaining('“costs:people”') }
    const ask = northwind.as(name)
    await expect(ask(metrics.query, { metrics: ['cost'], by: [by] })).rejects.toMatchObject(refusal)
    for (const where of [`${by}=people`, `${by}!=event`, `${by}~e`])
      await expect(ask(metrics.query, { metrics: ['cost'], where: [where] })).rejects.toMatchObject(refusal)
    const { items } = await ask(metrics.catalogue, {})
    expect(items.find((one) => one.id === 'cost')?.dimensions).not.toContain(by)
  })
})

test('whoever may not read it neither adds nor changes nor removes it', async () => {
  const marco = northwind.as('marco')
  const attempts = [
    () => marco(costs.add, share),
    () => marco(costs.change, { ...stand, kind: 'people', id: standId, version: 1 }),
    () => marco(costs.change, { ...stand, id: shareId, version: 1 }),
    () => marco(costs.remove, { id: shareId }),
    () => marco(costs.restore, { id: shareId }),
  ]
  for (const attempt of attempts) {
    const said = await attempt().then(
      () => 'it was done',
      (error: Error) => error.message,
    )
    expect(said).toMatch(/You need the permission “costs:people” to write|This cost does not exist/)
  }
  const { items, sum } = await northwind.as('fay')(costs.people, march)
  expect(items.map((one) => one.version)).toEqual([1, 1])
  expect(sum).toEqual({ amount: 54_321.77, currency: 'EUR' })
  expect((await marco(costs.list, { id: standId })).items[0]).toMatchObject({ kind: 'event', version: 1 })
})

test('the right can be given to another role, and is enough then', async () => {
  const { roles } = await northwind.as('ana')(identity.roles, {})
  const { id, version, permissions } = roles.find((one) => one.id === 'manager')!
  await northwind.as('ana')(identity.changeRole, {
    id,
    version,
    permissions: [...permissions, 'costs:people'],
  })
  const { items, isWithoutPeople } = await northwind.as('marco')(costs.list, march)
  expect([items.length, isWithoutPeople]).toEqual([3, false])
})
