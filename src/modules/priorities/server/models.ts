import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requireBoard } from '../../work/server/index.ts'
import { type Model, priorities } from '../contract.ts'
import { whyNotModel } from '../rules.ts'

const all = 'all'

/** What holds before anybody chose: RICE, without a process. */
const builtIn = (boardId: string | null): Model => ({
  ...{ boardId, version: 0, reason: 'Built in', by: null, changedAt: null },
  definition: { kind: 'rice', formula: '', inputs: [], process: '' },
})

async function versionsOf(ctx: Ctx, scope: string): Promise<Model[]> {
  const rows = await ctx.db
    .selectFrom('priorities_models')
    .selectAll()
    .where('scope', '=', scope)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, definition, reason, changed_by: by, changed_at: at }) => ({
    ...{ boardId: scope === all ? null : scope, version, definition, reason, by },
    changedAt: at.toISOString(),
  }))
}

/** The model in force for a board: its own, or else the one for all boards. */
export async function modelFor(ctx: Ctx, boardId: string): Promise<Model> {
  const own = (await versionsOf(ctx, boardId))[0]
  return own ?? (await versionsOf(ctx, all))[0] ?? builtIn(null)
}

export async function models(ctx: Ctx, { boardId }: In<typeof priorities.models>) {
  if (boardId) await requireBoard(ctx, boardId)
  const kept = await versionsOf(ctx, boardId ?? all)
  return { items: boardId ? kept : [...kept, builtIn(null)] }
}

export async function setModel(ctx: Ctx, said: In<typeof priorities.setModel>) {
  const { boardId, version, definition, reason } = said
  if (boardId) await requireBoard(ctx, boardId)
  const objection = whyNotModel(definition)
  if (objection) throw invalid(objection, [{ field: 'definition.formula', message: objection }])
  const scope = boardId ?? all
  const now = (await versionsOf(ctx, scope))[0]
  if ((now?.version ?? 0) !== version)
    throw conflict(
      'Somebody put another scoring model in force since you opened this page. Load it again and repeat your change.',
    )

  await ctx.insert('priorities_models', {
    ...{ id: ctx.id('pmo'), scope, version: version + 1, definition: JSON.stringify(definition), reason },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
  })
  await ctx.record(priorities.events.modelSet, scope, { version: version + 1 })

  return (await versionsOf(ctx, scope))[0]!
}
