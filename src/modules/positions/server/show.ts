import { tableFile } from '../../../engine/table-file.ts'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { minorDigits } from '../../../methods/money.ts'
import { today } from '../../budget/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import type { Position, positions } from '../contract.ts'
import { remarkOn, stateTitles, whyNotChange } from '../rules.ts'
import { askingsOf } from './askings.ts'
import { deliverablesOf, toDeliverable } from './deliverables.ts'
import { costsOf, requirePosition, seesCost, shown, toPosition } from './records.ts'
import type { PositionRow } from './tables.ts'

type Filter = Pick<In<typeof positions.list>, 'state' | 'department'>

export const rowsOf = (ctx: Ctx, { state, department }: Filter = {}): Promise<PositionRow[]> =>
  ctx.db
    .selectFrom('positions_records')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'draft'))
    .$if(department !== undefined, (q) => q.where('department', '=', department ?? ''))
    .orderBy('department')
    .orderBy('title')
    .orderBy('id')
    .execute()

export async function list(ctx: Ctx, filter: Filter) {
  const rows = await rowsOf(ctx, filter)
  const costs = await costsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const people = [...(await directory(ctx)).rows.values()].filter((one) => !one.disabled_at && !one.company)
  return {
    items: rows.map((row) => toPosition(row, costs)),
    people: people.map(({ id, name }) => ({ id, name })),
  }
}

export async function show(ctx: Ctx, { id }: In<typeof positions.show>) {
  const row = await requirePosition(ctx, id)
  const day = await today(ctx)
  const deliverables = (await deliverablesOf(ctx, [id])).map((one) => toDeliverable(one, day))
  const position = await shown(ctx, row)
  return {
    position,
    deliverables,
    ...(seesCost(ctx) ? { askings: await askingsOf(ctx, row) } : {}),
    remark: position.isElsewhere && row.ended_on === null ? remarkOn(deliverables, row.filled_on, day) : null,
    can: {
      manage: holds(ctx.actor, 'positions:manage'),
      cost: seesCost(ctx) && whyNotChange(row) === null,
      ask: seesCost(ctx) && holds(ctx.actor, 'budget:request'),
    },
  }
}

const columns: [title: string, read: (one: Position) => string | number | null][] = [
  ['Position', (one) => one.title],
  ['Team', (one) => one.team],
  ['Department', (one) => one.department],
  ['Funded by', (one) => one.fundedBy],
  ['Reports to', (one) => one.manager.name],
  ['From', (one) => one.startsOn],
  ['Until', (one) => one.ended?.on ?? one.endsOn],
  ['FTE', (one) => one.ftePercent / 100],
  ['State', (one) => stateTitles[one.state]],
  ['Filled by', (one) => one.person.name],
]

const costColumns: typeof columns = [
  ['Yearly cost', ({ cost }) => (cost ? cost.yearlyMinor / 10 ** minorDigits(cost.currency) : null)],
  ['Currency', ({ cost }) => cost?.currency ?? null],
]

export async function exportList(ctx: Ctx, { format, ...filter }: In<typeof positions.exportList>) {
  const { items } = await list(ctx, filter)
  const told = seesCost(ctx) ? [...columns, ...costColumns] : columns
  const rows = items.map((one) => told.map(([, read]) => read(one)))
  return tableFile(format, { name: 'positions', heading: told.map(([title]) => title), rows })
}
