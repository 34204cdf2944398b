import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { whyNotSaveOver, whyNotSayYes, whyNotSettle, whyNotWriteAgreement } from '../rules.ts'
import { agreement, toCommitment } from './agreements-show.ts'
import { isMe, requireFresh, requireMe, requireRow, todayOf } from './rows.ts'
import type { CommitmentRow } from './tables.ts'
import { peopleOf, requireTeam, standingTo } from './teams.ts'

const { events } = teamwork

const newest = async (ctx: Ctx, team: string) =>
  ctx.db
    .selectFrom('teamwork_agreements')
    .select(['version', 'saved_by as by'])
    .where('team_id', '=', team)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function saveAgreement(
  ctx: Ctx,
  { id, rules, reason, base }: In<typeof teamwork.saveAgreement>,
) {
  const team = await requireTeam(ctx, id)
  const objection = whyNotWriteAgreement(team.name, standingTo(ctx, team))
  if (objection) throw forbidden(objection)
  const stale = whyNotSaveOver(base, (await newest(ctx, id)) ?? { version: 0, by: '' })
  if (stale) throw conflict(stale)

  const version = base + 1
  await ctx.insert('teamwork_agreements', {
    ...{
      id: ctx.id('agr'),
      team_id: id,
      team_name: team.name,
      version,
      rules: JSON.stringify(rules),
      reason,
    },
    ...{ saved_by_id: ctx.actor.personId ?? null, saved_by: ctx.actor.name, saved_at: ctx.now },
  })
  await ctx.record(events.agreementSaved, id, { team: team.name, version })
  const words = {
    title: `Say yes: the agreement of ${team.name}`,
    why: `${ctx.actor.name} saved version ${version}.`,
  }
  for (const one of peopleOf(team)) await notify(ctx, one.id, { ...words, link: `/teamwork/teams/${id}` })

  return agreement(ctx, { id })
}

export async function sayYes(ctx: Ctx, { id, version }: In<typeof teamwork.sayYes>) {
  const team = await requireTeam(ctx, id)
  const me = requireMe(ctx)
  const objection = whyNotSayYes(team.name, standingTo(ctx, team))
  if (objection) throw forbidden(objection)
  const now = (await newest(ctx, id))?.version ?? 0
  if (version !== now) throw conflict(`Version ${now} is in force. Read that one before you say yes.`)
  const which = { team_id: id, version, person_id: me.id }

  if (!(await ctx.update('teamwork_yeses', which, { person_name: me.name }))) {
    await ctx.insert('teamwork_yeses', {
      id: ctx.id('yes'),
      ...which,
      person_name: me.name,
      said_at: ctx.now,
    })
    await ctx.record(events.saidYes, id, { team: team.name, version })
  }

  return agreement(ctx, { id })
}

export async function takeYesBack(ctx: Ctx, { id }: In<typeof teamwork.takeYesBack>) {
  const team = await requireTeam(ctx, id)
  const me = requireMe(ctx)
  const version = (await newest(ctx, id))?.version ?? 0
  const gone = await ctx.delete('teamwork_yeses', { team_id: id, version, person_id: me.id })
  if (!gone) throw conflict('You have not said yes to the version in force.')

  await ctx.record(events.tookYesBack, id, { team: team.name, version })

  return agreement(ctx, { id })
}

export async function promise(ctx: Ctx, { id, what, dueOn }: In<typeof teamwork.promise>) {
  const team = await requireTeam(ctx, id)
  const me = requireMe(ctx)
  if (!standingTo(ctx, team).isOf)
    throw forbidden(`You are not of ${team.name}. Promise it to a team you work in.`)
  const today = await todayOf(ctx)
  if (dueOn < today) throw conflict('A promise is for a day that comes: choose today or later.')

  const row = await keep(ctx, {
    team_id: id,
    team_name: team.name,
    what,
    due_on: dueOn,
    by_id: me.id,
    by_name: me.name,
  })
  await ctx.record(events.promised, row.id, { team: team.name, what, day: dueOn })

  return toCommitment(ctx, team, row, today)
}

type Promised = Pick<CommitmentRow, 'team_id' | 'team_name' | 'what' | 'due_on' | 'by_id' | 'by_name'>

const keep = async (ctx: Ctx, said: Promised, instead: string | null = null) =>
  ctx.insert('teamwork_commitments', {
    ...{ id: ctx.id('com'), ...said, state: 'open' as const, why: null, settled_on: null, settled_by: null },
    ...{ instead_of_id: instead, made_on: await todayOf(ctx), made_by: ctx.actor.name, version: 1 },
  })

export async function settle(ctx: Ctx, { id, version, ...said }: In<typeof teamwork.settle>) {
  const row = await requireRow(ctx, 'teamwork_commitments', id, 'This commitment')
  const team = await requireTeam(ctx, row.team_id)
  const today = await todayOf(ctx)
  requireFresh(row, version, 'this commitment')
  const who = { ...standingTo(ctx, team), promised: isMe(ctx, row.by_id) }
  const objection = whyNotSettle(row, who, { ...said, today })
  if (objection) throw conflict(objection)
  const isOpen = said.state === 'open'

  if (isOpen && row.state === 'renegotiated') await takeBack(ctx, id)
  const after = await ctx.update('teamwork_commitments', id, {
    ...{ state: said.state, why: isOpen ? null : said.why || null, version: version + 1 },
    ...{ settled_on: isOpen ? null : today, settled_by: isOpen ? null : ctx.actor.name },
  })
  if (said.state === 'renegotiated') {
    const { team_id, team_name, what, by_id, by_name } = row
    await keep(ctx, { team_id, team_name, what, by_id, by_name, due_on: said.dueOn ?? today }, id)
  }
  const how = isOpen ? 'open again' : said.state
  await ctx.record(events.settled, id, { team: team.name, what: row.what, how })

  return toCommitment(ctx, team, after ?? row, today)
}

/** What was promised in its place goes, unless something came of it. */
async function takeBack(ctx: Ctx, id: string): Promise<void> {
  const next = await ctx.db
    .selectFrom('teamwork_commitments')
    .selectAll()
    .where('instead_of_id', '=', id)
    .executeTakeFirst()
  if (next && next.state !== 'open')
    throw conflict(`What was promised in its place is ${next.state}. Open that one again first.`)
  if (next) await ctx.delete('teamwork_commitments', next.id)
}
