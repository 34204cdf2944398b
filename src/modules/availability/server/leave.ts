import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { availability, type Leave } from '../contract.ts'
import {
  type LeaveSpan,
  spanInWords,
  whyNotBeside,
  whyNotDecide,
  whyNotNow,
  whyNotReopen,
  whyNotSpan,
  whyNotWithdraw,
} from '../rules.ts'
import { spanOfRow, standingOf, toLeaves } from './leave-show.ts'
import { type Around, aroundOf, decidersOf, requireChangeable, requireHere } from './people.ts'
import type { LeaveRow } from './tables.ts'

type Said = In<typeof availability.askLeave>

async function refuseSpan(ctx: Ctx, around: Around, { id, standInId, ...span }: Said): Promise<void> {
  const objection = whyNotSpan(span, around.today) ?? whyNotBeside(span, await standingOf(ctx, id, ''))
  if (objection) throw invalid(objection)
  if (standInId === null) return
  if (standInId === id) throw invalid('Nobody stands in for themselves. Choose somebody else, or nobody.')
  const standIn = requireHere(around, standInId)
  const theirs = (await standingOf(ctx, standInId, '')).filter((one) => one.state === 'approved')
  if (whyNotBeside(span, theirs))
    throw invalid(`${standIn.name} is away in these days, too. Choose somebody else to stand in, or nobody.`)
}

/** Sick leave counts at once; so does what those note who decide, and what nobody is there to decide. */
function countsAtOnce({ kind }: Said, { isSelf }: { isSelf: boolean }, deciders: readonly string[]): boolean {
  return kind === 'sick' || !isSelf || deciders.length === 0
}

const decidedNow = (ctx: Ctx, decision: string) => ({
  ...{ decided_by_id: ctx.actor.personId ?? null, decided_by: ctx.actor.name, decided_at: ctx.now, decision },
})
const undecided = { decided_by_id: null, decided_by: null, decided_at: null, decision: null }

export async function askLeave(ctx: Ctx, said: Said): Promise<Leave> {
  const around = await aroundOf(ctx)
  const person = requireChangeable(around, said.id, { byOneself: true })
  await refuseSpan(ctx, around, said)
  const deciders = await decidersOf(ctx, around, person)
  const isApproved = countsAtOnce(said, around.askerOf(said.id), deciders)

  const row = await ctx.insert('availability_leave', {
    ...{ id: ctx.id('lea'), person_id: said.id, kind: said.kind, from_on: said.fromOn, to_on: said.toOn },
    ...{ starts_half: said.startsHalf, ends_half: said.endsHalf, note: said.note, version: 1 },
    ...{ stand_in_id: said.standInId, state: isApproved ? 'approved' : 'waiting' },
    ...{ asked_by_id: ctx.actor.personId ?? null, asked_by: ctx.actor.name, asked_at: ctx.now },
    ...(isApproved ? decidedNow(ctx, '') : undecided),
  })
  const answer = await shown(ctx, row)
  if (answer.days === 0)
    throw invalid(`${person.name} has no working day in ${inWords(row)}, so there is nothing to be off from.`)
  const { leaveNoted, leaveAsked } = availability.events
  await ctx.record(isApproved ? leaveNoted : leaveAsked, row.id, toldOf(row, person.name))
  for (const id of deciders) await notify(ctx, id, toDecide(person.name, row))
  await notify(ctx, said.id, {
    title: `Leave was noted for you: ${inWords(row)}`,
    why: ctx.actor.name,
    ...own,
  })

  return shown(ctx, row)
}

const inWords = (row: LeaveRow): string => spanInWords(spanOfRow(row) satisfies LeaveSpan)
const toldOf = (row: LeaveRow, who: string) => ({ who, when: inWords(row) })
const own = { link: '/working-time' }

const toDecide = (name: string, row: LeaveRow) =>
  row.state === 'waiting'
    ? { title: `${name} asks for leave: ${inWords(row)}`, why: 'It waits for your decision.', link: '/leave' }
    : { title: `${name} is away: ${inWords(row)}`, why: 'It counts already.', link: '/leave' }

const shown = async (ctx: Ctx, row: LeaveRow): Promise<Leave> =>
  (await toLeaves(ctx, await aroundOf(ctx), [row]))[0]!

