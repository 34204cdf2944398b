import type { Choice, Declaration, Rule } from '../declaration.ts'

const source = 'hubspot'

const property = (...names: string[]): string[] =>
  names.flatMap((name) => [`property_${name}`, `properties.${name}`])

const stage = ['Deal Stage', 'deal_pipeline_stage_id', ...property('dealstage')]
const outcome = (values: Record<string, string>): Choice => ({ of: stage, values, otherwise: 'blank' })

const deal: Record<string, Rule> = {
  name: ['Deal Name', ...property('dealname')],
  account_key: [
    'Primary Associated Company ID',
    'Associated Company IDs (Primary)',
    'Associated Company IDs',
  ],
  account_name: ['Primary Associated Company', 'Associated Company (Primary)', 'Associated Company'],
  contact_key: ['Primary Associated Contact ID', 'Associated Contact IDs'],
  owner: ['Deal owner', 'owner_id', ...property('hubspot_owner_id')],
  stage,
  amount: ['Amount', ...property('amount')],
  currency: ['Currency', 'Deal Currency Code', ...property('deal_currency_code')],
  opened_at: ['Create Date', ...property('createdate')],
  closed_at: ['Close Date', ...property('closedate')],
  is_won: [
    { of: ['Is Closed Won', ...property('hs_is_closed_won')] },
    outcome({ 'closed won': 'true', closedwon: 'true', 'closed lost': 'false', closedlost: 'false' }),
  ],
  is_closed: [
    { of: ['Is Deal Closed?', 'Is Closed', ...property('hs_is_closed')] },
    outcome({ 'closed won': 'true', closedwon: 'true', 'closed lost': 'true', closedlost: 'true' }),
  ],
  loss_reason: ['Closed Lost Reason', ...property('closed_lost_reason')],
  origin: ['Original Source', 'Original Source Type', ...property('hs_analytics_source')],
  kind: ['Deal Type', ...property('dealtype')],
  probability: ['Deal probability', ...property('hs_deal_stage_probability')],
  forecast_category: [
    'Forecast category',
    ...property('hs_forecast_category', 'hs_manual_forecast_category'),
  ],
  is_deleted: ['is_deleted', '_fivetran_deleted', 'archived'],
}

export const hubspotDeals: Declaration[] = [
  {
    id: 'hubspot-deals-export',
    source,
    title: 'HubSpot deals',
    has: [
      ['Record ID', 'Deal ID'],
      'Deal Name',
      ['Deal Stage', 'Pipeline', 'Amount', 'Close Date', 'Deal owner'],
    ],
    file: /deals/i,
    parts: [{ object: 'opportunity', attributes: { key: ['Record ID', 'Deal ID'], ...deal } }],
  },
  {
    id: 'hubspot-deals',
    source,
    title: 'HubSpot deals (API)',
    has: [['deal_id', 'id', 'properties.hs_object_id'], property('dealname')],
    file: /deal/i,
    zone: 'UTC',
    parts: [
      { object: 'opportunity', attributes: { key: ['deal_id', 'id', 'properties.hs_object_id'], ...deal } },
    ],
  },
  {
    id: 'hubspot-deal-stages',
    source,
    title: 'HubSpot deal stages entered',
    has: ['deal_id', 'date_entered', 'value', 'source'],
    zone: 'UTC',
    parts: [
      {
        object: 'opportunity_stage',
        attributes: {
          opportunity_key: 'deal_id',
          stage: 'value',
          entered_at: 'date_entered',
          // A row still open carries an end far in the future.
          left_at: { of: '_fivetran_end', when: { of: '_fivetran_active', in: ['false'] } },
        },
      },
    ],
  },
  {
    id: 'hubspot-deal-property-history',
    source,
    title: 'HubSpot deal property history',
    has: ['deal_id', ['timestamp', 'timestamp_instant'], 'name', 'value', 'source'],
    zone: 'UTC',
    parts: [
      {
        object: 'opportunity_stage',
        only: { of: 'name', in: ['dealstage'] },
        attributes: {
          opportunity_key: 'deal_id',
          stage: 'value',
          entered_at: ['timestamp', 'timestamp_instant'],
        },
      },
    ],
  },
  {
    id: 'hubspot-pipeline-stages',
    source,
    title: 'HubSpot pipeline stages',
    has: ['stage_id', 'pipeline_id', 'label', 'closed_won', 'display_order'],
    parts: [
      {
        object: 'pipeline_stage',
        attributes: {
          key: 'stage_id',
          label: 'label',
          position: 'display_order',
          probability: 'probability',
          is_closed: ['is_closed', 'closed_won'],
          is_won: 'closed_won',
        },
      },
    ],
  },
  {
    id: 'hubspot-deal-contacts',
    source,
    title: 'HubSpot people of deals',
    has: ['contact_id', 'deal_id'],
    exact: { may: ['type_id', 'category'] },
    parts: [
      {
        object: 'opportunity_contact',
        attributes: { opportunity_key: 'deal_id', contact_key: 'contact_id' },
      },
    ],
  },
  {
    id: 'hubspot-owners',
    source,
    title: 'HubSpot owners',
    has: ['owner_id', 'email', 'first_name', 'last_name'],
    not: ['Id', 'Contact ID', 'Lead ID', 'Account ID', 'Lead Source'],
    file: /owner/i,
    parts: [
      {
        object: 'owner',
        attributes: {
          key: 'owner_id',
          name: { join: ' ', all: ['first_name', 'last_name'] },
          email: 'email',
        },
      },
    ],
  },
]
