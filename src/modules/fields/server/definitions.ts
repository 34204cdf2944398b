import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import { type Field, fields } from '../contract.ts'
import { optionsAfter, whyNotLabel, whyNotOptions, whyNotOrder } from '../rules.ts'
import { fieldKinds } from './kinds.ts'
import type { FieldRow } from './tables.ts'

const toField = (row: FieldRow): Field => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  type: row.type,
  help: row.help,
  requiredFrom: row.required_from,
  options: row.options.list,
  isRetired: row.retired_at !== null,
  version: row.version,
})

/** Money is seen by those who may read costs. */
export const isSeen = (ctx: Ctx, field: Pick<Field, 'type'>): boolean =>
  field.type !== 'money' || holds(ctx.actor, 'costs:read')

/** The fields of a kind in their order, retired ones at the end. */
export async function definitionsOf(ctx: Ctx, kinds: readonly string[]): Promise<Field[]> {
  if (kinds.length === 0) return []
  return ctx.once(`fields of ${kinds.join(' ')}`, ['fields_definitions'], () => readDefinitions(ctx, kinds))
}

async function readDefinitions(ctx: Ctx, kinds: readonly string[]): Promise<Field[]> {
  const rows = await ctx.db
    .selectFrom('fields_definitions')
    .selectAll()
    .where('kind', 'in', kinds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toField).sort((a, b) => Number(a.isRetired) - Number(b.isRetired))
}

export async function list(ctx: Ctx, { kind }: In<typeof fields.list>) {
  const kinds = ctx
    .use(fieldKinds)
    .all()
    .filter((one) => (!kind || one.kind === kind) && holds(ctx.actor, one.read))
  const names = kinds.map((one) => one.kind)
  const items = (await definitionsOf(ctx, names)).filter((one) => isSeen(ctx, one))
  const people = items.some((one) => one.type === 'person') ? [...(await directory(ctx)).rows.values()] : []
  return {
    kinds: kinds.map((one) => ({ kind: one.kind, title: one.title })),
    items,
    people: people.map(({ id, name, disabled_at }) => ({ id, name, hasAccess: disabled_at === null })),
  }
}

async function requireField(ctx: Ctx, id: string): Promise<Field> {
  const row = await ctx.db
    .selectFrom('fields_definitions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This field')
  return toField(row)
}

const inUse = async (ctx: Ctx, kind: string): Promise<Field[]> =>
  (await definitionsOf(ctx, [kind])).filter((one) => !one.isRetired)

const titleOf = (ctx: Ctx, kind: string): string => ctx.use(fieldKinds).get(kind)?.title ?? kind
const listOf = (options: Field['options']): string => JSON.stringify({ list: options })

export async function define(ctx: Ctx, { kind, options, ...said }: In<typeof fields.define>): Promise<Field> {
  if (!ctx.use(fieldKinds).get(kind)) {
    const known = ctx.use(fieldKinds).all()
    throw invalid(
      `No kind of record is called “${kind}”. Say one of ${known.map((one) => one.kind).join(', ')}.`,
    )
  }
  const others = await inUse(ctx, kind)
  const objection = whyNotLabel(said.label, others) ?? whyNotOptions(said.type, options, [])
  if (objection) throw invalid(objection)

  const row = await ctx.insert('fields_definitions', {
    id: ctx.id('fld'),
    kind,
    label: said.label,
    type: said.type,
    help: said.help,
    required_from: said.requiredFrom,
    options: listOf(optionsAfter([], options, () => ctx.id('opt'))),
    position: others.length,
    retired_at: null,
    version: 1,
    created_by: ctx.actor.name,
    created_at: ctx.now,
  })
  await ctx.record(fields.events.defined, row.id, { label: said.label, kind: titleOf(ctx, kind) })

  return requireField(ctx, row.id)
}

export async function change(ctx: Ctx, { id, version, options, ...said }: In<typeof fields.change>) {
  const field = await requireField(ctx, id)
  if (field.version !== version)
    throw conflict('Somebody changed this field since you opened it. Load it again and repeat your change.')
  const others = (await inUse(ctx, field.kind)).filter((one) => one.id !== id)
  const objection = whyNotLabel(said.label, others) ?? whyNotOptions(field.type, options, field.options)
  if (objection) throw invalid(objection)

  await ctx.update('fields_definitions', id, {
    label: said.label,
    help: said.help,
    required_from: said.requiredFrom,
    options: listOf(optionsAfter(field.options, options, () => ctx.id('opt'))),
    version: version + 1,
  })
  await ctx.record(fields.events.changed, id, { label: said.label, kind: titleOf(ctx, field.kind) })

  return requireField(ctx, id)
}

export async function retire(ctx: Ctx, { id }: { id: string }): Promise<Field> {
  const field = await requireField(ctx, id)
  if (field.isRetired) throw conflict(`“${field.label}” is retired already.`)

  await ctx.update('fields_definitions', id, { retired_at: ctx.now, version: field.version + 1 })
  await ctx.record(fields.events.retired, id, { label: field.label, kind: titleOf(ctx, field.kind) })

  return requireField(ctx, id)
}

export async function restore(ctx: Ctx, { id }: { id: string }): Promise<Field> {
  const field = await requireField(ctx, id)
  if (!field.isRetired) throw conflict(`“${field.label}” is in use already.`)
  const objection = whyNotLabel(field.label, await inUse(ctx, field.kind))
  if (objection) throw conflict(objection)

  await ctx.update('fields_definitions', id, { retired_at: null, version: field.version + 1 })
  await ctx.record(fields.events.restored, id, { label: field.label, kind: titleOf(ctx, field.kind) })

  return requireField(ctx, id)
}

export async function order(ctx: Ctx, { kind, ids }: In<typeof fields.order>) {
  const before = await inUse(ctx, kind)
  const objection = whyNotOrder(
    ids,
    before.map((one) => one.id),
  )
  if (objection) throw conflict(objection)

  for (const [position, id] of ids.entries()) await ctx.update('fields_definitions', id, { position })
  await ctx.record(fields.events.ordered, kind, { kind: titleOf(ctx, kind) })

  return { items: await inUse(ctx, kind) }
}
