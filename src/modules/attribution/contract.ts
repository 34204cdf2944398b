import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { Journeys, Timeline } from './journey-things.ts'
import { explained } from './routes/explain.ts'
import { count, Report, Run, report, Settings, settingsKept, text, totals } from './things.ts'

export * from './journey-things.ts'
export type { Explained, JourneyFigure } from './routes/explain.ts'
export * from './things.ts'

export const attribution = contract(
  'attribution',
  {
    report: route({
      method: 'GET',
      path: '/attribution',
      access: 'metrics:read',
      summary: 'Credit of sales by channel, campaign or any other dimension, by every model',
      input: z.object(report),
      output: Report,
    }),
    totals: route({
      method: 'GET',
      path: '/attribution/totals',
      access: 'metrics:read',
      summary: 'Channel totals of one model over all journeys, or over an imported table of journeys',
      input: z.object(totals.input),
      output: z.object(totals.output),
    }),
    journeys: route({
      method: 'GET',
      path: '/attribution/journeys',
      access: 'metrics:read',
      summary: 'Top paths, touches and days to a sale, and transitions between channels',
      input: z.object({ from: report.from, to: report.to, limit: count.min(1).max(200).default(20) }),
      output: Journeys,
    }),
    timeline: route({
      method: 'GET',
      path: '/attribution/opportunities/{id}',
      access: 'metrics:read',
      summary: 'The touches before one closed opportunity, each with its credit by every model',
      input: z.object({ id: text }),
      output: Timeline,
    }),
    ...explained,
    settings: route({
      method: 'GET',
      path: '/attribution/settings',
      access: 'metrics:read',
      summary: 'How journeys are built and which model is chosen, every version',
      input: z.object({}),
      output: z.object({ current: settingsKept, versions: z.array(settingsKept) }),
    }),
    changeSettings: route({
      method: 'PUT',
      path: '/attribution/settings',
      access: 'attribution:manage',
      summary: 'Change the chosen model, the window, the half-life or what counts as one touch',
      input: z.object({ settings: Settings, reason: text.trim().min(3).max(500), version: count.min(0) }),
      output: settingsKept,
    }),
    intervals: route({
      method: 'GET',
      path: '/attribution/intervals',
      access: 'metrics:read',
      summary: 'How sure the Markov shares of channels are: the newest bootstrap and how far it is',
      input: z.object({}),
      output: z.object({ run: Run.nullable() }),
    }),
    measureIntervals: route({
      method: 'POST',
      path: '/attribution/intervals',
      access: 'attribution:manage',
      summary: 'Measure 95 % intervals of channel shares by drawing the journeys again and again',
      input: z.object({
        resamples: count.min(20).max(2000).default(200),
      }),
      output: z.object({ run: Run }),
    }),
    stopIntervals: route({
      method: 'DELETE',
      path: '/attribution/intervals/{id}',
      access: 'attribution:manage',
      summary: 'Stop a measurement that is running',
      input: z.object({ id: text }),
      output: z.object({ run: Run }),
    }),
  },
  {
    intervalsAsked: event('asked for intervals from {resamples} resamples', z.object({ resamples: count })),
    intervalsMeasured: event('measured intervals from {resamples} resamples', z.object({ resamples: count })),
    intervalsStopped: event('stopped measuring intervals', z.object({})),
    intervalsFailed: event('could not measure intervals: {reason}', z.object({ reason: text })),
    settingsChanged: event(
      'changed how sales are attributed: {reason}',
      z.object({ version: count, reason: text }),
    ),
  },
)
