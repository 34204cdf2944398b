import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked, Route } from '../../kernel/contract.ts'
import { Problem } from '../../kernel/errors.ts'
import { randomFrom } from '../../methods/random.ts'
import { months, startBudget } from '../../test/budget.ts'
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
    await attempt(budget.setSplit, { id, version, mode: one(['percent', 'amount']), shares })
  }
  const recur = async () => {
    const id = one(lines)
    const { line } = await as(budget.line, { id })
    const steps = [{ from: '2026-02-01', minor: whole(9000) }]
    const recurrence = { every: one(['month', 'quarter']), startsOn: '2026-02-01', steps }
    await attempt(budget.setRecurrence, {
      id,
      version: line.version,
      recurrence: random() < 0.2 ? null : recurrence,
    })
  }
  const deeds: [number, () => Promise<unknown>][] = [
    [0.26, request],
    [0.5, approve],
    [0.55, () => attempt(budget.refuse, { id: recent(known.requests), reason: 'Random' })],
    [0.58, () => attempt(budget.escalate, { id: recent(known.requests), reason: 'Random' })],
    [0.72, bill],
    [0.76, () => attempt(budget.voidInvoice, { id: recent(known.invoices), reason: 'Random' })],
    [0.84, move],
    [0.9, () => attempt(budget.release, { id: recent(known.orders), minor: 1 + whole(20_000) })],
    [0.94, () => attempt(budget.closeOrder, { id: recent(known.orders), reason: 'Random' })],
    [0.95, () => attempt(budget.reopenOrder, { id: recent(known.orders) })],
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

/** Lines on which something does not hold; reckoned in SQL, apart from the rules that the commands judge by. */
const wrongLines = () =>
  sql<{ name: string; allocation: number; load: number }>`
    with billed as (
      select order_id, sum(line_minor) as minor from budget_invoices where state = 'booked' group by order_id),
    load as (
      select l.id,
        (select coalesce(sum(line_minor), 0) from budget_invoices i where i.line_id = l.id and i.order_id is null and i.state = 'booked')
        + (select coalesce(sum(case when o.state = 'open' then greatest(o.ordered, coalesce(b.minor, 0)) else coalesce(b.minor, 0) end), 0)
           from budget_orders o left join billed b on b.order_id = o.id where o.line_id = l.id) as load,
        (select sum(m) from unnest(l.plan) m)
        + (select coalesce(sum(to_minor), 0) from budget_transfers t where t.to_id = l.id)
        - (select coalesce(sum(minor), 0) from budget_transfers t where t.from_id = l.id) as allocation,
        (select sum(m) from unnest(l.plan) m) + l.moved as said
      from budget_lines l)
    select l.name, allocation, load from load join budget_lines l using (id) where load > allocation or allocation <> said or allocation < 0`

/** Everybody's decisions of the month beside their limit. */
const wrongLimits = () =>
  sql<{ who: string; total: number; largest: number }>`
    select person_name as who, sum(own_minor) as total, max(own_minor) as largest
    from budget_decisions d join budget_limits l on l.person_id = d.authority_id and l.ended_at is null
    where verdict in ('approved', 'moved') group by person_name, per_month, per_decision
    having sum(own_minor) > per_month or max(own_minor) > per_decision`

const wrongRecords = () =>
  sql<{ what: string; id: string }>`
    select 'own spend' as what, id from budget_requests where state <> 'withdrawn' and decided_by_id = requested_by_id
    union all select 'approved without one order', r.id from budget_requests r
      where (state = 'approved') <> exists (select from budget_orders o where o.request_id = r.id)
    union all select 'decided more than once', subject from budget_decisions where verdict in ('approved', 'refused') group by subject having count(*) > 1
    union all select 'releases', o.id from budget_orders o where kind = 'blanket'
      and (released, ordered) <> (select coalesce(sum(minor), 0), coalesce(sum(line_minor), 0) from budget_releases r where r.order_id = o.id)
    union all select 'ledger', i.id from budget_invoices i full join costs_lines c on c.invoice_id = i.id
      where i.id is null or c.id is null or c.minor <> i.minor or (c.removed_at is null) <> (i.state = 'booked')`

/** Accruals that count something twice: more than an order still expects, or more taken back than was accrued. */
const wrongAccruals = () =>
  sql<{ what: string; id: string }>`
    with open as (
      select a.id, a.order_id, a.minor - coalesce(sum(r.minor), 0) as left
      from budget_accruals a left join budget_reversals r on r.accrual_id = a.id group by a.id, a.order_id, a.minor),
    billed as (select order_id, sum(line_minor) as minor from budget_invoices where state = 'booked' group by order_id)
    select 'taken back too much' as what, id from open where "left" < 0
    union all select 'accrued and billed', o.id from budget_orders o left join billed b on b.order_id = o.id
      where (select coalesce(sum("left"), 0) from open where open.order_id = o.id)
        > case when o.state = 'open' then greatest(0, o.ordered - coalesce(b.minor, 0)) else 0 end`

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

  const { db } = northwind.app
  expect((await wrongLines().execute(db)).rows).toEqual([])
  expect((await wrongLimits().execute(db)).rows).toEqual([])
  expect((await wrongRecords().execute(db)).rows).toEqual([])
  expect((await wrongAccruals().execute(db)).rows).toEqual([])
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
