import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { digestRoutes } from './routes/digest.ts'
import { feedRoutes } from './routes/feeds.ts'

export * from './things.ts'

const nothing = z.object({})
/** Names of feeds stay with their owners: they may say what the feed is about. */
export const agenda = contract(
  'agenda',
  { ...feedRoutes, ...digestRoutes },
  {
    feedMade: event('made a calendar feed', nothing),
    feedRenewed: event('gave a calendar feed a new address', nothing),
    feedRevoked: event('revoked a calendar feed', nothing),
    digestChosen: event('chose a digest: {rhythm}', z.object({ rhythm: z.string() })),
    digestStopped: event('stopped the digest of {name} by its link', z.object({ name: z.string() })),
    digestResumed: event('let the digest of {name} come again', z.object({ name: z.string() })),
    digestPrepared: event('prepared a digest', nothing),
    digestSent: event('sent a digest', nothing),
    digestFailed: event('could not send a digest', nothing),
  },
)
