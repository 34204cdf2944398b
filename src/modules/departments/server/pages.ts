import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { type Body, NotReadable, readBody } from '../../strategy/rules.ts'
import { departments } from '../contract.ts'
import { blank, parts, whyNotSaveOver, whyNotWrite } from '../rules.ts'
import type { Tie } from '../things/page.ts'
import { manages, peopleOf, requirePage, requireVersion, show } from './pages-show.ts'
import type { PageRow } from './tables.ts'
import { linkToGoal, requireTies } from './ties.ts'

const { events } = departments

export async function add(ctx: Ctx, { name, ownerId, peopleIds }: In<typeof departments.add>) {
  await refuseTakenName(ctx, name)
  const owner = ownerId === null ? null : await requirePerson(ctx, ownerId)

  const row = await ctx.insert('departments_pages', {
    ...{ id: ctx.id('dep'), name, version: 1, closed_at: null },
    ...{ owner_id: owner?.id ?? null, owner_name: owner?.name ?? null },
  })
  const said = { summary: '', doing: blank, meaning: blank, needs: blank, ties: [], reason: 'Begun' }
  await keepVersion(ctx, row.id, 1, said)
  await join(ctx, row.id, peopleIds)
  await ctx.record(events.added, row.id, { what: name })

  return show(ctx, { id: row.id })
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('departments_pages')
    .select(['id', 'name'])
    .where('closed_at', 'is', null)
    .execute()
  const same = rows.find((row) => row.id !== self && row.name.toLowerCase() === name.toLowerCase())
  if (same) throw conflict(`There is a page for ${same.name} already.`)
}

/** People join and leave one by one, so that two who change them at once both count. */
async function join(ctx: Ctx, id: string, ids: string[]): Promise<void> {
  const known = new Set((await peopleOf(ctx, [id])).map((one) => one.person_id))
  for (const person of new Set(ids)) {
    if (known.has(person)) continue
    const { name } = await requirePerson(ctx, person)
    await ctx.insert('departments_people', { id: ctx.id('dpp'), page_id: id, person_id: person, name })
  }
}

export async function change(ctx: Ctx, { id, ownerId, isClosed, ...said }: In<typeof departments.change>) {
  const row = await requirePage(ctx, id)
  const name = said.name ?? row.name
  const staysClosed = isClosed ?? row.closed_at !== null
  if (!staysClosed) await refuseTakenName(ctx, name, id)
  const owner = ownerId ? await requirePerson(ctx, ownerId) : null

  await ctx.update('departments_pages', id, {
    name,
    ...(ownerId === undefined ? {} : { owner_id: owner?.id ?? null, owner_name: owner?.name ?? null }),
    ...(isClosed === undefined ? {} : { closed_at: isClosed ? (row.closed_at ?? ctx.now) : null }),
  })
  for (const person of said.leaveIds)
    await ctx.delete('departments_people', { page_id: id, person_id: person })
  await join(ctx, id, said.joinIds)
  const happened = isClosed === undefined ? events.changed : isClosed ? events.closed : events.opened
  await ctx.record(happened, id, { what: name })

  return show(ctx, { id })
}

type Said = { summary: string; doing: Body; meaning: Body; needs: Body; ties: Tie[]; reason: string }

function keepVersion(ctx: Ctx, id: string, version: number, { ties, ...said }: Said) {
  const { doing, meaning, needs, ...rest } = said
  return ctx.insert('departments_versions', {
    ...{ id: ctx.id('dpv'), page_id: id, version, ...rest, ties: JSON.stringify(ties) },
    ...{ doing: JSON.stringify(doing), meaning: JSON.stringify(meaning), needs: JSON.stringify(needs) },
    ...{ saved_by_id: ctx.actor.personId ?? null, saved_by: ctx.actor.name, saved_at: ctx.now },
  })
}

/** Two who save at once: the transaction of the slower runs again, sees the faster one, and says so. */
async function requireWritable(ctx: Ctx, id: string, base: number): Promise<PageRow> {
  const row = await requirePage(ctx, id)
  const objection = whyNotWrite(row, { personId: ctx.actor.personId, manages: manages(ctx) })
  if (objection) throw row.closed_at ? conflict(objection) : forbidden(objection)
  const newest = await requireVersion(ctx, id, row.version)
  const stale = whyNotSaveOver(base, { version: row.version, by: newest.saved_by })
  if (stale) throw conflict(stale)
  return row
}

function bodyOf(part: string, given: unknown): Body {
  try {
    return readBody(given)
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error
    const title = parts.find((one) => one.part === part)?.title
    throw invalid(`${title}: ${error.message}`, [{ field: part, message: error.message }])
  }
}

export async function save(ctx: Ctx, { id, base, ...given }: In<typeof departments.save>) {
  const row = await requireWritable(ctx, id, base)
  const [doing, meaning, needs] = parts.map(({ part }) => bodyOf(part, given[part])) as [Body, Body, Body]
  await requireTies(ctx, given.ties)

  const version = row.version + 1
  await keepVersion(ctx, id, version, { ...given, doing, meaning, needs })
  await ctx.update('departments_pages', id, { version })
  const reason = given.reason || 'no reason given'
  await ctx.record(events.saved, id, { what: row.name, version, reason })
  await linkToGoal(ctx, id, given.ties)

  return show(ctx, { id })
}

export async function putBack(ctx: Ctx, { id, version: before, base }: In<typeof departments.putBack>) {
  const row = await requireWritable(ctx, id, base)
  const old = await requireVersion(ctx, id, before)
  if (before === base) throw conflict(`Version ${before} is the one in force; there is nothing to put back.`)

  const version = row.version + 1
  const { summary, doing, meaning, needs, ties } = old
  const said = { summary, doing, meaning, needs, ties, reason: `As version ${before} was` }
  await keepVersion(ctx, id, version, said)
  await ctx.update('departments_pages', id, { version })
  await ctx.record(events.putBack, id, { what: row.name, version, before })

  return show(ctx, { id })
}

export async function markRead(ctx: Ctx, { id, version }: In<typeof departments.markRead>) {
  const row = await requirePage(ctx, id)
  const { personId } = ctx.actor
  if (!personId) throw forbidden('Reading is a person’s. Sign in under your own name.')
  if (version !== row.version) throw conflict(`Version ${row.version} is in force. Read that one.`)
  const which = { page_id: id, version, person_id: personId }
  const read = { name: ctx.actor.name, read_at: ctx.now }

  if (!(await ctx.update('departments_reads', which, read)))
    await ctx.insert('departments_reads', { id: ctx.id('dpr'), ...which, ...read })
  await ctx.record(events.read, id, { what: row.name, version })

  return {}
}
