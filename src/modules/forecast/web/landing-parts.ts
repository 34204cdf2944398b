import { figure, type Unit } from '../../../ui/format/figure.ts'
import type { Derived, ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { Condition } from '../../../ui/where/where.ts'
import type { Landing, LandingQuarter } from '../contract.ts'

export const already = 'Won already'

export const toCome = {
  open: {
    of: 'fromOpen',
    label: 'Expected from open opportunities',
    definition:
      'What the opportunities that are open are expected to bring in the quarter; the rows are these.',
    formula: 'sum over open opportunities of amount × chance of being won in the quarter',
    metric: 'open_opportunities',
  },
  new: {
    of: 'fromNew',
    label: 'Expected from new ones',
    definition:
      'What opportunities that are yet to open are expected to bring; the rows are the sales it learnt from.',
    formula: 'new opportunities a month, forecast × chance of being won in the quarter × average won value',
    metric: 'won_value',
  },
} as const

/** One of the three parts of a quarter. */
export function partRequest(
  data: Landing,
  quarter: LandingQuarter,
  label: string,
  where: Condition[],
): ExplainRequest {
  const part = [toCome.open, toCome.new].find((one) => one.label === label)
  if (!part) return { metric: 'won_value', from: quarter.from, to: data.on, where }
  const { of, ...told } = part
  return landingRequest(data, where, {
    ...told,
    value: quarter[of],
    parts: quarterParts(quarter, data.currency),
  })
}

export type Landed = {
  label: string
  value: number | null
  unit?: Unit
  definition: string
  formula: string
  parts?: Derived['parts']
  metric?: string
}

/** A figure of where bookings will land; its rows are the sales it learnt from, or what is open. */
export const landingRequest = (
  { currency, on }: Landing,
  where: Condition[],
  told: Landed,
): ExplainRequest => ({
  metric: told.metric ?? 'won_value',
  ...(told.metric === 'open_opportunities' ? {} : { to: on }),
  where,
  derived: { unit: 'money', currency, ...told },
})

/** What a quarter is expected to come to, by its three parts. */
export function quarterParts(
  { already, fromOpen, fromNew }: LandingQuarter,
  currency: string,
): Derived['parts'] {
  const print = (value: number) => figure(value, 'money', currency)
  return [
    { name: 'Won already', value: print(already) },
    { name: 'Expected from open opportunities', value: print(fromOpen) },
    { name: 'Expected from new ones', value: print(fromNew) },
    { name: 'Expected in all', value: print(already + fromOpen + fromNew) },
  ]
}
