import type { Mart } from '../../imports/server/index.ts'

/**
 * Opportunities placed by the day their first contact became a lead, under the lead's channel and campaign: one with
 * several contacts counts once.
 */
export const leadOpportunityMart: Mart = {
  name: 'lead_opportunity',
  async build(db) {
    await db.run(`
      create or replace table mart.lead_opportunity as
      select o.contact_id, o.opened_at, o.closed_at, o.outcome, o.key, o.name, o.amount, o.currency, o.opened_on, o.closed_on, o.batch, o.row_no, o.owner, o.product, f.lead_on,
        f.origin, f.channel, f.campaign, f.country, f.region, f.segment, f.industry, f.account, f.system
      from mart.opportunity o join mart.funnel f on f.contact_id = o.contact_id and f.kind = 'contact'
      where f.lead_on is not null`)
  },
}

/** One row a customer with the first sale; a sale without an account stands for its person, or for itself. */
export const customerMart: Mart = {
  name: 'customer',
  async build(db) {
    await db.run(`
      create or replace table mart.customer as
      with sale as (
        select *, coalesce(account_id, account, contact_id, opportunity_id) as customer from mart.opportunity where outcome = 'won')
      select customer, closed_on as first_won_on, origin, channel, campaign, country, region, segment, industry, account, owner, product, system,
        amount, currency, batch, row_no, count(*) over (partition by customer) as sales
      from sale qualify row_number() over (partition by customer order by closed_at nulls last, opportunity_id) = 1`)
  },
}
