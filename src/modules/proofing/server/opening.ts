import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, Problem } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { files } from '../../files/contract.ts'
import { lookOf } from '../../files/rules.ts'
import { handedInBy, requireFile, requireVersion } from '../../files/server/index.ts'
import { asPerson, directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { proofing } from '../contract.ts'
import { whyNotStages } from '../rules.ts'
import { requireProof, showProof } from './show.ts'

type Stages = In<typeof proofing.open>['stages']
type Place = { fileId: string; number: number; openedById: string }

/** The file, on a record to which the asker may add files; guests decide and open nothing. */
async function requireManaged(ctx: Ctx, fileId: string) {
  const found = await requireFile(ctx, fileId)
  if (!found.holder.mayAdd || found.holder.isGuest)
    throw forbidden(`You may read this ${found.holder.what}. Opening a proof needs the right to change it.`)
  return found
}

async function judge(ctx: Ctx, { fileId, number, openedById }: Place, stages: Stages): Promise<void> {
  const bytes = await requireVersion(ctx, fileId, number)
  if (lookOf(bytes.type) === 'other')
    throw invalid(`${bytes.name} has no pages to look at: hand it in as an image or a PDF.`)
  const own = [openedById, await handedInBy(ctx, fileId, number)]
  const objection = whyNotStages(stages, own, await todayOf(ctx))
  if (objection) throw invalid(objection, [{ field: 'stages', message: objection }])
  for (const id of new Set(stages.flatMap((one) => one.reviewerIds)))
    await requireReader(ctx, id, fileId, number)
}

async function requireReader(ctx: Ctx, personId: string, fileId: string, number: number): Promise<void> {
  const asker = await ctx.use(asPerson)(personId)
  if (!asker) throw invalid('One of those you named has no access any more. Ask somebody else.')
  const { name } = asker.actor
  const { items } = await asker.ask(files.versions, { id: fileId }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    throw invalid(`${name} may not read this file. Ask somebody else, or give them the right first.`)
  })
  if (!items.some((one) => one.number === number))
    throw invalid(
      `${name} is shown later versions of this file only. Ask about one of those, or somebody else.`,
    )
}

/** A file has one open proof at a time: of two nobody would know which decides. */
export async function requireNoneOpen(
  ctx: Ctx,
  { fileId, name, except = '' }: { fileId: string; name: string; except?: string },
): Promise<void> {
  const other = await ctx.db
    .selectFrom('proofing_proofs')
    .select('id')
    .where('file_id', '=', fileId)
    .where('state', '=', 'open')
    .where('id', '<>', except)
    .executeTakeFirst()
  if (other) throw conflict(`A proof of ${name} is open already. Decide or withdraw it first.`)
}

async function keepRound(ctx: Ctx, proofId: string, round: number, number: number, stages: Stages) {
  await ctx.insert('proofing_rounds', { id: ctx.id('prn'), proof_id: proofId, round, number })
  const rows = stages.flatMap((stage, at) =>
    stage.reviewerIds.map((personId, place) => ({
      ...{ id: ctx.id('prv'), proof_id: proofId, round, stage: at, place, person_id: personId },
      ...{ stage_name: stage.name, rule: stage.rule, due_on: stage.dueOn },
      ...{ verdict: null, reason: '', decided_at: null },
    })),
  )
  await ctx.insertAll('proofing_votes', rows)
}

/** Those whose turn it is hear of it. */
export async function tellNext(ctx: Ctx, id: string): Promise<void> {
  const { name, next, stage, dueOn } = await showProof(ctx, id)
  for (const one of next)
    await notify(ctx, one.id, {
      title: `Decide about ${name}`,
      why: `${stage} is due on ${dueOn}. It waits for you.`,
      link: `/proofs/${id}`,
    })
}

export async function choices(ctx: Ctx, { id }: In<typeof proofing.choices>) {
  const { row } = await requireManaged(ctx, id)
  const { rows } = await directory(ctx)
  const people = [...rows.values()].filter((one) => !one.disabled_at && one.id !== ctx.actor.personId)
  return {
    name: row.name,
    number: row.version,
    people: people.map((one) => ({ id: one.id, name: one.name })),
  }
}

export async function open(ctx: Ctx, { fileId, number, stages }: In<typeof proofing.open>) {
  const { personId } = ctx.actor
  if (!personId) throw conflict('A proof is opened by a person: sign in as one.')
  const { holder, row } = await requireManaged(ctx, fileId)
  await judge(ctx, { fileId, number, openedById: personId }, stages)
  await requireNoneOpen(ctx, { fileId, name: row.name })

  const proof = await ctx.insert('proofing_proofs', {
    ...{ id: ctx.id('prf'), file_id: fileId, kind: holder.kind.kind, record_id: holder.id },
    ...{ round: 1, number, state: 'open', verdict: null },
    ...{ opened_by_id: personId, opened_by: ctx.actor.name, opened_at: ctx.now },
  })
  await keepRound(ctx, proof.id, 1, number, stages)
  await ctx.record(proofing.events.opened, proof.id, {})
  await tellNext(ctx, proof.id)

  return showProof(ctx, proof.id)
}

export async function nextRound(ctx: Ctx, { id, round, number, stages }: In<typeof proofing.nextRound>) {
  const { row, found } = await requireProof(ctx, id)
  await requireManaged(ctx, row.file_id)
  if (row.round !== round) throw conflict('Somebody opened another round meanwhile. Load it again.')
  if (row.state === 'withdrawn') throw conflict('This proof is withdrawn. Take it up again first.')
  if (number <= row.number)
    throw invalid(`This round is about version ${row.number} already. Hand in a newer one first.`)
  await requireNoneOpen(ctx, { fileId: row.file_id, name: found.row.name, except: id })
  await judge(ctx, { fileId: row.file_id, number, openedById: row.opened_by_id }, stages)

  await ctx.update('proofing_proofs', id, { round: round + 1, number, state: 'open', verdict: null })
  await keepRound(ctx, id, round + 1, number, stages)
  await ctx.record(proofing.events.roundOpened, id, { round: round + 1 })
  await tellNext(ctx, id)

  return showProof(ctx, id)
}

export async function withdraw(ctx: Ctx, { id, isWithdrawn }: In<typeof proofing.withdraw>) {
  const { row, found } = await requireProof(ctx, id)
  await requireManaged(ctx, row.file_id)
  if (isWithdrawn && row.state !== 'open') throw conflict('Only an open proof is withdrawn.')
  if (!isWithdrawn && row.state !== 'withdrawn') throw conflict('This proof is not withdrawn.')
  if (!isWithdrawn) await requireNoneOpen(ctx, { fileId: row.file_id, name: found.row.name, except: id })

  await ctx.update('proofing_proofs', id, { state: isWithdrawn ? 'withdrawn' : 'open' })
  await ctx.record(isWithdrawn ? proofing.events.withdrawn : proofing.events.takenUp, id, {})
  return showProof(ctx, id)
}
