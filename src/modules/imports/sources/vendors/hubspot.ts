import type { Declaration, Rule } from '../declaration.ts'

/** A property as the API, a pipeline and a flattened JSON spell it. */
const property = (...names: string[]): string[] =>
  names.flatMap((name) => [`property_${name}`, `properties.${name}`])

/** The label of the date a stage was entered, older first. */
const label = (stage: string): string[] => [
  `Became a ${stage} Date`,
  `Became an ${stage} Date`,
  `Date entered "${stage} (Lifecycle Stage Pipeline)"`,
]

const bothDates = (stage: string): string[] =>
  property(`hs_lifecyclestage_${stage}_date`, `hs_v2_date_entered_${stage}`)

const contact: Record<string, Rule> = {
  email: ['Email', ...property('email')],
  first_name: ['First Name', ...property('firstname')],
  last_name: ['Last Name', ...property('lastname')],
  title: ['Job Title', ...property('jobtitle')],
  phone: ['Phone Number', 'Mobile Phone Number', ...property('phone', 'mobilephone')],
  account_key: [
    'Primary Associated Company ID',
    'Associated Company IDs (Primary)',
    'Associated Company IDs',
    'Associated Company ID',
    ...property('associatedcompanyid'),
  ],
  account_name: ['Company Name', 'Associated Company', 'Company', ...property('company')],
  origin: ['Original Source', 'Original Traffic Source', 'Lead Source', ...property('hs_analytics_source')],
  campaign: ['First Touch Converting Campaign', ...property('hs_analytics_first_touch_converting_campaign')],
  landing_page: ['First Page Seen', ...property('hs_analytics_first_url')],
  country: ['Country/Region', 'Country', ...property('country')],
  region: ['State/Region', ...property('state')],
  segment: ['Persona', ...property('hs_persona')],
  owner: ['Contact owner', ...property('hubspot_owner_id')],
  status: ['Lead Status', ...property('hs_lead_status')],
  lifecycle_stage: ['Lifecycle Stage', ...property('lifecyclestage')],
  score: ['HubSpot Score', 'Lead Score', ...property('hubspotscore')],
  created_at: ['Create Date', ...property('createdate', 'created_at')],
  lead_at: [...label('Lead'), ...bothDates('lead')],
  mql_at: [...label('Marketing Qualified Lead'), ...bothDates('marketingqualifiedlead')],
  sql_at: [...label('Sales Qualified Lead'), ...bothDates('salesqualifiedlead')],
  opportunity_at: [...label('Opportunity'), ...bothDates('opportunity')],
  won_at: [...label('Customer'), ...bothDates('customer')],
  is_deleted: ['_fivetran_deleted', 'is_deleted', 'archived'],
}

const company: Record<string, Rule> = {
  name: ['Company name', 'Name', ...property('name')],
  domain: ['Company Domain Name', 'Website URL', ...property('domain', 'website')],
  industry: ['Industry', ...property('industry')],
  employees: ['Number of Employees', ...property('numberofemployees')],
  annual_revenue: ['Annual Revenue', ...property('annualrevenue')],
  country: ['Country/Region', 'Country', ...property('country')],
  region: ['State/Region', ...property('state')],
  parent: ['Parent Company', ...property('hs_parent_company_id')],
  owner: ['Company owner', ...property('hubspot_owner_id')],
  created_at: ['Create Date', ...property('createdate')],
  is_deleted: ['is_deleted', '_fivetran_deleted', 'archived'],
}

const source = 'hubspot'

export const hubspot: Declaration[] = [
  {
    id: 'hubspot-contacts-export',
    source,
    title: 'HubSpot contacts',
    has: [
      ['Record ID', 'Contact ID'],
      ['First Name', 'Last Name', 'Email'],
      [
        'Contact owner',
        'Lead Status',
        'Lifecycle Stage',
        'Create Date',
        'Phone Number',
        'Associated Company',
        'Associated Company IDs',
      ],
    ],
    not: ['Deal Name', 'Company owner', 'Lead Owner'],
    file: /contacts/i,
    parts: [{ object: 'contact', attributes: { key: ['Record ID', 'Contact ID'], ...contact } }],
  },
  {
    id: 'hubspot-contacts',
    source,
    title: 'HubSpot contacts (API)',
    has: [['id', 'vid', 'properties.hs_object_id'], property('email')],
    not: ['property_dealname', 'owner_id'],
    file: /contact/i,
    zone: 'UTC',
    parts: [{ object: 'contact', attributes: { key: ['id', 'vid', 'properties.hs_object_id'], ...contact } }],
  },
  {
    id: 'hubspot-companies-export',
    source,
    title: 'HubSpot companies',
    has: [
      ['Record ID', 'Company ID'],
      'Company name',
      ['Company owner', 'Company Domain Name', 'Website URL'],
    ],
    not: ['First Name', 'Last Name', 'Deal Name'],
    file: /compan/i,
    parts: [{ object: 'account', attributes: { key: ['Record ID', 'Company ID'], ...company } }],
  },
  {
    id: 'hubspot-companies',
    source,
    title: 'HubSpot companies (API)',
    has: [
      ['id', 'properties.hs_object_id'],
      property('name'),
      property('createdate', 'domain', 'industry', 'annualrevenue'),
    ],
    not: ['property_email', 'properties.email', 'property_dealname'],
    file: /compan/i,
    zone: 'UTC',
    parts: [{ object: 'account', attributes: { key: ['id', 'properties.hs_object_id'], ...company } }],
  },
]
