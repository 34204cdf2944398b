import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { directory, listTeams, requireTeam } from '../../identity/server/index.ts'
import { types as itemTypes, requireBoard } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { whyNotType } from '../rules.ts'
import type { OfferedType, RequestType, TypeInput } from '../things.ts'
import type { TypeRow } from './tables.ts'

export async function teamsOf(ctx: Ctx): Promise<Set<string>> {
  const { teams } = await directory(ctx)
  return new Set((teams.get(ctx.actor.personId ?? '') ?? []).map((one) => one.id))
}

const managesAll = (ctx: Ctx): boolean => holds(ctx.actor, 'intake:manage')

const allTypes = (ctx: Ctx): Promise<TypeRow[]> =>
  ctx.db.selectFrom('intake_types').selectAll().orderBy('name').execute()

/** The types whose requests the asker may read: those of one team are for it, and for who triages them. */
export async function readableTypes(ctx: Ctx): Promise<TypeRow[]> {
  const [rows, teams] = [await allTypes(ctx), await teamsOf(ctx)]
  return rows.filter(
    (row) =>
      row.audience !== 'team' ||
      managesAll(ctx) ||
      teams.has(row.team_id ?? '') ||
      teams.has(row.triage_team_id ?? ''),
  )
}

/** What the asker is offered at the front door. */
export async function offeredTypes(ctx: Ctx): Promise<TypeRow[]> {
  const teams = await teamsOf(ctx)
  const isMember = ctx.actor.kind !== 'anonymous'
  return (await allTypes(ctx)).filter((row) => {
    if (row.retired_at) return false
    if (row.audience === 'everybody') return true
    return isMember && (row.audience === 'members' || teams.has(row.team_id ?? '') || managesAll(ctx))
  })
}

export const toOffered = (row: TypeRow): OfferedType => ({
  ...{ id: row.id, name: row.name, purpose: row.purpose, questions: row.questions },
  ...{ promiseDays: row.promise_days, version: row.version },
})

export async function requireOffered(ctx: Ctx, id: string): Promise<TypeRow> {
  const row = (await offeredTypes(ctx)).find((one) => one.id === id)
  if (!row) throw missing('This kind of request')
  return row
}

export async function requireReadable(ctx: Ctx, id: string): Promise<TypeRow> {
  const row = (await readableTypes(ctx)).find((one) => one.id === id)
  if (!row) throw missing('This request type')
  return row
}

/** Why the asker does not triage requests of this type, or null. */
export async function whyNotTriage(ctx: Ctx, row: TypeRow): Promise<string | null> {
  if (!holds(ctx.actor, 'intake:triage')) return 'Triage needs the permission “intake:triage”.'
  if (managesAll(ctx) || !row.triage_team_id || (await teamsOf(ctx)).has(row.triage_team_id)) return null
  const team = (await listTeams(ctx)).teams.find((one) => one.id === row.triage_team_id)
  return `The team ${team?.name ?? 'that is named for it'} answers requests of the type ${row.name}.`
}

const whoSees = (row: TypeRow, teams: Map<string, string>): string =>
  row.audience === 'everybody'
    ? 'Everybody, without an account'
    : row.audience === 'members'
      ? 'Everybody who signs in'
      : `The team ${teams.get(row.team_id ?? '') ?? 'that is gone'}`

export async function toTypes(ctx: Ctx, rows: readonly TypeRow[]): Promise<RequestType[]> {
  const teams = new Map((await listTeams(ctx)).teams.map(({ id, name }) => [id, name]))
  const counted = await ctx.db
    .selectFrom('intake_requests')
    .select(['type_id', sql<number>`count(*)::int`.as('many')])
    .groupBy('type_id')
    .execute()
  const many = new Map(counted.map((row) => [row.type_id, row.many]))
  return rows.map((row) => ({
    ...definitionOf(row),
    ...{ id: row.id, version: row.version, isRetired: row.retired_at !== null },
    ...{ requests: many.get(row.id) ?? 0, whoSees: whoSees(row, teams) },
  }))
}

