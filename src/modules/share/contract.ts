import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { count, Day, Id, Meter, Move, Piece, PriceTold, Target, text } from './things.ts'

export * from './things.ts'

const access = 'work:read'
const Whose = { personId: Id.optional(), teamId: Id.optional() }

export const share = contract(
  'share',
  {
    show: route({
      method: 'GET',
      path: '/share',
      access,
      summary:
        'Show which share of work goes to the vision, planned and as it was, of all, a team or a person',
      input: z.object(Whose),
      output: Meter,
    }),
    explain: route({
      method: 'GET',
      path: '/share/explanation',
      access,
      summary: 'Show the items and hours that a vision share comes from',
      input: z.object({
        ...Whose,
        what: z.enum(['actual', 'planned']).default('actual'),
        /** A week within the last twelve; the last four when left out. */
        week: Day.optional(),
        isVision: z.boolean().optional(),
      }),
      output: z.object({
        from: text,
        to: text,
        vision: count,
        total: count,
        pieces: z.array(Piece),
        moves: z.array(Move),
      }),
    }),
    exportPieces: route({
      method: 'GET',
      path: '/share/file',
      access,
      summary: 'Download the items and hours of the vision share as CSV or a workbook',
      input: z.object({
        ...Whose,
        what: z.enum(['actual', 'planned']).default('actual'),
        format: z.enum(['csv', 'xlsx']).default('csv'),
      }),
      output: z.object({ name: text, type: text, body: z.custom<ReadableStream<Uint8Array>>() }),
      download: true,
    }),
    price: route({
      method: 'GET',
      path: '/share/price',
      access,
      summary: 'Say by how many points a request would move the planned vision share of the next four weeks',
      input: z.object({
        minutes: count.min(1, 'is a minute at least').max(600_000),
        isVision: z.boolean().default(false),
        teamId: Id.optional(),
        from: Day.optional(),
      }),
      output: PriceTold,
    }),
    ofItem: route({
      method: 'GET',
      path: '/share/items/{id}',
      access,
      summary: 'Say by how many points an item moves the planned vision share of the next four weeks',
      input: One,
      output: z.object({ points: z.number().nullable(), minutes: count, isVision: z.boolean(), words: text }),
    }),
    setTarget: route({
      method: 'PUT',
      path: '/share/target',
      access: 'share:manage',
      summary: 'Set the target of the vision share, with the reason',
      input: z.object({
        percent: z.number().min(10, 'is 10 % at least').max(100, 'is 100 % at most'),
        version: count,
        reason: text.trim().min(3, 'takes at least 3 letters').max(500),
      }),
      output: Target,
    }),
  },
  {
    targetSet: event(
      'set the target of the vision share to {percent} %: {reason}',
      z.object({ percent: z.number(), reason: text }),
    ),
  },
)
