import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { sayDay } from '../../../methods/days.ts'
import type { AttachedKind } from '../../files/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { holdersOf, readDirectory } from '../../identity/server/index.ts'
import type { Searched } from '../../search/server/index.ts'
import type { Kind as Discussed } from '../../threads/server/index.ts'
import { standing } from '../../work/server/index.ts'
import { nameOf, stateTitle } from '../rules.ts'
import { pathOf } from './passes.ts'
import { list, readable } from './show.ts'

async function named(db: Reader | Database, ids: string[]): Promise<Map<string, { name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('intake_requests')
    .select(['id', 'number', 'title'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map((row) => [row.id, { name: `${nameOf(row.number)} ${row.title}` }]))
}

/** Requests of one team are read by it, by who triages them, and by who manages intake. */
async function mayRead(db: Reader | Database, personId: string, id: string): Promise<boolean> {
  const type = await db
    .selectFrom('intake_requests as request')
    .innerJoin('intake_types as type', 'type.id', 'request.type_id')
    .select(['type.audience', 'type.team_id', 'type.triage_team_id'])
    .where('request.id', '=', id)
    .executeTakeFirst()
  if (!type) return false
  if (type.audience !== 'team') return true
  const { teams } = await readDirectory(db as Reader)
  const theirs = (teams.get(personId) ?? []).map((one) => one.id)
  if (theirs.includes(type.team_id ?? '') || theirs.includes(type.triage_team_id ?? '')) return true
  return (await holdersOf(db as Reader, 'intake:manage', ['intake:manage'])).includes(personId)
}

const path = (id: string) => `/intake/${id}`

/** Files of a request are for whoever asked, too. */
export const attachedRequests: AttachedKind = {
  ...{ kind: 'request', title: 'Request', read: 'intake:read', write: ['intake:triage'], isForGuests: true },
  ...{ path, named, mayRead },
}

/** What we say among ourselves about a request; whoever asked does not see it. */
export const discussedRequests: Discussed = {
  ...{ kind: 'request', title: 'Request', read: 'intake:read', manage: 'intake:triage' },
  ...{ path, named, mayRead },
} as Discussed

export const searchedRequests: Searched = {
  kind: 'Request',
  async find(ctx: Ctx, pattern) {
    if (!holds(ctx.actor, 'intake:read')) return []
    const rows = await (await readable(ctx))
      .select(['id', 'number', 'title', 'state'])
      .where('title', 'ilike', pattern)
      .orderBy('number', 'desc')
      .limit(6)
      .execute()
    return rows.map((row) => ({
      ...{
        id: row.id,
        title: `${nameOf(row.number)} ${row.title}`,
        path: path(row.id),
        hint: stateTitle(row.state),
      },
    }))
  },
}

export async function needsOfIntake(ctx: Ctx): Promise<Need[]> {
  return [...(await triageNeeds(ctx)), ...(await consentNeeds(ctx)), ...(await ownNeeds(ctx))]
}

async function triageNeeds(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'intake:triage')) return []
  const { items, total } = await list(ctx, { only: 'waiting', q: '', limit: 1, offset: 0 })
  const [first] = items
  if (!first) return []
  return [
    {
      title: total === 1 ? '1 request waits for an answer' : `${total} requests wait for an answer`,
      why: `The first answer is promised by ${sayDay(first.answerDueOn)}: ${nameOf(first.number)} ${first.title}`,
      ...{ link: '/intake', due: first.answerDueOn },
    },
  ]
}

async function consentNeeds(ctx: Ctx): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('intake_displacements as asked')
    .innerJoin('intake_requests as request', 'request.id', 'asked.request_id')
    .select(['asked.id', 'asked.due_on', 'asked.asked_by', 'asked.item_id', 'request.title'])
    .where('asked.owner_id', '=', ctx.actor.personId ?? '')
    .where('asked.state', '=', 'asked')
    .execute()
  const items = await standing(
    ctx,
    rows.map((row) => row.item_id),
  )
  return rows.map((row) => ({
    title: `May W-${items.get(row.item_id)!.number} wait until ${row.due_on}?`,
    why: `${row.asked_by} would accept “${row.title}” in its place, if you consent.`,
    link: `/displacements/${row.id}`,
  }))
}

async function ownNeeds(ctx: Ctx): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('intake_requests')
    .select(['id', 'number', 'title', 'passes'])
    .where('asker_id', '=', ctx.actor.personId ?? '')
    .where('state', '=', 'asked')
    .execute()
  const needs: Need[] = []
  for (const row of rows)
    needs.push({
      title: `Your request ${nameOf(row.number)} has a question for you`,
      ...{ why: row.title, link: await pathOf(ctx, row) },
    })
  return needs
}
