import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { HandKept, Kpi, KpiInput, Lead } from '../things/kpi.ts'

const text = z.string()
const Reason = One.extend({ reason: z.string().trim().min(3, 'takes at least 3 letters').max(500) })

export const kpiRoutes = {
  kpis: route({
    method: 'GET',
    path: '/kpis',
    access: 'strategy:read',
    summary: 'List KPI agreements, the newest first, with who signed and where they stand on their path',
    input: z.object({ state: Kpi.shape.state.optional(), goal: text.optional() }),
    output: z.object({ items: z.array(Kpi) }),
  }),
  testLead: route({
    method: 'GET',
    path: '/kpis/lead-test',
    access: 'metrics:read',
    summary: 'Test on the data of the warehouse whether one metric leads another, week by week',
    input: z.object({ metric: text, leads: text }),
    output: Lead,
  }),
  kpi: route({
    method: 'GET',
    path: '/kpis/{id}',
    access: 'strategy:read',
    summary: 'One KPI agreement',
    input: One,
    output: Kpi,
  }),
  proposeKpi: route({
    method: 'POST',
    path: '/kpis',
    access: 'strategy:manage',
    summary: 'Propose a KPI agreement, to be signed by the owner’s boss and the boss’s boss',
    input: KpiInput,
    output: Kpi,
  }),
  signKpi: route({
    method: 'POST',
    path: '/kpis/{id}/signature',
    access: 'strategy:read',
    summary: 'Sign a KPI agreement that names you as a signer; once both have signed it is locked',
    input: One.extend({ note: z.string().trim().max(500).default('') }),
    output: Kpi,
  }),
  withdrawKpi: route({
    method: 'POST',
    path: '/kpis/{id}/withdrawal',
    access: 'strategy:manage',
    summary: 'Withdraw a KPI agreement that is not signed by both yet',
    input: Reason,
    output: Kpi,
  }),
  kpiSteps: route({
    method: 'GET',
    path: '/kpis/{id}/steps',
    access: 'strategy:read',
    summary: 'The path of a KPI agreement month by month, and what came beside it',
    input: One,
    output: z.object({
      items: z.array(
        z.object({ label: text, endsOn: text, expected: z.number(), actual: z.number().nullable() }),
      ),
    }),
  }),
  kpiValues: route({
    method: 'GET',
    path: '/kpis/{id}/values',
    access: 'strategy:read',
    summary: 'The values kept by hand, month by month',
    input: One,
    output: z.object({ items: z.array(HandKept) }),
  }),
  keepKpiValue: route({
    method: 'PUT',
    path: '/kpis/{id}/values/{month}',
    access: 'strategy:manage',
    summary: 'Keep the value of a month by hand; for agreements on what the catalogue does not count',
    input: One.extend({
      month: z.iso.date(),
      value: z.number().min(-1e15).max(1e15).nullable(),
      note: z.string().trim().max(300).default(''),
    }),
    output: Kpi,
  }),
}
