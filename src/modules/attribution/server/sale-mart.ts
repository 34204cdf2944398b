import { replaceView } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { carried } from './credit-mart.ts'

/**
 * `mart.sale`: every won opportunity once. Marketing sourced it where its first touch came before the opportunity was
 * opened and was no direct visit, and then it belongs to that touch alone; it influenced it where any touch but a direct
 * visit came before the close. `mart.sale_touched` has each sale once for each channel that touched it.
 */
export async function buildSales(db: Writer): Promise<void> {
  await replaceView(
    db,
    'sale',
    `
    select j.opportunity_id, o.name as opportunity, j.closed_on, j.opened_at, j.currency, j.revenue * j.unit as value, j.touches,
      f."at" as first_at, coalesce(f.opened_n is not null and not f.is_direct, false) as is_sourced,
      case when is_sourced then f.channel end as channel, case when is_sourced then f.campaign end as campaign,
      j.opportunity_id in (select opportunity_id from mart.journey_touch where not is_direct) as is_influenced,
      j.batch, j.row_no, ${carried}
    from mart.journey j join mart.opportunity o using (opportunity_id)
    left join mart.journey_touch f on f.opportunity_id = j.opportunity_id and f.n = 1
    where j.outcome = 'won'`,
  )
  await replaceView(
    db,
    'sale_touched',
    `
    select s.* exclude (channel, campaign), t.channel
    from mart.sale s join (select distinct opportunity_id, channel from mart.journey_touch where not is_direct) t using (opportunity_id)`,
  )
}
