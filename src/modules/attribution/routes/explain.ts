import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Confidence } from '../../metrics/contract.ts'
import { count, ModelId, report, text } from '../things.ts'

const days = { from: report.from, to: report.to }
const value = z.number().nullable()
const Unit = z.enum(['count', 'number', 'money', 'ratio', 'days'])

/** Which figure: of the lengths of journeys, a path, a step, the credit of one touch, a channel’s total, or a reconciliation. */
export const JourneyFigure = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('length'),
    what: z.enum(['touches', 'days']),
    at: z.enum(['median', 'p85']),
    ...days,
  }),
  z.object({
    of: z.literal('path'),
    what: z.enum(['won', 'lost', 'rate', 'value']),
    channels: z.array(text.nullable()).min(1).max(5000),
    ...days,
  }),
  z.object({
    of: z.literal('step'),
    /** Every step from one of these to one of those; several where smaller channels stand together. */
    leads: z
      .array(z.object({ from: text, to: text }))
      .min(1)
      .max(500),
    ...days,
  }),
  z.object({ of: z.literal('credit'), opportunity: text, touch: count.min(1), model: ModelId }),
  z.object({ of: z.literal('sale'), opportunity: text, model: ModelId }),
  z.object({
    of: z.literal('total'),
    what: z.enum(['conversions', 'value', 'removal', 'lower', 'upper']),
    /** As the totals name it; null are touches without one. */
    channel: text.nullable(),
    model: z.enum(['markov', 'shapley']),
    order: count.min(1).max(5).optional(),
    journeys: z.enum(['opportunities', 'table']).default('opportunities'),
  }),
  z.object({
    of: z.literal('totals'),
    what: z.enum([
      'conversions',
      'credited',
      'unattributed',
      'nulls',
      'value',
      'valueCredited',
      'valueUnattributed',
    ]),
    journeys: z.enum(['opportunities', 'table']).default('opportunities'),
  }),
])
export type JourneyFigure = z.infer<typeof JourneyFigure>

export const Decision = z.object({ name: text, says: text })

export const explained = {
  explain: route({
    method: 'GET',
    path: '/attribution/explanation',
    access: 'metrics:read',
    summary: 'How a figure of the journeys came about: definition, formula, what was decided, imports, rows',
    input: z.object({
      figure: JourneyFigure,
      limit: count.min(1).max(500).default(50),
      offset: count.min(0).default(0),
    }),
    output: z.object({
      figure: z.object({ label: text, value, unit: Unit, currency: text.nullable() }),
      definition: text,
      formula: text,
      conditions: z.array(text),
      parts: z.array(z.object({ name: text, value, unit: Unit, currency: text.nullable() })),
      says: z.array(text),
      /** The version of the settings it was made with, and what they decide. */
      settings: z.object({ version: count, decided: z.array(Decision) }),
      confidence: Confidence.nullable(),
      columns: z.array(text),
      /** The column whose values add up to the figure, and what they come to; null where it is no sum of rows. */
      adds: z.object({ column: text, sum: z.number() }).nullable(),
      items: z.array(z.record(text, z.unknown())),
      total: count,
      imports: z.array(
        z.object({ id: text, file: text, title: text, source: text, landedAt: text, rows: count }),
      ),
    }),
  }),
}
export type Explained = z.output<typeof explained.explain.output>
