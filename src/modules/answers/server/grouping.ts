import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { answers } from '../contract.ts'
import { whyNotMerge } from '../rules.ts'
import { requireQuestion, requireRoot } from './lines.ts'
import type { QuestionRow } from './tables.ts'

const { events } = answers

const groupOf = (ctx: Ctx, rootId: string): Promise<QuestionRow[]> =>
  ctx.db.selectFrom('answers_questions').selectAll().where('root_id', '=', rootId).execute()

export async function merge(ctx: Ctx, { id, intoId }: In<typeof answers.merge>) {
  const [own, into] = [await requireQuestion(ctx, id), await requireRoot(ctx, intoId)]
  if (own.merged_into !== null)
    throw conflict(`${own.merged_by} said already which question it is the same as.`)
  const objection = whyNotMerge(own, into)
  if (objection) throw conflict(objection)

  const below = (await groupOf(ctx, own.id)).filter((one) => one.id !== own.id)
  for (const one of below) await ctx.update('answers_questions', one.id, { root_id: into.id })
  const by = { merged_by: ctx.actor.name, merged_at: ctx.now }
  await ctx.update('answers_questions', own.id, { root_id: into.id, merged_into: into.id, ...by })
  await ctx.record(events.merged, own.id, { what: own.text, into: into.text })

  return {}
}

/** A question with those that were said to be the same as it, over however many steps. */
function branchOf(id: string, group: QuestionRow[]): string[] {
  const below = group.filter((one) => one.merged_into === id)
  return [id, ...below.flatMap((one) => branchOf(one.id, group))]
}

export async function part(ctx: Ctx, { id }: In<typeof answers.part>) {
  const row = await requireQuestion(ctx, id)
  if (row.merged_into === null) throw conflict('This question stands by itself already.')
  const into = await requireQuestion(ctx, row.merged_into)

  const below = branchOf(id, await groupOf(ctx, row.root_id)).filter((one) => one !== id)
  for (const one of below) await ctx.update('answers_questions', one, { root_id: id })
  const alone = { merged_into: null, merged_by: null, merged_at: null }
  await ctx.update('answers_questions', id, { root_id: id, ...alone })
  await ctx.record(events.parted, id, { what: row.text, into: into.text })

  return {}
}
