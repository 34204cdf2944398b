import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Attached, FileThing, Name, Ref, version } from '../things.ts'

export const fileRoutes = {
  list: route({
    method: 'GET',
    path: '/attachments/{kind}/{id}',
    access: 'member',
    summary: 'List the files of a record that you may read',
    input: z.object(Ref),
    output: Attached,
  }),
  show: route({
    method: 'GET',
    path: '/files/{id}',
    access: 'member',
    summary: 'Show one file of a record that you may read',
    input: One,
    output: FileThing,
  }),
  add: route({
    method: 'POST',
    path: '/attachments/{kind}/{id}',
    access: 'member',
    summary: 'Add a file to a record that you may change',
    input: z.object({ ...Ref, name: Name }),
    output: z.object({ file: FileThing, isHereAlready: z.boolean() }),
    upload: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/files/{id}',
    access: 'member',
    summary: 'Rename a file, or show it to guests of its record or no more',
    input: One.extend({ version, name: Name.optional(), isForGuests: z.boolean().optional() }),
    output: FileThing,
  }),
  remove: route({
    method: 'DELETE',
    path: '/files/{id}',
    access: 'member',
    summary: 'Remove a file; it can be put back for 30 days',
    input: One.extend({ version }),
    output: z.object({}),
  }),
  putBack: route({
    method: 'POST',
    path: '/files/{id}/restoration',
    access: 'member',
    summary: 'Put a removed file back',
    input: One,
    output: FileThing,
  }),
}
