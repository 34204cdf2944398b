import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/days.ts'
import { requirePerson, roleNames, settings } from '../../identity/server/index.ts'
import { readableNames } from '../../trace/server/index.ts'
import { requireBoard, stagesOf, toItems, types, visibleBoards } from '../../work/server/index.ts'
import { type Definition, routines, type Template } from '../contract.ts'
import { peopleNamed, whyNotTitle } from '../rules.ts'
import { makeFrom } from './making.ts'
import type { TemplateRow } from './tables.ts'

const { events } = routines

/** A template of a board that the asker may see. */
export async function requireTemplate(ctx: Ctx, id: string): Promise<TemplateRow> {
  const row = await ctx.db
    .selectFrom('routines_templates')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const seen = row && (await visibleBoards(ctx)).some((one) => one.id === row.board_id)
  if (!row || !seen) throw missing('This item template')
  return row
}

async function toTemplates(ctx: Ctx, rows: readonly TemplateRow[]): Promise<Template[]> {
  const boards = new Map((await visibleBoards(ctx)).map((one) => [one.id, one.name]))
  const running = await ctx.db
    .selectFrom('routines_routines')
    .select(['template_id'])
    .where('stopped_at', 'is', null)
    .execute()
  return rows
    .filter((row) => boards.has(row.board_id))
    .map((row) => ({
      ...{ id: row.id, name: row.name, version: row.version, uses: row.uses },
      ...{ isRetired: row.retired_at !== null, definition: row.definition },
      board: { id: row.board_id, name: boards.get(row.board_id)! },
      routines: running.filter((one) => one.template_id === row.id).length,
      ...{ changedBy: row.changed_by, changedAt: row.changed_at.toISOString() },
    }))
}

const shown = async (ctx: Ctx, row: TemplateRow): Promise<Template> => (await toTemplates(ctx, [row]))[0]!

export async function templates(ctx: Ctx, { retired }: In<typeof routines.templates>) {
  const rows = await ctx.db
    .selectFrom('routines_templates')
    .selectAll()
    .where('retired_at', retired ? 'is not' : 'is', null)
    .orderBy('name')
    .execute()
  return { items: await toTemplates(ctx, rows) }
}

/** Refuses what no item could be made from. */
async function requireDefinition(ctx: Ctx, said: Definition): Promise<void> {
  const titles = [said.title, ...said.parts.map((one) => one.title)]
  const objection = titles.map(whyNotTitle).find(Boolean)
  if (objection) throw invalid(objection)
  const board = await requireBoard(ctx, said.boardId)
  const stages = await stagesOf(ctx, [board.id])
  if (said.stageId && !stages.some((one) => one.id === said.stageId))
    throw invalid(`This stage is not on the board ${board.name}. Choose one of it.`)
  const known = (await types(ctx)).items
  if (said.typeId && !known.some((one) => one.id === said.typeId && !one.isRetired))
    throw invalid('This type of items is not in use. Choose another.')
  for (const id of peopleNamed(said.assign)) await requirePerson(ctx, id)
  if (said.assign.kind === 'role' && !(await roleNames(ctx.db)).has(said.assign.roleId))
    throw invalid('There is no such role. Choose another.')
  await requireServed(ctx, said.serves)
}

async function requireServed(ctx: Ctx, serves: Definition['serves']): Promise<void> {
  if (!serves) return
  const names = await readableNames(ctx, serves.kind, [serves.id])
  if (!names.has(serves.id)) throw missing('What it should serve')
}

async function keep(ctx: Ctx, row: TemplateRow, reason: string): Promise<void> {
  await ctx.insert('routines_template_versions', {
    ...{ id: ctx.id('rtv'), template_id: row.id, version: row.version, name: row.name, reason },
    ...{ definition: JSON.stringify(row.definition), changed_by: row.changed_by, changed_at: ctx.now },
  })
  await ctx.record(events.templateKept, row.id, { version: row.version })
}

const toColumns = (ctx: Ctx, { name, definition }: In<typeof routines.addTemplate>) => ({
  ...{ name, board_id: definition.boardId, definition: JSON.stringify(definition) },
  ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
})

export async function addTemplate(ctx: Ctx, said: In<typeof routines.addTemplate>) {
  await requireDefinition(ctx, said.definition)

  const id = ctx.id('rtt')
  const begun = { id, version: 1, uses: 0, retired_at: null }
  const row = await ctx.insert('routines_templates', { ...begun, ...toColumns(ctx, said) })
  await keep(ctx, row, '')

  return shown(ctx, row)
}

export async function changeTemplate(ctx: Ctx, said: In<typeof routines.changeTemplate>) {
  const before = await requireTemplate(ctx, said.id)
  if (before.version !== said.version)
    throw conflict(
      `${before.changed_by} saved version ${before.version} of this template since you opened version ${said.version}. Load it again and repeat your change.`,
    )
  await requireDefinition(ctx, said.definition)

  const next = { ...toColumns(ctx, said), version: before.version + 1 }
  const row = (await ctx.update('routines_templates', said.id, next))!
  await keep(ctx, row, said.reason)

  return shown(ctx, row)
}

export async function retireTemplate(ctx: Ctx, { id, isRetired }: In<typeof routines.retireTemplate>) {
  const before = await requireTemplate(ctx, id)
  if ((before.retired_at !== null) === isRetired)
    throw conflict(isRetired ? 'This template is retired already.' : 'This template is in use already.')

  const row = await ctx.update('routines_templates', id, { retired_at: isRetired ? ctx.now : null })
  await ctx.record(isRetired ? events.templateRetired : events.templateRestored, id, {})

  return shown(ctx, row!)
}

export async function templateVersions(ctx: Ctx, { id }: In<typeof routines.templateVersions>) {
  await requireTemplate(ctx, id)
  const rows = await ctx.db
    .selectFrom('routines_template_versions')
    .selectAll()
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const seen = new Set((await visibleBoards(ctx)).map((one) => one.id))
  return {
    items: rows
      .filter((row) => seen.has(row.definition.boardId))
      .map(({ version, name, definition, reason, ...row }) => ({
        ...{ version, name, definition, reason, by: row.changed_by },
        changedAt: row.changed_at.toISOString(),
      })),
  }
}

export async function useTemplate(ctx: Ctx, { id, dueOn }: In<typeof routines.useTemplate>) {
  const row = await requireTemplate(ctx, id)
  if (row.retired_at) throw conflict('This template is retired. Take it into use again first.')
  const { timeZone } = await settings(ctx.db)

  const [item] = await makeFrom(ctx, row, { dueOn, today: dayIn(timeZone, ctx.now), note: '' })
  await ctx.record(events.used, item!.id, { item: `W-${item!.number}` })

  return (await toItems(ctx, [item!]))[0]!
}
