import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Line } from '../../identity/contract.ts'
import { Day, Id, Leave, leaveKinds, Named, Reason, text, Version } from '../things.ts'

const Which = z.object({ id: Id, version: Version })

export const leaveRoutes = {
  askLeave: route({
    method: 'POST',
    path: '/availability/people/{id}/leave',
    access: 'member',
    summary: 'Ask for leave, or note somebody’s as who decides about it; sick leave counts at once',
    input: z.object({
      id: Id,
      kind: z.enum(leaveKinds),
      fromOn: Day,
      toOn: Day,
      /** The first day is worked in the morning. */
      startsHalf: z.boolean().default(false),
      /** The last day is worked in the afternoon. */
      endsHalf: z.boolean().default(false),
      note: Line(300).default(''),
      standInId: Id.nullable().default(null),
    }),
    output: Leave,
  }),
  approveLeave: route({
    method: 'POST',
    path: '/availability/leave/{id}/approval',
    access: 'member',
    summary: 'Approve leave: as the person’s manager, as who stands in, or with availability:manage',
    input: Which.extend({ reason: Line(500).default('') }),
    output: Leave,
  }),
  declineLeave: route({
    method: 'POST',
    path: '/availability/leave/{id}/refusal',
    access: 'member',
    summary: 'Decline leave with the reason',
    input: Which.extend({ reason: Reason }),
    output: Leave,
  }),
  withdrawLeave: route({
    method: 'POST',
    path: '/availability/leave/{id}/withdrawal',
    access: 'member',
    summary: 'Withdraw leave that was asked for or approved',
    input: Which.extend({ reason: Line(500).default('') }),
    output: Leave,
  }),
  reopenLeave: route({
    method: 'POST',
    path: '/availability/leave/{id}/reopening',
    access: 'member',
    summary: 'Take back a decision or a withdrawal: the leave waits again',
    input: Which,
    output: Leave,
  }),
  inbox: route({
    method: 'GET',
    path: '/availability/leave',
    access: 'member',
    summary:
      'List leave that waits for your decision, and what was decided of your people in the last 60 days',
    input: z.object({}),
    output: z.object({
      waiting: z.array(Leave.extend({ alsoAway: z.array(text) })),
      decided: z.array(Leave),
    }),
  }),
  away: route({
    method: 'GET',
    path: '/availability/away',
    access: 'availability:read',
    summary: 'List who is away in a span of days, and who stands in',
    input: z.object({ from: Day.optional(), to: Day.optional(), teamId: Id.optional() }),
    output: z.object({
      from: text,
      to: text,
      today: text,
      people: z.array(
        Named.extend({
          leave: z.array(
            z.object({
              fromOn: text,
              toOn: text,
              startsHalf: z.boolean(),
              endsHalf: z.boolean(),
              what: text,
              standIn: Named.nullable(),
            }),
          ),
        }),
      ),
      teams: z.array(Named),
    }),
  }),
}
