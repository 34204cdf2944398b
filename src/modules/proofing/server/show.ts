import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing, Problem } from '../../../kernel/errors.ts'
import { lookOf } from '../../files/rules.ts'
import { firstSeen, requireFile, requireVersion } from '../../files/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { Pin, Proof, proofing, Whole } from '../contract.ts'
import { type Stage, standingOf, whyNotDecide } from '../rules.ts'
import type { ProofRow, VoteRow } from './tables.ts'

type Around = { today: string; nameOf: (id: string) => string }
type Found = Awaited<ReturnType<typeof requireFile>>

export async function aroundOf(ctx: Ctx): Promise<Around> {
  const { rows } = await directory(ctx)
  return { today: await todayOf(ctx), nameOf: (id) => rows.get(id)?.name ?? 'Somebody who left' }
}

/** Guests read the rounds of versions that they are shown. */
export const isShown = ({ number }: { number: number }, { row, holder }: Found): boolean =>
  number >= firstSeen(row, holder)

/** The proof and its file, which the asker may read; to everybody else there is no such proof. */
export async function requireProof(ctx: Ctx, id: string): Promise<{ row: ProofRow; found: Found }> {
  const row = await ctx.db.selectFrom('proofing_proofs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This proof')
  try {
    const found = await requireFile(ctx, row.file_id)
    if (!isShown(row, found)) throw missing('This proof')
    return { row, found }
  } catch (error) {
    throw error instanceof Problem ? missing('This proof') : error
  }
}

export const votesOf = (ctx: Ctx, { id, round }: Pick<ProofRow, 'id' | 'round'>): Promise<VoteRow[]> =>
  ctx.db
    .selectFrom('proofing_votes')
    .selectAll()
    .where('proof_id', '=', id)
    .where('round', '=', round)
    .orderBy('stage')
    .orderBy('place')
    .execute()

/** The stages of a round, as its rules look at them. */
export function stagesOf(votes: readonly VoteRow[]): Stage[] {
  return [...new Set(votes.map((one) => one.stage))].map((stage) => {
    const own = votes.filter((one) => one.stage === stage)
    const { stage_name: name, rule, due_on: dueOn } = own[0]!
    return { name, rule, dueOn, votes: own.map((one) => ({ personId: one.person_id, verdict: one.verdict })) }
  })
}

/** Pins with the round in which they were set, and so with the version that they are about. */
const pinned = (ctx: Ctx) =>
  ctx.db
    .selectFrom('proofing_pins as pin')
    .innerJoin('proofing_rounds as round', (join) =>
      join.onRef('round.proof_id', '=', 'pin.proof_id').onRef('round.round', '=', 'pin.round'),
    )

/** How many pins of each proof are open, of those that the asker reads. */
export async function openPinsOf(ctx: Ctx, proofs: ReadonlyMap<string, Found>): Promise<Map<string, number>> {
  if (proofs.size === 0) return new Map()
  const rows = await pinned(ctx)
    .select((e) => ['pin.proof_id', 'round.number', e.fn.countAll<number>().as('pins')])
    .where('pin.proof_id', 'in', [...proofs.keys()])
    .where('pin.settled_at', 'is', null)
    .groupBy(['pin.proof_id', 'round.number'])
    .execute()
  const all = new Map<string, number>()
  for (const row of rows)
    if (isShown(row, proofs.get(row.proof_id)!))
      all.set(row.proof_id, (all.get(row.proof_id) ?? 0) + Number(row.pins))
  return all
}

type Told = { row: ProofRow; found: Found; votes: readonly VoteRow[]; openPins: number }

