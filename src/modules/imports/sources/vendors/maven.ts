import type { Declaration } from '../declaration.ts'

const dictionary = {
  source: 'maven',
  title: 'Maven data dictionary',
  notUsed: 'It describes the columns of the other files and holds no rows of its own.',
}

export const maven: Declaration[] = [
  {
    id: 'maven-pipeline',
    source: 'maven',
    title: 'Maven sales pipeline',
    has: ['opportunity_id', 'sales_agent', 'deal_stage', 'engage_date', 'close_date', 'close_value'],
    not: ['subsidiary_of', 'regional_office', 'series'],
    parts: [
      {
        object: 'opportunity',
        attributes: {
          key: 'opportunity_id',
          account_key: 'account',
          account_name: 'account',
          product: 'product',
          owner: 'sales_agent',
          stage: 'deal_stage',
          opened_at: 'engage_date',
          closed_at: 'close_date',
          amount: 'close_value',
          is_won: {
            of: 'deal_stage',
            values: { won: 'true', lost: 'false', engaging: 'false', prospecting: 'false' },
            otherwise: 'blank',
          },
          is_closed: {
            of: 'deal_stage',
            values: { won: 'true', lost: 'true', engaging: 'false', prospecting: 'false' },
            otherwise: 'blank',
          },
        },
      },
    ],
  },
  {
    id: 'maven-accounts',
    source: 'maven',
    title: 'Maven accounts',
    has: ['account', 'sector', 'office_location', 'subsidiary_of'],
    not: ['sales_agent'],
    parts: [
      {
        object: 'account',
        attributes: {
          key: 'account',
          name: 'account',
          industry: 'sector',
          employees: 'employees',
          annual_revenue: 'revenue',
          country: 'office_location',
          parent: 'subsidiary_of',
        },
      },
    ],
  },
  {
    id: 'maven-teams',
    source: 'maven',
    title: 'Maven sales teams',
    has: ['sales_agent', 'manager', 'regional_office'],
    not: ['subsidiary_of', 'opportunity_id'],
    parts: [
      {
        object: 'owner',
        attributes: {
          key: 'sales_agent',
          name: 'sales_agent',
          manager: 'manager',
          region: 'regional_office',
        },
      },
    ],
  },
  {
    id: 'maven-products',
    source: 'maven',
    title: 'Maven products',
    has: ['product', 'series', 'sales_price'],
    not: ['opportunity_id'],
    parts: [
      {
        object: 'product',
        attributes: { key: 'product', name: 'product', family: 'series', price: 'sales_price' },
      },
    ],
  },
  // The sheet shows the layouts side by side, so any of its lines may be taken for the heading.
  { ...dictionary, id: 'maven-dictionary', has: ['accounts', 'sales_teams'] },
  {
    ...dictionary,
    id: 'maven-dictionary-accounts',
    has: ['account', 'subsidiary_of', 'sales_agent', 'manager'],
  },
  { ...dictionary, id: 'maven-dictionary-products', has: ['products', 'sales_pipeline'] },
  {
    ...dictionary,
    id: 'maven-dictionary-pipeline',
    has: ['product', 'series', 'sales_price', 'opportunity_id', 'deal_stage'],
  },
]
