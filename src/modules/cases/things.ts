import { z } from 'zod'

const text = z.string()
const minor = z.number().int()
const words = (most: number) => z.string().trim().max(most)
const amount = minor.min(0, 'is 0 at least: what it is says whether it comes or goes').max(100_000_000_000)
export const mostYears = 10

export const PartInput = z.object({
  name: words(120).min(1, 'must not be empty'),
  kind: z.enum(['revenue', 'saving', 'cost']),
  /** At the start; only costs come once. */
  once: amount.default(0),
  /** By year, the first year first. */
  yearly: z.array(amount).max(mostYears).default([]),
  /** Where the amount comes from. */
  basis: words(500).default(''),
  /** The figure of the catalogue that it rests on, with its period. */
  evidence: z
    .object({ metric: text.max(100), from: z.iso.date().optional(), to: z.iso.date().optional() })
    .nullable()
    .default(null),
})
export type PartInput = z.output<typeof PartInput>

const percent = z.number().min(0).max(500)
export const Body = z.object({
  /** Which problem it solves, for whom. */
  problem: words(1500).default(''),
  years: z.number().int().min(1).max(mostYears),
  currency: text,
  parts: z.array(PartInput).min(1, 'needs a part: what comes in, is saved, or is spent').max(40),
  /** What comes of the benefits at the low and at the high end, in per cent of what is likely. */
  low: percent.max(100, 'is 100 at most: the low end lies below what is likely').default(70),
  high: percent.min(100, 'is 100 at least: the high end lies above what is likely').default(120),
  /** What costs may run over at the low end, in per cent. */
  over: percent.default(0),
  /** How sure its owner is of what is likely, in per cent. */
  confidence: z.number().min(0).max(100).default(50),
})
export type Body = z.output<typeof Body>

export const Bar = z.object({
  /** What comes in and is saved over the horizon, in minor units of the organisation’s currency. */
  value: minor.min(0).max(100_000_000_000_000),
  /** As a share: 0.5 is 50 %. */
  roi: z.number().min(-1).max(1000),
  paybackMonths: z
    .number()
    .int()
    .min(1)
    .max(mostYears * 12),
  /** The discount rate, as a share. */
  rate: z.number().min(0).max(1),
})
export type Bar = z.output<typeof Bar>

export const End = z.object({
  benefits: minor,
  costs: minor,
  roi: z.number().nullable(),
  npv: minor,
  paybackMonths: z.number().nullable(),
  /** What comes less what goes, by year, the start first. */
  flows: z.array(minor),
})
export type End = z.infer<typeof End>

export const Check = z.object({
  of: z.enum(['value', 'roi', 'payback']),
  clears: z.boolean(),
  /** By how much, above 0 where it clears; minor units, a share, or months. */
  by: z.number().nullable(),
  says: text,
})

export const Reckoned = z.object({
  low: End,
  likely: End,
  high: End,
  /** Net present value weighted by how sure its owner is: likely × confidence + low × the rest. */
  weighted: minor,
  checks: z.array(Check),
  clears: z.boolean(),
  /** Which share of the benefits has to come for all of the bar to be cleared; null where none would do. */
  needed: z.number().nullable(),
  says: text,
})
export type Reckoned = z.infer<typeof Reckoned>

export const Remark = z.object({
  id: text,
  version: z.number().int(),
  verdict: z.enum(['supports', 'objects', 'notes']),
  role: text,
  says: text,
  by: text,
  at: text,
})
export type Remark = z.infer<typeof Remark>

export const Case = z.object({
  id: text,
  name: text,
  body: Body,
  version: z.number().int(),
  reason: text,
  changedBy: text,
  changedAt: text,
  madeBy: text,
  reckoned: Reckoned,
  initiative: z.object({ kind: text, id: text, name: text, path: text }).nullable(),
  remarks: z.array(Remark),
  can: z.object({ change: z.boolean(), remark: z.boolean() }),
})
export type Case = z.infer<typeof Case>
