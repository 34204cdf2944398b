import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { versioned } from '../../../kernel/versions.ts'
import { load } from '../contract.ts'
import { firstAgreement } from '../rules.ts'

export const agreements = versioned({
  table: 'load_agreements',
  name: 'agreement',
  prefix: 'lag',
  what: 'the agreement',
  first: firstAgreement,
  firstReason: 'As it came, before anybody agreed on something else',
})

export async function agreement(ctx: Ctx) {
  const versions = await agreements.all(ctx.db)
  return { agreed: versions[0]!, versions, canChange: holds(ctx.actor, 'availability:manage') }
}

export async function agree(ctx: Ctx, { version, reason, ...said }: In<typeof load.agree>) {
  await agreements.requireCurrent(ctx.db, version)

  await agreements.keep(ctx, said, { reason, version })
  await ctx.record(load.events.agreed, 'load-agreement', { reason })

  return agreement(ctx)
}
