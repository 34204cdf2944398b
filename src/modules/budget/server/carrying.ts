import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { organisation } from '../../imports/server/index.ts'
import type { budget, Recurrence } from '../contract.ts'
import { generated, whyNotPlan } from '../rules.ts'
import { addLines } from './adding.ts'
import { requireYear } from './books.ts'
import type { RecurrenceRow } from './planning-tables.ts'
import { toRecurring } from './recurring.ts'
import { linesOf } from './shown-rows.ts'
import type { LineRow, YearRow } from './tables.ts'

type Going = { line: LineRow; row: RecurrenceRow }

/** Recurring lines of the year before that go on in a year in draft, but for those it has already. */
export async function carryOn(ctx: Ctx, { id }: In<typeof budget.carryOn>) {
  const year = await requireYear(ctx, id)
  const frozen = whyNotPlan(year)
  if (frozen) throw conflict(frozen)
  const going = await goingOn(ctx, year)
  if (going.length === 0)
    throw conflict(`No recurring line of the year before goes on in ${year.label} that is not there already.`)

  const { calendar } = await organisation(ctx.db)
  const none = Array.from({ length: 12 }, () => 0)
  const lines = going.map(({ line, row }) => {
    const months = generated(none, year.number * 12, toRecurring(saidOf(row), calendar), null)
    return { ...copied(line), plan: months, forecast: months }
  })
  const { ids } = await addLines(ctx, { year: id, lines })
  for (const [at, { row }] of going.entries())
    await ctx.insert('budget_recurrences', {
      ...{ id: ctx.id('bre'), line_id: ids[at]!, every: row.every, starts_on: row.starts_on },
      ...{ ends_on: row.ends_on, rises: row.rises, steps: JSON.stringify(row.steps) },
      ...{ version: 1, set_by: ctx.actor.name, set_at: ctx.now },
    })

  return { ids }
}

const saidOf = (row: RecurrenceRow): Recurrence => ({
  ...{ every: row.every, startsOn: row.starts_on, endsOn: row.ends_on, rises: row.rises, steps: row.steps },
})

const copied = (line: LineRow) => ({
  ...{ area: line.area, programme: line.programme, campaign: line.campaign, name: line.name },
  ...{ kind: line.kind as 'media', channel: line.channel, ownerId: line.owner_id, currency: line.currency },
  ...{ isPlaceholder: line.is_placeholder, purpose: line.purpose, note: line.note },
})

const keyOf = ({ area, programme, campaign, name }: LineRow) =>
  JSON.stringify([area, programme, campaign, name])

async function goingOn(ctx: Ctx, year: YearRow): Promise<Going[]> {
  const before = await ctx.db
    .selectFrom('budget_years')
    .selectAll()
    .where('number', '=', year.number - 1)
    .executeTakeFirst()
  if (!before) throw missing(`The budget of the year before ${year.label}`)
  const { rows } = await linesOf(ctx, before)
  const there = new Set((await linesOf(ctx, year)).rows.map(keyOf))
  const recurrences = await ctx.db.selectFrom('budget_recurrences').selectAll().execute()
  const byLine = new Map(recurrences.map((row) => [row.line_id, row]))
  return rows.flatMap((line) => {
    const row = byLine.get(line.id)
    const goesOn = row && (row.ends_on === null || row.ends_on >= year.months[0]!)
    return goesOn && !there.has(keyOf(line)) ? [{ line, row }] : []
  })
}
