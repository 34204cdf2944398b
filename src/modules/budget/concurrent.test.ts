import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked, Route } from '../../kernel/contract.ts'
import { Problem } from '../../kernel/errors.ts'
import { randomFrom } from '../../methods/random.ts'
import { months, startBudget } from '../../test/budget.ts'
import { wrongInBudget } from '../../test/budget-invariants.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { identity } from '../identity/contract.ts'
import { budget } from './contract.ts'

const commands = 2000
const month = '2026-05-01'
const actors: PersonName[] = ['ana', 'carol', 'marco', 'kai', 'pia', 'fay']
const limits = { marco: [40_000, 300_000], kai: [25_000, 150_000] } as const

let northwind: Company
let lines: string[]
let yearId: string
let campaignIds: string[]

const said = Array.from({ length: 6 }, (_, at) => ({
  name: `Line ${at}`,
  kind: 'media' as const,
  plan: months(3000 * (at + 1)),
}))
beforeAll(async () => {
  const started = await startBudget(said, actors)
  northwind = started.company
  lines = started.ids
  yearId = started.yearId
  const ana = northwind.as('ana')
  await ana(identity.assignRoles, { id: northwind.ids.kai, roles: ['manager'] })
  campaignIds = [(await planOf(northwind)).id, (await planOf(northwind, { name: 'Winter' })).id]
  for (const [name, [perDecision, perMonth]] of Object.entries(limits))
    await ana(budget.setLimit, {
      ...{ personId: northwind.ids[name as PersonName], perDecision, perMonth, until: '2026-12-31' },
    })
})
afterAll(() => northwind.close())

type Known = {
  requests: string[]
  orders: string[]
  invoices: string[]
  accruals: string[]
  refused: Map<string, number>
  done: number
}

/** One person's share of the commands, one after the other, while the others do theirs. */
async function work(name: PersonName, seed: number, many: number, known: Known): Promise<void> {
  const random = randomFrom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const one = <T>(list: readonly T[]): T => list[whole(list.length)]!
  /** One of the last: what others work on at the same time. */
  const recent = (list: string[]): string => list[list.length - 1 - whole(Math.min(8, list.length))] ?? 'none'
  const as = northwind.as(name)
  const attempt = async <R extends Route>(route: R, input: Asked<R>) => {
    try {
      const answer = (await as(route, input)) as { id?: string; orderId?: string | null }
      known.done += 1
      return answer
    } catch (error) {
      // A refusal is an answer; anything else is a failure of the product.
      if (!(error instanceof Problem) || error.code === 'broken') throw error
      known.refused.set(route.id, (known.refused.get(route.id) ?? 0) + 1)
      return null
    }
  }
  const keep = (list: string[], id: string | null | undefined) => id && list.push(id)
  const request = async () => {
    const kind = random() < 0.3 ? ('blanket' as const) : ('standard' as const)
    const said = {
      lineId: one(lines),
      kind,
      supplier: one(['A', 'B', 'C']),
      what: 'Work',
      minor: 1 + whole(60_000),
    }
    keep(
      known.requests,
      (await attempt(budget.request, { ...said, currency: 'EUR', dueOn: '2026-07-01' }))?.id,
    )
  }
  const approve = async () =>
    keep(known.orders, (await attempt(budget.approve, { id: recent(known.requests) }))?.orderId)
  const bill = async () => {
    const on = random() < 0.8 ? { orderId: recent(known.orders) } : { lineId: one(lines), supplier: 'D' }
    const said = { number: `${name}-${whole(5000)}`, minor: 1 + whole(30_000), acceptsOver: random() < 0.5 }
    const day = { currency: 'EUR', invoicedOn: '2026-05-10' }
    keep(known.invoices, (await attempt(budget.bookInvoice, { ...on, ...said, ...day }))?.id)
  }
  const move = () =>
    attempt(budget.transfer, {
      fromId: one(lines),
      toId: one(lines),
      minor: 1 + whole(50_000),
      reason: 'Random',
    })
  const accrue = async () => {
    const on = random() < 0.8 ? { orderId: recent(known.orders) } : { lineId: one(lines), supplier: 'D' }
    keep(known.accruals, (await attempt(budget.accrue, { ...on, month, minor: 1 + whole(20_000) }))?.id)
  }
  const shareOut = async () => {
    const id = one(lines)
    const version = (await as(budget.split, { id })).split?.version ?? 0
    const parts = () => whole(random() < 0.5 ? 5000 : 9000)
    const shares = campaignIds.map((campaignId) => ({ campaignId, parts: parts() }))
    await attempt(budget.setSplit, { id, version, mode: one(['percent', 'amount'] as const), shares })
  }
  const recur = async () => {
    const id = one(lines)
    const { line } = await as(budget.line, { id })
    const steps = [{ from: '2026-02-01', minor: whole(9000) }]
    const recurrence = { every: one(['month', 'quarter'] as const), startsOn: '2026-02-01', steps }
    await attempt(budget.setRecurrence, {
      id,
      version: line.version,
      recurrence: random() < 0.2 ? null : recurrence,
    })
  }
  const deeds: [number, () => Promise<unknown>][] = [
    [0.25, request],
    [0.48, approve],
    [0.53, () => attempt(budget.refuse, { id: recent(known.requests), reason: 'Random' })],
    [0.56, () => attempt(budget.escalate, { id: recent(known.requests), reason: 'Random' })],
    [0.7, bill],
    [0.73, () => attempt(budget.voidInvoice, { id: recent(known.invoices), reason: 'Random' })],
    [0.81, move],
    [0.87, () => attempt(budget.release, { id: recent(known.orders), minor: 1 + whole(20_000) })],
    [0.91, () => attempt(budget.closeOrder, { id: recent(known.orders), reason: 'Random' })],
    [0.92, () => attempt(budget.reopenOrder, { id: recent(known.orders) })],
    [0.975, accrue],
    [0.98, () => attempt(budget.accrueExpected, { year: yearId, month })],
    [0.985, () => attempt(budget.reverseAccrual, { id: recent(known.accruals), reason: 'Random' })],
    [0.99, shareOut],
    [1, recur],
  ]
  for (let n = 0; n < many; n += 1) {
    const chance = random()
    await deeds.find(([upTo]) => chance < upTo)![1]()
  }
}

