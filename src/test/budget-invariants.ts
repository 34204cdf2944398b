import { sql } from 'kysely'
import type { Database } from '../kernel/db/database.ts'

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

/** Everything in the budget that does not hold, reckoned apart from the rules that commands judge by. */
export async function wrongInBudget(db: Database): Promise<unknown[]> {
  const found = []
  for (const wrong of [wrongLines, wrongLimits, wrongRecords, wrongAccruals])
    found.push(...(await wrong().execute(db)).rows)
  return found
}
