import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import { Item, OnDay, text } from '../../work/contract.ts'
import { Definition, Template } from '../things.ts'

const version = z.number().int().min(1)
const TemplateSaid = z.object({ name: Line(80).min(1, 'needs a name'), definition: Definition })

export const templateRoutes = {
  templates: route({
    method: 'GET',
    path: '/item-templates',
    access: 'work:read',
    summary: 'List the templates of items on the boards that you may see',
    input: z.object({ retired: z.boolean().default(false) }),
    output: z.object({ items: z.array(Template) }),
  }),
  addTemplate: route({
    method: 'POST',
    path: '/item-templates',
    access: 'work:write',
    summary: 'Write a template of items: title, checklist, parts, who gets it',
    input: TemplateSaid,
    output: Template,
  }),
  changeTemplate: route({
    method: 'PUT',
    path: '/item-templates/{id}',
    access: 'work:write',
    summary: 'Write the next version of an item template; items made before stay as they are',
    input: TemplateSaid.extend({ id: text, version, reason: Line(300).default('') }),
    output: Template,
  }),
  retireTemplate: route({
    method: 'PUT',
    path: '/item-templates/{id}/retirement',
    access: 'work:write',
    summary: 'Retire an item template, or take it into use again',
    input: One.extend({ isRetired: z.boolean() }),
    output: Template,
  }),
  templateVersions: route({
    method: 'GET',
    path: '/item-templates/{id}/versions',
    access: 'work:read',
    summary: 'Read every version of an item template',
    input: One,
    output: z.object({
      items: z.array(
        z.object({
          ...{ version, name: text, definition: Definition, reason: text },
          ...{ by: text.nullable(), changedAt: text.nullable() },
        }),
      ),
    }),
  }),
  useTemplate: route({
    method: 'POST',
    path: '/item-templates/{id}/items',
    access: 'work:write',
    summary: 'Add an item, with its checklist and parts, from a template',
    input: One.extend({ dueOn: OnDay.nullable().default(null) }),
    output: Item,
  }),
}
