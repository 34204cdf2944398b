import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/fiscal.ts'
import type { teamwork } from '../contract.ts'
import { commitmentSays, isLate, keptOf, whyNotSayYes, whyNotSettle, whyNotWriteAgreement } from '../rules.ts'
import type { Agreement, AgreementLine, Commitment } from '../things/agreement.ts'
import { isMe, todayOf } from './rows.ts'
import type { AgreementRow, CommitmentRow } from './tables.ts'
import { peopleOf, requireTeam, standingTo, type Team, teamsOf } from './teams.ts'

/** Everything about some teams, read once. */
async function known(ctx: Ctx, ids: string[]) {
  const versions = await ctx.db
    .selectFrom('teamwork_agreements')
    .selectAll()
    .where('team_id', 'in', ids)
    .orderBy('version', 'desc')
    .execute()
  const yeses = await ctx.db
    .selectFrom('teamwork_yeses')
    .selectAll()
    .where('team_id', 'in', ids)
    .orderBy('said_at')
    .execute()
  const commitments = await ctx.db
    .selectFrom('teamwork_commitments')
    .selectAll()
    .where('team_id', 'in', ids)
    .orderBy((e) => e.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy((e) => e.case().when('state', '=', 'open').then(e.ref('due_on')).else('').end())
    .orderBy('settled_on', 'desc')
    .orderBy('id')
    .execute()
  return { versions, yeses, commitments, today: await todayOf(ctx) }
}
type Known = Awaited<ReturnType<typeof known>>

const ofTeam = <T extends { team_id: string }>(rows: T[], { id }: Team): T[] =>
  rows.filter((row) => row.team_id === id)

function toLine(ctx: Ctx, team: Team, all: Known): AgreementLine {
  const version = ofTeam(all.versions, team)[0]?.version ?? 0
  const yeses = ofTeam(all.yeses, team).filter((one) => one.version === version)
  const rows = ofTeam(all.commitments, team)
  const isOf = standingTo(ctx, team).isOf
  return {
    ...{ team: { id: team.id, name: team.name }, purpose: team.purpose, lead: team.lead },
    ...{ members: peopleOf(team), version, saidYes: yeses.length },
    hasSaidYes: isOf && version > 0 ? yeses.some((one) => isMe(ctx, one.person_id)) : null,
    open: rows.filter((one) => one.state === 'open').length,
    late: rows.filter((one) => isLate(one, all.today)).length,
    kept: keptOf(rows, all.today),
  }
}

export async function agreements(ctx: Ctx) {
  const teams = await teamsOf(ctx)
  if (teams.length === 0) return { items: [] }
  const all = await known(
    ctx,
    teams.map((one) => one.id),
  )
  return { items: teams.map((team) => toLine(ctx, team, all)) }
}

export function toCommitment(ctx: Ctx, team: Team, row: CommitmentRow, today: Day): Commitment {
  const who = { ...standingTo(ctx, team), promised: isMe(ctx, row.by_id) }
  const may = (state: 'kept' | 'open') =>
    whyNotSettle(row, who, { state, why: '', dueOn: null, today }) === null
  return {
    ...{ id: row.id, team: { id: team.id, name: team.name }, what: row.what },
    ...{ by: { id: row.by_id, name: row.by_name }, dueOn: row.due_on, state: row.state, why: row.why },
    ...{ settledOn: row.settled_on, madeOn: row.made_on, isLate: isLate(row, today) },
    ...{ says: commitmentSays(row, today), version: row.version },
    can: { settle: may('kept'), reopen: may('open') },
  }
}

const toVersion = (row: AgreementRow) => ({
  ...{ version: row.version, rules: row.rules, reason: row.reason },
  ...{ by: row.saved_by, at: row.saved_at.toISOString() },
})

export async function agreement(ctx: Ctx, { id }: In<typeof teamwork.agreement>): Promise<Agreement> {
  const team = await requireTeam(ctx, id)
  const all = await known(ctx, [id])
  const line = toLine(ctx, team, all)
  const who = standingTo(ctx, team)
  const yeses = all.yeses.filter((one) => one.version === line.version)
  const isIn = (person: string) => yeses.some((one) => one.person_id === person)
  return {
    ...line,
    ...{ rules: all.versions[0]?.rules ?? [], versions: all.versions.map(toVersion) },
    yeses: yeses.map((one) => ({ id: one.person_id, name: one.person_name, at: one.said_at.toISOString() })),
    waitedFor: line.version === 0 ? [] : line.members.filter((one) => !isIn(one.id)),
    commitments: all.commitments.map((row) => toCommitment(ctx, team, row, all.today)),
    can: {
      write: whyNotWriteAgreement(team.name, who) === null,
      sayYes: line.version > 0 && whyNotSayYes(team.name, who) === null,
      promise: who.isOf,
    },
  }
}
