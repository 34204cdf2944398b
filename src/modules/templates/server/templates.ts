import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { countForward } from '../../../methods/critical-path.ts'
import { addDays } from '../../../methods/days.ts'
import { workingDaysBetween } from '../../../methods/working-days.ts'
import { namedCampaigns } from '../../campaigns/server/index.ts'
import { type Definition, type Listed, type Template, templates } from '../contract.ts'
import { requireDefinition, seenDefinition } from './definition.ts'
import type { TemplateRow } from './tables.ts'

export async function requireTemplate(ctx: Ctx, id: string): Promise<TemplateRow> {
  const row = await ctx.db.selectFrom('templates_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This template')
  return row
}

const versionsOf = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('templates_versions')
    .selectAll()
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()

/** Templates with the definition in force. */
const inForce = (ctx: Ctx) =>
  ctx.db
    .selectFrom('templates_records as template')
    .innerJoin('templates_versions as said', (join) =>
      join.onRef('said.template_id', '=', 'template.id').onRef('said.version', '=', 'template.version'),
    )
    .selectAll('template')
    .select('said.definition')

export async function definitionOf(ctx: Ctx, { id }: TemplateRow): Promise<Definition> {
  return (await inForce(ctx).where('template.id', '=', id).executeTakeFirstOrThrow()).definition
}

/** The campaigns started from these templates. */
async function startedFrom(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return []
  return ctx.db.selectFrom('templates_plans').selectAll().where('template_id', 'in', ids).execute()
}

const monday = '2026-01-05'

/** Working days the longest chain of steps takes. */
function lengthOf({ steps }: Definition): number {
  const all = steps.map(({ key, days, after }) => ({ id: key, days, after }))
  const since = addDays(monday, -3)
  const finish = countForward(all, { since, done: new Set(), free: new Set() })
  return Math.max(0, ...[...finish.values()].map((day) => workingDaysBetween(since, day, new Set())))
}

function toListed(row: TemplateRow, definition: Definition, started: number): Listed {
  return {
    id: row.id,
    name: row.name,
    level: definition.level,
    version: row.version,
    isRetired: row.retired_at !== null,
    steps: definition.steps.length,
    tactics: definition.tactics.length,
    length: lengthOf(definition),
    started,
  }
}

export async function list(ctx: Ctx) {
  const rows = await inForce(ctx).orderBy('template.name').limit(500).execute()
  const ids = rows.map((row) => row.id)
  const started = await startedFrom(ctx, ids)
  const countOf = (id: string) => started.filter((one) => one.template_id === id).length
  return { items: rows.map((row) => toListed(row, row.definition, countOf(row.id))) }
}

export async function show(ctx: Ctx, { id }: { id: string }): Promise<Template> {
  const row = await requireTemplate(ctx, id)
  const definition = await definitionOf(ctx, row)
  const started = await startedFrom(ctx, [id])
  const names = new Map((await namedCampaigns(ctx.db)).map((one) => [one.id, one.name]))
  return {
    ...toListed(row, definition, started.length),
    definition: await seenDefinition(ctx, definition),
    versions: (await versionsOf(ctx, id)).map((one) => ({
      version: one.version,
      reason: one.reason,
      by: one.changed_by,
      at: one.changed_at.toISOString(),
    })),
    campaigns: started.map(({ campaign_id, template_version }) => ({
      ...{ id: campaign_id, name: names.get(campaign_id) ?? '', version: template_version ?? 0 },
    })),
    can: { change: holds(ctx.actor, 'campaigns:manage') && row.retired_at === null },
  }
}

type Kept = { name: string; definition: Definition; reason: string }

export async function insertTemplate(ctx: Ctx, { name, definition, reason }: Kept): Promise<Template> {
  const { id } = await ctx.insert('templates_records', {
    ...{ id: ctx.id('tpl'), name, version: 1, retired_at: null },
    ...{ created_by: ctx.actor.name, created_at: ctx.now },
  })
  await insertVersion(ctx, { id, version: 1, definition, reason })
  await ctx.record(templates.events.added, id, { name })
  return show(ctx, { id })
}

type Version = { id: string; version: number; definition: Definition; reason: string }

const insertVersion = (ctx: Ctx, { id, version, definition, reason }: Version) =>
  ctx.insert('templates_versions', {
    ...{ id: ctx.id('tpv'), template_id: id, version, definition: JSON.stringify(definition), reason },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
  })

export async function add(ctx: Ctx, { name, definition: said }: In<typeof templates.add>) {
  const definition = await requireDefinition(ctx, said, null)
  return insertTemplate(ctx, { name, definition, reason: 'Made' })
}

export async function change(ctx: Ctx, { id, name, version, reason, ...said }: In<typeof templates.change>) {
  const row = await requireTemplate(ctx, id)
  if (row.version !== version)
    throw conflict(
      'Somebody changed this template since you opened it. Load it again and repeat your change.',
    )
  if (row.retired_at) throw conflict('It is retired. Bring it back before you change it.')
  const definition = await requireDefinition(ctx, said.definition, await definitionOf(ctx, row))

  await ctx.update('templates_records', id, { name, version: version + 1 })
  await insertVersion(ctx, { id, version: version + 1, definition, reason })
  await ctx.record(templates.events.changed, id, { name, reason })

  return show(ctx, { id })
}

export async function retire(ctx: Ctx, { id }: { id: string }) {
  const row = await requireTemplate(ctx, id)
  if (row.retired_at) throw conflict(`${row.name} is retired already.`)

  await ctx.update('templates_records', id, { retired_at: ctx.now })
  await ctx.record(templates.events.retired, id, { name: row.name })

  return show(ctx, { id })
}

export async function restore(ctx: Ctx, { id }: { id: string }) {
  const row = await requireTemplate(ctx, id)
  if (!row.retired_at) throw conflict(`${row.name} is in use already.`)

  await ctx.update('templates_records', id, { retired_at: null })
  await ctx.record(templates.events.restored, id, { name: row.name })

  return show(ctx, { id })
}
