import type { Declaration } from '../declaration.ts'

export const olist: Declaration[] = [
  {
    id: 'olist-leads',
    source: 'olist',
    title: 'Olist qualified leads',
    has: ['mql_id', 'first_contact_date', 'landing_page_id', 'origin'],
    parts: [
      {
        object: 'contact',
        attributes: {
          key: 'mql_id',
          created_at: 'first_contact_date',
          // The file holds qualified leads only: the first contact is the one date it knows for both stages.
          lead_at: 'first_contact_date',
          mql_at: 'first_contact_date',
          landing_page: 'landing_page_id',
          origin: 'origin',
        },
      },
    ],
  },
  {
    id: 'olist-deals',
    source: 'olist',
    title: 'Olist closed deals',
    has: ['mql_id', 'seller_id', 'won_date'],
    parts: [
      {
        object: 'opportunity',
        attributes: {
          key: 'mql_id',
          contact_key: 'mql_id',
          account_key: 'seller_id',
          developer: 'sdr_id',
          owner: 'sr_id',
          closed_at: 'won_date',
          is_won: { constant: 'true' },
          is_closed: { constant: 'true' },
          segment: 'business_segment',
          kind: 'lead_type',
        },
      },
    ],
  },
  {
    id: 'olist-sellers',
    source: 'olist',
    title: 'Olist sellers',
    has: ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
    parts: [{ object: 'account', attributes: { key: 'seller_id', region: 'seller_state' } }],
  },
]
