import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { budget } from '../contract.ts'
import { carrying, inWords, isHeadcount, whyNotMove, whyNotPositive, whyNotUnder } from '../rules.ts'
import { authoritiesOf } from './authorities.ts'
import { type Account, judged, requireAccount } from './books.ts'
import { log } from './decisions.ts'
import { watchGuard } from './guard.ts'
import { converted, inOwn, today } from './money.ts'

/** What is said of headcount stands with the transfer, for those who may read it. */
const keptApart = 'It stands with the transfer.'

type Said = In<typeof budget.transfer>

/** Budget from one line to another: both sides in one transaction, within the asker’s authority for both lines. */
export async function transfer(ctx: Ctx, said: Said) {
  const { fromId, toId, minor, reason, guardReason } = said
  const [from, to] = [await requireAccount(ctx, fromId), await requireAccount(ctx, toId)]
  const day = await today(ctx)
  const { currency } = from.line

  const objection = whyNotPositive(minor, currency) ?? whyNotMove(side(from), side(to), minor)
  if (objection) throw invalid(objection)
  if (!ctx.actor.personId) throw forbidden('A decision is a person’s: sign in under your own name.')
  const toMinor = await converted(ctx, minor, currency, to.line.currency, day)
  if (toMinor === 0) throw invalid(`That is less than the smallest amount in ${to.line.currency}.`)
  const own = await inOwn(ctx, minor, currency, day)
  const authority = await requireAuthority(ctx, [from, to], own, day)

  const keepsGuard = await watchGuard(ctx, from.year)
  const row = await ctx.insert('budget_transfers', {
    ...{ id: ctx.id('btr'), from_id: fromId, to_id: toId, minor, to_minor: toMinor, reason },
    ...{ moved_by_id: ctx.actor.personId, moved_by: ctx.actor.name, moved_at: ctx.now },
  })
  await move(ctx, from, -minor)
  await move(ctx, to, toMinor)
  const what = `${inWords(minor, currency)} from ${from.line.name} to ${to.line.name}`
  const hidden = [from, to].find((one) => isHeadcount(one.line))
  const about = { what, minor, currency, own, takes: minor, authority, reason }
  await log(ctx, { ...about, verdict: 'moved', subject: row.id, account: hidden ?? from })
  await ctx.record(hidden ? budget.events.headcountMoved : budget.events.moved, row.id, { what, reason })

  await keepsGuard(
    hidden
      ? { what: 'a move of headcount budget', reason: guardReason && keptApart }
      : { what, reason: guardReason },
  )

  return { id: row.id, minor, toMinor }
}

const side = ({ line, year, standing }: Account) => ({
  ...judged(line),
  id: line.id,
  year,
  // A placeholder gives what it has reserved.
  free: standing.allocation - standing.load,
})

const move = ({ update }: Ctx, { line }: Account, minor: number) =>
  update('budget_lines', line.id, { moved: line.moved + minor, version: line.version + 1 })

async function requireAuthority(
  ctx: Ctx,
  accounts: Account[],
  own: { minor: number; currency: string },
  day: string,
) {
  const found = carrying(await authoritiesOf(ctx), (one) => {
    for (const { line } of accounts) {
      const { kind, campaign } = line
      const objection = whyNotUnder(one, {
        minor: own.minor,
        currency: own.currency,
        kind,
        campaign,
        today: day,
      })
      if (objection)
        return objection.replace(' Pass it up with a reason.', ' Ask whoever controls the budget.')
    }
    return null
  })
  if ('objection' in found) throw conflict(found.objection)
  return found.authority
}
