import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { freshen } from '../../imports/server/index.ts'
import { linkUp, parentsOf } from '../../trace/server/index.ts'
import { strategy } from '../contract.ts'
import {
  roleTitles,
  whyNotAgree,
  whyNotAim,
  whyNotSign,
  whyNotSucceed,
  whyNotSupersede,
  whyNotWithdraw,
} from '../rules.ts'
import type { Definition, Lead } from '../things/kpi.ts'
import { requireAlone, toPromised } from './beside.ts'
import { requireMetric } from './figures.ts'
import { requireKpi, signaturesOf, signersOf, toJudged, toKpi } from './kpi-show.ts'
import { peopleFor } from './kpi-signers.ts'
import { definitionOf, monthsOf, pathOf, settled } from './kpi-terms.ts'
import { testLead, untested } from './lead.ts'
import type { KpiRow } from './tables.ts'
import { tellSigners, tellThose } from './tell.ts'

const { events } = strategy
type Asked = In<typeof strategy.proposeKpi>

export async function proposeKpi(ctx: Ctx, said: Asked) {
  const rests = said.pathKind === 'seasonal' || said.leads !== undefined
  if (rests && !holds(ctx.actor, 'metrics:read'))
    throw forbidden(
      'A seasonal path and a tested lead are made of figures: they need the right metrics:read.',
    )
  await freshen(ctx)
  const definition = await definitionOf(ctx, said)
  const asked = {
    ...said,
    baseline: settled(said.baseline, definition),
    target: settled(said.target, definition),
  }
  const months = await monthsOf(ctx, asked)
  const people = await peopleFor(ctx, asked)
  const before = asked.supersedes === undefined ? null : await requireInForce(ctx, asked.supersedes)
  const estranged = before && whyNotSucceed(partiesOf(before), people)
  if (estranged) throw forbidden(estranged)

  const outcome = asked.leads === undefined ? null : requireMetric(ctx, asked.leads)
  const { kind, title, isCumulative } = definition
  const objection =
    whyNotAgree({ ...asked, kind, title, isPathOfSum: isCumulative, leads: outcome }) ??
    whyNotAim({ ...asked, ...definition })
  if (objection) throw invalid(objection)
  await requireAlone(ctx, { ...asked, definition }, [before?.id])

  const row = await ctx.insert('strategy_kpis', {
    ...termsOf(ctx, asked, people),
    id: ctx.id('kpi'),
    definition: JSON.stringify(definition),
    path: JSON.stringify(await pathOf(ctx, asked, definition, months)),
    lead: JSON.stringify(await leadOf(ctx, asked, definition)),
    supersedes_id: before?.id ?? null,
  })
  await ctx.record(events.kpiProposed, row.id, { what: row.name })
  await linkToGoal(ctx, row.id, asked.goalId, before)
  await tellSigners(ctx, row)

  return toKpi(ctx, row)
}

function termsOf(ctx: Ctx, asked: Asked, { owner, boss, above }: Awaited<ReturnType<typeof peopleFor>>) {
  return {
    ...{ name: asked.name, from_on: asked.from, to_on: asked.to },
    ...{ baseline: asked.baseline, target: asked.target, path_kind: asked.pathKind, band: asked.band },
    ...{ weight: asked.weight, decision: asked.decision, why: asked.why },
    ...{ owner_id: owner.id, owner_name: owner.name },
    ...{ boss_id: boss.id, boss_name: boss.name, above_id: above.id, above_name: above.name },
    ...{ proposed_by_id: ctx.actor.personId ?? null, proposed_by: ctx.actor.name, proposed_at: ctx.now },
    state: 'open' as const,
    ...{ withdrawn_by: null, withdrawn_at: null, reason: null },
  }
}

async function leadOf(ctx: Ctx, { leads }: Asked, { metric }: Definition): Promise<Lead | null> {
  if (leads === undefined) return null
  return metric === null ? untested(ctx, leads) : testLead(ctx, { metric, leads })
}

async function requireInForce(ctx: Ctx, id: string): Promise<KpiRow> {
  const row = await requireKpi(ctx, id)
  const waiting = await ctx.db
    .selectFrom('strategy_kpis')
    .select('name')
    .where('supersedes_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const objection = whyNotSupersede(row.state, waiting?.name ?? null)
  if (objection) throw conflict(objection)
  return row
}

const partiesOf = (row: KpiRow) => ({
  owner: { id: row.owner_id, name: row.owner_name },
  boss: { id: row.boss_id, name: row.boss_name },
  above: { id: row.above_id, name: row.above_name },
})

/** A successor stands where its predecessor stood, unless something else is said. */
async function linkToGoal(ctx: Ctx, id: string, goalId: string | undefined, before: KpiRow | null) {
  const inherited = before ? (await parentsOf(ctx.db, 'kpi', [before.id])).get(before.id) : undefined
  const parent = goalId === undefined ? inherited : { kind: 'goal', id: goalId }
  if (parent) await linkUp(ctx, { kind: 'kpi', id }, parent)
}

export async function signKpi(ctx: Ctx, { id, note }: In<typeof strategy.signKpi>) {
  const row = await requireKpi(ctx, id)
  const before = await signaturesOf(ctx, [id])

  const objection = whyNotSign(toJudged(row, before), ctx.actor.personId)
  if (objection) throw row.state === 'open' ? forbidden(objection) : conflict(objection)

  await requireAlone(ctx, toPromised(row), [row.id, row.supersedes_id], ['signed'])

  const { role, person } = signersOf(row).find((one) => one.person.id === ctx.actor.personId)!
  const signature = { kpi_id: id, role, person_id: person.id, name: ctx.actor.name, note, signed_at: ctx.now }
  await ctx.insert('strategy_signatures', { id: ctx.id('sig'), ...signature })
  await ctx.record(events.kpiSigned, id, { what: row.name, role: roleTitles[role] })
  if (before.length === 1) await complete(ctx, row)

  return toKpi(ctx, await requireKpi(ctx, id))
}

/** Both have signed: it is locked, and in force in the place of the one it supersedes. */
async function complete(ctx: Ctx, row: KpiRow): Promise<void> {
  await ctx.update('strategy_kpis', row.id, { state: 'signed' })
  await ctx.record(events.kpiCompleted, row.id, { what: row.name })
  if (row.supersedes_id) {
    const old = await requireKpi(ctx, row.supersedes_id)
    await ctx.update('strategy_kpis', old.id, { state: 'superseded' })
    await ctx.record(events.kpiSuperseded, old.id, { what: old.name })
  }
  await tellThose(ctx, row, { title: `Signed: ${row.name}`, why: 'Both have signed it; it is locked.' })
}

export async function withdrawKpi(ctx: Ctx, { id, reason }: In<typeof strategy.withdrawKpi>) {
  const row = await requireKpi(ctx, id)
  const objection = whyNotWithdraw(row.state)
  if (objection) throw conflict(objection)

  const patch = { state: 'withdrawn', withdrawn_by: ctx.actor.name, withdrawn_at: ctx.now, reason } as const
  const changed = (await ctx.update('strategy_kpis', id, patch)) ?? row
  await ctx.record(events.kpiWithdrawn, id, { what: row.name, reason })
  await tellThose(ctx, row, { title: `Withdrawn: ${row.name}`, why: `${ctx.actor.name}: ${reason}` })

  return toKpi(ctx, changed)
}
