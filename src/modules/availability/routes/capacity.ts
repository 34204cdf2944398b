import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { count, Day, Id, Named, text } from '../things.ts'

const Asked = z.object({
  /** The first week is the one that holds this day; this week where it is left out. */
  from: Day.optional(),
  weeks: count.min(1).max(26, 'are 26 at most').default(12),
  teamId: Id.optional(),
  hubId: Id.optional(),
  roleId: Id.optional(),
  skillId: Id.optional(),
  country: text.max(2).optional(),
})

const Minutes = z.object({ scheduled: count, absent: count, duties: count, available: count })

export const capacityRoutes = {
  capacity: route({
    method: 'GET',
    path: '/availability/capacity',
    access: 'availability:read',
    summary: 'Show the hours people have by week, after holidays, leave and other duties',
    input: Asked,
    output: z.object({
      /** Their Mondays. */
      weeks: z.array(text),
      today: text,
      people: z.array(
        Named.extend({
          title: text,
          country: text.nullable(),
          teams: z.array(text),
          weeks: z.array(Minutes.extend({ away: z.array(text) })),
        }),
      ),
      totals: z.array(Minutes),
      before: text,
      after: text,
      choices: z.object({
        teams: z.array(Named),
        hubs: z.array(Named),
        roles: z.array(Named),
        skills: z.array(Named),
        countries: z.array(Named),
      }),
    }),
  }),
  exportCapacity: route({
    method: 'GET',
    path: '/availability/capacity.csv',
    access: 'availability:read',
    summary: 'Download the hours people have by week as a table',
    download: true,
    input: Asked.extend({ format: Format }),
    output: z.unknown(),
  }),
}
