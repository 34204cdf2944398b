import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Name, Reason } from '../../campaigns/contract.ts'
import { count, Definition, day, Listed, Preview, Template, text } from '../things.ts'

export const templateRoutes = {
  list: route({
    method: 'GET',
    path: '/templates',
    access: 'campaigns:read',
    summary: 'List the templates campaigns are started from, retired ones included',
    input: z.object({}),
    output: z.object({ items: z.array(Listed) }),
  }),
  show: route({
    method: 'GET',
    path: '/templates/{id}',
    access: 'campaigns:read',
    summary: 'Show a template with its versions and the campaigns started from it',
    input: One,
    output: Template,
  }),
  add: route({
    method: 'POST',
    path: '/templates',
    access: 'campaigns:manage',
    summary: 'Make a template: parts of the brief, tactics, steps with what each comes after',
    input: z.object({ name: Name, definition: Definition }),
    output: Template,
  }),
  keep: route({
    method: 'POST',
    path: '/campaigns/{id}/template',
    access: 'campaigns:manage',
    summary: 'Make a template of a campaign, with its fields, tactics and steps',
    input: One.extend({ name: Name }),
    output: Template,
  }),
  change: route({
    method: 'PUT',
    path: '/templates/{id}',
    access: 'campaigns:manage',
    summary:
      'Put a new version of a template in force, with the reason; refused when changed since `version`',
    input: One.extend({ name: Name, definition: Definition, reason: Reason, version: count }),
    output: Template,
  }),
  retire: route({
    method: 'POST',
    path: '/templates/{id}/retirement',
    access: 'campaigns:manage',
    summary: 'Retire a template: nothing is started from it any more',
    input: One,
    output: Template,
  }),
  restore: route({
    method: 'DELETE',
    path: '/templates/{id}/retirement',
    access: 'campaigns:manage',
    summary: 'Bring a retired template back',
    input: One,
    output: Template,
  }),
  preview: route({
    method: 'GET',
    path: '/templates/{id}/plan',
    access: 'campaigns:read',
    summary:
      'Count a template’s steps back from a first day: what is due when, what is too late, the critical path',
    input: One.extend({ launchOn: day }),
    output: Preview,
  }),
  start: route({
    method: 'POST',
    path: '/templates/{id}/campaigns',
    access: 'campaigns:manage',
    summary:
      'Start a campaign from a template with its tactics and steps; refused when changed since `version`',
    input: One.extend({
      name: Name,
      ownerId: text,
      launchOn: day,
      parentId: text.nullable().default(null),
      version: count,
    }),
    output: z.object({ id: text, name: text }),
  }),
}
