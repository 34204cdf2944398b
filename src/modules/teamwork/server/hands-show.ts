import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { teamwork } from '../contract.ts'
import { isPastHand, type Part, sharedWords, whyNotHand, whyNotThank } from '../rules.ts'
import type { Hand, HandState } from '../things/hand.ts'
import { isMe, manages, requireRow, todayOf } from './rows.ts'
import type { HandRow } from './tables.ts'

export const textOf = (row: Pick<HandRow, 'what' | 'skills'>): string => `${row.what} ${row.skills.join(' ')}`

export const partIn = (ctx: Ctx, row: HandRow): Part => ({
  made: isMe(ctx, row.by_id),
  took: isMe(ctx, row.taken_by_id),
  manages: manages(ctx),
})

/** What can be taken up today. */
export const openHands = (ctx: Ctx, today: string): Promise<HandRow[]> =>
  ctx.db
    .selectFrom('teamwork_hands')
    .selectAll()
    .where('state', '=', 'open')
    .where('until_on', '>=', today)
    .orderBy('until_on')
    .limit(500)
    .execute()

function toHand(ctx: Ctx, row: HandRow, open: HandRow[], today: string): Hand {
  const part = partIn(ctx, row)
  const may = (next: HandState) => row.thanks === null && whyNotHand(row, next, part, today) === null
  return {
    ...{ id: row.id, kind: row.kind, what: row.what, skills: row.skills, hours: row.hours },
    ...{ untilOn: row.until_on, by: { id: row.by_id, name: row.by_name }, state: row.state },
    isPast: isPastHand(row, today),
    taken: row.taken_by_id ? { id: row.taken_by_id, name: row.taken_by ?? '' } : null,
    ...{ spentHours: row.spent_hours, thanks: row.thanks, version: row.version },
    fits: row.state === 'open' ? fitsOf(row, open) : [],
    can: {
      take: may('taken') && row.state === 'open',
      giveBack: row.state === 'taken' && may('open'),
      finish: may('done'),
      thank: whyNotThank(row, part) === null,
      withdraw: may('withdrawn'),
      reopen: (row.state === 'withdrawn' && may('open')) || (row.state === 'done' && may('taken')),
    },
  }
}

const fitsOf = (row: HandRow, open: HandRow[]): Hand['fits'] =>
  open
    .filter((one) => one.kind !== row.kind && one.by_id !== row.by_id)
    .map((one) => ({
      ...{ id: one.id, name: one.what, by: one.by_name },
      shared: sharedWords(textOf(row), textOf(one)),
    }))
    .filter((one) => one.shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, 3)

export async function hands(ctx: Ctx, { only }: In<typeof teamwork.hands>) {
  const { personId = '' } = ctx.actor
  const rows = await ctx.db
    .selectFrom('teamwork_hands')
    .selectAll()
    .$if(only === 'open', (q) => q.where('state', 'in', ['open', 'taken']))
    .$if(only === 'mine', (q) =>
      q.where((e) => e.or([e('by_id', '=', personId), e('taken_by_id', '=', personId)])),
    )
    .orderBy((e) => e.case().when('state', 'in', ['open', 'taken']).then(0).else(1).end())
    .orderBy('until_on')
    .orderBy('id')
    .limit(500)
    .execute()
  const today = await todayOf(ctx)
  const open = await openHands(ctx, today)
  return { items: rows.map((row) => toHand(ctx, row, open, today)) }
}

export async function oneHand(ctx: Ctx, id: string): Promise<Hand> {
  const today = await todayOf(ctx)
  const row = await requireRow(ctx, 'teamwork_hands', id, 'This')
  return toHand(ctx, row, await openHands(ctx, today), today)
}
