import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { count, Day, Entry, Id, Note, Row, Timer, text, Week, What } from '../things.ts'

const OfWeek = z.object({ personId: Id.optional(), on: Day.optional() })
const Began = z.object({ ...What, note: Note })

export const weekRoutes = {
  week: route({
    method: 'GET',
    path: '/time/weeks',
    access: 'member',
    summary: 'Show a week of your time, or of somebody you lead, by what was worked on and day',
    input: OfWeek,
    output: Week,
  }),
  setCell: route({
    method: 'PUT',
    path: '/time/cells',
    access: 'member',
    summary: 'Say how long you worked on something on a day; refused when it is not `was` any more',
    input: z.object({
      day: Day,
      ...What,
      minutes: count.min(0, 'cannot be negative').max(1440, 'is more than the 24 hours a day has'),
      was: count.min(0),
    }),
    output: z.object({ minutes: count, total: count }),
  }),
  copyLast: route({
    method: 'POST',
    path: '/time/weeks/copies',
    access: 'member',
    summary: 'Copy the week before into this one, where nothing is written yet',
    input: z.object({ on: Day }),
    output: z.object({ ids: z.array(text), from: text }),
  }),
  proposal: route({
    method: 'GET',
    path: '/time/proposals',
    access: 'member',
    summary: 'Propose a week from how long items were with you in active stages; keeps nothing',
    input: z.object({ on: Day }),
    output: z.object({ rows: z.array(Row), reason: text, unheld: count }),
  }),
  lock: route({
    method: 'POST',
    path: '/time/locks',
    access: 'member',
    summary: 'Lock a week: yours, or of somebody you lead',
    input: z.object({ personId: Id, on: Day }),
    output: z.object({ weekOn: text }),
  }),
  reopen: route({
    method: 'POST',
    path: '/time/reopenings',
    access: 'member',
    summary: 'Reopen a locked week of somebody you lead, with the reason',
    input: z.object({
      personId: Id,
      on: Day,
      reason: text.trim().min(3, 'takes at least 3 letters').max(300),
    }),
    output: z.object({ weekOn: text }),
  }),
  timer: route({
    method: 'GET',
    path: '/time/timer',
    access: 'member',
    summary: 'Show your running timer',
    input: z.object({}),
    output: z.object({ timer: Timer.nullable() }),
  }),
  startTimer: route({
    method: 'POST',
    path: '/time/timer',
    access: 'member',
    summary: 'Start your timer on an item or another duty; one that runs is stopped and kept first',
    input: Began,
    output: z.object({ timer: Timer, stopped: Entry.nullable() }),
  }),
  stopTimer: route({
    method: 'POST',
    path: '/time/timer/stop',
    access: 'member',
    summary: 'Stop your timer and keep its time; say how long it was where it ran over midnight',
    input: z.object({ id: Id, minutes: count.min(1).max(1440).optional() }),
    output: z.object({ entry: Entry }),
  }),
  dropTimer: route({
    method: 'DELETE',
    path: '/time/timer/{id}',
    access: 'member',
    summary: 'Throw your running timer away, keeping nothing',
    input: z.object({ id: Id }),
    output: z.object({ id: text }),
  }),
}
