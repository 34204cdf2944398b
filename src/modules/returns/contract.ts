import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { Where } from '../../engine/query/query.ts'
import { contract, route } from '../../kernel/contract.ts'
import { Assumptions } from '../costs/contract.ts'

const text = z.string()
export const Money = z.object({ amount: z.number(), currency: text })
export type Money = z.infer<typeof Money>

const period = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  where: z.array(Where).max(20).default([]),
  /** Everything in the ledger, or media alone. */
  costs: z.enum(['full', 'media']).default('full'),
}
export const Asked = z.object({
  ...period,
  by: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'is not a name')
    .default('channel'),
  /**
   * `conversion`: what was opened and won in the period, whenever the leads came. `spend`: what becomes of the people
   * who became leads in the period, with what is still to come.
   */
  basis: z.enum(['conversion', 'spend']).default('conversion'),
})
export type Asked = z.output<typeof Asked>

/** A figure that is not defined is null; `notes` say why. */
export const ReturnRow = z.object({
  value: text.nullable(),
  cost: Money.nullable(),
  leads: z.number(),
  opportunities: z.number(),
  sales: z.number(),
  wonValue: Money.nullable(),
  costPerOpportunity: Money.nullable(),
  costPerSale: Money.nullable(),
  roi: z.number().nullable(),
  /** Where costs say nothing of the dimension: what each channel’s cost gave this row, by how many of its leads. */
  shares: z.array(z.object({ channel: text.nullable(), cost: Money, leads: z.number(), of: z.number() })),
  /** With the basis `spend`: what has been seen so far of the expected figures, and how ripe the leads are, 0…1. */
  soFar: z
    .object({
      opportunities: z.number(),
      sales: z.number(),
      wonValue: Money.nullable(),
      maturity: z.number().nullable(),
    })
    .nullable(),
})
export type ReturnRow = z.infer<typeof ReturnRow>

/** The metric behind each column, for Explain. */
export const Columns = z.object({
  cost: text,
  leads: text,
  opportunities: text,
  sales: text,
  wonValue: text,
  costPerOpportunity: text,
  costPerSale: text,
  roi: text,
})

export const returns = contract('returns', {
  table: route({
    method: 'GET',
    path: '/returns',
    access: 'metrics:read',
    summary:
      'Cost, cost per opportunity and per sale, and return on investment by channel, campaign or group',
    input: Asked,
    output: z.object({
      rows: z.array(ReturnRow),
      total: ReturnRow,
      /** In person beside digital. */
      groups: z.array(ReturnRow),
      metrics: Columns,
      basis: text,
      /** How the rows add up to the total. */
      reconciliation: z.object({ agrees: z.boolean(), says: text }),
      notes: z.array(text),
    }),
  }),
  exportTable: route({
    method: 'GET',
    path: '/returns.csv',
    access: 'metrics:read',
    summary: 'Download the same table, safe to open in a spreadsheet',
    download: true,
    input: Asked.extend({ format: Format }),
    output: z.unknown(),
  }),
  economics: route({
    method: 'GET',
    path: '/returns/economics',
    access: 'metrics:read',
    summary: 'Cost of a new customer, payback and lifetime value from stated assumptions',
    input: z.object(period),
    output: z.object({
      newCustomers: z.number(),
      acquisitionCost: Money.nullable(),
      averageValue: Money.nullable(),
      monthlyMargin: Money.nullable(),
      lifetimeValue: Money.nullable(),
      lifetimeToCost: z.number().nullable(),
      paybackMonths: z.number().nullable(),
      assumptions: Assumptions,
      notes: z.array(text),
    }),
  }),
})
