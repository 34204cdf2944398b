import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import { requireTeam, settings } from '../../identity/server/index.ts'
import { factsOf } from '../../work/server/index.ts'
import { type Note, type SprintTerms, sprints } from '../contract.ts'
import { amountOf } from '../rules.ts'
import { capacityOf } from './capacity.ts'
import type { SprintRow } from './tables.ts'

export type BroughtSprint = SprintTerms & {
  startedAt: Date
  /** Left out while it runs. */
  closedAt?: Date
  by: string
  /** `late` was added on that day with a reason; `isCarried` was not done and went into the next. */
  taken: { itemId: string; to: string; late?: { day: string; reason: string }; isCarried?: boolean }[]
  notes: { part: Note['part']; text: string; by: { id: string | null; name: string } }[]
}

/** A sprint with its past, as it was kept elsewhere. Asks nobody whether they may. */
export async function bringSprint(ctx: Ctx, one: BroughtSprint): Promise<string> {
  const team = await requireTeam(ctx, one.teamId)
  const row = await ctx.insert('sprints_records', {
    ...{ id: ctx.id('spr'), team_id: team.id, team_name: team.name, name: one.name, goal: one.goal },
    ...{ goal_id: one.goalId, starts_on: one.startsOn, ends_on: one.endsOn, measure: one.measure },
    ...{ focus: one.focus, state: one.closedAt ? ('closed' as const) : ('open' as const), capacity: null },
    ...{ started_at: one.startedAt, started_by: one.by, closed_at: one.closedAt ?? null, passes: 1 },
    ...{ closed_by: one.closedAt ? one.by : null, made_by: one.by, made_at: one.startedAt, version: 1 },
  })
  const { capacity } = await capacityOf(ctx, row, team.members)
  await ctx.update('sprints_records', row.id, { capacity })
  await bringTaken(ctx, row, one)
  await ctx.insertAll(
    'sprints_notes',
    one.notes.map(({ part, text, by }) => ({
      ...{ id: ctx.id('spn'), sprint_id: row.id, part, text, by_id: by.id, by_name: by.name },
      ...{ is_outside: by.id === null, improvement_id: null, at: one.closedAt ?? ctx.now },
    })),
  )
  await ctx.record(sprints.events.planned, row.id, { name: row.name })
  return row.id
}

async function bringTaken(ctx: Ctx, row: SprintRow, { taken, closedAt, by }: BroughtSprint): Promise<void> {
  const { timeZone } = await settings(ctx.db)
  const facts = new Map(
    (
      await factsOf(
        ctx,
        taken.map((one) => one.itemId),
      )
    ).map((one) => [one.id, one]),
  )
  const all = taken.map((one) => {
    const fact = facts.get(one.itemId)!
    const doneOn = !one.isCarried && fact.doneAt ? dayIn(timeZone, fact.doneAt) : null
    return { ...one, amount: amountOf(fact, row.measure), doneOn }
  })
  await ctx.insertAll(
    'sprints_items',
    all.map((one) => ({
      ...{
        id: ctx.id('spi'),
        sprint_id: row.id,
        item_id: one.itemId,
        amount: one.amount,
        done_on: one.doneOn,
      },
      ...{ committed: one.late ? null : one.amount, committed_to: one.late ? '' : one.to, added_by: by },
      outcome: closedAt ? (one.isCarried ? ('carried' as const) : ('done' as const)) : null,
      added_at: row.started_at ?? ctx.now,
    })),
  )
  await ctx.insertAll(
    'sprints_changes',
    all.flatMap(({ late, itemId, amount }) =>
      late
        ? {
            ...{
              id: ctx.id('spc'),
              sprint_id: row.id,
              item_id: itemId,
              kind: 'added' as const,
              delta: amount,
            },
            ...{
              items: 1,
              reason: late.reason,
              by_name: by,
              on_day: late.day,
              at: new Date(`${late.day}T09:00:00Z`),
            },
          }
        : [],
    ),
  )
}