/** Shares that do not sum to their line, or of a split that is above all of it. */
async function wrongShares(): Promise<string[]> {
  const wrong: string[] = []
  for (const id of lines) {
    const { split } = await northwind.as('ana')(budget.split, { id })
    if (!split) continue
    const { line } = await northwind.as('ana')(budget.line, { id })
    const all = [...split.shares, split.rest].reduce((sum, one) => sum + one.allocation, 0)
    const percent = split.shares.reduce((sum, one) => sum + one.parts, 0)
    if (all !== line.allocation || (split.mode === 'percent' && percent > 10_000)) wrong.push(id)
  }
  return wrong
}

test(`${commands} random commands of six people at once exceed no line, no limit and no load`, async () => {
  const known: Known = { requests: [], orders: [], invoices: [], accruals: [], refused: new Map(), done: 0 }
  const share = Math.ceil(commands / actors.length)
  await Promise.all(actors.map((name, at) => work(name, 4400 + at, share, known)))

  expect(await wrongInBudget(northwind.app.db)).toEqual([])
  expect(await wrongShares()).toEqual([])
  const shown = (await northwind.as('ana')(budget.lines, { year: yearId })).lines
  for (const line of shown) {
    expect(line.load).toBeLessThanOrEqual(line.allocation)
    const byMonth = [...(line.committed ?? []), ...(line.actual ?? [])].reduce((sum, one) => sum + one, 0)
    expect(byMonth).toBe(line.load)
  }
  // Enough happened for the above to mean something: orders, invoices and refusals of each kind.
  expect(known.done).toBeGreaterThan(commands / 5)
  for (const many of [known.orders.length, known.invoices.length]) expect(many).toBeGreaterThan(20)
  expect(known.accruals.length).toBeGreaterThan(3)
  for (const route of [budget.approve, budget.bookInvoice, budget.transfer, budget.release])
    expect(known.refused.get(route.id), route.id).toBeGreaterThan(10)
}, 180_000)
