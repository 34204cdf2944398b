import { holding } from '../../../kernel/db/like.ts'
import type { AttachedKind } from '../../files/server/index.ts'
import type { Kind } from '../../trace/server/index.ts'

const shared = { read: 'budget:read', manage: 'budget:write', staysOutOfFeed: true } as const
const most = 50

/** A budget line; what people cost is no part of any chain, since not everybody who reads budgets may read it. */
const line: Kind = {
  ...{ kind: 'budget-line', title: 'Budget line', under: ['campaign', 'goal'] },
  ...shared,
  path: (id) => `/budget/lines/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('budget_lines')
      .select(['id', 'name', 'campaign'])
      .where('id', 'in', ids)
      .where('kind', '!=', 'people')
      .execute()
    return new Map(
      rows.map(({ id, name, campaign }) => [id, { name, ...(campaign ? { note: campaign } : {}) }]),
    )
  },
  find: (db, words) =>
    db
      .selectFrom('budget_lines')
      .select(['id', 'name'])
      .where('name', 'ilike', holding(words))
      .where('kind', '!=', 'people')
      .where('removed_at', 'is', null)
      .orderBy('name')
      .limit(most)
      .execute(),
}

const order: Kind = {
  ...{ kind: 'order', title: 'Purchase order', under: ['budget-line'], isFixed: true },
  ...shared,
  path: (id) => `/budget/orders/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('budget_orders')
      .select(['id', 'number', 'supplier', 'what'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map((row) => [row.id, { name: `${row.number}, ${row.supplier}`, note: row.what }]))
  },
  async find(db, words) {
    const rows = await db
      .selectFrom('budget_orders')
      .select(['id', 'number', 'supplier'])
      .where((e) => e.or([e('supplier', 'ilike', holding(words)), e('number', 'ilike', holding(words))]))
      .orderBy('number', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({ id: row.id, name: `${row.number}, ${row.supplier}` }))
  },
}

const invoice: Kind = {
  ...{ kind: 'invoice', title: 'Invoice', under: ['order', 'budget-line'], isFixed: true },
  ...shared,
  path: (id) => `/budget/invoices/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('budget_invoices')
      .select(['id', 'number', 'supplier', 'state'])
      .where('id', 'in', ids)
      .execute()
    return new Map(
      rows.map((row) => [
        row.id,
        { name: `${row.number}, ${row.supplier}`, ...(row.state === 'void' ? { note: 'void' } : {}) },
      ]),
    )
  },
  async find(db, words) {
    const rows = await db
      .selectFrom('budget_invoices')
      .select(['id', 'number', 'supplier'])
      .where((e) => e.or([e('supplier', 'ilike', holding(words)), e('number', 'ilike', holding(words))]))
      .orderBy('invoiced_on', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({ id: row.id, name: `${row.number}, ${row.supplier}` }))
  },
}

export const budgetKinds = [line, order, invoice]

/** Offers and confirmations hang on the order, the invoice as it came on the invoice. */
export const budgetFiles: AttachedKind[] = [
  { ...order, write: ['budget:write', 'budget:invoice'] },
  { ...invoice, write: ['budget:invoice'] },
]