type Which = { id: string; version: number }

/** Leave with who it is of; that of people one has nothing to do with is not to be found. */
async function requireLeave(ctx: Ctx, { id, version }: Which) {
  const around = await aroundOf(ctx)
  const row = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This leave')
  const asker = around.askerOf(row.person_id)
  if (whyNotDecide(asker) !== null && !asker.isSelf) throw missing('This leave')
  return {
    around,
    row,
    asker,
    who: around.people.get(row.person_id)?.name ?? '',
    isStale: row.version !== version,
  }
}

const stale = () => conflict('Somebody changed this leave since you opened the page. Load it again.')

type Change = Pick<LeaveRow, 'state' | 'decided_by_id' | 'decided_by' | 'decided_at' | 'decision'>

/** The words of a decision stay off the audit trail: more people read that than may know them. */
async function changed(ctx: Ctx, { id, version }: LeaveRow, { decision, ...patch }: Change) {
  await ctx.update('availability_leave', id, { ...patch, version: version + 1 })
  return (ctx.db as Database)
    .updateTable('availability_leave')
    .set({ decision })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function decide(
  ctx: Ctx,
  which: Which,
  state: 'approved' | 'declined',
  reason: string,
): Promise<Leave> {
  const { row, asker, who, isStale } = await requireLeave(ctx, which)
  const objection = whyNotDecide(asker)
  if (objection) throw forbidden(objection)
  const late = whyNotNow({ state: row.state, decidedBy: row.decided_by })
  if (late) throw conflict(late)
  if (isStale) throw stale()

  const decided = await changed(ctx, row, { state, ...decidedNow(ctx, reason) })
  const { leaveApproved, leaveDeclined } = availability.events
  await ctx.record(state === 'approved' ? leaveApproved : leaveDeclined, row.id, toldOf(row, who))
  const title = `Your leave is ${state}: ${inWords(row)}`
  await notify(ctx, row.person_id, { title, why: reason || `By ${ctx.actor.name}.`, ...own })
  if (state === 'approved' && row.stand_in_id)
    await notify(ctx, row.stand_in_id, {
      title: `You stand in for ${who}: ${inWords(row)}`,
      ...{ why: `${who} is away.`, link: '/away' },
    })

  return shown(ctx, decided)
}

export const approveLeave = (ctx: Ctx, { reason, ...which }: In<typeof availability.approveLeave>) =>
  decide(ctx, which, 'approved', reason)

export const declineLeave = (ctx: Ctx, { reason, ...which }: In<typeof availability.declineLeave>) =>
  decide(ctx, which, 'declined', reason)

export async function withdrawLeave(ctx: Ctx, { reason, ...which }: In<typeof availability.withdrawLeave>) {
  const { around, row, asker, who, isStale } = await requireLeave(ctx, which)
  const objection = whyNotWithdraw({ state: row.state, toOn: row.to_on }, asker, around.today)
  if (objection) throw conflict(objection)
  if (isStale) throw stale()

  const withdrawn = await changed(ctx, row, { state: 'withdrawn', ...decidedNow(ctx, reason) })
  await ctx.record(availability.events.leaveWithdrawn, row.id, toldOf(row, who))
  const told = asker.isSelf
    ? await decidersOf(ctx, around, requireHere(around, row.person_id))
    : [row.person_id]
  for (const id of told)
    await notify(ctx, id, {
      title: `Leave of ${who} is withdrawn: ${inWords(row)}`,
      why: ctx.actor.name,
      link: '/away',
    })

  return shown(ctx, withdrawn)
}

export async function reopenLeave(ctx: Ctx, which: In<typeof availability.reopenLeave>) {
  const { row, asker, who, isStale } = await requireLeave(ctx, which)
  const objection =
    whyNotReopen(row, asker) ?? whyNotBeside(spanOfRow(row), await standingOf(ctx, row.person_id, row.id))
  if (objection) throw conflict(objection)
  if (isStale) throw stale()

  const reopened = await changed(ctx, row, { state: 'waiting', ...undecided })
  await ctx.record(availability.events.leaveReopened, row.id, toldOf(row, who))

  return shown(ctx, reopened)
}
