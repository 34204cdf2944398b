import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { budget } from '../contract.ts'
import {
  type Authority,
  carrying,
  inWords,
  isHeadcount,
  whyNotMove,
  whyNotPositive,
  whyNotUnder,
} from '../rules.ts'
import { authoritiesOf } from './authorities.ts'
import { type Account, accountsOf, judged } from './books.ts'
import { type Deed, log } from './decisions.ts'
import { watchGuard } from './guard.ts'
import { converted, inOwn, today } from './money.ts'
import type { TransferRow } from './tables.ts'

/** What is said of headcount stands with the transfer, for those who may read it. */
const keptApart = 'It stands with the transfer.'

type Said = In<typeof budget.transfer>
type Move = Pick<Said, 'fromId' | 'toId' | 'minor'>

/** Budget from one line to another: both sides in one transaction, within the asker’s authority for both lines. */
export async function transfer(ctx: Ctx, { reason, guardReason, ...move }: Said) {
  return (await transferAll(ctx, [move], { reason, guardReason }))[0]!
}

type Why = Pick<Said, 'reason' | 'guardReason'>
type Made = { row: TransferRow; deed: Deed; isHidden: boolean }

/**
 * Many moves within a year as one change: each is judged on what those before it left, and logged; the guard-rail is
 * held to what they come to together.
 */
export async function transferAll(ctx: Ctx, moves: readonly Move[], { reason, guardReason }: Why) {
  const ids = moves.flatMap((one) => [one.fromId, one.toId])
  const judging = { accounts: await accountsOf(ctx, ids), authorities: await authoritiesOf(ctx), reason }
  const made: Made[] = []
  for (const move of moves) made.push(await judgedMove(ctx, move, judging))
  const year = judging.accounts.get(ids[0] ?? '')?.year
  const keepsGuard = year ? await watchGuard(ctx, year) : null
  // What moves headcount stands in events of its own, for those who may read them.
  for (const isHidden of [false, true])
    await write(
      ctx,
      made.filter((one) => one.isHidden === isHidden),
      isHidden,
    )

  const hidden = made.find((one) => one.isHidden)
  if (made.length > 0)
    await keepsGuard?.(
      hidden
        ? { what: 'a move of headcount budget', reason: guardReason && keptApart }
        : { what: whatOf(made), reason: guardReason },
    )

  return made.map(({ row }) => ({ id: row.id, minor: row.minor, toMinor: row.to_minor }))
}

type Judging = { accounts: Map<string, Account>; authorities: readonly Authority[]; reason: string }

const requireOf = (accounts: Map<string, Account>, id: string): Account => {
  const account = accounts.get(id)
  if (!account) throw missing('This budget line')
  return account
}

async function judgedMove(ctx: Ctx, { fromId, toId, minor }: Move, judging: Judging): Promise<Made> {
  const { accounts, reason } = judging
  const [from, to] = [requireOf(accounts, fromId), requireOf(accounts, toId)]
  const day = await today(ctx)
  const { currency } = from.line
  const objection = whyNotPositive(minor, currency) ?? whyNotMove(side(from), side(to), minor)
  if (objection) throw invalid(objection)
  if (!ctx.actor.personId) throw forbidden('A decision is a person’s: sign in under your own name.')
  const toMinor = await converted(ctx, minor, currency, to.line.currency, day)
  if (toMinor === 0) throw invalid(`That is less than the smallest amount in ${to.line.currency}.`)
  const own = await inOwn(ctx, minor, currency, day)
  const authority = requireAuthority(judging.authorities, [from, to], own, day)

  const row = {
    ...{ id: ctx.id('btr'), from_id: fromId, to_id: toId, minor, to_minor: toMinor, reason },
    ...{ moved_by_id: ctx.actor.personId, moved_by: ctx.actor.name, moved_at: ctx.now },
  }
  const what = `${inWords(minor, currency)} from ${from.line.name} to ${to.line.name}`
  const hidden = [from, to].find((one) => isHeadcount(one.line))
  const about = { what, minor, currency, own, takes: minor, authority: { ...authority }, reason }
  accounts.set(fromId, after(from, -minor)).set(toId, after(to, toMinor))
  authority.usedThisMonth += own.minor
  const deed: Deed = { ...about, verdict: 'moved', subject: row.id, account: hidden ?? from }
  return { row, deed, isHidden: hidden !== undefined }
}

/** The account as a move leaves it. */
const after = ({ line, standing, ...rest }: Account, minor: number): Account => ({
  ...rest,
  line: { ...line, moved: line.moved + minor },
  standing: {
    ...standing,
    allocation: standing.allocation + minor,
    remaining: standing.remaining + minor,
    available: line.is_placeholder ? 0 : standing.available + minor,
  },
})

/** One event tells of all moves; each is on the decision log by itself. */
const whatOf = (made: readonly Made[]): string =>
  made.length === 1 ? made[0]!.deed.what : `${made.length.toLocaleString('en')} moves between lines`

/** The moves, what lines have then, and the decisions. */
async function write(ctx: Ctx, made: readonly Made[], isHidden: boolean): Promise<void> {
  if (made.length === 0) return
  await ctx.insertAll(
    'budget_transfers',
    made.map((one) => one.row),
  )
  const moved = new Map<string, number>()
  const add = (id: string, minor: number) => moved.set(id, (moved.get(id) ?? 0) + minor)
  for (const { row } of made) {
    add(row.from_id, -row.minor)
    add(row.to_id, row.to_minor)
  }
  const lines = await accountsOf(ctx, [...moved.keys()])
  const rows = [...moved].map(([id, minor]) => {
    const { line } = requireOf(lines, id)
    return { id, moved: line.moved + minor, version: line.version + 1 }
  })
  await ctx.updateAll('budget_lines', rows)
  await log(ctx, ...made.map((one) => one.deed))
  const event = isHidden ? budget.events.headcountMoved : budget.events.moved
  await ctx.record(event, made[0]!.row.id, { what: whatOf(made), reason: made[0]!.row.reason })
}

const side = ({ line, year, standing }: Account) => ({
  ...judged(line),
  id: line.id,
  year,
  // A placeholder gives what it has reserved.
  free: standing.allocation - standing.load,
})

function requireAuthority(
  authorities: readonly Authority[],
  accounts: Account[],
  own: { minor: number; currency: string },
  day: string,
) {
  const found = carrying(authorities, (one) => {
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
