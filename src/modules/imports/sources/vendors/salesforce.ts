import type { Declaration, Rule } from '../declaration.ts'

const source = 'salesforce'

/** Everything a lead and a contact have in common, by API name, by a pipeline's snake case and by report label. */
const person: Record<string, Rule> = {
  email: ['Email', 'Email Address'],
  first_name: ['First Name'],
  last_name: ['Last Name'],
  title: 'Title',
  phone: ['Phone', 'Mobile Phone', 'Mobile'],
  origin: ['Lead Source'],
  campaign: ['Campaign Name', 'Primary Campaign', 'utm_campaign_c', 'utm_campaign'],
  landing_page: ['Landing_Page__c', 'Landing Page'],
  created_at: ['Created Date', 'Create Date'],
  score: ['Lead_Score__c', 'Lead Score', 'Score'],
  mql_at: ['MQL_Date__c', 'MQL Date'],
  sal_at: ['SAL_Date__c', 'SAL Date'],
  rejected_at: ['Rejected_Date__c', 'Disqualified_Date__c', 'Rejected Date', 'Disqualified Date'],
  rejection_reason: [
    'Rejection_Reason__c',
    'Disqualified_Reason__c',
    'Rejection Reason',
    'Disqualified Reason',
    'Unqualified Reason',
  ],
  is_deleted: ['Is Deleted'],
}

export const salesforce: Declaration[] = [
  {
    id: 'salesforce-leads',
    source,
    title: 'Salesforce leads',
    has: [
      ['Id', 'Lead ID'],
      ['Status', 'Lead Status'],
      ['Company', 'Company / Account'],
      ['Is Converted', 'Converted', 'Converted Date', 'Converted Contact ID', 'Lead Owner', 'Lead Source'],
    ],
    not: [
      'marketoGUID',
      'Created At',
      'Created On',
      'Record ID',
      'Stage',
      'Ad name',
      'Campaign Member ID',
      'Member Status',
      'Has Responded',
    ],
    file: /leads?\b|lead_data/i,
    looks: { of: ['Id', 'Lead ID'], like: /^00Q/ },
    parts: [
      {
        object: 'contact',
        attributes: {
          key: ['Lead ID', 'Id'],
          ...person,
          account_key: 'Converted Account ID',
          account_name: ['Company / Account', 'Company'],
          country: ['Country', 'Country Code'],
          region: ['State', 'State/Province', 'State Code'],
          segment: ['Segment__c', 'Segment'],
          owner: ['Lead Owner', 'Owner ID', 'Owner Name'],
          status: ['Lead Status', 'Status'],
          sql_at: ['SQL_Date__c', 'SQL Date', 'Converted Date'],
          opportunity_at: [
            {
              of: 'Converted Date',
              when: { of: ['Converted Opportunity ID', 'Converted Opportunity'], filled: true },
            },
          ],
          opportunity_key: 'Converted Opportunity ID',
          contact_key: 'Converted Contact ID',
        },
      },
    ],
  },
  {
    id: 'salesforce-contacts',
    source,
    title: 'Salesforce contacts',
    has: [
      ['Id', 'Contact ID'],
      'Last Name',
      ['Account ID', 'Account Name'],
      ['Mailing Country', 'Mailing State', 'Mailing City', 'Lead Source', 'Reports To ID', 'Contact Owner'],
    ],
    not: [
      'Is Converted',
      'Converted Date',
      'Record ID',
      'Opportunity ID',
      'Opportunity Name',
      'User Role ID',
      'Campaign Member ID',
      'Member Status',
      'Has Responded',
      '_fivetran_start',
    ],
    file: /contacts?\b|contact_data/i,
    looks: { of: ['Id', 'Contact ID'], like: /^003/ },
    parts: [
      {
        object: 'contact',
        attributes: {
          key: ['Contact ID', 'Id'],
          ...person,
          account_key: 'Account ID',
          account_name: 'Account Name',
          country: ['Mailing Country', 'Mailing Country Code', 'Country'],
          region: ['Mailing State', 'Mailing State/Province', 'Mailing State Code'],
          owner: ['Contact Owner', 'Owner ID', 'Owner Name'],
        },
      },
    ],
  },
  {
    id: 'salesforce-accounts',
    source,
    title: 'Salesforce accounts',
    has: [
      ['Id', 'Account ID'],
      ['Name', 'Account Name'],
      ['Billing Country', 'Billing State', 'Billing City', 'Billing State/Province', 'Account Owner'],
      ['Industry', 'Type', 'Website', 'Account Owner', 'Annual Revenue', 'Number of Employees', 'Employees'],
    ],
    not: [
      'Contract ID',
      'Opportunity ID',
      'Opportunity Name',
      'Contact ID',
      'Order Number',
      '_fivetran_start',
    ],
    file: /accounts?\b|account_data/i,
    looks: { of: ['Id', 'Account ID'], like: /^001/ },
    parts: [
      {
        object: 'account',
        attributes: {
          key: ['Account ID', 'Id'],
          name: ['Account Name', 'Name'],
          domain: 'Website',
          industry: 'Industry',
          segment: ['Segment__c', 'Segment', 'Type'],
          employees: ['Number of Employees', 'Employees'],
          annual_revenue: 'Annual Revenue',
          country: ['Billing Country', 'Billing Country Code'],
          region: ['Billing State', 'Billing State/Province', 'Billing State Code'],
          parent: ['Parent Account', 'Parent ID'],
          owner: ['Account Owner', 'Owner ID'],
          created_at: ['Created Date', 'Create Date'],
          is_deleted: 'Is Deleted',
        },
      },
    ],
  },
  {
    id: 'salesforce-users',
    source,
    title: 'Salesforce users',
    has: ['Id', 'Username', ['Profile ID', 'User Role ID', 'Is Active', 'Alias']],
    parts: [
      {
        object: 'owner',
        attributes: {
          key: 'Id',
          name: ['Name', { join: ' ', all: ['First Name', 'Last Name'] }],
          email: 'Email',
          manager: ['Manager', 'Manager ID'],
          region: ['Region__c', 'Region'],
          team: ['Department', 'Division'],
        },
      },
    ],
  },
  {
    id: 'salesforce-products',
    source,
    title: 'Salesforce products',
    has: ['Id', 'Name', ['Product Code', 'ProductCode'], ['Family', 'Product Family']],
    not: ['Opportunity ID'],
    parts: [
      {
        object: 'product',
        attributes: { key: 'Id', name: 'Name', family: ['Family', 'Product Family'], price: 'List Price' },
      },
    ],
  },
]
