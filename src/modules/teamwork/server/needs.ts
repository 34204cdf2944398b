import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/fiscal.ts'
import type { Need } from '../../identity/contract.ts'
import { agreements } from './agreements-show.ts'
import { checkIns } from './check-ins-show.ts'
import { delegations } from './delegations.ts'
import { todayOf } from './rows.ts'

/** What of teamwork waits for the reader today. */
export async function needsOfTeamwork(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId || !holds(ctx.actor, 'teamwork:write')) return []
  const all = [
    await yesesOf(ctx),
    await commitmentsOf(ctx, personId),
    await changesOf(ctx, personId),
    await reviewsOf(ctx, personId),
    await checkInsOf(ctx),
    await levelsOf(ctx, personId),
  ]
  return all.flat()
}

async function yesesOf(ctx: Ctx): Promise<Need[]> {
  return (await agreements(ctx)).items
    .filter((one) => one.hasSaidYes === false)
    .map((one) => ({
      title: `Say yes: how ${one.team.name} works`,
      why: `Version ${one.version} of its agreement waits for your word.`,
      link: `/teamwork/teams/${one.team.id}`,
    }))
}

async function commitmentsOf(ctx: Ctx, personId: string): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('teamwork_commitments')
    .selectAll()
    .where('by_id', '=', personId)
    .where('state', '=', 'open')
    .where('due_on', '<=', addDays(await todayOf(ctx), 2))
    .orderBy('due_on')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    ...{ title: `You promised: ${row.what}`, due: row.due_on },
    why: `${row.team_name} counts on it. Say what became of it, or promise it anew in time.`,
    link: `/teamwork/teams/${row.team_id}`,
  }))
}

async function changesOf(ctx: Ctx, personId: string): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('teamwork_improvements')
    .select(['what', 'due_on'])
    .where('owner_id', '=', personId)
    .where('state', 'in', ['idea', 'running'])
    .where('due_on', '<=', addDays(await todayOf(ctx), 7))
    .orderBy('due_on')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    ...{ title: `Change the process: ${row.what}`, due: row.due_on },
    why: 'You own it. Measure what it changed and adopt it, or say why it is dropped.',
    link: '/teamwork?tab=improvements',
  }))
}

async function reviewsOf(ctx: Ctx, personId: string): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('teamwork_reviews')
    .select(['id', 'title', 'due_on'])
    .where('opened_by_id', '=', personId)
    .where('state', '=', 'open')
    .where('due_on', '<=', addDays(await todayOf(ctx), 3))
    .limit(20)
    .execute()
  return rows.map((row) => ({
    ...{ title: `Close the review: ${row.title}`, due: row.due_on, link: `/reviews/${row.id}` },
    why: 'A review ends in a change of the process, or says why there is none.',
  }))
}

/** Check-ins of today and tomorrow, and those nobody noted as held. */
async function checkInsOf(ctx: Ctx): Promise<Need[]> {
  const soon = addDays(await todayOf(ctx), 1)
  return (await checkIns(ctx)).items
    .filter((one) => one.can.write && one.endedOn === null && one.nextOn !== null && one.nextOn <= soon)
    .filter((one) => one.people.some((person) => person.id === ctx.actor.personId))
    .map((one) => ({
      ...{ title: one.name, due: one.nextOn ?? soon, link: `/check-ins/${one.id}` },
      why: `${one.open === 1 ? '1 point is' : `${one.open} points are`} on its board.`,
    }))
}

async function levelsOf(ctx: Ctx, personId: string): Promise<Need[]> {
  return (await delegations(ctx)).items
    .filter((one) => one.person.id === personId || one.leader.id === personId)
    .filter((one) => one.isToBeLookedAt || one.can.agree)
    .map((one) => {
      const other = one.person.id === personId ? one.leader.name : one.person.name
      const link = '/teamwork?tab=delegation'
      return one.can.agree
        ? { title: `Agree on a level: ${one.work}`, why: `${other} proposes “${one.title}”.`, link }
        : {
            title: `Does “${one.title}” still fit for ${one.work}?`,
            why: `You and ${other} have not looked at it for six months.`,
            link,
          }
    })
}
