import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { parentsOf, traced } from '../../trace/server/index.ts'
import type { Bar, Case, cases, Remark } from '../contract.ts'
import { reckon } from '../rules.ts'
import { agreedBar, tried } from './bar.ts'
import type { CaseRow, RemarkRow, VersionRow } from './tables.ts'

/** The case, unless it was removed. */
export async function requireCase(ctx: Ctx, id: string): Promise<CaseRow> {
  const row = await ctx.db.selectFrom('cases_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.removed_at) throw missing('This case')
  return row
}

export const toRemark = (row: RemarkRow): Remark => ({
  ...{ id: row.id, version: row.version, verdict: row.verdict, role: row.role, says: row.says },
  ...{ by: row.by_name, at: row.said_at.toISOString() },
})

/** What each case says now. */
async function versionsNow(ctx: Ctx, ids: string[]): Promise<Map<string, VersionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('cases_versions as said')
    .innerJoin('cases_records as record', (join) =>
      join.onRef('record.id', '=', 'said.case_id').onRef('record.version', '=', 'said.version'),
    )
    .selectAll('said')
    .where('said.case_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.case_id, row]))
}

export async function list(ctx: Ctx, asked: In<typeof cases.list>) {
  const agreed = await agreedBar(ctx)
  const bar = tried(agreed.bar, asked)
  const rows = await ctx.db
    .selectFrom('cases_records')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()
  const now = await versionsNow(
    ctx,
    rows.map((row) => row.id),
  )
  const items = await toCases(
    ctx,
    rows.map((row) => [row, now.get(row.id)!] as const),
    bar,
  )
  return { items, bar, agreed }
}

export async function show(ctx: Ctx, { id, at, ...asked }: In<typeof cases.show>) {
  const row = await requireCase(ctx, id)
  const agreed = await agreedBar(ctx)
  const bar = tried(agreed.bar, asked)
  const all = await ctx.db
    .selectFrom('cases_versions')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const said = all.find((one) => one.version === (at ?? row.version))
  if (!said) throw missing(`Version ${at} of this case`)
  const [one] = await toCases(ctx, [[row, said]], bar)
  const versions = all.map(({ version, reason, changed_by: by, changed_at: on }) => {
    return { version, reason, by, changedAt: on.toISOString() }
  })
  return { case: one!, bar, agreed, versions }
}

type Said = readonly [CaseRow, VersionRow]

async function toCases(ctx: Ctx, all: Said[], bar: Bar): Promise<Case[]> {
  const ids = all.map(([row]) => row.id)
  if (ids.length === 0) return []
  const remarks = await ctx.db
    .selectFrom('cases_remarks')
    .selectAll()
    .where('case_id', 'in', ids)
    .orderBy('said_at', 'desc')
    .execute()
  const initiatives = await initiativesOf(ctx, ids)
  return all.map(([row, said]) => ({
    ...{ id: row.id, name: said.name, body: said.body, version: said.version, reason: said.reason },
    ...{ changedBy: said.changed_by, changedAt: said.changed_at.toISOString(), madeBy: row.made_by },
    reckoned: reckon(said.body, bar),
    initiative: initiatives.get(row.id) ?? null,
    remarks: remarks.filter((one) => one.case_id === row.id).map(toRemark),
    can: {
      change: said.version === row.version && holds(ctx.actor, 'cases:write'),
      remark: said.version === row.version && holds(ctx.actor, 'cases:sign'),
    },
  }))
}

/** What each case stands under: a goal or a campaign, for those who may read it. */
async function initiativesOf(ctx: Ctx, ids: string[]): Promise<Map<string, NonNullable<Case['initiative']>>> {
  const parents = await parentsOf(ctx.db, 'case', ids)
  const found = new Map<string, NonNullable<Case['initiative']>>()
  for (const name of new Set([...parents.values()].map((parent) => parent.kind))) {
    const kind = ctx.use(traced).get(name)
    if (!kind || !holds(ctx.actor, kind.read)) continue
    const under = [...parents].filter(([, parent]) => parent.kind === name)
    const names = await kind.named(
      ctx.db,
      under.map(([, parent]) => parent.id),
    )
    for (const [id, parent] of under) {
      const named = names.get(parent.id)
      if (named) found.set(id, { ...parent, name: named.name, path: kind.path(parent.id) })
    }
  }
  return found
}
