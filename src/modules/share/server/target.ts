import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { versioned } from '../../../kernel/versions.ts'
import { share } from '../contract.ts'

export const targets = versioned({
  table: 'share_targets',
  name: 'target',
  prefix: 'sht',
  what: 'the target',
  first: { percent: 90 },
  firstReason: 'At least nine hours in ten on what directly serves the vision',
})

export async function setTarget(ctx: Ctx, { percent, version, reason }: In<typeof share.setTarget>) {
  await targets.requireCurrent(ctx.db, version)

  const kept = await targets.keep(ctx, { percent }, { reason, version })
  await ctx.record(share.events.targetSet, 'share-target', { percent, reason })

  return kept
}
