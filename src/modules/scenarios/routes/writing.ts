import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { minor, Name, Note } from '../../budget/contract.ts'
import { LineEdit, NewLine, Scenario } from '../things.ts'

const text = z.string()
const Changed = z.object({
  versions: z.array(z.object({ id: text, version: z.number().int() })),
  /** The edits that take this one back. */
  undo: z.array(LineEdit),
})
/** The place of the first month that is touched, 0 to 11. */
const fromMonth = z.number().int().min(0).max(11).default(0)

export const writingRoutes = {
  say: route({
    method: 'PATCH',
    path: '/scenarios/{id}',
    access: 'budget:write',
    summary: 'Change the name of a scenario and what it is for',
    input: One.extend({ version: z.number().int(), name: Name, why: Note }),
    output: Scenario,
  }),
  edit: route({
    method: 'PATCH',
    path: '/scenarios/{id}/lines',
    access: 'budget:write',
    summary: 'Change many cells and lines of a scenario; all of it or nothing',
    input: One.extend({ edits: z.array(LineEdit).min(1).max(5000) }),
    output: Changed,
  }),
  add: route({
    method: 'POST',
    path: '/scenarios/{id}/lines',
    access: 'budget:write',
    summary: 'Add a line to a scenario that the budget does not have',
    input: NewLine.extend({ id: text }),
    output: z.object({ lineId: text }),
  }),
  scale: route({
    method: 'POST',
    path: '/scenarios/{id}/scaling',
    access: 'budget:write',
    summary: 'Scale the lines of an area, or all of them, by a percentage from a month on',
    input: One.extend({
      /** Every area where none is named. */
      area: text.max(200).optional(),
      percent: z.number().min(-100, 'takes no more than there is: −100 at least').max(1000),
      fromMonth,
    }),
    output: Changed,
  }),
  move: route({
    method: 'POST',
    path: '/scenarios/{id}/moves',
    access: 'budget:write',
    summary: 'Move an amount from one line of a scenario to another from a month on',
    input: One.extend({ fromId: text, toId: text, minor, fromMonth }),
    output: Changed,
  }),
  refresh: route({
    method: 'POST',
    path: '/scenarios/{id}/refreshment',
    access: 'budget:write',
    summary: 'Take over what changed in the budget since; months changed in the scenario stay as they are',
    input: One,
    output: z.object({ taken: z.number().int() }),
  }),
  remove: route({
    method: 'DELETE',
    path: '/scenarios/{id}',
    access: 'budget:write',
    summary: 'Remove a scenario; it can be put back',
    input: One,
    output: z.object({}),
  }),
  restore: route({
    method: 'POST',
    path: '/scenarios/{id}/restoration',
    access: 'budget:write',
    summary: 'Put a removed scenario back',
    input: One,
    output: Scenario,
  }),
}