const definitionOf = (row: TypeRow): TypeInput => ({
  ...{ name: row.name, purpose: row.purpose, audience: row.audience, teamId: row.team_id },
  ...{ questions: row.questions, usualMinutes: row.usual_minutes, boardId: row.board_id },
  ...{ itemTypeId: row.item_type_id, triageTeamId: row.triage_team_id, promiseDays: row.promise_days },
})

export async function types(ctx: Ctx, { isRetired }: In<typeof intake.types>) {
  const rows = (await readableTypes(ctx)).filter((row) => (row.retired_at !== null) === isRetired)
  return { items: await toTypes(ctx, rows), can: { manage: managesAll(ctx) } }
}

const toColumns = (said: TypeInput) => ({
  ...{ name: said.name, purpose: said.purpose, audience: said.audience, team_id: said.teamId },
  ...{ questions: JSON.stringify(said.questions), usual_minutes: said.usualMinutes },
  ...{ board_id: said.boardId, item_type_id: said.itemTypeId, triage_team_id: said.triageTeamId },
  promise_days: said.promiseDays,
})

async function requireFits(ctx: Ctx, said: TypeInput, id: string | null): Promise<void> {
  const objection = whyNotType(said)
  if (objection) throw invalid(objection)
  const twin = (await allTypes(ctx)).find(
    (one) => !one.retired_at && one.id !== id && one.name.toLowerCase() === said.name.toLowerCase(),
  )
  if (twin) throw conflict(`There is a request type ${twin.name} already. Choose another name.`)
  for (const team of [said.teamId, said.triageTeamId]) if (team) await requireTeam(ctx, team)
  if (said.boardId) await requireBoard(ctx, said.boardId)
  const isKnown = (await itemTypes(ctx)).items.some((one) => one.id === said.itemTypeId)
  if (said.itemTypeId && !isKnown) throw missing('This item type')
}

export async function addType(ctx: Ctx, said: In<typeof intake.addType>) {
  await requireFits(ctx, said, null)

  const row = await ctx.insert('intake_types', {
    ...{ id: ctx.id('rty'), ...toColumns(said), version: 1, retired_at: null },
  })
  await ctx.record(intake.events.typeAdded, row.id, { name: row.name })

  return (await toTypes(ctx, [row]))[0]!
}

export async function changeType(ctx: Ctx, { id, version, reason, ...said }: In<typeof intake.changeType>) {
  const row = await requireReadable(ctx, id)
  if (row.version !== version)
    throw conflict(
      `Somebody changed the request type ${row.name} since you opened it. Load it again and repeat your change.`,
    )
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const definition = { ...definitionOf(row), ...given } as TypeInput
  await requireFits(ctx, definition, id)

  await keepVersion(ctx, row, reason)
  const changed = await ctx.update('intake_types', id, { ...toColumns(definition), version: version + 1 })
  await ctx.record(intake.events.typeChanged, id, { name: definition.name })

  return (await toTypes(ctx, [changed!]))[0]!
}

/** What it said until now, with why it changes. */
const keepVersion = (ctx: Ctx, row: TypeRow, reason: string) =>
  ctx.insert('intake_type_versions', {
    ...{ id: ctx.id('rtv'), type_id: row.id, version: row.version, reason },
    ...{ definition: JSON.stringify(definitionOf(row)), changed_by: ctx.actor.name, changed_at: ctx.now },
  })

export async function retireType(ctx: Ctx, { id, isRetired }: In<typeof intake.retireType>) {
  const row = await requireReadable(ctx, id)
  if (!isRetired) await requireFits(ctx, definitionOf(row), id)

  const changed = await ctx.update('intake_types', id, { retired_at: isRetired ? ctx.now : null })
  const { events } = intake
  await ctx.record(isRetired ? events.typeRetired : events.typeBack, id, { name: row.name })

  return (await toTypes(ctx, [changed!]))[0]!
}

export async function typeVersions(ctx: Ctx, { id }: In<typeof intake.typeVersions>) {
  await requireReadable(ctx, id)
  const rows = await ctx.db
    .selectFrom('intake_type_versions')
    .selectAll()
    .where('type_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({
      ...{ version: row.version, definition: row.definition, reason: row.reason, by: row.changed_by },
      at: row.changed_at.toISOString(),
    })),
  }
}
