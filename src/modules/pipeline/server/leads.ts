import type { DuckDBValue } from '@duckdb/node-api'
import { literal } from '../../../engine/ingest/index.ts'
import { warehouse } from '../../../engine/port.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { freshen, landedBatches } from '../../imports/server/index.ts'
import type { pipeline, Stage } from '../contract.ts'
import { cohortWhere } from './cohort.ts'
import { disputesOf } from './disputes.ts'
import { toOpportunity } from './opportunities.ts'
import { currentStages, placeOf } from './stages.ts'

type Row = Record<string, unknown>

/** The furthest stage reached, and when. */
export const standing = (stages: Stage[], since: string): string => {
  const back = [...stages].reverse()
  const whens = back.map(({ id }) => `when f.${id}_at is not null then`)
  return `case ${back.map(({ name }, at) => `${whens[at]} ${literal(name)}`).join(' ')} end as stage,
    case ${back.map(({ id }, at) => `${whens[at]} f.${id}_on::varchar`).join(' ')} end as ${since}`
}

const shown = (
  stages: Stage[],
): string => `f.contact_id as id, nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as name, p.email,
  f.account, f.origin, f.channel, f.owner, f.lead_on::varchar as lead_on, f.rejection_reason, f.batch, f.row_no, ${standing(stages, 'entered_on')}`

const toLead = (row: Row, disputed: Set<string>) => ({
  id: String(row.id),
  name: (row.name ?? null) as string | null,
  email: (row.email ?? null) as string | null,
  account: (row.account ?? null) as string | null,
  origin: (row.origin ?? null) as string | null,
  channel: (row.channel ?? null) as string | null,
  owner: (row.owner ?? null) as string | null,
  stage: (row.stage ?? null) as string | null,
  enteredOn: (row.entered_on ?? null) as string | null,
  leadOn: (row.lead_on ?? null) as string | null,
  rejectionReason: (row.rejection_reason ?? null) as string | null,
  disputed: disputed.has(String(row.id)),
})

export async function leads(
  ctx: Ctx,
  { search, stage, limit, offset, ...cohort }: In<typeof pipeline.leads>,
) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  const params: DuckDBValue[] = []
  const inFunnel = [
    `kind = 'contact'`,
    cohortWhere(cohort, 'lead_on', params),
    ...(stage ? [inStage(stages, stage)] : []),
  ]
  const from = `from (select * from mart.funnel where ${inFunnel.join(' and ')}) f
    left join mart.person p using (contact_id) where ${found(search, params)}`
  const rows = await ctx
    .use(warehouse)
    .query<Row>(
      `select ${shown(stages)} ${from} order by f.lead_at desc nulls last, f.contact_id limit ${limit} offset ${offset}`,
      params,
    )
  const [counted] = await ctx.use(warehouse).query<{ n: number }>(`select count(*) as n ${from}`, params)
  const disputed = new Set(
    (
      await disputesOf(
        ctx,
        rows.map((row) => String(row.id)),
      )
    ).map((one) => one.leadId),
  )
  return { items: rows.map((row) => toLead(row, disputed)), total: counted?.n ?? 0 }
}

function found(search: string | undefined, params: DuckDBValue[]): string {
  if (!search) return 'true'
  const at = `$${params.push(search.toLowerCase())}`
  const parts = [
    `coalesce(p.email, '')`,
    `concat_ws(' ', p.first_name, p.last_name)`,
    `coalesce(f.account, '')`,
  ]
  return `(${parts.map((part) => `contains(lower(${part}), ${at})`).join(' or ')} or lower(f.contact_id) = ${at})`
}

/** Stands in the stage: reached it and none after it. */
function inStage(stages: Stage[], id: string): string {
  const later = stages.slice(placeOf(stages, id) + 1)
  return [`${id}_at is not null`, ...later.map((one) => `${one.id}_at is null`)].join(' and ')
}

export async function lead(ctx: Ctx, { id }: In<typeof pipeline.lead>) {
  await freshen(ctx)
  const store = ctx.use(warehouse)
  const { stages } = await currentStages(ctx.db)
  const columns = stages.map(({ id: stage }) => `f.${stage}_at, f.${stage}_imputed`).join(', ')
  const [row] = await store.query<Row>(
    `select ${shown(stages)}, ${columns} from mart.funnel f left join mart.person p using (contact_id) where f.contact_id = $1`,
    [id],
  )
  if (!row) throw missing('This lead')
  const disputes = await disputesOf(ctx, [id])
  const entries = stages.filter((one) => row[`${one.id}_at`] !== null)
  return {
    ...toLead(row, new Set(disputes.map((one) => one.leadId))),
    stages: entries.map((one, at) => ({
      stage: one.name,
      enteredAt: String(row[`${one.id}_at`]),
      leftAt: entries[at + 1] ? String(row[`${entries[at + 1]!.id}_at`]) : null,
      imputed: Boolean(row[`${one.id}_imputed`]),
    })),
    touches: await touchesOf(ctx, id),
    opportunities: (
      await store.query<Row>(
        `select o.*, o.amount::varchar as amount, o.sold_amount::varchar as sold_amount, o.opened_on::varchar as opened_on, o.closed_on::varchar as closed_on from mart.opportunity o
      where opportunity_id in (select opportunity_id from mart.opportunity_person where contact_id = $1)
      order by o.opened_at desc nulls last, opportunity_id`,
        [id],
      )
    ).map(toOpportunity),
    disputes,
    from: await rowsBehind(ctx, id),
  }
}

type Touch = {
  at: string
  kind: string | null
  channel: string | null
  campaign: string | null
  detail: string | null
}

/** Touches by e-mail address or by any of the person's keys; the newest two hundred. */
const touchesOf = (ctx: Ctx, id: string): Promise<Touch[]> =>
  ctx.use(warehouse).query<Touch>(
    `select t."at", t.kind, t.channel, t.campaign, t.detail from mart.touch t
     where t.email = (select email from mart.person where contact_id = $1)
        or (t.system, t.contact_key) in (select (system, key) from mart.contact_identity where contact_id = $1)
     order by t."at" desc, t.batch desc, t.row_no desc limit 200`,
    [id],
  )

/** Every row of every file that this person was put together from. */
async function rowsBehind(ctx: Ctx, id: string) {
  const rows = await ctx.use(warehouse).query<{ system: string; batch: number; row_no: number }>(
    `select c.system, c.batch, c.row_no from ${mappedTable('contact')} c join mart.contact_identity i on i.system = c.system and i.key = c.key
     where c.is_current and i.contact_id = $1 order by c.batch, c.row_no`,
    [id],
  )
  const landed = new Map((await landedBatches(ctx.db)).map((one) => [one.batch, one]))
  return rows.map((row) => ({
    source: row.system,
    importId: landed.get(row.batch)?.id ?? '',
    file: landed.get(row.batch)?.file ?? '',
    row: row.row_no,
  }))
}
