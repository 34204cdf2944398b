import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Line } from '../../identity/contract.ts'
import { Country, count, Day, FreeDay, Holiday, Named, Region } from '../things.ts'

const FreeDays = z.object({ items: z.array(FreeDay) })
const Place = z.object({ country: Country, region: Region.nullable().default(null) })

export const freeDayRoutes = {
  freeDays: route({
    method: 'GET',
    path: '/free-days',
    access: 'availability:read',
    summary: 'List the organisation’s own days, besides weekends, on which nobody works anywhere',
    input: z.object({}),
    output: FreeDays,
  }),
  addFreeDay: route({
    method: 'POST',
    path: '/free-days',
    access: 'availability:manage',
    summary: 'Say that nobody works on a day; steps planned before stay where they are',
    input: FreeDay,
    output: FreeDays,
  }),
  removeFreeDay: route({
    method: 'DELETE',
    path: '/free-days/{day}',
    access: 'availability:manage',
    summary: 'Make a free day a working day again',
    input: z.object({ day: Day }),
    output: FreeDays,
  }),
  countries: route({
    method: 'GET',
    path: '/availability/countries',
    access: 'member',
    summary: 'List the countries whose public holidays are known, or the parts of one where they differ',
    input: z.object({ country: Country.optional() }),
    output: z.object({ items: z.array(Named) }),
  }),
  holidays: route({
    method: 'GET',
    path: '/availability/holidays',
    access: 'availability:read',
    summary: 'List the public holidays of a place in a year, with those switched off and added here',
    input: Place.extend({ year: count.min(2000).max(2100) }),
    output: z.object({ items: z.array(Holiday) }),
  }),
  setHoliday: route({
    method: 'PUT',
    path: '/availability/holidays',
    access: 'availability:manage',
    summary: 'Add a holiday of a place, or switch a public one off on which people here work',
    input: Place.extend({ day: Day, name: Line(80).min(1, 'needs a name'), isOff: z.boolean() }),
    output: z.object({ items: z.array(Holiday) }),
  }),
  resetHoliday: route({
    method: 'DELETE',
    path: '/availability/holidays',
    access: 'availability:manage',
    summary: 'Take back what was said here about a holiday: the public calendar holds again',
    input: Place.extend({ day: Day }),
    output: z.object({ items: z.array(Holiday) }),
  }),
}
