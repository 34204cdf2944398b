import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { discussed, requireRecord } from '../../threads/server/index.ts'
import { answers } from '../contract.ts'
import { ownerNamed } from './answering.ts'
import { guide, requireGuide, servedOf } from './guides-show.ts'
import type { GuideRow } from './tables.ts'

const { events } = answers
type Terms = In<typeof answers.addGuide>

async function requireTitle(ctx: Ctx, title: string, except?: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('answers_guides')
    .select(['id', 'title'])
    .where('retired_at', 'is', null)
    .execute()
  if (rows.some((row) => row.id !== except && row.title.toLowerCase() === title.toLowerCase()))
    throw conflict(`There is a guide “${title}” already. Write in that one, or give this another title.`)
}

/** What a guide serves is there, and may be read by whoever says so. */
async function requireServed(ctx: Ctx, ties: Terms['ties']): Promise<void> {
  const keys = ties.map(({ kind, id }) => `${kind} ${id ?? ''}`)
  if (new Set(keys).size < keys.length)
    throw invalid('A guide serves each kind or record once. Take one out.')
  for (const { kind, id } of ties) {
    if (!ctx.use(discussed).get(kind)) throw invalid(`“${kind}” is no kind of record that a guide can serve.`)
    if (id !== null) await requireRecord(ctx, { kind, id })
  }
}

const keyOf = ({ kind, record_id }: { kind: string; record_id: string }): string => `${kind} ${record_id}`

async function keep(ctx: Ctx, row: GuideRow, reason: string, ties: Terms['ties']): Promise<void> {
  const { id, version, title, summary, body } = row
  await ctx.insert('answers_guide_versions', {
    ...{ id: ctx.id('gdv'), guide_id: id, version, title, summary, body, reason },
    ...{ saved_by: ctx.actor.name, saved_at: ctx.now },
  })
  const before = await ctx.db
    .selectFrom('answers_guide_ties')
    .selectAll()
    .where('guide_id', '=', id)
    .execute()
  const seen = await servedOf(ctx, before)
  // Records that the writer may not read are not theirs to take out.
  for (const tie of before.filter((one) => seen.has(one.id))) await ctx.delete('answers_guide_ties', tie.id)
  const hidden = new Set(before.filter((one) => !seen.has(one.id)).map(keyOf))
  for (const { kind, id: record } of ties.filter(
    (one) => !hidden.has(keyOf({ ...one, record_id: one.id ?? '' })),
  ))
    await ctx.insert('answers_guide_ties', { id: ctx.id('gdt'), guide_id: id, kind, record_id: record ?? '' })
  await ctx.record(events.guideWritten, id, { what: title, version })
}

export async function addGuide(ctx: Ctx, { ties, ownerId, reviewOn, ...said }: Terms) {
  await requireTitle(ctx, said.title)
  await requireServed(ctx, ties)
  const owner = await ownerNamed(ctx, ownerId)

  const row = await ctx.insert('answers_guides', {
    ...{ id: ctx.id('gde'), ...said, ...owner, review_on: reviewOn, version: 1, retired_at: null },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
  })
  await keep(ctx, row, '', ties)

  return guide(ctx, { id: row.id })
}

export async function changeGuide(ctx: Ctx, given: In<typeof answers.changeGuide>) {
  const { id, version, reason, ties, ownerId, reviewOn, ...said } = given
  const row = await requireGuide(ctx, id)
  if (row.retired_at) throw conflict('This guide is retired. Bring it back before you change it.')
  if (row.version !== version)
    throw conflict(
      `${row.changed_by} saved version ${row.version} of this guide since you opened version ${version}. Load it again and repeat your change.`,
    )
  await requireTitle(ctx, said.title, id)
  await requireServed(ctx, ties)
  const owner = await ownerNamed(ctx, ownerId)

  const patch = { ...said, ...owner, review_on: reviewOn, version: version + 1 }
  const now = { changed_by: ctx.actor.name, changed_at: ctx.now }
  const next = await ctx.update('answers_guides', id, { ...patch, ...now })
  await keep(ctx, next!, reason, ties)

  return guide(ctx, { id })
}

export async function retireGuide(ctx: Ctx, { id, isRetired }: In<typeof answers.retireGuide>) {
  const row = await requireGuide(ctx, id)
  if ((row.retired_at !== null) === isRetired)
    throw conflict(isRetired ? 'This guide is retired already.' : 'This guide is in use already.')
  if (!isRetired) await requireTitle(ctx, row.title, id)

  await ctx.update('answers_guides', id, { retired_at: isRetired ? ctx.now : null })
  const happened = isRetired ? events.guideRetired : events.guideRestored
  await ctx.record(happened, id, { what: row.title })

  return {}
}

const mostServed = 50

/** Show a guide on one record; whoever says so may read the record. */
export async function serve(ctx: Ctx, { id, kind, recordId, isServed }: In<typeof answers.serve>) {
  const row = await requireGuide(ctx, id)
  const record = await requireRecord(ctx, { kind, id: recordId })
  const ties = await ctx.db.selectFrom('answers_guide_ties').selectAll().where('guide_id', '=', id).execute()
  const known = ties.find((one) => one.kind === kind && one.record_id === recordId)
  if (isServed && known) throw conflict(`“${row.title}” is shown there already.`)
  if (!isServed && !known) throw conflict(`“${row.title}” is not shown there by itself.`)
  if (isServed && row.retired_at) throw conflict('This guide is retired. Bring it back first.')
  if (isServed && ties.length >= mostServed)
    throw conflict(`A guide is shown on ${mostServed} records at most. Show it on every record of the kind.`)

  if (known) await ctx.delete('answers_guide_ties', known.id)
  else await ctx.insert('answers_guide_ties', { id: ctx.id('gdt'), guide_id: id, kind, record_id: recordId })
  const happened = isServed ? events.guideTied : events.guideUntied
  await ctx.record(happened, id, { what: row.title, where: record.name })

  return {}
}
