import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { isHeadcount } from '../../budget/rules.ts'
import { lines as budgetLines } from '../../budget/server/index.ts'
import { allListed } from '../../campaigns/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { inForce } from '../../strategy/server/index.ts'
import { keyOf, traced } from '../../trace/server/index.ts'
import type { kinds, Response } from '../contract.ts'
import { responseOf } from '../rules.ts'

type Kind = (typeof kinds)[number]
type Named = { id: string; name: string }

/** Where the records of a kind are written. */
const tables: Record<Kind, string> = {
  ...{ goal: 'strategy_goals', kpi: 'strategy_kpis' },
  ...{ campaign: 'campaigns_records', 'budget-line': 'budget_lines' },
}

async function recordsOf(ctx: Ctx): Promise<Record<Kind, Named[]>> {
  const { goals, kpis } = await inForce(ctx)
  const running = (await allListed(ctx)).filter((one) => one.state !== 'stopped')
  const { lines } = await budgetLines(ctx, {})
  return {
    goal: goals,
    kpi: kpis,
    campaign: running,
    'budget-line': lines.filter((line) => !isHeadcount(line)),
  }
}

type Touched = { at: Date; made: boolean }

/** The first time that a record was changed, linked up or confirmed since a version of the vision came into force. */
async function touchedSince(ctx: Ctx, since: Date, version: number): Promise<Map<string, Touched>> {
  const names = Object.values(tables)
  const { rows } = await sql<{ table: string; row: string; at: Date; made: boolean }>`
    select c ->> 'table' as table, c ->> 'row' as row, min(e.at) as at, bool_or(c ->> 'did' = 'insert') as made
    from kernel_events e, jsonb_array_elements(e.changes) c
    where e.at > ${since} and c ->> 'table' = any(${names}) group by 1, 2`.execute(ctx.db as Database)
  const linked = await sql<{ id: string; at: Date }>`
    select subject as id, min(at) as at from kernel_events where at > ${since} and type = 'trace.linked' group by 1`.execute(
    ctx.db as Database,
  )
  const confirmed = await ctx.db
    .selectFrom('drift_reviews')
    .selectAll()
    .where('vision_version', '=', version)
    .execute()
  const found = new Map<string, Touched>()
  const note = (key: string, at: Date, made = false) => {
    const before = found.get(key)
    found.set(key, { at: before && before.at < at ? before.at : at, made: made || Boolean(before?.made) })
  }
  for (const one of rows) note(keyOf({ kind: kindOf(one.table), id: one.row }), one.at, one.made)
  for (const one of linked.rows)
    for (const kind of Object.keys(tables)) note(keyOf({ kind, id: one.id }), one.at)
  for (const one of confirmed) note(keyOf({ kind: one.kind, id: one.record_id }), one.reviewed_at)
  return found
}

const kindOf = (table: string): string =>
  Object.keys(tables).find((kind) => tables[kind as Kind] === table) ?? table

const most = 200

/** How each kind answered the version of the vision that is in force; what was made since rests on it anyway. */
export async function responsesOf(ctx: Ctx, vision: { savedAt: Date; version: number }): Promise<Response[]> {
  const { zone } = await organisation(ctx.db)
  const changedOn = dayIn(zone, vision.savedAt)
  const touched = await touchedSince(ctx, vision.savedAt, vision.version)
  const known = ctx.use(traced)
  return Object.entries(await recordsOf(ctx)).map(([name, all]) => {
    const kind = name as Kind
    const before = all.filter(({ id }) => !touched.get(keyOf({ kind, id }))?.made)
    const answers = before.map((one) => {
      const at = touched.get(keyOf({ kind, id: one.id }))?.at
      return { ...one, on: at ? dayIn(zone, at) : null }
    })
    const waiting = answers.filter((one) => one.on === null).slice(0, most)
    return {
      ...{ kind, title: known.get(kind)?.title ?? kind },
      ...responseOf(answers, changedOn),
      waiting: waiting.map(({ id, name: called }) => ({ id, name: called, path: known.get(kind)!.path(id) })),
    }
  })
}
