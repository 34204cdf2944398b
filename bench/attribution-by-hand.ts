import type { Writer } from '../src/engine/warehouse.ts'

const rest = (share: number, places: string[]) => {
  const own = places.map((place) => `${share} * (n = ${place})::int`).join(' + ')
  const left = 1 - share * places.length
  return `coalesce(${own}, 0) + ${left.toFixed(3)} / m`
}

/**
 * One person’s best statement for the same: the same journeys, weighed by the same fourteen models, the same credit
 * rows written, nothing rounded to the cent.
 */
export async function creditsByHand(db: Writer): Promise<void> {
  await db.run(`
    create or replace table mart.by_hand as
    with member as (
      select o.opportunity_id, p.contact_id, o.closed_at, o.opened_at, o.amount
      from mart.opportunity o join mart.opportunity_person p using (opportunity_id) where o.outcome <> 'open'
      union all
      select o.opportunity_id, p.contact_id, o.closed_at, o.opened_at, o.amount from mart.opportunity o join mart.person p using (account_id)
      where o.outcome <> 'open' and not exists (select 1 from mart.opportunity_person n where n.opportunity_id = o.opportunity_id)),
    hit as (
      select m.opportunity_id, m.closed_at, m.opened_at, m.amount, t."at", coalesce(w.value, t.channel) as channel, t.campaign, t.batch, t.row_no
      from member m join mart.contact_identity i using (contact_id) join mapped.touch t on t.system = i.system and t.contact_key = i.key
      left join mart.word w on w.kind = 'channel' and w.raw = lower(t.channel)
      where t.is_current and t.kind not in ('email_sent', 'email_delivered', 'email_bounce')
        and t."at" <= m.closed_at and t."at" >= m.closed_at - interval 365 day),
    single as (
      select opportunity_id, any_value(closed_at) as closed_at, any_value(opened_at) as opened_at, any_value(amount) as amount, min("at") as "at",
        channel, campaign, any_value(batch) as batch, any_value(row_no) as row_no
      from hit group by opportunity_id, channel, campaign, "at"::date),
    placed as (
      select *, row_number() over j as n, count(*) over (partition by opportunity_id) as m, max("at") over (partition by opportunity_id) as last_at
      from single window j as (partition by opportunity_id order by "at", batch, row_no)),
    lead as (select member.opportunity_id, min(f.lead_at) as lead_at from member join mart.funnel f using (contact_id) group by 1),
    marked as (
      select p.*, max(n) filter (where channel <> 'Direct') over j as paid_n, max(n) filter (where "at" <= lead_at) over j as lead_n,
        max(n) filter (where "at" <= opened_at) over j as opened_n, pow(2.0, -(epoch(last_at) - epoch("at")) / 2592000) as decay
      from placed p left join lead using (opportunity_id) window j as (partition by opportunity_id)),
    shared as (
      select k.*, coalesce(s.markov, 0) / count(*) over c as mk, coalesce(s.shapley, 0) / count(*) over c as sh
      from marked k left join mart.channel_share s on s.channel is not distinct from k.channel window c as (partition by opportunity_id, k.channel))
    select opportunity_id, n, m, "at", channel, campaign, batch, row_no,
      amount * (n = 1)::int as first, amount * (n = m)::int as last, amount * (n = coalesce(paid_n, m))::int as last_non_direct,
      amount::double / m as linear, amount * (${rest(0.4, ['1', 'm'])}) as u_first_last, amount * (${rest(0.4, ['1', 'lead_n'])}) as u_first_lead,
      amount * (${rest(0.3, ['1', 'lead_n', 'opened_n'])}) as w, amount * (${rest(0.225, ['1', 'lead_n', 'opened_n', 'm'])}) as full_path,
      amount * decay / sum(decay) over j as time_decay, amount * (0.2 * (n = 1)::int + 0.6 * (n = m)::int + 0.2 / m) as j,
      amount * (0.6 * (n = 1)::int + 0.2 * (n = m)::int + 0.2 / m) as inverse_j, amount * (0.35 * (n = 1)::int + 0.35 * (n = m)::int + 0.3 / m) as custom,
      amount * mk / nullif(sum(mk) over j, 0) as markov, amount * sh / nullif(sum(sh) over j, 0) as shapley
    from shared window j as (partition by opportunity_id)`)
}
