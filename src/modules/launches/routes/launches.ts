import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Reason } from '../../campaigns/contract.ts'
import { count, day, Given, Launch, Listed, Overlap, State, said, text } from '../things.ts'

const Choice = z.object({ id: text, name: text })
/** How many days apart two launches are to be. */
const within = count.min(0, 'cannot be negative').max(120, 'is 120 at most').default(14)

export const launchRoutes = {
  list: route({
    method: 'GET',
    path: '/launches',
    access: 'campaigns:read',
    summary: 'List launches with their campaigns, how ready each is, and which come too close to each other',
    input: z.object({ within, campaignId: text.max(60).optional() }),
    output: z.object({
      items: z.array(Listed),
      overlaps: z.array(Overlap),
      today: day,
      can: z.object({ change: z.boolean() }),
    }),
  }),
  exportLaunches: route({
    method: 'GET',
    path: '/launches.csv',
    access: 'campaigns:read',
    summary: 'Download launches: day, state, readiness, campaigns',
    download: true,
    input: z.object({ format: Format }),
    output: z.unknown(),
  }),
  show: route({
    method: 'GET',
    path: '/launches/{id}',
    access: 'campaigns:read',
    summary: 'Show a launch: its campaigns, how ready it is, how often it moved, what it overlaps with',
    input: One.extend({ within }),
    output: Launch,
  }),
  choices: route({
    method: 'GET',
    path: '/launch-choices',
    access: 'campaigns:manage',
    summary: 'Who may own a launch, and which campaigns may serve one',
    input: z.object({}),
    output: z.object({ people: z.array(Choice), campaigns: z.array(Choice.extend({ standing: text })) }),
  }),
  add: route({
    method: 'POST',
    path: '/launches',
    access: 'campaigns:manage',
    summary: 'Plan a launch',
    input: z.object({ ...said, launchOn: day, announceOn: day.nullable().default(null) }),
    output: Launch,
  }),
  change: route({
    method: 'PUT',
    path: '/launches/{id}',
    access: 'campaigns:manage',
    summary: 'Change what a launch is; its day is moved. Refused when changed since `version`',
    input: One.extend({ ...said, announceOn: day.nullable().default(null), version: count }),
    output: Launch,
  }),
  setState: route({
    method: 'POST',
    path: '/launches/{id}/state',
    access: 'campaigns:manage',
    summary: 'Confirm a launch, say that it launched, call it off with a reason, or put it back',
    input: One.extend({ state: State, reason: Reason.optional(), version: count }),
    output: Launch,
  }),
  given: route({
    method: 'GET',
    path: '/given-launches',
    access: 'campaigns:guest',
    summary: 'The launches of the campaigns that were given to the asker',
    input: z.object({}),
    output: z.object({ items: z.array(Given) }),
  }),
}
