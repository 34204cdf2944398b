import { createHash } from 'node:crypto'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { sensitivity } from '../../../methods/priority/index.ts'
import { requireBoard } from '../../work/server/index.ts'
import { type Model, priorities, type Weighing } from '../contract.ts'
import { drawsFor, scorer, weighedBy } from '../rules.ts'
import { modelFor } from './models.ts'
import { type Scoring, scoredItems } from './scoring.ts'

const seed = 91
const top = 5

const numbersOf = (all: readonly Scoring[], names: readonly string[]) =>
  all.map(({ numbers }) => Object.fromEntries(names.map((name) => [name, numbers[name] ?? null])))

/** What a weighing was worked out from, so that it is known when it has grown old. */
const basisOf = (all: readonly Scoring[], { definition }: Model): string => {
  const names = weighedBy(definition)
  const told = all.map(({ row }, at) => [row.id, numbersOf(all, names)[at]])
  const whole = [definition.kind, definition.formula, definition.inputs, told.sort()]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

/** The newest weighing that was kept of a board. */
export async function weighingOf(
  ctx: Ctx,
  boardId: string,
  model: Model,
  all: readonly Scoring[],
): Promise<Weighing | null> {
  const row = await ctx.db
    .selectFrom('priorities_weighings')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('weighed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { basis, ...result } = row.result
  return {
    ...{ ...result, version: row.version, by: row.weighed_by, at: row.weighed_at.toISOString() },
    isOld: basis !== basisOf(all, model),
  }
}

export async function weigh(ctx: Ctx, { boardId }: In<typeof priorities.weigh>) {
  await requireBoard(ctx, boardId)
  const model = await modelFor(ctx, boardId)
  const all = await scoredItems(ctx, boardId, model)
  const scored = all.filter((one) => one.score.value !== null).length
  if (scored <= top)
    throw conflict(
      `${scored} items have a score; with ${top} or fewer the top ${top} cannot change. Say the inputs of more.`,
    )
  const scoreOf = scorer(model.definition)
  const names = weighedBy(model.definition)
  const draws = drawsFor(all.length, names.length)
  const found = sensitivity(numbersOf(all, names), (given) => scoreOf(given).value, { seed, top, draws })

  const { atTop, ...rest } = found
  const result = {
    ...{ ...rest, basis: basisOf(all, model) },
    atTop: atTop.map(({ at, share }) => {
      const { id, number, title } = all[at]!.row
      return { id, name: `W-${number} ${title}`, share }
    }),
  }
  await ctx.insert('priorities_weighings', {
    ...{ id: ctx.id('pwe'), board_id: boardId, version: model.version, result: JSON.stringify(result) },
    ...{ weighed_by: ctx.actor.name, weighed_at: ctx.now },
  })
  await ctx.record(priorities.events.weighed, boardId, {})

  return (await weighingOf(ctx, boardId, model, all))!
}
