import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import {
  Agreed,
  AgreedVersion,
  Asked,
  count,
  Day,
  Id,
  Load,
  Named,
  OpenItem,
  Signal,
  text,
} from './things.ts'

export * from './things.ts'

const access = 'availability:read'
const Whole = z.object({ agreed: AgreedVersion, versions: z.array(AgreedVersion), canChange: z.boolean() })
const OfPerson = z.object({ who: text })

export const load = contract(
  'load',
  {
    show: route({
      method: 'GET',
      path: '/load',
      access,
      summary: 'Show planned against available hours by week, as it is or as it would be with changes',
      input: z.object(Asked),
      output: Load,
    }),
    explain: route({
      method: 'GET',
      path: '/load/explanation',
      access,
      summary: 'Show the items that the planned hours of a person in some days come from',
      input: z.object({ personId: Id, from: Day, to: Day, changes: Asked.changes }),
      output: z.object({ person: Named, available: count, items: z.array(OpenItem) }),
    }),
    exportLoad: route({
      method: 'GET',
      path: '/load/file',
      access,
      summary: 'Download planned against available hours by week, as CSV or a workbook',
      input: z.object({ ...Asked, format: z.enum(['csv', 'xlsx']).default('csv') }),
      output: z.object({ name: text, type: text, body: z.custom<ReadableStream<Uint8Array>>() }),
      download: true,
    }),
    signals: route({
      method: 'GET',
      path: '/load/signals',
      access: 'member',
      summary:
        'Show signals of too much work: your own, and those of people you lead that they shared or that stood long',
      input: z.object({}),
      output: z.object({
        signals: z.array(Signal),
        teams: z.array(Named.extend({ people: count, signals: count.nullable() })),
      }),
    }),
    share: route({
      method: 'POST',
      path: '/load/signals/{id}/sharing',
      access: 'member',
      summary: 'Share a signal of yours with whoever leads you',
      input: One,
      output: Signal,
    }),
    watch: route({
      method: 'POST',
      path: '/load/signals',
      access: 'availability:manage',
      summary: 'Look for signals of too much work now; done every night',
      input: z.object({}),
      output: z.object({ noticed: count, ended: count }),
    }),
    agreement: route({
      method: 'GET',
      path: '/load/agreement',
      access: 'member',
      summary: 'Show what was agreed on signals of too much work',
      input: z.object({}),
      output: Whole,
    }),
    agree: route({
      method: 'PUT',
      path: '/load/agreement',
      access: 'availability:manage',
      summary: 'Agree anew on signals of too much work, with the reason',
      input: Agreed.extend({
        version: count,
        reason: text.trim().min(3, 'takes at least 3 letters').max(500),
      }),
      output: Whole,
    }),
  },
  {
    shared: event('shared a signal of too much work', OfPerson, 'availability:manage'),
    watched: event(
      'looked for signals of too much work',
      z.object({ noticed: count, ended: count }),
      'availability:manage',
    ),
    agreed: event('agreed anew on signals of too much work: {reason}', z.object({ reason: text })),
  },
)