export function toProof(ctx: Ctx, { row, found, votes, openPins }: Told, around: Around): Proof {
  const stages = stagesOf(votes)
  const standing = standingOf(stages)
  const now = row.state === 'open' && standing.stage !== null ? stages[standing.stage] : undefined
  const next = now ? standing.next.map((id) => ({ id, name: around.nameOf(id) })) : []
  const { holder } = found
  return {
    ...{ id: row.id, fileId: row.file_id, name: found.row.name, round: row.round, number: row.number },
    on: { what: holder.what, name: holder.name, path: holder.path },
    ...{ state: row.state, verdict: row.verdict, next, stage: now?.name ?? null, dueOn: now?.dueOn ?? null },
    isLate: now !== undefined && now.dueOn < around.today,
    isMine: next.some((one) => one.id === ctx.actor.personId),
    ...{ openPins, openedBy: row.opened_by, openedAt: row.opened_at.toISOString() },
  }
}

async function pinsOf(ctx: Ctx, proofId: string, found: Found): Promise<Pin[]> {
  const pins = await pinned(ctx)
    .selectAll('pin')
    .where('pin.proof_id', '=', proofId)
    .where('round.number', '>=', firstSeen(found.row, found.holder))
    .orderBy('pin.number')
    .execute()
  const said = await ctx.db
    .selectFrom('proofing_words as words')
    .innerJoin('proofing_pins as pin', 'pin.id', 'words.pin_id')
    .selectAll('words')
    .where('pin.proof_id', '=', proofId)
    .orderBy('words.at')
    .orderBy('words.id')
    .execute()
  return pins.map((pin) => ({
    ...{ id: pin.id, number: pin.number, round: pin.round, page: pin.page, x: pin.x, y: pin.y },
    isSettled: pin.settled_at !== null,
    said: said
      .filter((one) => one.pin_id === pin.id)
      .map((one) => ({ by: one.by_name, at: one.at.toISOString(), words: one.words })),
  }))
}

const reviewersOf = (votes: readonly VoteRow[], stage: number, { nameOf }: Around) =>
  votes
    .filter((one) => one.stage === stage)
    .map((one) => ({
      ...{ id: one.person_id, name: nameOf(one.person_id), verdict: one.verdict, reason: one.reason },
      at: one.decided_at?.toISOString() ?? null,
    }))

export async function showProof(ctx: Ctx, id: string): Promise<Whole> {
  const { row, found } = await requireProof(ctx, id)
  const votes = await votesOf(ctx, row)
  const around = await aroundOf(ctx)
  const stages = stagesOf(votes)
  const standing = standingOf(stages)
  const me = ctx.actor.personId ?? ''
  const whyNot = whyNotDecide({ isOpen: row.state === 'open', standing, stages }, me)
  const before = await ctx.db
    .selectFrom('proofing_rounds')
    .select('number')
    .where('proof_id', '=', id)
    .where('round', '=', row.round - 1)
    .executeTakeFirst()
  return {
    ...toProof(
      ctx,
      { row, found, votes, openPins: (await openPinsOf(ctx, new Map([[id, found]]))).get(id) ?? 0 },
      around,
    ),
    look: lookOf((await requireVersion(ctx, row.file_id, row.number)).type),
    before: before && isShown(before, found) ? before.number : null,
    ...{ newer: found.row.version > row.number ? found.row.version : null },
    stages: stages.map(({ name, dueOn, rule }, at) => ({
      ...{ name, dueOn, rule, isNow: row.state === 'open' && standing.stage === at },
      reviewers: reviewersOf(votes, at, around),
    })),
    pins: await pinsOf(ctx, id, found),
    can: {
      ...{ decide: whyNot === null, whyNot, manage: found.holder.mayAdd && !found.holder.isGuest },
      takeBack: lastVote(votes)?.person_id === me && row.state !== 'withdrawn',
    },
  }
}

/** Who decided last: it is theirs to take back. */
export const lastVote = (votes: readonly VoteRow[]): VoteRow | undefined =>
  votes
    .filter((one) => one.decided_at !== null)
    .sort((a, b) => b.decided_at!.getTime() - a.decided_at!.getTime() || b.stage - a.stage)[0]

export const show = (ctx: Ctx, { id }: In<typeof proofing.show>) => showProof(ctx, id)
