import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { minorDigits } from '../../../methods/money.ts'
import { organisation } from '../../imports/server/index.ts'
import { parentsOf, readableNames } from '../../trace/server/index.ts'
import type { departments } from '../contract.ts'
import {
  ageOf,
  isOpen,
  isOverdue,
  type Standing,
  stateTitle,
  whyNotBecome,
  whyNotChange,
  whyNotRank,
} from '../rules.ts'
import type { Ask, AskState } from '../things/ask.ts'
import { manages, peopleOf } from './pages-show.ts'
import type { AskRow, PageRow } from './tables.ts'

export async function requireAsk(ctx: Ctx, id: string): Promise<AskRow> {
  const row = await ctx.db.selectFrom('departments_asks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This ask')
  return row
}

/** Who the asker is to an ask: whoever asked, somebody of the department, or in charge of all of them. */
export const standingTo = (ctx: Ctx, row: AskRow, page: PageRow, people: string[]): Standing => {
  const { personId } = ctx.actor
  const isOf = personId !== undefined && (people.includes(personId) || page.owner_id === personId)
  return {
    asked: personId !== undefined && row.asked_by_id === personId,
    isOf: isOf || (personId !== undefined && row.of_id === personId),
    manages: manages(ctx),
  }
}

/** What all asks need to be shown with, read once. */
async function surroundings(ctx: Ctx, rows: AskRow[]) {
  const ids = [...new Set(rows.map((row) => row.page_id))]
  const pages = await ctx.db.selectFrom('departments_pages').selectAll().where('id', 'in', ids).execute()
  const parents = await parentsOf(
    ctx.db,
    'ask',
    rows.map((row) => row.id),
  )
  const goalIds = [...parents.values()].flatMap((one) => (one.kind === 'goal' ? [one.id] : []))
  const kpiIds = rows.flatMap((row) => row.kpi_id ?? [])
  const { zone } = await organisation(ctx.db)
  return {
    ...{ zone, parents, today: dayIn(zone, ctx.now), people: await peopleOf(ctx, ids) },
    pages: new Map(pages.map((one) => [one.id, one])),
    goals: await readableNames(ctx, 'goal', goalIds),
    kpis: await readableNames(ctx, 'kpi', kpiIds),
  }
}
type Around = Awaited<ReturnType<typeof surroundings>>

const named = (id: string | null | undefined, names: Map<string, string>) => {
  const name = id ? names.get(id) : undefined
  return id && name !== undefined ? { id, name } : null
}

export async function toAsks(ctx: Ctx, rows: AskRow[]): Promise<Ask[]> {
  if (rows.length === 0) return []
  const around = await surroundings(ctx, rows)
  return rows.map((row) => toAsk(ctx, row, around))
}

function toAsk(ctx: Ctx, row: AskRow, around: Around): Ask {
  const page = around.pages.get(row.page_id)!
  const closedOn = row.answered_at ? dayIn(around.zone, row.answered_at) : null
  const parent = around.parents.get(row.id)
  const impact = row.minor === null ? null : { minor: Number(row.minor), currency: row.currency ?? '' }
  return {
    ...{ id: row.id, page: { id: page.id, name: page.name }, what: row.what, why: row.why, impact },
    ...{ kpi: named(row.kpi_id, around.kpis), goal: named(parent?.id, around.goals) },
    ...{ size: row.size, rank: isOpen(row.state) ? row.rank : null, dueOn: row.due_on },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), state: row.state },
    of: row.of_id === null ? null : { id: row.of_id, name: row.of_name ?? '' },
    ...{ reason: row.reason, version: row.version },
    answered: row.answered_at ? { by: row.answered_by ?? '', at: row.answered_at.toISOString() } : null,
    age: ageOf(row.state, dayIn(around.zone, row.asked_at), closedOn, around.today),
    isOverdue: isOverdue(row, around.today),
    can: canOf(ctx, row, page, around),
  }
}

function canOf(ctx: Ctx, row: AskRow, page: PageRow, { people }: Around): Ask['can'] {
  const of = people.filter((one) => one.page_id === page.id).map((one) => one.person_id)
  const who = standingTo(ctx, row, page, of)
  const asked = { state: row.state, askedBy: row.asked_by, of: page.name }
  const may = (next: AskState) => whyNotBecome(asked, next, who, 'said when it is done') === null
  return {
    ...{ change: whyNotChange(asked, who) === null, accept: may('accepted'), decline: may('declined') },
    ...{ finish: may('done'), withdraw: may('withdrawn'), reopen: may('asked') },
    ...{ rank: whyNotRank(asked, who) === null, remind: isOpen(row.state) && (who.asked || who.manages) },
  }
}

type Filter = Pick<In<typeof departments.asks>, 'pageId' | 'state' | 'only'>

async function rowsOf(ctx: Ctx, { pageId, state, only }: Filter): Promise<AskRow[]> {
  const today = dayIn((await organisation(ctx.db)).zone, ctx.now)
  const { personId = '' } = ctx.actor
  const mine = ctx.db.selectFrom('departments_people').select('page_id').where('person_id', '=', personId)
  return ctx.db
    .selectFrom('departments_asks')
    .selectAll()
    .$if(pageId !== undefined, (q) => q.where('page_id', '=', pageId ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'asked'))
    .$if(only === 'open' || only === 'overdue' || only === 'of-me', (q) =>
      q.where('state', 'in', ['asked', 'accepted']),
    )
    .$if(only === 'overdue', (q) => q.where('due_on', '<', today))
    .$if(only === 'mine', (q) => q.where('asked_by_id', '=', personId))
    .$if(only === 'of-me', (q) =>
      q.where((e) =>
        e.or([e('of_id', '=', personId), e.and([e('of_id', 'is', null), e('page_id', 'in', mine)])]),
      ),
    )
    .orderBy((e) => e.case().when('state', 'in', ['asked', 'accepted']).then(0).else(1).end())
    .orderBy('rank')
    .orderBy('answered_at', 'desc')
    .orderBy('id')
    .limit(2000)
    .execute()
}

export const asks = async (ctx: Ctx, filter: In<typeof departments.asks>) => ({
  items: await toAsks(ctx, await rowsOf(ctx, filter)),
})

export async function oneAsk(ctx: Ctx, { id }: In<typeof departments.oneAsk>): Promise<Ask> {
  return (await toAsks(ctx, [await requireAsk(ctx, id)]))[0]!
}

const heading = [
  ...['Id', 'Department', 'Ask', 'Why', 'Impact', 'Currency', 'KPI', 'Goal', 'Size', 'Rank', 'Due'],
  ...['Overdue', 'Asked by', 'Asked on', 'Asked of', 'State', 'Reason', 'Age in days'],
]

export async function exportAsks(ctx: Ctx, { format, ...filter }: In<typeof departments.exportAsks>) {
  const { items } = await asks(ctx, filter)
  const { zone } = await organisation(ctx.db)
  const rows = items.map((one) => [
    ...[one.id, one.page.name, one.what, one.why],
    one.impact ? one.impact.minor / 10 ** minorDigits(one.impact.currency) : null,
    ...[one.impact?.currency ?? '', one.kpi?.name ?? '', one.goal?.name ?? '', one.size ?? '', one.rank],
    ...[one.dueOn, one.isOverdue ? 'yes' : 'no', one.askedBy, dayIn(zone, new Date(one.askedAt))],
    ...[one.of?.name ?? '', stateTitle(one.state), one.reason ?? '', one.age],
  ])
  return tableFile(format, { name: 'asks', heading, rows, hasMark: true })
}
