import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import {
  Country,
  count,
  Day,
  DayHours,
  Duty,
  dutyKinds,
  Id,
  Leave,
  Minutes,
  Named,
  Reason,
  Region,
  text,
  Version,
  Week,
} from '../things.ts'

const OfPerson = z.object({ id: Id })
const Focus = count.min(10, 'is 10 % at least').max(100, 'is 100 % at most').default(100)
const NewWeek = { fromOn: Day, minutes: Minutes, focusPercent: Focus, reason: Reason }
const DutySaid = {
  kind: z.enum(dutyKinds),
  minutes: count.min(1, 'is a minute at least').max(4800, 'is 80 hours at most'),
  fromOn: Day,
  toOn: Day.nullable().default(null),
  reason: Reason,
}

const WorkingTime = z.object({
  person: Named.extend({ title: text, manager: Named.nullable() }),
  country: text.nullable(),
  region: text.nullable(),
  startsOn: text.nullable(),
  endsOn: text.nullable(),
  /** Newest first; empty where the organisation’s week holds. */
  weeks: z.array(Week),
  now: z.object({ minutes: z.array(count), focusPercent: count, isOwn: z.boolean() }),
  duties: z.array(Duty),
  leave: z.array(Leave),
  /** Public holidays and free days of the next twelve months at this place. */
  holidays: z.array(z.object({ day: text, name: text })),
  standIns: z.array(Named),
  version: count,
  can: z.object({ ask: z.boolean(), place: z.boolean(), manage: z.boolean() }),
})

export const timeRoutes = {
  person: route({
    method: 'GET',
    path: '/availability/people/{id}',
    access: 'member',
    summary:
      'Show a person’s working time: week, holidays, leave and other duties; your own, or with availability:read',
    input: OfPerson,
    output: WorkingTime,
  }),
  days: route({
    method: 'GET',
    path: '/availability/people/{id}/days',
    access: 'member',
    summary:
      'Show a person’s hours day by day, each with what takes them; your own, or with availability:read',
    input: OfPerson.extend({ from: Day, to: Day }),
    output: z.object({
      person: Named,
      days: z.array(DayHours),
      total: DayHours.omit({ day: true, why: true }),
    }),
  }),
  setPlace: route({
    method: 'PUT',
    path: '/availability/people/{id}/place',
    access: 'member',
    summary: 'Say where a person works and from when to when; the days are for the manager to say',
    input: OfPerson.extend({
      country: Country.nullable(),
      region: Region.nullable().default(null),
      startsOn: Day.nullable().default(null),
      endsOn: Day.nullable().default(null),
      version: Version,
    }),
    output: WorkingTime,
  }),
  setWeek: route({
    method: 'POST',
    path: '/availability/people/{id}/weeks',
    access: 'member',
    summary: 'Say which hours a person works from a day on; the days before stay as they were',
    input: OfPerson.extend({ ...NewWeek, version: Version }),
    output: WorkingTime,
  }),
  removeWeek: route({
    method: 'DELETE',
    path: '/availability/weeks/{id}',
    access: 'member',
    summary: 'Take back a change of the working week: what held before goes on',
    input: One,
    output: z.object({ id: text }),
  }),
  restoreWeek: route({
    method: 'POST',
    path: '/availability/weeks/{id}/restoration',
    access: 'member',
    summary: 'Put back a change of the working week that was taken back',
    input: One,
    output: z.object({ id: text }),
  }),
  usualWeek: route({
    method: 'GET',
    path: '/availability/week',
    access: 'availability:read',
    summary: 'Show the organisation’s working week, which holds for everybody without one of their own',
    input: z.object({}),
    output: z.object({
      weeks: z.array(Week),
      now: z.object({ minutes: z.array(count), focusPercent: count }),
      version: count,
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  setUsualWeek: route({
    method: 'POST',
    path: '/availability/week',
    access: 'availability:manage',
    summary: 'Say which hours the organisation works from a day on; people with a week of their own keep it',
    input: z.object({ ...NewWeek, version: Version }),
    output: z.object({ id: text }),
  }),
  addDuty: route({
    method: 'POST',
    path: '/availability/people/{id}/duties',
    access: 'member',
    summary: 'Note hours of a week that go to meetings, support, line management or others, with the reason',
    input: OfPerson.extend(DutySaid),
    output: Duty,
  }),
  changeDuty: route({
    method: 'PUT',
    path: '/availability/duties/{id}',
    access: 'member',
    summary: 'Change other duties; refused when changed since `version`',
    input: One.extend({ ...DutySaid, version: Version }),
    output: Duty,
  }),
  removeDuty: route({
    method: 'DELETE',
    path: '/availability/duties/{id}',
    access: 'member',
    summary: 'Take other duties away; they can be put back',
    input: One,
    output: z.object({ id: text }),
  }),
  restoreDuty: route({
    method: 'POST',
    path: '/availability/duties/{id}/restoration',
    access: 'member',
    summary: 'Put back other duties that were taken away',
    input: One,
    output: Duty,
  }),
}
