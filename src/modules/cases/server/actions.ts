import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { type Body, cases } from '../contract.ts'
import { whyNotCase, whyNotRemark } from '../rules.ts'
import { requireCase, toRemark } from './show.ts'

async function requireBody(ctx: Ctx, said: Omit<Body, 'currency'>): Promise<Body> {
  const objection = whyNotCase(said)
  if (objection) throw invalid(objection)
  for (const { name, evidence } of said.parts) {
    if (!evidence) continue
    if (!ctx.use(catalogue).metrics.has(evidence.metric))
      throw invalid(`“${name}” rests on ${evidence.metric}, which the catalogue does not have.`)
    if (evidence.from && evidence.to && evidence.from > evidence.to)
      throw invalid(`“${name}” rests on a period that ends before it begins.`)
  }
  const { problem, years, parts, low, high, over, confidence } = said
  const { currency } = await organisation(ctx.db)
  return { problem, years, currency, parts, low, high, over, confidence }
}

type Kept = { id: string; version: number; name: string; body: Body; reason: string }

const keep = (ctx: Ctx, { id, body, ...said }: Kept) =>
  ctx.insert('cases_versions', {
    ...{ case_id: id, ...said, body: JSON.stringify(body) },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
  })

export async function make(ctx: Ctx, { name, ...said }: In<typeof cases.make>) {
  const body = await requireBody(ctx, said)

  const id = ctx.id('cas')
  await ctx.insert('cases_records', {
    ...{ id, name, version: 1, removed_at: null },
    ...{ made_by_id: ctx.actor.personId ?? '', made_by: ctx.actor.name, made_at: ctx.now },
  })
  await keep(ctx, { id, version: 1, name, body, reason: 'First version' })
  await ctx.record(cases.events.made, id, { what: name })

  return { id }
}

export async function change(ctx: Ctx, { id, version, name, reason, ...said }: In<typeof cases.change>) {
  const row = await requireCase(ctx, id)
  if (row.version !== version)
    throw conflict(
      `“${row.name}” is at version ${row.version} since you opened it. Load it again and repeat your change.`,
    )
  const body = await requireBody(ctx, said)

  const next = version + 1
  await keep(ctx, { id, version: next, name, body, reason })
  await ctx.update('cases_records', id, { name, version: next })
  await ctx.record(cases.events.changed, id, { what: name, reason })

  return { version: next }
}

/** A signature as a remark: who, in which role, on which version; it stays whatever comes after. */
export async function remark(ctx: Ctx, { id, version, verdict, says }: In<typeof cases.remark>) {
  const row = await requireCase(ctx, id)
  const { personId } = ctx.actor
  if (!personId) throw forbidden('A remark is a person’s: sign in under your own name.')
  const objection = whyNotRemark({ verdict, says, version }, row.version)
  if (objection) throw conflict(objection)

  const all = await directory(ctx)
  const role =
    all.rows.get(personId)?.title || (all.roles.get(personId) ?? []).map((one) => one.name).join(', ')
  const kept = await ctx.insert('cases_remarks', {
    ...{ id: ctx.id('crm'), case_id: id, version, verdict, role, says },
    ...{ by_id: personId, by_name: ctx.actor.name, said_at: ctx.now },
  })
  const words = { supports: 'supports', objects: 'objects to', notes: 'remarked on' }
  await ctx.record(cases.events.remarked, id, { what: row.name, verdict: words[verdict] })

  return toRemark(kept)
}

export async function remove(ctx: Ctx, { id }: In<typeof cases.remove>) {
  const row = await requireCase(ctx, id)
  await ctx.update('cases_records', id, { removed_at: ctx.now })
  await ctx.record(cases.events.removed, id, { what: row.name })
  return {}
}

export async function restore(ctx: Ctx, { id }: In<typeof cases.restore>) {
  const row = await ctx.db.selectFrom('cases_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This case')
  if (!row.removed_at) throw conflict('This case is there; nothing to put back.')
  await ctx.update('cases_records', id, { removed_at: null })
  await ctx.record(cases.events.restored, id, { what: row.name })
  return {}
}
