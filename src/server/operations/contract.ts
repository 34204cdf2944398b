import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'

const Finding = z.object({ name: z.string(), ok: z.boolean(), says: z.string() })

/** Care of the installation itself. */
export const operations = contract(
  'operations',
  {
    backup: route({
      method: 'POST',
      path: '/operations/backups',
      access: 'operations:backup',
      summary: 'Write both stores and all files into one archive, while everything goes on',
      input: z.object({}),
      output: z.unknown(),
      download: true,
    }),
    doctor: route({
      method: 'GET',
      path: '/operations/health',
      access: 'operations:read',
      summary: 'Examine the stores, the audit chain, the disk and the folder',
      input: z.object({}),
      output: z.object({ ok: z.boolean(), findings: z.array(Finding) }),
    }),
  },
  { backedUp: event('took a backup', z.object({})) },
)
