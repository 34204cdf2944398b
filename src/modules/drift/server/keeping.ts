import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { periodOf } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { visionInForce } from '../../strategy/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { drift } from '../contract.ts'
import { measure } from './measuring.ts'

export async function keep(ctx: Ctx) {
  const { today, figures } = await measure(ctx)
  const { calendar } = await organisation(ctx.db)
  const week = periodOf(today, 'week', calendar).startsOn

  const said = { figures: JSON.stringify(figures), kept_by: ctx.actor.name, kept_at: ctx.now }
  // Written anew, since the feed tells the columns of an update to those who may not read every figure.
  await ctx.delete('drift_weeks', { week_on: week })
  await ctx.insert('drift_weeks', { week_on: week, ...said })
  await ctx.record(drift.events.kept, week, { week })

  return { on: week }
}

async function requireRecord(ctx: Ctx, { kind, id }: In<typeof drift.review>) {
  const known = ctx.use(traced).get(kind)
  const isKnown = known && holds(ctx.actor, known.read) && (await known.named(ctx.db, [id])).has(id)
  if (!isKnown) throw missing(`This ${known?.title.toLowerCase() ?? kind}`)
  const vision = await visionInForce(ctx)
  if (!vision) throw conflict('There is no vision yet that a record could fit. Write it first.')
  return { title: known.title.toLowerCase(), which: { kind, record_id: id, vision_version: vision.version } }
}

export async function review(ctx: Ctx, said: In<typeof drift.review>) {
  const { title, which } = await requireRecord(ctx, said)

  const by = { reviewed_by: ctx.actor.name, reviewed_at: ctx.now }
  const before = await ctx.update('drift_reviews', which, {})
  if (before) return {}
  await ctx.insert('drift_reviews', { id: ctx.id('drv'), ...which, ...by })
  await ctx.record(drift.events.reviewed, said.id, { kind: title, version: which.vision_version })

  return {}
}

export async function unreview(ctx: Ctx, said: In<typeof drift.unreview>) {
  const { title, which } = await requireRecord(ctx, said)

  if (await ctx.delete('drift_reviews', which))
    await ctx.record(drift.events.unreviewed, said.id, { kind: title })

  return {}
}
