import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { strategy } from '../contract.ts'
import { type Body, replaced, whyNotApply } from '../rules.ts'
import type { RemarkRow } from './tables.ts'
import { current, keepVersion } from './visions.ts'

const { events } = strategy
const kind = 'suggestion'

export async function suggest(ctx: Ctx, { quote, text, replacement }: In<typeof strategy.suggest>) {
  const vision = await current(ctx)
  if (replaced(vision.body as Body, quote, replacement) === null)
    throw conflict('This passage does not stand in the text exactly once. Quote a little more or less of it.')

  await ctx.insert('strategy_remarks', {
    ...{ id: ctx.id('rem'), vision_id: vision.id, version: vision.version, quote, text },
    ...{ replacement, state: 'open' as const },
    ...{ by_id: ctx.actor.personId ?? null, by_name: ctx.actor.name, made_at: ctx.now },
    ...{ answer: null, answered_by: null, answered_at: null },
  })
  await ctx.record(events.remarkMade, vision.id, { what: vision.title, kind })

  return current(ctx)
}

export async function answerSuggestion(
  ctx: Ctx,
  { id, verdict, says }: In<typeof strategy.answerSuggestion>,
) {
  const row = await requireOpen(ctx, id)
  if (verdict === 'accepted') await apply(ctx, row)

  const patch = { state: verdict, answer: says, answered_by: ctx.actor.name, answered_at: ctx.now }
  await ctx.update('strategy_remarks', id, patch)
  const vision = await current(ctx)
  await ctx.record(events.remarkAnswered, row.vision_id, { what: vision.title, kind, verdict })
  const why = `${ctx.actor.name}${says ? `: ${says}` : '.'}`
  if (row.by_id)
    await notify(ctx, row.by_id, { title: `Your suggestion is ${verdict}`, why, link: '/vision' })

  return current(ctx)
}

async function requireOpen(ctx: Ctx, id: string): Promise<RemarkRow> {
  const row = await ctx.db.selectFrom('strategy_remarks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This suggestion')
  if (row.state !== 'open') throw conflict(`${row.answered_by} has answered it already: ${row.state}.`)
  return row
}

/** Put the suggested words into the text, as a new version. */
async function apply(ctx: Ctx, row: RemarkRow): Promise<void> {
  const { title, summary, body, principles } = await current(ctx)
  const next = replaced(body as Body, row.quote, row.replacement)
  if (!next) throw conflict(whyNotApply(false) ?? '')
  const reason = `As ${row.by_name} suggested`
  const kept = await keepVersion(ctx, { title, summary, body: next, principles, reason })
  await ctx.record(events.visionSaved, kept.vision_id, { what: title, version: kept.version, reason })
}
