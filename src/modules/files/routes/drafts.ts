import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Drafted, Name } from '../things.ts'

const key = z.string().min(16).max(64)

export const draftRoutes = {
  drafted: route({
    method: 'GET',
    path: '/file-drafts/{key}',
    access: 'public',
    summary: 'List what was handed in with a draft key, before its record exists',
    input: z.object({ key }),
    output: Drafted,
  }),
  handIn: route({
    method: 'POST',
    path: '/file-drafts/{key}/files',
    access: 'public',
    summary: 'Hand a file in with a draft key, before its record exists; it waits for a day',
    input: z.object({ key, name: Name }),
    output: Drafted,
    upload: true,
    secret: true,
  }),
  takeOut: route({
    method: 'DELETE',
    path: '/file-drafts/{key}/files/{id}',
    access: 'public',
    summary: 'Take a file out again that was handed in with a draft key',
    input: z.object({ key, id: z.string().max(80) }),
    output: Drafted,
    secret: true,
  }),
}
