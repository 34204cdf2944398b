import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { Board, BoardLine, Name, Sharing, Summary, TileInput, text } from './things.ts'

export * from './things.ts'

const Named = z.object({ name: text })
const version = z.number().int().min(1)

export const dashboards = contract(
  'dashboards',
  {
    list: route({
      method: 'GET',
      path: '/dashboards',
      access: 'dashboards:read',
      summary: 'List your dashboards and those shared with you, by name; or only those that show a metric',
      input: z.object({ metric: text.optional() }),
      output: z.object({ items: z.array(BoardLine) }),
    }),
    show: route({
      method: 'GET',
      path: '/dashboards/{id}',
      access: 'dashboards:read',
      summary: 'One dashboard with its tiles in order',
      input: One,
      output: Board,
    }),
    add: route({
      method: 'POST',
      path: '/dashboards',
      access: 'dashboards:write',
      summary: 'Create a dashboard; it is yours alone until you share it',
      input: z.object({ name: Name, description: Summary, tiles: z.array(TileInput).max(40).default([]) }),
      output: Board,
    }),
    change: route({
      method: 'PATCH',
      path: '/dashboards/{id}',
      access: 'dashboards:write',
      summary:
        'Rename a dashboard, or set its tiles and their order; refused when somebody changed it since `version`',
      input: One.extend({
        version,
        name: Name.optional(),
        description: Summary.unwrap().optional(),
        tiles: z.array(TileInput).max(40).optional(),
      }),
      output: Board,
    }),
    share: route({
      method: 'PUT',
      path: '/dashboards/{id}/sharing',
      access: 'dashboards:write',
      summary: 'Share a dashboard with everybody or with roles, or take it back',
      input: One.extend(Sharing.shape),
      output: Board,
    }),
    duplicate: route({
      method: 'POST',
      path: '/dashboards/{id}/copies',
      access: 'dashboards:write',
      summary: 'Make a copy of a dashboard that is yours alone',
      input: One,
      output: Board,
    }),
    remove: route({
      method: 'DELETE',
      path: '/dashboards/{id}',
      access: 'dashboards:write',
      summary: 'Delete a dashboard; it can be put back',
      input: One,
      output: z.object({}),
    }),
    restore: route({
      method: 'POST',
      path: '/dashboards/{id}/restoration',
      access: 'dashboards:write',
      summary: 'Put a deleted dashboard back',
      input: One,
      output: Board,
    }),
  },
  {
    added: event('created the dashboard {name}', Named),
    changed: event('changed the dashboard {name}: {what}', Named.extend({ what: text })),
    shared: event('shared the dashboard {name} with {whom}', Named.extend({ whom: text })),
    unshared: event('took the dashboard {name} back', Named),
    removed: event('deleted the dashboard {name}', Named),
    restored: event('put the dashboard {name} back', Named),
  },
)
