import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { Line } from '../identity/contract.ts'
import { Moved, text } from '../work/contract.ts'
import { Definition, Model, Numbers, Ranking, Weighing } from './things.ts'

export * from './things.ts'

const reads = 'work:read'
const writes = 'work:write'
const count = z.number().int()
const OfBoard = z.object({ boardId: text.max(80) })
const reason = Line(300).min(3, 'needs a reason')
const Sayings = z.array(z.object({ id: text.max(80), inputs: Numbers, was: Numbers.optional() }))

/** How many inputs were said, and what they were before: saying those again undoes it. */
const Said = z.object({
  items: count,
  inputs: count,
  before: z.array(z.object({ id: text, inputs: Numbers })),
})

export const priorities = contract(
  'priorities',
  {
    ranking: route({
      method: 'GET',
      path: '/priorities',
      access: reads,
      summary: 'Rank the open items of a board by its scoring model, with what waiting costs in each order',
      input: OfBoard,
      output: Ranking,
    }),
    rankedBoards: route({
      method: 'GET',
      path: '/priorities/boards',
      access: reads,
      summary: 'Name the boards that were ranked: weighed, with an override, or with a model of their own',
      input: z.object({}),
      output: z.object({ ids: z.array(text) }),
    }),
    models: route({
      method: 'GET',
      path: '/priorities/models',
      access: reads,
      summary: 'Read every version of the scoring model of a board, or of the one for all boards',
      input: z.object({ boardId: text.max(80).optional() }),
      output: z.object({ items: z.array(Model) }),
    }),
    setModel: route({
      method: 'PUT',
      path: '/priorities/models',
      access: 'work:manage',
      summary: 'Put another scoring model in force, for one board or for all',
      input: z.object({
        boardId: text.max(80).nullable(),
        version: count.min(0),
        definition: Definition,
        reason,
      }),
      output: Model,
    }),
    say: route({
      method: 'PUT',
      path: '/priorities/inputs',
      access: writes,
      summary: 'Say the inputs of items: who said what when is kept',
      input: z.object({ items: Sayings.min(1).max(2000) }),
      output: Said,
    }),
    paste: route({
      method: 'POST',
      path: '/priorities/pastes',
      access: writes,
      summary: 'Take inputs from a table as it is copied from a sheet; all of it or nothing',
      input: OfBoard.extend({ text: text.max(500_000, 'is longer than 500,000 letters') }),
      output: Said,
    }),
    override: route({
      method: 'PUT',
      path: '/priorities/items/{id}/place',
      access: writes,
      summary: 'Put an item at another place than its score gives, with a reason that is listed',
      input: One.extend({ place: count.min(1).max(2000), reason }),
      output: z.object({}),
    }),
    endOverride: route({
      method: 'DELETE',
      path: '/priorities/items/{id}/place',
      access: writes,
      summary: 'Let an item stand where its score puts it again',
      input: One,
      output: z.object({}),
    }),
    apply: route({
      method: 'POST',
      path: '/priorities/applications',
      access: writes,
      summary:
        'Put the items of a stage into the order of the ranking, or the one that costs least; undone as one',
      input: OfBoard.extend({
        stageId: text.max(80),
        by: z.enum(['rank', 'delay']),
        /** The order that was seen: refused where it has changed since. */
        seen: z.array(text.max(80)).max(2000),
      }),
      output: Moved,
    }),
    weigh: route({
      method: 'POST',
      path: '/priorities/weighings',
      access: writes,
      summary: 'Work out how often the top five changes when every input is off by a fifth, and keep it',
      input: OfBoard,
      output: Weighing,
    }),
    export: route({
      method: 'GET',
      path: '/priorities.csv',
      access: reads,
      summary: 'Download the ranking of a board with its inputs as a table',
      download: true,
      input: OfBoard.extend({ format: Format }),
      output: z.unknown(),
    }),
  },
  {
    modelSet: event('put version {version} of a scoring model in force', z.object({ version: count }), reads),
    said: event('said {inputs} inputs of {items} items', z.object({ inputs: count, items: count }), reads),
    overridden: event('put {item} at place {place}', z.object({ item: text, place: count }), reads),
    overrideEnded: event('let {item} stand where its score puts it', z.object({ item: text }), reads),
    applied: event(
      'applied a ranking to {items} items of {stage}',
      z.object({ items: count, stage: text }),
      reads,
    ),
    weighed: event('weighed what a ranking hangs on', z.object({}), reads),
  },
)
