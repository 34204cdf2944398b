import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import { Board, BoardInput, ItemType, minutes, StageInput, text, Words } from '../things.ts'

const version = z.number().int().min(1)
const stages = z
  .array(StageInput)
  .min(2, 'needs two stages at least: one where items wait, one where they are done')
  .max(20, 'has 20 stages at most')
const TypeInput = z.object({
  name: Line(60).min(1, 'needs a name'),
  summary: Line(200).default(''),
  boardId: text.nullable().default(null),
  estimateMinutes: minutes.nullable().default(null),
  checklist: z.array(Line(200).min(1)).max(50).default([]),
})

export const boardRoutes = {
  boards: route({
    method: 'GET',
    path: '/work/boards',
    access: 'work:read',
    summary: 'List the boards that you may see, with their stages',
    input: z.object({ archived: z.boolean().default(false) }),
    output: z.object({ items: z.array(Board), can: z.object({ add: z.boolean() }) }),
  }),
  board: route({
    method: 'GET',
    path: '/work/boards/{id}',
    access: 'work:read',
    summary: 'Show a board and its workflow',
    input: One,
    output: Board,
  }),
  addBoard: route({
    method: 'POST',
    path: '/work/boards',
    access: 'work:manage',
    summary: 'Set up a board with the stages of its workflow',
    input: BoardInput.extend({ stages }),
    output: Board,
  }),
  changeBoard: route({
    method: 'PATCH',
    path: '/work/boards/{id}',
    access: 'work:write',
    summary: 'Change a board that you own or manage: its name, team, who sees it, and its stages',
    input: changesOf(BoardInput).extend({
      ...{ id: text, version },
      /** The stages of its workflow with the same stroke. */
      stages: stages.optional(),
      moves: z.record(text, text).default({}),
    }),
    output: Board,
  }),
  setStages: route({
    method: 'PUT',
    path: '/work/boards/{id}/stages',
    access: 'work:write',
    summary: 'Change the stages of a board’s workflow; items of a stage taken away move to another',
    input: One.extend({
      version,
      stages,
      /** Where the items of a stage that is taken away go: by its id. */
      moves: z.record(text, text).default({}),
      reason: Words(500).default(''),
    }),
    output: Board,
  }),
  archiveBoard: route({
    method: 'PUT',
    path: '/work/boards/{id}/archive',
    access: 'work:write',
    summary: 'Put a board away with its items, or take it out again',
    input: One.extend({ isArchived: z.boolean() }),
    output: Board,
  }),
  favourBoard: route({
    method: 'PUT',
    path: '/work/boards/{id}/favourite',
    access: 'work:read',
    summary: 'Keep a board among your favourites, or no more',
    input: One.extend({ isFavourite: z.boolean() }),
    output: z.object({}),
  }),
  types: route({
    method: 'GET',
    path: '/work/types',
    access: 'work:read',
    summary: 'List the types of items',
    input: z.object({}),
    output: z.object({ items: z.array(ItemType) }),
  }),
  addType: route({
    method: 'POST',
    path: '/work/types',
    access: 'work:manage',
    summary: 'Name a type of items, with the checklist its items begin with',
    input: TypeInput,
    output: ItemType,
  }),
  changeType: route({
    method: 'PATCH',
    path: '/work/types/{id}',
    access: 'work:manage',
    summary: 'Change or retire a type of items',
    input: changesOf(TypeInput).extend({ id: text, version, isRetired: z.boolean().optional() }),
    output: ItemType,
  }),
}
