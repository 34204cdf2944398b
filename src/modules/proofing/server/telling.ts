import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'
import type { Badge } from '../../work/contract.ts'
import type { Guard } from '../../work/server/index.ts'
import type { Proof } from '../contract.ts'
import { whyNotDone } from '../rules.ts'
import { lateOf, waitingFor } from './list.ts'

/** Open proofs of the files of items, by item. */
async function openOn(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('proofing_proofs')
    .select(['record_id', sql<number>`count(*)::int`.as('proofs')])
    .where('kind', '=', 'item')
    .where('state', '=', 'open')
    .where('record_id', '=', sql<string>`any(${ids})`)
    .groupBy('record_id')
    .execute()
  return new Map(rows.map((row) => [row.record_id, row.proofs]))
}

export async function proofBadges(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Badge[]>> {
  const open = await openOn(ctx, ids)
  return new Map(
    [...open].map(([id, proofs]) => [
      id,
      [
        {
          name: 'proof',
          words: proofs === 1 ? 'Proof open' : `${proofs} proofs open`,
          tone: 'info' as const,
          path: '/proofs',
        },
      ],
    ]),
  )
}

export const proofGuard: Guard = async (ctx, items, to) => {
  if (to.kind !== 'done') return new Map()
  const open = await openOn(
    ctx,
    items.map((one) => one.id),
  )
  return new Map([...open].flatMap(([id, proofs]) => (whyNotDone(proofs) ? [[id, whyNotDone(proofs)!]] : [])))
}

/** What waits for the asker, and what they opened that is late. */
export async function needsOfProofs(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  const [mine, late] = [await waitingFor(ctx, personId), await lateOf(ctx, personId)]
  return [
    ...mine.map((one) => ({
      ...needOf(one),
      title: `Decide about ${one.name}`,
      why: one.isLate ? `${one.stage} was due on ${one.dueOn}.` : `${one.stage} waits for you.`,
    })),
    ...late.map((one) => ({
      ...needOf(one),
      title: `The proof of ${one.name} is late`,
      why: `It waits for ${one.next.map((next) => next.name).join(', ')}.`,
    })),
  ]
}

const needOf = ({ id, dueOn }: Proof) => ({ link: `/proofs/${id}`, ...(dueOn ? { due: dueOn } : {}) })
