import type { Ctx } from '../../../kernel/ctx.ts'
import { buyInsOf, requireVersion, standingVision } from './vision-show.ts'

/** The vision as it stands: when its version came into force, and when somebody last stood behind one. */
export async function visionInForce(ctx: Ctx) {
  const known = await standingVision(ctx)
  if (!known) return null
  const { title, saved_at: savedAt, saved_by: savedBy } = await requireVersion(ctx, known.version)
  const last = (await buyInsOf(ctx, known.id)).at(-1)
  const buyIn = last ? { by: last.name, at: last.given_at, version: last.version } : null
  return { id: known.id, version: known.version, title, savedAt, savedBy, buyIn }
}

/** Goals that are open and KPI agreements in force or waiting for signatures. */
export async function inForce(ctx: Ctx) {
  const goals = ctx.db.selectFrom('strategy_goals').select(['id', 'name']).where('state', '=', 'open')
  const kpis = ctx.db
    .selectFrom('strategy_kpis')
    .select(['id', 'name'])
    .where('state', 'in', ['open', 'signed'])
  return { goals: await goals.orderBy('name').execute(), kpis: await kpis.orderBy('name').execute() }
}
