import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { proofing } from '../contract.ts'
import { standingOf, verdictNames, whyNotDecide } from '../rules.ts'
import { requireNoneOpen, tellNext } from './opening.ts'
import { lastVote, requireProof, showProof, stagesOf, votesOf } from './show.ts'
import type { PinRow, ProofRow } from './tables.ts'

/** A tab that is a round old decides nothing about a version it has not shown. */
function requireRound(row: ProofRow, round: number): void {
  if (row.round !== round)
    throw conflict('Another round was opened since you looked. Load it again and look at the newer version.')
}

export async function decide(ctx: Ctx, { id, round, verdict, reason }: In<typeof proofing.decide>) {
  const { row, found } = await requireProof(ctx, id)
  requireRound(row, round)
  const votes = await votesOf(ctx, row)
  const [stages, me] = [stagesOf(votes), ctx.actor.personId ?? '']
  const standing = standingOf(stages)
  const objection = whyNotDecide({ isOpen: row.state === 'open', standing, stages }, me)
  if (objection) throw forbidden(objection)
  if (verdict !== 'approved' && reason === '')
    throw invalid('Say what has to change.', [{ field: 'reason', message: 'needs words' }])

  const own = votes.find((one) => one.stage === standing.stage && one.person_id === me)!
  await ctx.update('proofing_votes', own.id, { verdict, reason, decided_at: ctx.now })
  const then = standingOf(stagesOf(await votesOf(ctx, row)))
  if (then.verdict) await ctx.update('proofing_proofs', id, { state: 'decided', verdict: then.verdict })
  await ctx.record(proofing.events.decided, id, { verdict: verdictNames[verdict] })
  if (then.verdict)
    await notify(ctx, row.opened_by_id, {
      title: `${verdictNames[then.verdict]}: ${found.row.name}`,
      why: reason || `Round ${round} is decided.`,
      link: `/proofs/${id}`,
    })
  else if (then.stage !== standing.stage) await tellNext(ctx, id)

  return showProof(ctx, id)
}

export async function takeBack(ctx: Ctx, { id, round }: In<typeof proofing.takeBack>) {
  const { row, found } = await requireProof(ctx, id)
  requireRound(row, round)
  const last = lastVote(await votesOf(ctx, row))
  if (last?.person_id !== ctx.actor.personId || !last || row.state === 'withdrawn')
    throw conflict('A decision is taken back by whoever decided last, while the proof is not withdrawn.')
  await requireNoneOpen(ctx, { fileId: row.file_id, name: found.row.name, except: id })

  await ctx.update('proofing_votes', last.id, { verdict: null, reason: '', decided_at: null })
  await ctx.update('proofing_proofs', id, { state: 'open', verdict: null })
  await ctx.record(proofing.events.takenBack, id, {})
  return showProof(ctx, id)
}

const say = (ctx: Ctx, pinId: string, words: string) =>
  ctx.insert('proofing_words', {
    ...{ id: ctx.id('prw'), pin_id: pinId, words, at: ctx.now },
    ...{ by_id: ctx.actor.personId ?? ctx.actor.id, by_name: ctx.actor.name },
  })

export async function pin(ctx: Ctx, { id, round, words, ...place }: In<typeof proofing.pin>) {
  const { row } = await requireProof(ctx, id)
  requireRound(row, round)
  if (row.state === 'withdrawn') throw conflict('This proof is withdrawn. Take it up again to pin to it.')
  const { last } = await ctx.db
    .selectFrom('proofing_pins')
    .select((e) => e.fn.max('number').as('last'))
    .where('proof_id', '=', id)
    .executeTakeFirstOrThrow()

  const made = { id: ctx.id('ppn'), proof_id: id, number: (last ?? 0) + 1, round, ...place }
  await ctx.insert('proofing_pins', { ...made, settled_at: null, settled_by: null })
  await say(ctx, made.id, words)
  await ctx.record(proofing.events.pinned, id, {})
  return showProof(ctx, id)
}

async function requirePin(ctx: Ctx, id: string): Promise<PinRow> {
  const row = await ctx.db.selectFrom('proofing_pins').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This pin')
  await requireProof(ctx, row.proof_id)
  return row
}

export async function reply(ctx: Ctx, { id, words }: In<typeof proofing.reply>) {
  const row = await requirePin(ctx, id)

  await say(ctx, id, words)
  await ctx.record(proofing.events.answered, row.proof_id, {})
  return showProof(ctx, row.proof_id)
}

export async function settle(ctx: Ctx, { id, isSettled }: In<typeof proofing.settle>) {
  const row = await requirePin(ctx, id)

  const how = isSettled
    ? { settled_at: ctx.now, settled_by: ctx.actor.name }
    : { settled_at: null, settled_by: null }
  await ctx.update('proofing_pins', id, how)
  await ctx.record(isSettled ? proofing.events.settled : proofing.events.unsettled, row.proof_id, {})
  return showProof(ctx, row.proof_id)
}
