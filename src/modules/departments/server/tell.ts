import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { perform, retrying, transact } from '../../../kernel/perform.ts'
import { notify } from '../../activity/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { departments } from '../contract.ts'
import { agoWords, isOverdue, isToBeReminded } from '../rules.ts'
import { todayOf } from './asks-count.ts'
import { asks } from './asks-show.ts'
import { peopleOf, requirePage } from './pages-show.ts'
import type { AskRow, PageRow } from './tables.ts'

const linkTo = (id: string): string => `/asks/${id}`
type Words = { title: string; why: string }

/** Whoever was asked by name; else everybody of the department, and the owner of its page. */
export async function tellDepartment(ctx: Ctx, row: AskRow, page: PageRow, words: Words): Promise<void> {
  const people =
    row.of_id === null ? (await peopleOf(ctx, [page.id])).map((one) => one.person_id) : [row.of_id]
  const owner = people.length === 0 && page.owner_id !== null ? [page.owner_id] : []
  for (const id of [...people, ...owner]) await notify(ctx, id, { ...words, link: linkTo(row.id) })
}

export async function tellAsker(ctx: Ctx, row: AskRow, words: Words): Promise<void> {
  if (row.asked_by_id) await notify(ctx, row.asked_by_id, { ...words, link: linkTo(row.id) })
}

/** What is asked of the reader and not answered, and what of theirs is late. */
export async function needsOfDepartments(ctx: Ctx): Promise<Need[]> {
  const { personId, permissions } = ctx.actor
  if (!personId || (permissions !== 'all' && !permissions.has('departments:read'))) return []
  const ofMe = (await asks(ctx, { only: 'of-me' })).items
  const mine = (await asks(ctx, { only: 'mine' })).items
  const waiting = ofMe.filter((one) => one.state === 'asked' || one.isOverdue)
  const late = mine.filter((one) => one.isOverdue && !waiting.some((other) => other.id === one.id))
  return [
    ...waiting.map((one) => ({
      title: one.state === 'asked' ? `Answer: ${one.what}` : `Late: ${one.what}`,
      why: `${one.askedBy} asks it of ${one.page.name}.`,
      ...{ link: linkTo(one.id), due: one.dueOn },
    })),
    ...late.map((one) => ({
      title: `Late with ${one.page.name}: ${one.what}`,
      why: `You asked ${agoWords(one.age)}. Remind them, or withdraw it.`,
      ...{ link: linkTo(one.id), due: one.dueOn },
    })),
  ]
}

const call = { actor: system('departments'), via: 'job' }

/** Once a day; each ask in a transaction of its own, and marked in it, so that running twice reminds once. */
async function remindAll(app: App): Promise<void> {
  const { items } = await perform(app, departments.asks, { only: 'open' }, call)
  for (const { id } of items)
    await retrying(() => transact(app, call, 'a reminder', (ctx) => remindOf(ctx, id)))
}

async function remindOf(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('departments_asks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const today = await todayOf(ctx)
  if (!isToBeReminded(row, today)) return
  const page = await requirePage(ctx, row.page_id)

  await ctx.update('departments_asks', id, { reminded_on: today })
  await ctx.record(departments.events.reminded, id, { what: row.what, of: page.name })
  const when = isOverdue(row, today) ? `was due on ${row.due_on}` : `is due on ${row.due_on}`
  const words = { title: `Asked of ${page.name}: ${row.what}`, why: `${row.asked_by} asked; it ${when}.` }
  await tellDepartment(ctx, row, page, words)
  if (isOverdue(row, today)) await tellAsker(ctx, row, words)
}

export const remindOfAsks = job<Record<string, never>>('departments.remind', remindAll, {
  every: '10 6 * * *',
})
