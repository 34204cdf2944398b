import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { freshen } from '../../imports/server/index.ts'
import type { attribution, ModelId } from '../contract.ts'
import { models } from '../rules.ts'

type Head = {
  name: string | null
  outcome: string
  closed_on: string | null
  revenue: number | null
  currency: string
}
type Row = {
  at: string
  n: number
  m: number
  channel: string | null
  campaign: string | null
  contact_id: string | null
  person: string | null
  is_direct: boolean
  lead_n: number | null
  opened_n: number | null
  batch: number
  row_no: number
} & Record<string, unknown>

/** The touches before one closed opportunity; where it was won, with the credit every model gives them. */
export async function timeline(ctx: Ctx, { id }: In<typeof attribution.timeline>) {
  await freshen(ctx)
  const store = ctx.use(warehouse)
  const [head] = await store.query<Head>(
    `select o.name, j.outcome, j.closed_on::varchar as closed_on, (j.revenue * j.unit)::double as revenue, j.currency
     from mart.journey j join mart.opportunity o using (opportunity_id) where opportunity_id = $1`,
    [id],
  )
  if (!head) throw missing('This closed opportunity')
  const credits = models.map((model) => `(c."${model.id}" * c.unit)::double as "v_${model.id}"`)
  const rows = await store.query<Row>(
    `select t."at", t.n, t.m, t.channel, t.campaign, t.contact_id, nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as person,
       t.is_direct, t.lead_n, t.opened_n, t.batch, t.row_no, ${credits.join(', ')}
     from mart.journey_touch t left join mart.credit c on c.opportunity_id = t.opportunity_id and c.n = t.n
     left join mart.person p on p.contact_id = t.contact_id
     where t.opportunity_id = $1 order by t.n`,
    [id],
  )
  return {
    id,
    name: head.name,
    outcome: head.outcome,
    closedOn: head.closed_on,
    revenue: head.revenue,
    currency: head.currency,
    touches: rows.map((row) => toTouch(row, head.outcome === 'won')),
  }
}

function toTouch(row: Row, isWon: boolean) {
  const milestones = (
    [
      ['first', 1],
      ['lead', row.lead_n],
      ['opportunity', row.opened_n],
      ['last', row.m],
    ] as const
  ).flatMap(([name, place]) => (place === row.n ? [name] : []))
  return {
    at: row.at,
    channel: row.channel,
    campaign: row.campaign,
    person: row.person ?? row.contact_id,
    isDirect: row.is_direct,
    milestones,
    credit: isWon
      ? (Object.fromEntries(models.map(({ id }) => [id, Number(row[`v_${id}`] ?? 0)])) as Record<
          ModelId,
          number
        >)
      : null,
    batch: row.batch,
    row: row.row_no,
  }
}
