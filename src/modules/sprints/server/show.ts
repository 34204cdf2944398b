import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { readableNames } from '../../trace/server/index.ts'
import type { Sprint, sprints } from '../contract.ts'
import { adherenceOf } from '../rules.ts'
import { capacityOf } from './capacity.ts'
import { plannedTeams, takenIn } from './records.ts'
import type { SprintRow, TakenRow } from './tables.ts'

/** What stands in a sprint; what was taken out of it is not. */
export const standing = (taken: readonly TakenRow[]): TakenRow[] =>
  taken.filter((one) => one.outcome !== 'left')

const sum = (taken: readonly TakenRow[], of: (one: TakenRow) => number | null): number =>
  taken.reduce((all, one) => all + (of(one) ?? 0), 0)

export function figuresOf(taken: readonly TakenRow[]) {
  const here = standing(taken)
  const done = here.filter((one) => one.done_on !== null)
  const committed = taken.filter((one) => one.committed !== null)
  return {
    ...{ committed: sum(committed, (one) => one.committed), scope: sum(here, (one) => one.amount) },
    ...{ done: sum(done, (one) => one.amount), items: here.length, doneItems: done.length },
    committedItems: committed.length,
    committedDone: committed.filter((one) => one.done_on !== null).length,
    adherence: adherenceOf(taken.map((one) => ({ committed: one.committed, isDone: one.done_on !== null }))),
  }
}

export async function toSprints(ctx: Ctx, rows: readonly SprintRow[]): Promise<Sprint[]> {
  const taken = await takenIn(
    ctx,
    rows.map((row) => row.id),
  )
  const teams = new Map((await plannedTeams(ctx)).map((one) => [one.id, one]))
  const goals = await readableNames(ctx, 'goal', [...new Set(rows.flatMap((row) => row.goal_id ?? []))])
  return Promise.all(
    rows.map(async (row) => ({
      ...toTerms(row),
      team: { id: row.team_id, name: teams.get(row.team_id)?.name ?? row.team_name },
      goalName: goals.get(row.goal_id ?? '') ?? null,
      capacity: await hoursIn(ctx, row, teams.get(row.team_id)?.members ?? []),
      ...figuresOf(taken.filter((one) => one.sprint_id === row.id)),
      can: { plan: teams.get(row.team_id)?.mayPlan ?? false },
    })),
  )
}

/** Fixed at the start; until then it follows the working time of the people. Only hours are measured against it. */
const hoursIn = async (
  ctx: Ctx,
  row: SprintRow,
  members: readonly { id: string; name: string }[],
): Promise<number | null> =>
  row.measure === 'hours' && row.capacity === null
    ? (await capacityOf(ctx, row, members)).capacity
    : row.capacity

const toTerms = (row: SprintRow) => ({
  ...{ id: row.id, teamId: row.team_id, name: row.name, goal: row.goal, goalId: row.goal_id },
  ...{ startsOn: row.starts_on, endsOn: row.ends_on, measure: row.measure, focus: row.focus },
  ...{ state: row.state, startedAt: row.started_at?.toISOString() ?? null },
  ...{ closedAt: row.closed_at?.toISOString() ?? null, version: row.version },
})

export const toSprint = async (ctx: Ctx, row: SprintRow): Promise<Sprint> => (await toSprints(ctx, [row]))[0]!

const order = { open: 0, planned: 1, closed: 2 }

export async function list(ctx: Ctx, { teamId }: In<typeof sprints.list>) {
  let query = ctx.db.selectFrom('sprints_records').selectAll()
  if (teamId) query = query.where('team_id', '=', teamId)
  const rows = await query.orderBy('starts_on', 'desc').orderBy('id').execute()
  const sorted = [...rows].sort((a, b) => order[a.state] - order[b.state])
  const teams = (await plannedTeams(ctx)).filter((one) => one.mayPlan)
  return {
    items: await toSprints(ctx, sorted),
    teams: teams.map(({ id, name, isOwn }) => ({ id, name, isOwn })),
  }
}
