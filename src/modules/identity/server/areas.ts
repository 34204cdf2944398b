import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { type Area, identity, type Part } from '../contract.ts'
import { areaDefaults, warningOf } from '../rules.ts'

const rolesOf = (ctx: Ctx) =>
  ctx.db.selectFrom('identity_roles').select(['id', 'name']).orderBy('position').execute()

export async function listAreas(ctx: Ctx) {
  const rows = await ctx.db.selectFrom('identity_areas').selectAll().orderBy('position').execute()
  const parts = await ctx.db.selectFrom('identity_area_roles').selectAll().execute()
  const roles = await rolesOf(ctx)
  const names = new Map(roles.map((role) => [role.id, role.name]))
  const areas = rows.map(({ id, name }): Area => {
    const mine = parts.filter((part) => part.area_id === id).map((part) => [part.role_id, part.part] as const)
    const assigned = Object.fromEntries(mine)
    return { id, name, parts: assigned, warning: warningOf(assigned, names) }
  })
  return { areas, roles }
}

async function requireArea(ctx: Ctx, id: string): Promise<Area> {
  const area = (await listAreas(ctx)).areas.find((one) => one.id === id)
  if (!area) throw missing('This area')
  return area
}

async function writeParts(ctx: Ctx, id: string, before: Record<string, Part>, parts: Record<string, Part>) {
  const known = new Set((await rolesOf(ctx)).map((role) => role.id))
  for (const [role_id, part] of Object.entries(parts)) {
    if (!known.has(role_id)) throw invalid(`There is no role ${role_id}.`)
    if (!before[role_id]) await ctx.insert('identity_area_roles', { area_id: id, role_id, part })
    else await ctx.update('identity_area_roles', { area_id: id, role_id }, { part })
  }
  for (const role_id of Object.keys(before))
    if (!parts[role_id]) await ctx.delete('identity_area_roles', { area_id: id, role_id })
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const same = await ctx.db.selectFrom('identity_areas').select('id').where('name', '=', name).execute()
  if (same.some((area) => area.id !== self)) throw conflict(`There is an area ${name} already.`)
}

export async function addArea(ctx: Ctx, { name, parts }: In<typeof identity.addArea>) {
  await refuseTakenName(ctx, name)

  const { last } = await ctx.db
    .selectFrom('identity_areas')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await ctx.insert('identity_areas', { id: ctx.id('are'), name, position: (last ?? 0) + 1 })
  await writeParts(ctx, id, {}, parts)
  await ctx.record(identity.events.areaSaved, id, { name })

  return requireArea(ctx, id)
}

export async function changeArea(ctx: Ctx, { id, name, parts }: In<typeof identity.changeArea>) {
  const area = await requireArea(ctx, id)
  if (name) await refuseTakenName(ctx, name, id)

  await ctx.update('identity_areas', id, { name })
  await writeParts(ctx, id, area.parts, parts)
  await ctx.record(identity.events.areaSaved, id, { name: name ?? area.name })

  return requireArea(ctx, id)
}

export async function removeArea(ctx: Ctx, { id }: In<typeof identity.removeArea>) {
  const area = await requireArea(ctx, id)

  await writeParts(ctx, id, area.parts, {})
  await ctx.delete('identity_areas', id)
  await ctx.record(identity.events.areaRemoved, id, { name: area.name })

  return {}
}

export async function writeDefaultAreas(ctx: Ctx): Promise<void> {
  for (const [position, { name, parts }] of areaDefaults.entries()) {
    const { id } = await ctx.insert('identity_areas', { id: ctx.id('are'), name, position })
    await writeParts(ctx, id, {}, parts)
  }
}
