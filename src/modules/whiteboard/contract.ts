import { z } from 'zod'
import { changesOf } from '../../kernel/changes.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'

const text = z.string()
const number = z.number()
const most = 1e15

export const BoardOption = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(60),
  volume: number.min(0).max(most).nullable().default(null),
  /** In per cent: 0.033 is 0.033 %. */
  percent: number.min(0).max(100, 'is a share: 100 % at most').nullable().default(null),
  /** What each is worth, in whole units of the currency. */
  unitValue: number.min(0).max(most).nullable().default(null),
})
export type BoardOption = z.output<typeof BoardOption>

const Outcome = z.object({ result: number.nullable(), money: number.nullable() })
const Needed = z.object({ percent: number.nullable(), volume: number.nullable() })
const Comparison = z.object({
  outcomes: z.tuple([Outcome, Outcome]),
  measure: z.enum(['result', 'money']).nullable(),
  better: z.enum(['first', 'second', 'neither']).nullable(),
  by: number.nullable(),
  times: number.nullable(),
  /** The rate or volume at which each, by itself, would come to what the other comes to. */
  equal: z.tuple([Needed, Needed]).nullable(),
  says: text,
})

const Name = z.string().trim().min(1, 'must not be empty').max(80)
const about = {
  name: Name,
  first: BoardOption,
  second: BoardOption,
  metric: text.nullable(),
  isShared: z.boolean(),
}

export const Board = z.object({
  id: text,
  name: text,
  first: BoardOption,
  second: BoardOption,
  comparison: Comparison,
  currency: text,
  metric: z.object({ id: text, title: text }).nullable(),
  isShared: z.boolean(),
  owner: z.object({ id: text, name: text }),
  savedAt: text,
  can: z.object({ change: z.boolean() }),
})
export type Board = z.output<typeof Board>

const Named = z.object({ name: text })

export const whiteboard = contract(
  'whiteboard',
  {
    list: route({
      method: 'GET',
      path: '/whiteboard',
      access: 'metrics:read',
      summary: 'List boards: yours and those shared with everybody',
      input: z.object({ metric: text.optional() }),
      output: z.object({ items: z.array(Board) }),
    }),
    calculate: route({
      method: 'GET',
      path: '/whiteboard/calculation',
      access: 'metrics:read',
      summary: 'Compare two options by volume × rate in per cent × value, without saving anything',
      input: z.object({ first: BoardOption, second: BoardOption }),
      output: Comparison,
    }),
    save: route({
      method: 'POST',
      path: '/whiteboard',
      access: 'metrics:read',
      summary:
        'Save two options under a name, for yourself; shared with everybody where you hold `views:share`',
      input: z.object({
        ...about,
        metric: about.metric.default(null),
        isShared: about.isShared.default(false),
      }),
      output: Board,
    }),
    change: route({
      method: 'PATCH',
      path: '/whiteboard/{id}',
      access: 'metrics:read',
      summary: 'Change your board or take it back; sharing it needs `views:share`',
      input: changesOf(z.object(about)).extend({ id: text }),
      output: Board,
    }),
    remove: route({
      method: 'DELETE',
      path: '/whiteboard/{id}',
      access: 'metrics:read',
      summary: 'Remove your board; it can be put back',
      input: One,
      output: z.object({}),
    }),
    restore: route({
      method: 'POST',
      path: '/whiteboard/{id}/restoration',
      access: 'metrics:read',
      summary: 'Put your removed board back',
      input: One,
      output: Board,
    }),
  },
  {
    saved: event('saved the board {name}', Named),
    changed: event('changed the board {name}', Named),
    removed: event('removed the board {name}', Named),
    restored: event('put back the board {name}', Named),
  },
)
