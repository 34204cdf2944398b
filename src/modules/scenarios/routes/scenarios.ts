import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Name, Note, Reason } from '../../budget/contract.ts'
import { Comparison, Conflict, Effect, Scenario, ScenarioLine } from '../things.ts'

const text = z.string()

export const scenarioRoutes = {
  list: route({
    method: 'GET',
    path: '/scenarios',
    access: 'budget:read',
    summary: 'List the scenarios of the budget, the newest first',
    input: z.object({ year: text.optional() }),
    output: z.object({ items: z.array(Scenario) }),
  }),
  show: route({
    method: 'GET',
    path: '/scenarios/{id}',
    access: 'budget:read',
    summary: 'Show a scenario line by line, with what stands against adopting it',
    input: One,
    output: z.object({
      scenario: Scenario,
      lines: z.array(ScenarioLine),
      conflicts: z.array(Conflict),
      notes: z.array(text),
    }),
  }),
  compare: route({
    method: 'GET',
    path: '/scenarios/{id}/comparison',
    access: 'budget:read',
    summary: 'Compare a scenario with the budget as it is today, or with another scenario of the year',
    input: One.extend({ with: text.optional() }),
    output: Comparison,
  }),
  effects: route({
    method: 'GET',
    path: '/scenarios/{id}/effects',
    access: 'budget:read',
    summary: 'Say what a scenario would change on signed KPI agreements, and by which reasoning',
    input: One,
    output: z.object({ items: z.array(Effect), notes: z.array(text) }),
  }),
  make: route({
    method: 'POST',
    path: '/scenarios',
    access: 'budget:write',
    summary: 'Make a scenario from the budget of a year as it is now, or from another scenario',
    input: z.object({ year: text, name: Name, why: Note, from: text.optional() }),
    output: Scenario,
  }),
  adopt: route({
    method: 'POST',
    path: '/scenarios/{id}/adoption',
    access: 'budget:decide',
    summary: 'Make the budget what the scenario says: all of its lines, or none and the conflicts',
    input: One.extend({ version: z.number().int(), reason: Reason }),
    output: Scenario,
  }),
  takeBack: route({
    method: 'DELETE',
    path: '/scenarios/{id}/adoption',
    access: 'budget:decide',
    summary: 'Take the adoption of a scenario back, as long as nothing moved on its lines since',
    input: One,
    output: Scenario,
  }),
}
