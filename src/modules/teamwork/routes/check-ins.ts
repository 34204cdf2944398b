import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Board, Point, PointTerms, SeriesLine, SeriesTerms } from '../things/check-in.ts'
import { version } from '../things/words.ts'

const id = z.string().max(80)

export const checkInRoutes = {
  checkIns: route({
    method: 'GET',
    path: '/check-ins',
    access: 'teamwork:read',
    summary: 'List the series of check-ins that you are of, or a guest of',
    input: z.object({}),
    output: z.object({ items: z.array(SeriesLine) }),
  }),
  checkIn: route({
    method: 'GET',
    path: '/check-ins/{id}',
    access: 'teamwork:read',
    summary: 'The board of one series: what is on the agenda of the next one, what is red, what was decided',
    input: One,
    output: Board,
  }),
  addSeries: route({
    method: 'POST',
    path: '/check-ins',
    access: 'teamwork:write',
    summary: 'Begin a series of check-ins; the agenda of the first is prepared from what is red',
    input: SeriesTerms.extend({ guestIds: SeriesTerms.shape.guestIds.default([]) }),
    output: Board,
  }),
  changeSeries: route({
    method: 'PATCH',
    path: '/check-ins/{id}',
    access: 'teamwork:write',
    summary: 'Change a series: its name, cadence, people, guests, next day; end it or take it up again',
    input: One.extend({
      version,
      ...changesOf(SeriesTerms.omit({ kind: true })).shape,
      isEnded: z.boolean().optional(),
    }),
    output: Board,
  }),
  addPoint: route({
    method: 'POST',
    path: '/check-ins/{id}/points',
    access: 'teamwork:write',
    summary: 'Put a point on the agenda; with `red`, something that is red under its key',
    input: One.extend({
      what: PointTerms.shape.what.optional(),
      said: PointTerms.shape.said.default(''),
      red: z.string().max(200).nullable().default(null),
    }),
    output: Point,
  }),
  changePoint: route({
    method: 'PATCH',
    path: '/points/{id}',
    access: 'teamwork:write',
    summary:
      'Move a point on, note what was said or decided, give it an owner and a day; take it off the board',
    input: One.extend({ version, ...changesOf(PointTerms).shape, isRemoved: z.boolean().optional() }),
    output: Point,
  }),
  hold: route({
    method: 'POST',
    path: '/check-ins/{id}/meetings/{meetingId}/holding',
    access: 'teamwork:write',
    summary: 'Note that a check-in was held: the next one is prepared and what is open comes along',
    input: One.extend({ meetingId: id }),
    output: Board,
  }),
  undoHolding: route({
    method: 'DELETE',
    path: '/check-ins/{id}/meetings/{meetingId}/holding',
    access: 'teamwork:write',
    summary: 'Take back that the last check-in was held; its points come back to it',
    input: One.extend({ meetingId: id }),
    output: Board,
  }),
}
