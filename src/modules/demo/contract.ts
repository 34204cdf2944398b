import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'

const text = z.string()

export const DemoStatus = z.object({
  /** none: there is no demo here; making: its files are written; landing: they land; ready; failed. */
  state: z.enum(['none', 'making', 'landing', 'ready', 'failed']),
  landed: z.number().int(),
  files: z.number().int(),
  reason: text.nullable(),
  /** People of the demo company; all share the password. */
  people: z.array(z.object({ name: text, email: text, title: text, role: text })),
  password: text.nullable(),
})

export const demo = contract(
  'demo',
  {
    start: route({
      method: 'POST',
      path: '/demo',
      access: 'public',
      summary: 'Fill an empty installation with the demo company; only before an organisation exists',
      input: z.object({ size: z.enum(['tiny', 'small', 'large']).default('small') }),
      output: DemoStatus,
    }),
    status: route({
      method: 'GET',
      path: '/demo',
      access: 'public',
      summary: 'How far the demo company is; its people and their password',
      input: z.object({}),
      output: DemoStatus,
    }),
  },
  {
    started: event('started the demo company', z.object({ size: text })),
    filled: event('filled the demo company: {files} files', z.object({ files: z.number() })),
    failed: event('could not fill the demo company: {reason}', z.object({ reason: text })),
  },
)
