import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { availability, type Held } from '../contract.ts'
import { aroundOf, named, requireChangeable, worksHere } from './people.ts'
import type { LevelRow } from './tables.ts'

const toHeld = (row: LevelRow): Held => ({
  ...{ skillId: row.skill_id, personId: row.person_id, stated: row.stated, confirmed: row.confirmed },
  ...{ confirmedBy: row.confirmed_by, version: row.version },
})

const listed = (ctx: Ctx) =>
  ctx.db
    .selectFrom('availability_skills')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute()

export async function skills(ctx: Ctx) {
  const around = await aroundOf(ctx)
  const rows = await listed(ctx)
  const known = new Set(rows.map((row) => row.id))
  const levels = await ctx.db.selectFrom('availability_levels').selectAll().execute()
  return {
    skills: rows.map(({ id, name }) => ({ id, name })),
    people: [...around.people.values()].filter(worksHere).map((person) => {
      const { isSelf, leads, manages } = around.askerOf(person.id)
      return { ...named(person), can: { state: isSelf, confirm: !isSelf && (leads || manages) } }
    }),
    held: levels.filter((row) => known.has(row.skill_id)).map(toHeld),
    can: { manage: holds(ctx.actor, 'availability:manage') },
  }
}

async function refuseTaken(ctx: Ctx, name: string, but = ''): Promise<void> {
  const same = (await listed(ctx)).find((row) => row.name.toLowerCase() === name.toLowerCase())
  if (same && same.id !== but) throw conflict(`There is a skill ${same.name} already.`)
}

async function requireSkill(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('availability_skills')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This skill')
  return row
}

const most = 200

export async function addSkill(ctx: Ctx, { name }: In<typeof availability.addSkill>) {
  await refuseTaken(ctx, name)
  if ((await listed(ctx)).length >= most)
    throw conflict(`${most} skills are listed at most. Take some off first.`)

  const { id } = await ctx.insert('availability_skills', {
    ...{ id: ctx.id('ski'), name, changed_at: ctx.now, removed_at: null },
  })
  await ctx.record(availability.events.skillAdded, id, { name })

  return { id, name }
}

export async function renameSkill(ctx: Ctx, { id, name }: In<typeof availability.renameSkill>) {
  const row = await requireSkill(ctx, id)
  await refuseTaken(ctx, name, id)

  await ctx.update('availability_skills', id, { name, changed_at: ctx.now })
  await ctx.record(availability.events.skillRenamed, id, { name, before: row.name })

  return { id, name }
}

export async function removeSkill(ctx: Ctx, { id }: In<typeof availability.removeSkill>) {
  const { name, removed_at: removedAt } = await requireSkill(ctx, id)
  if (removedAt) throw conflict(`${name} is off the list already.`)

  await ctx.update('availability_skills', id, { removed_at: ctx.now })
  await ctx.record(availability.events.skillRemoved, id, { name })

  return { id, name }
}

export async function restoreSkill(ctx: Ctx, { id }: In<typeof availability.restoreSkill>) {
  const { name } = await requireSkill(ctx, id)
  await refuseTaken(ctx, name, id)

  await ctx.update('availability_skills', id, { removed_at: null })
  await ctx.record(availability.events.skillAdded, id, { name })

  return { id, name }
}

type Said = In<typeof availability.stateSkill>

/** What stands of a person and a skill; a page that is older than that is refused. */
async function requireAsSeen(ctx: Ctx, { id, skillId, version }: Said) {
  const skill = await requireSkill(ctx, skillId)
  if (skill.removed_at) throw conflict(`${skill.name} is not on the list of skills any more.`)
  const row = await ctx.db
    .selectFrom('availability_levels')
    .selectAll()
    .where('person_id', '=', id)
    .where('skill_id', '=', skillId)
    .executeTakeFirst()
  if ((row?.version ?? 0) !== version)
    throw conflict('This level changed since you opened the page. Load it again.')
  return { skill, row }
}

const unconfirmed = { confirmed: null, confirmed_by: null, confirmed_at: null }

export async function stateSkill(ctx: Ctx, said: Said): Promise<Held> {
  const around = await aroundOf(ctx)
  if (!around.askerOf(said.id).isSelf)
    throw forbidden('Everybody states their own skills; managers confirm them.')
  const person = requireChangeable(around, said.id, { byOneself: true })
  const { skill, row } = await requireAsSeen(ctx, said)

  const version = said.version + 1
  const kept = row?.confirmed === said.level ? {} : unconfirmed
  const written = row
    ? await ctx.update('availability_levels', row.id, { stated: said.level, version, ...kept })
    : await ctx.insert('availability_levels', {
        ...{ id: ctx.id('lvl'), person_id: said.id, skill_id: said.skillId, stated: said.level },
        ...{ version, ...unconfirmed },
      })
  await ctx.record(availability.events.skillStated, said.id, { who: person.name, skill: skill.name })

  return toHeld(written!)
}

export async function confirmSkill(ctx: Ctx, said: Said): Promise<Held> {
  const around = await aroundOf(ctx)
  const person = requireChangeable(around, said.id, { byOneself: false })
  if (around.askerOf(said.id).isSelf) throw forbidden('Somebody else confirms your own skills.')
  const { skill, row } = await requireAsSeen(ctx, said)

  const version = said.version + 1
  const sign = { confirmed: said.level, confirmed_by: ctx.actor.name, confirmed_at: ctx.now, version }
  const written = row
    ? await ctx.update('availability_levels', row.id, sign)
    : await ctx.insert('availability_levels', {
        ...{ id: ctx.id('lvl'), person_id: said.id, skill_id: said.skillId, stated: 0, ...sign },
      })
  await ctx.record(availability.events.skillConfirmed, said.id, { who: person.name, skill: skill.name })

  return toHeld(written!)
}
