import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { behind } from './routes/behind.ts'
import { figures } from './routes/figures.ts'
import { sales } from './routes/sales.ts'
import { count, text } from './things.ts'

export * from './things.ts'

export const pipeline = contract(
  'pipeline',
  { ...figures, ...behind, ...sales },
  {
    stagesChanged: event(
      'changed the stage definitions: {reason}',
      z.object({ version: count, reason: text }),
    ),
    leadDisputed: event('disputed a lead: {reason}', z.object({ leadId: text, reason: text })),
    disputeAnswered: event('answered a dispute: {verdict}', z.object({ leadId: text, verdict: text })),
  },
)
