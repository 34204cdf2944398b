import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { filesSeen } from '../../files/server/index.ts'
import type { Proof, proofing } from '../contract.ts'
import { aroundOf, isShown, openPinsOf, toProof } from './show.ts'
import type { ProofRow } from './tables.ts'

const most = 300

const proofs = (ctx: Ctx) =>
  ctx.db.selectFrom('proofing_proofs as proof').selectAll('proof').orderBy('opened_at', 'desc').orderBy('id')

/** Open ones in which somebody is still to decide, in this stage or a later one. */
const awaiting = (ctx: Ctx, personId: string) =>
  proofs(ctx)
    .where('proof.state', '=', 'open')
    .where((e) =>
      e.exists(
        e
          .selectFrom('proofing_votes as vote')
          .select('vote.id')
          .whereRef('vote.proof_id', '=', 'proof.id')
          .whereRef('vote.round', '=', 'proof.round')
          .where('vote.person_id', '=', personId)
          .where('vote.verdict', 'is', null),
      ),
    )

async function seen(ctx: Ctx, rows: ProofRow[]): Promise<Proof[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const files = await filesSeen(
    ctx,
    rows.map((row) => row.file_id),
  )
  const votes = await ctx.db
    .selectFrom('proofing_votes')
    .selectAll()
    .where('proof_id', 'in', ids)
    .orderBy('stage')
    .orderBy('place')
    .execute()
  const shown = new Map(
    rows.flatMap((row) => {
      const found = files.get(row.file_id)
      return found && isShown(row, found) ? [[row.id, found] as const] : []
    }),
  )
  const [pins, around] = [await openPinsOf(ctx, shown), await aroundOf(ctx)]
  return rows.flatMap((row) => {
    const found = shown.get(row.id)
    const own = votes.filter((one) => one.proof_id === row.id && one.round === row.round)
    return found ? [toProof(ctx, { row, found, votes: own, openPins: pins.get(row.id) ?? 0 }, around)] : []
  })
}

/** The newest that the asker may see: those of others take no place from them. */
async function newest(ctx: Ctx, isOpen: boolean): Promise<Proof[]> {
  const items: Proof[] = []
  for (let offset = 0; ; offset += most) {
    const rows = await proofs(ctx)
      .$if(isOpen, (q) => q.where('proof.state', '=', 'open'))
      .limit(most)
      .offset(offset)
      .execute()
    items.push(...(await seen(ctx, rows)))
    if (rows.length < most || items.length >= most) return items.slice(0, most)
  }
}

const byDay = (a: Proof, b: Proof): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')

export const waitingFor = async (ctx: Ctx, personId: string): Promise<Proof[]> =>
  (await seen(ctx, await awaiting(ctx, personId).execute())).filter((one) => one.isMine).sort(byDay)

/** Those that somebody opened and that are late by now. */
export const lateOf = async (ctx: Ctx, personId: string): Promise<Proof[]> => {
  const open = proofs(ctx).where('proof.state', '=', 'open').where('opened_by_id', '=', personId)
  return (await seen(ctx, await open.execute())).filter((one) => one.isLate).sort(byDay)
}

export async function list(ctx: Ctx, { which }: In<typeof proofing.list>) {
  if (which === 'mine') return { items: await waitingFor(ctx, ctx.actor.personId ?? '') }
  return { items: (await newest(ctx, which === 'open')).sort(byDay) }
}
