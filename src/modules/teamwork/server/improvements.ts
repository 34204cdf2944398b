import { catalogue } from '../../../engine/query/catalogue.ts'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { addDays } from '../../../methods/fiscal.ts'
import { notify } from '../../activity/server/index.ts'
import { query } from '../../metrics/server/index.ts'
import { teamwork } from '../contract.ts'
import { whyNotMeasure, whyNotMove } from '../rules.ts'
import { oneImprovement } from './reviews-show.ts'
import { isMe, manages, requireFresh, requirePresent, requireRow, todayOf } from './rows.ts'
import type { ImprovementRow } from './tables-learning.ts'

const { events } = teamwork
const link = '/teamwork?tab=improvements'

type Measure = { metric: string | null; measure: string; unit: string }

/** What it is measured by: a metric of the catalogue under its own name, or a number with its unit. */
function measureOf(ctx: Ctx, { metric, measure, unit }: Measure): Measure {
  if (metric === null) return { metric, measure, unit }
  const known = ctx.use(catalogue).metrics.get(metric)
  if (!known)
    throw invalid(`There is no metric ${metric} in the catalogue. Choose one, or write a number by hand.`)
  return { metric, measure: known.title, unit: known.unit }
}

export async function addImprovement(ctx: Ctx, said: In<typeof teamwork.addImprovement>) {
  const owner = await requirePresent(ctx, said.ownerId)
  if (said.reviewId) await requireRow(ctx, 'teamwork_reviews', said.reviewId, 'This review')

  const row = await ctx.insert('teamwork_improvements', {
    ...{ id: ctx.id('ipr'), review_id: said.reviewId, what: said.what, why: said.why, due_on: said.dueOn },
    ...{ owner_id: owner.id, owner_name: owner.name, ...measureOf(ctx, said), why_none: null },
    ...{ before_value: null, before_on: null, before_from: null, after_value: null, after_on: null },
    ...{ after_from: null, state: 'idea' as const, reason: null, made_by: ctx.actor.name },
    ...{ made_at: ctx.now, version: 1 },
  })
  await ctx.record(events.improvementAdded, row.id, { what: row.what })
  const why = `${ctx.actor.name} put it under your name, due on ${row.due_on}.`
  await notify(ctx, owner.id, { title: `Yours to change: ${row.what}`, why, link })

  return oneImprovement(ctx, row.id)
}

async function requireOwn(ctx: Ctx, id: string, version: number): Promise<ImprovementRow> {
  const row = await requireRow(ctx, 'teamwork_improvements', id, 'This improvement')
  if (!isMe(ctx, row.owner_id) && !manages(ctx))
    throw forbidden(`${row.owner_name} owns this change of the process. Ask them.`)
  requireFresh(row, version, 'this improvement')
  return row
}

export async function changeImprovement(
  ctx: Ctx,
  { id, version, ...said }: In<typeof teamwork.changeImprovement>,
) {
  const row = await requireOwn(ctx, id, version)
  const before = { metric: row.metric, measure: row.measure, unit: row.unit }
  const { metric = row.metric, measure = row.measure, unit = row.unit } = said
  const next = measureOf(ctx, { metric, measure, unit })
  if (row.before_value !== null && JSON.stringify(next) !== JSON.stringify(before))
    throw conflict(`It was measured in ${row.measure || row.unit} before; the measure stays until the end.`)
  const owner = said.ownerId ? await requirePresent(ctx, said.ownerId) : null

  await ctx.update('teamwork_improvements', id, {
    ...{ what: said.what, why: said.why, due_on: said.dueOn, ...next, version: version + 1 },
    ...(owner ? { owner_id: owner.id, owner_name: owner.name } : {}),
  })
  await ctx.record(events.improvementChanged, id, { what: said.what ?? row.what })

  return oneImprovement(ctx, id)
}

const window = 28

/** The metric over the 28 days up to a day; nobody measures by a figure they may not read. */
async function counted(ctx: Ctx, metric: string, on: string) {
  if (!holds(ctx.actor, 'metrics:read'))
    throw forbidden('You need the permission “metrics:read” to measure by a metric of the catalogue.')
  const from = addDays(on, 1 - window)
  const asked = { metrics: [metric], by: [], from, to: on, where: [], limit: 1 }
  const found = (await query(ctx, asked)).rows[0]?.[metric]
  const value = typeof found === 'object' && found !== null ? found.amount : found
  if (typeof value !== 'number')
    throw conflict(`There is no value from ${from} to ${on}. Choose another day, or a number by hand.`)
  return { value, from }
}

type Given = In<typeof teamwork.measure>

async function valueIn(ctx: Ctx, row: ImprovementRow, { value }: Given, on: string) {
  if (row.metric !== null) return counted(ctx, row.metric, on)
  if (value === null)
    throw invalid('Say the number that was measured.', [{ field: 'value', message: 'is missing' }])
  if (row.measure === '')
    throw invalid('Say first what the number counts and in which unit: change the improvement.')
  return { value, from: null }
}

export async function measure(ctx: Ctx, given: Given) {
  const { id, version, when, whyNone } = given
  const row = await requireOwn(ctx, id, version)
  const objection = whyNotMeasure(row, when)
  if (objection) throw conflict(objection)
  const today = await todayOf(ctx)
  const on = given.on ?? today
  if (on > today) throw invalid(`${on} lies ahead: nothing can be measured there yet.`)
  const isNone = when === 'before' && whyNone.length >= 3

  const found = isNone ? { value: null, from: null } : await valueIn(ctx, row, given, on)
  const said = { value: found.value, on: isNone ? null : on, from: found.from }
  await ctx.update('teamwork_improvements', id, {
    ...(when === 'before'
      ? {
          before_value: said.value,
          before_on: said.on,
          before_from: said.from,
          why_none: isNone ? whyNone : null,
        }
      : { after_value: said.value, after_on: said.on, after_from: said.from }),
    version: version + 1,
  })
  await ctx.record(events.improvementMeasured, id, { what: row.what, how: when })

  return oneImprovement(ctx, id)
}

const deeds = { idea: 'put back', running: 'began', adopted: 'adopted', dropped: 'dropped' } as const

export async function moveImprovement(
  ctx: Ctx,
  { id, version, state, reason }: In<typeof teamwork.moveImprovement>,
) {
  const row = await requireOwn(ctx, id, version)
  const objection = whyNotMove(row, state, reason)
  if (objection) throw conflict(objection)

  await ctx.update('teamwork_improvements', id, { state, reason: reason || null, version: version + 1 })
  await ctx.record(events.improvementMoved, id, { what: row.what, how: deeds[state] })

  return oneImprovement(ctx, id)
}
