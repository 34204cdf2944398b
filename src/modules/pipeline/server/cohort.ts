import type { DuckDBValue } from '@duckdb/node-api'
import { conditions } from '../../../engine/query/compile.ts'
import type { Filter } from '../../../engine/query/query.ts'
import type { Proportion } from '../../../methods/proportion.ts'
import { facts } from './facts.ts'

export type CohortInput = { from?: string | undefined; to?: string | undefined; where: Filter[] }

export const leadFact = facts[0]!
export const opportunityFact = facts[1]!

/** Conditions of a cohort of people (or of opportunities nobody is linked to), placed in time by a day column. */
export function cohortWhere(input: CohortInput, day: string, params: DuckDBValue[]): string {
  return ['true', ...conditions(leadFact, input, day, params)].join(' and ')
}

export const interval = (rate: Proportion | null): [number, number] | null =>
  rate ? [rate.lower, rate.upper] : null

/** Days from one day column to another, never below 0: what came too early is a finding, not a negative time. */
export const daysSql = (from: string, to: string): string => `greatest(0, datediff('day', ${from}, ${to}))`
