import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import type { Day } from '../../../methods/days.ts'
import { type Move, templates } from '../contract.ts'
import { type Moved, movesOf, whyNotDue, whyNotMove, whyNotSayDone } from '../rules.ts'
import { askerOf, knownOf, toNamed } from './known.ts'
import { plan, requireOpenPlan, requireStep, requireVersion } from './plan.ts'
import type { StepRow } from './tables.ts'

export async function tryMove(ctx: Ctx, { id, due }: In<typeof templates.tryMove>): Promise<Move> {
  const { row, known } = await requireStep(ctx, id)
  const { launchOn, free } = known
  const objection = whyNotStart(row, due, known.named)
  if (objection) return { moved: [], launchOn, launchNeeded: launchOn, lateBy: 0, whyNot: objection }
  const judged = { launchOn, ...movesOf(known.steps, { id, day: due, launchOn, free }) }
  return { ...judged, whyNot: whyNotMove(known.campaign.state, judged) }
}

const whyNotStart = (row: StepRow, due: Day, named: Map<Day, string>): string | null =>
  row.done_at ? `“${row.name}” is done; open it again before you move it.` : whyNotDue(due, named)

export async function move(ctx: Ctx, { id, due, version }: In<typeof templates.move>) {
  const { row, known } = await requireStep(ctx, id)
  requireOpenPlan(known)
  requireVersion(row, version)
  const objection = whyNotStart(row, due, known.named)
  if (objection) throw invalid(objection)

  await applyMove(ctx, id, due)
  await ctx.record(templates.events.stepMoved, row.campaign_id, {
    ...{ name: row.name, campaign: known.campaign.name, due },
  })

  return plan(ctx, { id: row.campaign_id })
}

/** Put what moves with a step in its new place; without a day, what its present one asks for. */
export async function applyMove(ctx: Ctx, id: string, day?: Day): Promise<void> {
  const { row } = await requireStep(ctx, id)
  const { campaign, rows, steps, free, launchOn } = await knownOf(ctx, row.campaign_id)
  const result = movesOf(steps, { id, day: day ?? row.due_on, launchOn, free })
  const objection = whyNotMove(campaign.state, { launchOn, ...result })
  if (objection) throw conflict(objection)
  await putInPlace(ctx, rows, result.moved)
}

export async function putInPlace(ctx: Ctx, rows: readonly StepRow[], moved: readonly Moved[]): Promise<void> {
  for (const { id, to } of moved) {
    const row = rows.find((one) => one.id === id)
    if (row) await ctx.update('templates_steps', id, { due_on: to, version: row.version + 1 })
  }
}

const whyNotFinish = (row: StepRow, rows: readonly StepRow[]): string | null => {
  if (row.done_at) return `“${row.name}” is done already.`
  const open = rows.find((one) => row.after.includes(one.id) && !one.done_at)
  return open ? `“${open.name}” comes before it and is not done yet. Finish that first.` : null
}

/** The step, whose owner the asker is, or they manage campaigns. */
async function requireOwn(ctx: Ctx, id: string) {
  const found = await requireStep(ctx, id)
  const objection = whyNotSayDone(toNamed(found.row), askerOf(ctx))
  if (objection) throw forbidden(objection)
  requireOpenPlan(found.known)
  return found
}

export async function finish(ctx: Ctx, { id }: { id: string }) {
  const { row, known } = await requireOwn(ctx, id)
  const objection = whyNotFinish(row, known.rows)
  if (objection) throw conflict(objection)

  const done = { done_by: ctx.actor.name, done_at: ctx.now, version: row.version + 1 }
  await ctx.update('templates_steps', id, done)
  await ctx.record(templates.events.stepDone, row.campaign_id, {
    name: row.name,
    campaign: known.campaign.name,
  })

  return plan(ctx, { id: row.campaign_id })
}

export async function reopen(ctx: Ctx, { id }: { id: string }) {
  const { row, known } = await requireOwn(ctx, id)
  if (!row.done_at) throw conflict(`“${row.name}” is open already.`)
  const behind = known.rows.find((one) => one.after.includes(id) && one.done_at)
  if (behind) throw conflict(`“${behind.name}” comes after it and is done. Open that again first.`)

  await ctx.update('templates_steps', id, { done_by: null, done_at: null, version: row.version + 1 })
  await ctx.record(templates.events.stepReopened, row.campaign_id, {
    name: row.name,
    campaign: known.campaign.name,
  })

  return plan(ctx, { id: row.campaign_id })
}
