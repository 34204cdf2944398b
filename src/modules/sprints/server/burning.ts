import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, daysBetween } from '../../../methods/days.ts'
import {
  type BurnChange,
  burn,
  chanceWithin,
  daysAt,
  daysToFinish,
  whyNotDelivery,
} from '../../../methods/flow/index.ts'
import type { Detail } from '../contract.ts'
import { standing } from './show.ts'
import type { ChangeRow, SprintRow, TakenRow } from './tables.ts'

type Around = { changes: readonly ChangeRow[]; today: string }

/** Its days until today; before the start there is nothing to burn down. */
export function burnOf(
  row: SprintRow,
  taken: readonly TakenRow[],
  { changes, today }: Around,
): Detail['burn'] {
  if (row.state === 'planned') return []
  const committed = taken.reduce((all, one) => all + (one.committed ?? 0), 0)
  const done = standing(taken).flatMap((one): BurnChange[] =>
    one.done_on === null ? [] : [{ day: one.done_on, kind: 'done', amount: one.amount }],
  )
  const scope = changes.map(
    (one): BurnChange => ({ day: laterDay(one.on_day, row), kind: 'scope', amount: one.delta }),
  )
  const all: BurnChange[] = [{ day: row.starts_on, kind: 'scope', amount: committed }, ...scope, ...done]
  const [, until] = [row.starts_on, today, row.ends_on].sort()
  return burn(all, { from: row.starts_on, to: row.ends_on, until: until! })
}

/** What changed on the first day is a change, not the commitment. */
const laterDay = (day: string, row: SprintRow): string =>
  day <= row.starts_on && row.ends_on > row.starts_on ? addDays(row.starts_on, 1) : day

const window = 56

/** When all of it is done, from what the team got done a day in the eight weeks before. */
export async function forecastOf(
  ctx: Ctx,
  row: SprintRow,
  taken: readonly TakenRow[],
  today: string,
): Promise<Detail['forecast']> {
  const left = standing(taken).filter((one) => one.done_on === null).length
  if (row.state !== 'open') return { says: '', chance: null }
  if (left === 0) return { says: 'All that is in it is done.', chance: 1 }
  const history = await doneADay(ctx, row, today)
  const refused = whyNotDelivery(history, left)
  if (refused) return { says: refused, chance: null }
  const delivery = daysToFinish(history, left, { seed: 1 })
  const days = daysBetween(today, row.ends_on) + 1
  const chance = days <= 0 ? 0 : chanceWithin(delivery, days)
  const by = daysAt(delivery, 0.85)
  const when = by === null ? 'not within ten years' : `by ${addDays(today, by - 1)}`
  return { says: `${left} items are left. With 85 % they are all done ${when}.`, chance }
}

async function doneADay(ctx: Ctx, row: SprintRow, today: string): Promise<number[]> {
  const from = addDays(today, -window)
  const rows = await ctx.db
    .selectFrom('sprints_items as taken')
    .innerJoin('sprints_records as sprint', 'sprint.id', 'taken.sprint_id')
    .select(['taken.done_on', 'sprint.starts_on'])
    .where('sprint.team_id', '=', row.team_id)
    .where('taken.done_on', '>=', from)
    .where('taken.done_on', '<', today)
    .execute()
  const first = rows.map((one) => one.done_on!).sort()[0] ?? today
  const counts = new Array<number>(daysBetween(first, today)).fill(0)
  for (const one of rows) counts[daysBetween(first, one.done_on!)]! += 1
  return counts
}
