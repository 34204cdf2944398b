import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { settings } from '../../identity/server/index.ts'
import { beginning } from '../../threads/rules.ts'
import { linkUp, readableNames } from '../../trace/server/index.ts'
import { departments } from '../contract.ts'
import { isOpen, moved, whyNotBecome, whyNotChange, whyNotRank } from '../rules.ts'
import { todayOf } from './asks-count.ts'
import { oneAsk, requireAsk, standingTo } from './asks-show.ts'
import { peopleOf, requirePage } from './pages-show.ts'
import type { AskRow } from './tables.ts'
import { tellAsker, tellDepartment } from './tell.ts'

const { events } = departments

async function known(ctx: Ctx, id: string) {
  const row = await requireAsk(ctx, id)
  const page = await requirePage(ctx, row.page_id)
  const people = (await peopleOf(ctx, [page.id])).map((one) => one.person_id)
  const who = standingTo(ctx, row, page, people)
  return { row, page, who, asked: { state: row.state, askedBy: row.asked_by, of: page.name } }
}

const requireVersion = (row: AskRow, version: number): void => {
  if (row.version !== version)
    throw conflict('Somebody changed this ask since you opened it. Load it again and repeat your change.')
}

/** The ids of what is open in a department, in their order. */
const openIn = async (ctx: Ctx, pageId: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('departments_asks')
    .select(['id', 'state'])
    .where('page_id', '=', pageId)
    .where('state', 'in', ['asked', 'accepted'])
    .orderBy('rank')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function write(ctx: Ctx, ids: string[]): Promise<void> {
  for (const [at, id] of ids.entries()) await ctx.update('departments_asks', id, { rank: at + 1 })
}

async function ofWhom(ctx: Ctx, pageId: string, id: string | null) {
  if (id === null) return { of_id: null, of_name: null }
  const found = (await peopleOf(ctx, [pageId])).find((one) => one.person_id === id)
  if (!found)
    throw invalid('Whoever is asked is of the department. Choose one of its people, or leave it to them.')
  return { of_id: id, of_name: found.name }
}

async function requireKpi(ctx: Ctx, id: string | null): Promise<void> {
  if (id !== null && !(await readableNames(ctx, 'kpi', [id])).has(id))
    throw invalid('The KPI agreement it moves is not there. Choose it anew.')
}

export async function ask(ctx: Ctx, { id: pageId, goalId, ...said }: In<typeof departments.ask>) {
  const page = await requirePage(ctx, pageId)
  if (page.closed_at) throw conflict(`The page for ${page.name} is closed; nothing more is asked of it.`)
  await requireKpi(ctx, said.kpiId)
  const { currency } = await settings(ctx.db)
  const rank = (await openIn(ctx, pageId)).length + 1

  const row = await ctx.insert('departments_asks', {
    ...{ id: ctx.id('ask'), page_id: pageId, what: said.what, why: said.why, size: said.size, rank },
    ...{ minor: said.minor, currency: said.minor === null ? null : currency, kpi_id: said.kpiId },
    ...{ due_on: said.dueOn, asked_by_id: ctx.actor.personId ?? null, asked_by: ctx.actor.name },
    ...{ asked_at: ctx.now, ...(await ofWhom(ctx, pageId, said.ofId)), state: 'asked' as const },
    ...{ reason: null, answered_by: null, answered_at: null, reminded_on: null, version: 1 },
  })
  await ctx.record(events.asked, row.id, { what: row.what, of: page.name })
  const parent = goalId === null ? { kind: 'department', id: pageId } : { kind: 'goal', id: goalId }
  await linkUp(ctx, { kind: 'ask', id: row.id }, parent)
  await tellDepartment(ctx, row, page, {
    title: `Asked of ${page.name}: ${row.what}`,
    why: beginning(row.why),
  })

  return oneAsk(ctx, { id: row.id })
}

export async function changeAsk(ctx: Ctx, { id, version, ...said }: In<typeof departments.changeAsk>) {
  const { row, page, who, asked } = await known(ctx, id)
  const objection = whyNotChange(asked, who)
  if (objection) throw conflict(objection)
  requireVersion(row, version)
  await requireKpi(ctx, said.kpiId ?? null)
  const { currency } = await settings(ctx.db)

  await ctx.update('departments_asks', id, {
    ...{ what: said.what, why: said.why, due_on: said.dueOn, kpi_id: said.kpiId, size: said.size },
    ...(said.minor === undefined
      ? {}
      : { minor: said.minor, currency: said.minor === null ? null : (row.currency ?? currency) }),
    ...(said.ofId === undefined ? {} : await ofWhom(ctx, page.id, said.ofId)),
    version: version + 1,
  })
  await ctx.record(events.askChanged, id, { what: said.what ?? row.what, of: page.name })

  return oneAsk(ctx, { id })
}

const deeds = {
  asked: 'opened again',
  accepted: 'accepted',
  declined: 'declined',
  done: 'finished',
  withdrawn: 'withdrew',
} as const

export async function answer(ctx: Ctx, { id, version, state, reason }: In<typeof departments.answer>) {
  const { row, page, who, asked } = await known(ctx, id)
  requireVersion(row, version)
  const objection = whyNotBecome(asked, state, who, reason)
  if (objection) throw conflict(objection)

  const others = (await openIn(ctx, page.id)).filter((one) => one !== id)
  await ctx.update('departments_asks', id, {
    ...{ state, reason: reason || null, answered_by: ctx.actor.name, answered_at: ctx.now },
    version: version + 1,
  })
  if (isOpen(state) !== isOpen(row.state)) await write(ctx, isOpen(state) ? [...others, id] : others)
  await ctx.record(events.answered, id, { what: row.what, of: page.name, how: deeds[state] })
  const words = { title: `${page.name}, ${state}: ${row.what}`, why: reason || `${ctx.actor.name} says so.` }
  if (who.asked) await tellDepartment(ctx, row, page, words)
  else await tellAsker(ctx, row, words)

  return oneAsk(ctx, { id })
}

export async function size(ctx: Ctx, { id, version, size: said }: In<typeof departments.size>) {
  const { row, page, who, asked } = await known(ctx, id)
  requireVersion(row, version)
  const objection = whyNotRank(asked, who)
  if (objection) throw conflict(objection)

  await ctx.update('departments_asks', id, { size: said, version: version + 1 })
  await ctx.record(events.sized, id, { what: row.what, of: page.name, size: said ?? 'not known' })

  return oneAsk(ctx, { id })
}

export async function rank(ctx: Ctx, { id, rank: place }: In<typeof departments.rank>) {
  const { row, page, who, asked } = await known(ctx, id)
  const objection = whyNotRank(asked, who)
  if (objection) throw conflict(objection)
  const ids = await openIn(ctx, page.id)
  const before = ids.indexOf(id) + 1

  const order = moved(ids, id, place)
  await write(ctx, order)
  await ctx.record(events.ranked, id, { what: row.what, of: page.name, rank: order.indexOf(id) + 1 })

  return { before }
}

export async function remind(ctx: Ctx, { id }: In<typeof departments.remind>) {
  const { row, page, who } = await known(ctx, id)
  if (!who.asked && !who.manages) throw forbidden(`${row.asked_by} asked, and reminds of it.`)
  if (!isOpen(row.state)) throw conflict(`This ask is ${row.state}; there is nothing to remind of.`)
  const today = await todayOf(ctx)
  if (row.reminded_on === today) throw conflict(`${page.name} was reminded today already.`)

  await ctx.update('departments_asks', id, { reminded_on: today })
  await ctx.record(events.reminded, id, { what: row.what, of: page.name })
  const why = `${row.asked_by} asked; it is due on ${row.due_on}.`
  await tellDepartment(ctx, row, page, { title: `Still asked of ${page.name}: ${row.what}`, why })

  return {}
}
