import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { compared } from '../../strategy/rules.ts'
import type { departments } from '../contract.ts'
import { lackOf, pageLines, whyNotWrite } from '../rules.ts'
import type { DepartmentPage, Line, Version } from '../things/page.ts'
import { countsOf } from './asks-count.ts'
import type { PageRow, VersionRow } from './tables.ts'
import { tiedOf } from './ties.ts'

export async function requirePage(ctx: Ctx, id: string): Promise<PageRow> {
  const row = await ctx.db.selectFrom('departments_pages').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This department')
  return row
}

export async function requireVersion(ctx: Ctx, id: string, version: number): Promise<VersionRow> {
  const row = await ctx.db
    .selectFrom('departments_versions')
    .selectAll()
    .where('page_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw missing(`Version ${version} of this page`)
  return row
}

export const manages = (ctx: Ctx): boolean => holds(ctx.actor, 'departments:manage')

export const peopleOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('departments_people')
    .select(['page_id', 'person_id', 'name'])
    .where('page_id', 'in', ids)
    .orderBy('name')
    .execute()

const readsOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('departments_reads')
    .selectAll()
    .where('page_id', 'in', ids)
    .orderBy('read_at', 'desc')
    .execute()

export async function list(ctx: Ctx, { isClosed }: In<typeof departments.list>) {
  const rows = await ctx.db
    .selectFrom('departments_pages')
    .selectAll()
    .where('closed_at', isClosed ? 'is not' : 'is', null)
    .orderBy('name')
    .execute()
  return { items: await toLines(ctx, rows), can: { manage: manages(ctx) } }
}

async function toLines(ctx: Ctx, rows: PageRow[]): Promise<Line[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [people, reads, counts] = [
    await peopleOf(ctx, ids),
    await readsOf(ctx, ids),
    await countsOf(ctx, ids),
  ]
  const versions = await inForceOf(ctx, ids)
  const { personId } = ctx.actor
  const isOwn = (said: { saved_by_id: string | null }) =>
    personId !== undefined && said.saved_by_id === personId
  return rows.map((row) => {
    const said = versions.get(row.id)!
    const read = reads.filter((one) => one.page_id === row.id && one.version === row.version)
    return {
      ...{ id: row.id, name: row.name, version: row.version, summary: said.summary },
      owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
      people: people
        .filter((one) => one.page_id === row.id)
        .map(({ person_id, name }) => ({ id: person_id, name })),
      ...{ savedAt: said.saved_at.toISOString(), readers: read.length, isTied: said.ties.length > 0 },
      asks: counts.get(row.id) ?? { open: 0, overdue: 0 },
      hasRead: isOwn(said) || read.some((one) => one.person_id === ctx.actor.personId),
    }
  })
}

/** What lists tell of the version in force of each page: not its text. */
async function inForceOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.db
    .selectFrom('departments_pages as page')
    .innerJoin('departments_versions as said', (join) =>
      join.onRef('said.page_id', '=', 'page.id').onRef('said.version', '=', 'page.version'),
    )
    .select(['page.id', 'said.summary', 'said.ties', 'said.saved_by_id', 'said.saved_at'])
    .where('page.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const toVersion = (row: VersionRow): Version => ({
  ...{ version: row.version, summary: row.summary, doing: row.doing, meaning: row.meaning },
  ...{ needs: row.needs, ties: row.ties, reason: row.reason },
  ...{ savedBy: row.saved_by, savedAt: row.saved_at.toISOString() },
})

export async function show(ctx: Ctx, { id }: In<typeof departments.show>): Promise<DepartmentPage> {
  const row = await requirePage(ctx, id)
  const [line] = await toLines(ctx, [row])
  const versions = await ctx.db
    .selectFrom('departments_versions')
    .select(['version', 'reason', 'saved_by', 'saved_at'])
    .where('page_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const current = await requireVersion(ctx, id, row.version)
  const tied = await tiedOf(ctx, current.ties)
  const reads = await readsOf(ctx, [id])
  return {
    ...line!,
    ...toVersion(current),
    ...{ tied, lacks: lackOf(tied), closedAt: row.closed_at?.toISOString() ?? null },
    versions: versions.map((one) => ({
      ...{ version: one.version, reason: one.reason, by: one.saved_by, at: one.saved_at.toISOString() },
    })),
    readBy: reads.map(({ person_id: id, name, version, read_at: at }) => ({
      ...{ id, name, version, at: at.toISOString() },
    })),
    can: canOf(ctx, row, current),
  }
}

function canOf(ctx: Ctx, row: PageRow, current: VersionRow): DepartmentPage['can'] {
  const { personId } = ctx.actor
  const isOpen = row.closed_at === null
  return {
    write: whyNotWrite(row, { personId, manages: manages(ctx) }) === null,
    manage: manages(ctx),
    ask: isOpen && holds(ctx.actor, 'departments:ask'),
    read: isOpen && personId !== undefined && personId !== current.saved_by_id,
  }
}

export async function version(ctx: Ctx, { id, version: number }: In<typeof departments.version>) {
  return toVersion(await requireVersion(ctx, id, number))
}

export async function compare(ctx: Ctx, { id, before, after }: In<typeof departments.compare>) {
  const [old, next] = [await requireVersion(ctx, id, before), await requireVersion(ctx, id, after)]
  return { lines: compared(pageLines(old), pageLines(next)) }
}
