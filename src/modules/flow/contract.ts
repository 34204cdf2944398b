import { z } from 'zod'
import { contract, route } from '../../kernel/contract.ts'

const text = z.string()
const count = z.number().int()
const OnDay = z.iso.date('is not a date: write it like 2026-02-28')
const Named = z.object({ id: text, name: text })

/** Which items are measured; all that the asker may see, where nothing is said. */
const Which = {
  boardId: text.max(80).optional(),
  typeId: text.max(80).optional(),
  teamId: text.max(80).optional(),
}
const Line = z.object({ id: text, number: count, title: text, days: z.number(), day: text, note: text })
export type Line = z.infer<typeof Line>
const Week = z.object({
  /** Its first day. */
  from: text,
  ...{ added: count, done: count, planned: count, reactive: count, wip: count },
})

export const Flow = z.object({
  ...{ from: text, to: text, items: count },
  /** Finished items with the days from start to done, in order of finishing. */
  cycle: z.array(Line),
  percentiles: z.object({
    p50: z.number().nullable(),
    p85: z.number().nullable(),
    p95: z.number().nullable(),
  }),
  weeks: z.array(Week),
  /** What is begun and not done; `note` says where it stands. */
  ages: z.array(Line.extend({ isOld: z.boolean() })),
  bands: z.array(z.object({ stage: text, counts: z.array(count) })),
  days: z.array(text),
  little: z.object({
    ...{ averageWip: z.number(), throughput: z.number(), averageCycleTime: z.number().nullable() },
    ...{ gap: z.number(), isStable: z.boolean() },
  }),
  /** Working days between the brief and the due day, and what items of the type needed. */
  given: z.array(Line.extend({ needed: z.number().nullable(), isShort: z.boolean() })),
})
export type Flow = z.infer<typeof Flow>

export const Forecast = z.object({
  left: count,
  /** Why nothing can be said, or null. */
  refused: text.nullable(),
  method: z.enum(['exact', 'simulated']).nullable(),
  dates: z.array(z.object({ share: z.number(), days: count.nullable(), day: text.nullable() })),
  /** How many are done by the day asked for. */
  by: z.object({ day: text, items: z.array(z.object({ share: z.number(), items: count })) }).nullable(),
  chances: z.array(z.object({ day: text, chance: z.number() })),
  history: z.array(count),
  calibration: z.object({ cases: count, held: count, share: z.number().nullable() }),
})
export type Forecast = z.infer<typeof Forecast>

export const Adherence = z.object({
  stages: z.array(
    z.object({
      board: text,
      stage: text,
      passed: count,
      skipped: count,
      late: count,
      medianDays: z.number().nullable(),
    }),
  ),
  skips: z.array(Line.extend({ stage: text, by: text })),
  late: z.array(Line.extend({ stage: text, most: count })),
  handoffs: z.array(z.object({ from: text, to: text, items: count, medianWait: z.number().nullable() })),
})
export type Adherence = z.infer<typeof Adherence>

export const Replanned = z.object({
  moves: z.array(
    z.object({
      ...{
        id: text,
        number: count,
        title: text,
        at: text,
        /** The day it was then where the organisation works. */
        on: text,
        by: text,
        from: text.nullable(),
        to: text.nullable(),
      },
      ...{ days: count.nullable(), why: text },
      /** Items that wait for it and are due before it now. */
      moves: z.array(z.object({ number: count, title: text, dueOn: text })),
    }),
  ),
})
export type Replanned = z.infer<typeof Replanned>

const Span = z.object({ ...Which, from: OnDay, to: OnDay })

export const flow = contract('flow', {
  show: route({
    method: 'GET',
    path: '/flow',
    access: 'work:read',
    summary: 'Show how work flows: cycle times, throughput, work in progress, age, cumulative flow',
    input: Span,
    output: Flow,
  }),
  forecast: route({
    method: 'GET',
    path: '/flow/forecast',
    access: 'work:read',
    summary: 'Say when open items are done, and how many by a day, from what was done before',
    input: z.object({
      ...Which,
      /** Those that lead up to a goal. */
      goalId: text.max(80).optional(),
      /** Instead of what is open: so many. */
      items: z.number().int().min(1).max(10_000).optional(),
      by: OnDay.optional(),
    }),
    output: Forecast,
  }),
  adherence: route({
    method: 'GET',
    path: '/flow/adherence',
    access: 'work:read',
    summary: 'Show which stages were jumped over or stayed in too long, and hand-offs between boards',
    input: Span,
    output: Adherence,
  }),
  replanned: route({
    method: 'GET',
    path: '/flow/replanned',
    access: 'work:read',
    summary: 'Show which due days were moved, why, and what else they move',
    input: Span,
    output: Replanned,
  }),
  choices: route({
    method: 'GET',
    path: '/flow/choices',
    access: 'work:read',
    summary: 'List the boards, types and teams by which flow is measured',
    input: z.object({}),
    output: z.object({ boards: z.array(Named), types: z.array(Named), teams: z.array(Named) }),
  }),
})
