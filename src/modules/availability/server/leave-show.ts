import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { addDays, daysBetween } from '../../../methods/days.ts'
import type { availability, Leave, Named } from '../contract.ts'
import {
  away as awayWord,
  hoursOfDays,
  isStanding,
  kindNames,
  overlaps,
  seesKind,
  spanInWords,
  spanOf,
  type Working,
  whyNotDecide,
  whyNotReopen,
  whyNotWithdraw,
} from '../rules.ts'
import { type Around, aroundOf, named, worksHere } from './people.ts'
import type { LeaveRow } from './tables.ts'
import { workingOf } from './working.ts'

export const spanOfRow = (row: LeaveRow) => ({
  ...{ fromOn: row.from_on, toOn: row.to_on, startsHalf: row.starts_half, endsHalf: row.ends_half },
})

const nameOf = ({ people }: Around, id: string): Named => ({
  ...{ id, name: people.get(id)?.name ?? 'Somebody who left' },
})

/** Working days that leave takes of the person’s own week, free days left out. */
function daysTaken(row: LeaveRow, working: Working | undefined): number {
  if (!working) return 0
  const span = spanOf(row.from_on, row.to_on)
  const alone = { ...working, absences: [{ ...spanOfRow(row), why: leaveMark }] }
  const taken = hoursOfDays(alone, span).filter((day) => day.absent > 0 && day.why[0]?.startsWith(leaveMark))
  return taken.reduce((sum, day) => sum + (day.absent === day.scheduled ? 1 : 0.5), 0)
}
const leaveMark = '\u0001'

/** Leave as the asker may see it: of others they are not to know, neither kind nor words. */
export function toLeave(row: LeaveRow, around: Around, working: Working | undefined): Leave {
  const asker = around.askerOf(row.person_id)
  const isTold = seesKind(asker)
  const decision =
    row.decided_by && row.decided_at
      ? { by: row.decided_by, at: row.decided_at.toISOString(), reason: isTold ? (row.decision ?? '') : '' }
      : null
  return {
    ...{ id: row.id, person: nameOf(around, row.person_id), ...spanOfRow(row), version: row.version },
    ...{ kind: isTold ? row.kind : null, note: isTold ? row.note : '', days: daysTaken(row, working) },
    standIn: row.stand_in_id ? nameOf(around, row.stand_in_id) : null,
    ...{ state: row.state, askedBy: row.asked_by, decision },
    can: {
      decide: row.state === 'waiting' && whyNotDecide(asker) === null,
      withdraw: whyNotWithdraw({ state: row.state, toOn: row.to_on }, asker, around.today) === null,
      reopen: whyNotReopen(row, asker) === null,
    },
  }
}

export async function toLeaves(ctx: Ctx, around: Around, rows: readonly LeaveRow[]): Promise<Leave[]> {
  if (rows.length === 0) return []
  const from = rows.map((row) => row.from_on).sort()[0]!
  const to = rows
    .map((row) => row.to_on)
    .sort()
    .at(-1)!
  const ids = [...new Set(rows.map((row) => row.person_id))]
  const working = await workingOf(ctx, ids, { from, to }, around)
  return rows.map((row) => toLeave(row, around, working.get(row.person_id)))
}

const shown = 200

/** A person’s leave, newest first; others read only what takes them away. */
export async function leaveOf(ctx: Ctx, around: Around, personId: string): Promise<Leave[]> {
  const asker = around.askerOf(personId)
  const isConcerned = asker.isSelf || whyNotDecide(asker) === null
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('person_id', '=', personId)
    .$if(!isConcerned, (q) => q.where('state', '=', 'approved').where('to_on', '>=', around.today))
    .orderBy('from_on', 'desc')
    .limit(shown)
    .execute()
  return toLeaves(ctx, around, rows)
}

const decidedFor = 60

export async function inbox(ctx: Ctx) {
  const around = await aroundOf(ctx)
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where((e) => e.or([e('state', '=', 'waiting'), e('decided_at', '>=', daysAgo(ctx, decidedFor))]))
    .orderBy('from_on')
    .execute()
  const mine = rows.filter((row) => whyNotDecide(around.askerOf(row.person_id)) === null)
  const all = await toLeaves(ctx, around, mine)
  const standing = await standingRows(ctx, around)
  return {
    waiting: all
      .filter((one) => one.state === 'waiting')
      .map((one) => ({ ...one, alsoAway: alsoAway(one, standing, around) })),
    decided: all.filter((one) => one.state !== 'waiting').reverse(),
  }
}

const daysAgo = (ctx: Ctx, days: number): Date => new Date(ctx.now.getTime() - days * 86_400_000)

const standingRows = (ctx: Ctx, { today }: Around): Promise<LeaveRow[]> =>
  ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('to_on', '>=', addDays(today, -31))
    .where('state', '=', 'approved')
    .execute()

/** Who of the same teams is away in those days: what whoever decides wants to know first. */
function alsoAway(leave: Leave, standing: readonly LeaveRow[], around: Around): string[] {
  const teams = new Set((around.all.teams.get(leave.person.id) ?? []).map((one) => one.id))
  return standing
    .filter((row) => row.person_id !== leave.person.id && overlaps(spanOfRow(row), leave))
    .filter((row) => (around.all.teams.get(row.person_id) ?? []).some((team) => teams.has(team.id)))
    .map((row) => `${nameOf(around, row.person_id).name}: ${spanInWords(spanOfRow(row))}`)
}

const mostDays = 370

export async function away(ctx: Ctx, asked: In<typeof availability.away>) {
  const around = await aroundOf(ctx)
  const from = asked.from ?? around.today
  const to = asked.to ?? addDays(from, 27)
  if (to < from) throw invalid(`The last day, ${to}, lies before the first, ${from}.`)
  if (daysBetween(from, to) >= mostDays) throw invalid(`${mostDays} days are shown at once at most.`)
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('state', '=', 'approved')
    .where('from_on', '<=', to)
    .where('to_on', '>=', from)
    .orderBy('from_on')
    .execute()
  const teams = new Map([...around.all.teams.values()].flat().map((one) => [one.id, one.name]))
  const isOf = (id: string) =>
    !asked.teamId || (around.all.teams.get(id) ?? []).some((one) => one.id === asked.teamId)
  const here = [...around.people.values()].filter((one) => worksHere(one) && isOf(one.id))
  const people = here.map((one) => ({
    ...named(one),
    leave: rows.filter((row) => row.person_id === one.id).map((row) => toAway(row, around)),
  }))
  return {
    ...{ from, to, today: around.today, people: people.filter((one) => one.leave.length > 0) },
    teams: [...teams].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
  }
}

const toAway = (row: LeaveRow, around: Around) => ({
  ...spanOfRow(row),
  what: seesKind(around.askerOf(row.person_id)) ? kindNames[row.kind] : awayWord,
  standIn: row.stand_in_id ? nameOf(around, row.stand_in_id) : null,
})

/** Leave of a person that takes its days, but for one. */
export async function standingOf(ctx: Ctx, personId: string, but: string) {
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('person_id', '=', personId)
    .where('id', '!=', but)
    .execute()
  return rows.filter((row) => isStanding(row.state)).map((row) => ({ ...spanOfRow(row), state: row.state }))
}
