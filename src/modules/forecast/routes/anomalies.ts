import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { count, day, text, Unit } from '../things.ts'

export const Anomaly = z.object({
  id: text,
  metric: text,
  title: text,
  unit: Unit,
  from: day,
  to: day,
  actual: z.number(),
  expected: z.number(),
  /** How far off, in units of the usual error. */
  score: z.number(),
  says: text,
  foundAt: text,
  seen: z.object({ by: text, at: text }).nullable(),
})
export type Anomaly = z.infer<typeof Anomaly>

export const anomalyRoutes = {
  anomalies: route({
    method: 'GET',
    path: '/forecast/anomalies',
    access: 'metrics:read',
    summary: 'List weeks in which a watched figure moved unusually, the newest first',
    input: z.object({ limit: count.min(1).max(500).default(100) }),
    output: z.object({
      items: z.array(Anomaly),
      watched: z.array(z.object({ metric: text, title: text, least: z.number() })),
    }),
  }),
  watch: route({
    method: 'POST',
    path: '/forecast/anomalies',
    access: 'forecast:act',
    summary:
      'Look now whether a watched figure moved unusually last week; this happens by itself each morning and after imports',
    input: z.object({}),
    output: z.object({ found: z.array(Anomaly) }),
  }),
  seeAnomaly: route({
    method: 'POST',
    path: '/forecast/anomalies/{id}/seen',
    access: 'forecast:act',
    summary: 'Say that an anomaly was looked at',
    input: z.object({ id: text }),
    output: Anomaly,
  }),
}
