import type { Choice, Declaration, Rule } from '../declaration.ts'

const source = 'salesforce'
const stage = ['Stage Name', 'Stage']

/** The standard outcome stages; other stages leave it to the organisation's own definition. */
const outcome = (lost: string): Choice => ({
  of: stage,
  values: { 'closed won': 'true', 'closed lost': lost },
  otherwise: 'blank',
})
const orOutcome = (spellings: string[], lost: string): Rule => [...spellings, outcome(lost)]

const opportunity: Record<string, Rule> = {
  name: ['Opportunity Name', 'Name'],
  account_key: 'Account ID',
  account_name: 'Account Name',
  contact_key: ['Contact ID', 'Primary Contact ID'],
  owner: ['Opportunity Owner', 'Owner ID', 'Owner Name', 'Owner'],
  developer: ['SDR__c', 'BDR__c', 'SDR', 'BDR'],
  product: ['Product Name', 'Product'],
  stage,
  amount: ['Amount', 'Total Amount'],
  currency: ['Currency ISO Code', 'Amount Currency', 'Total Amount Currency', 'Opportunity Currency'],
  opened_at: ['Created Date', 'Create Date'],
  closed_at: 'Close Date',
  is_won: orOutcome(['Is Won', 'Won'], 'false'),
  is_closed: orOutcome(['Is Closed', 'Closed'], 'true'),
  loss_reason: [
    'Loss_Reason__c',
    'Closed_Lost_Reason__c',
    'Loss Reason',
    'Closed Lost Reason',
    'Lost Reason',
  ],
  origin: 'Lead Source',
  campaign: ['Primary Campaign Source', 'Campaign Name', 'Campaign ID'],
  segment: ['Segment__c', 'Segment'],
  kind: ['Type', 'Opportunity Type'],
  probability: ['Probability (%)', 'Probability'],
  forecast_category: ['Forecast Category Name', 'Forecast Category'],
  is_deleted: 'Is Deleted',
}

export const salesforcePipeline: Declaration[] = [
  {
    id: 'salesforce-opportunities',
    source,
    title: 'Salesforce opportunities',
    has: ['Id', 'Stage Name', 'Close Date', ['Amount', 'Is Won', 'Probability', 'Owner ID']],
    not: ['Opportunity ID', '_fivetran_start'],
    file: /opportunit/i,
    looks: { of: 'Id', like: /^006/ },
    parts: [{ object: 'opportunity', attributes: { key: 'Id', ...opportunity } }],
  },
  {
    id: 'salesforce-opportunity-report',
    source,
    title: 'Salesforce opportunity report',
    has: ['Opportunity Name', 'Stage', ['Close Date', 'Amount', 'Total Amount', 'Opportunity Owner']],
    not: ['From Stage', 'To Stage'],
    parts: [
      {
        object: 'opportunity',
        attributes: {
          key: [
            'Opportunity ID',
            { join: ' / ', all: ['Account Name', 'Opportunity Name'] },
            'Opportunity Name',
          ],
          ...opportunity,
        },
      },
    ],
  },
  {
    id: 'salesforce-opportunity-history',
    source,
    title: 'Salesforce opportunity history',
    has: [
      'Opportunity ID',
      ['Stage Name', 'Stage'],
      ['Created Date', 'Last Modified Date'],
      ['Probability', 'Forecast Category', 'Close Date'],
    ],
    not: ['Opportunity Name', 'From Stage', 'To Stage'],
    file: /history/i,
    parts: [
      {
        object: 'opportunity_stage',
        attributes: {
          opportunity_key: 'Opportunity ID',
          stage,
          entered_at: ['Created Date', 'Last Modified Date'],
          amount: 'Amount',
        },
      },
    ],
  },
  {
    id: 'salesforce-opportunity-versions',
    source,
    title: 'Salesforce opportunity history',
    has: ['Id', 'Stage Name', 'Close Date', '_fivetran_start', '_fivetran_end'],
    zone: 'UTC',
    parts: [
      {
        object: 'opportunity_stage',
        attributes: {
          opportunity_key: 'Id',
          stage,
          entered_at: '_fivetran_start',
          // A version still valid carries an end in the year 9999.
          left_at: { of: '_fivetran_end', when: { of: '_fivetran_active', in: ['false'] } },
          amount: 'Amount',
        },
      },
    ],
  },
  {
    id: 'salesforce-stage-report',
    source,
    title: 'Salesforce opportunity history report',
    has: ['Opportunity Name', 'To Stage', ['Last Modified', 'Last Modified Date', 'Edit Date']],
    parts: [
      {
        object: 'opportunity_stage',
        attributes: {
          opportunity_key: [
            'Opportunity ID',
            { join: ' / ', all: ['Account Name', 'Opportunity Name'] },
            'Opportunity Name',
          ],
          stage: 'To Stage',
          entered_at: ['Last Modified Date', 'Last Modified', 'Edit Date'],
          amount: 'Amount',
        },
      },
    ],
  },
  {
    id: 'salesforce-opportunity-field-history',
    source,
    title: 'Salesforce opportunity field history',
    has: ['Opportunity ID', 'Field', 'New Value', 'Created Date'],
    parts: [
      {
        object: 'opportunity_stage',
        only: { of: 'Field', in: ['StageName', 'Stage'] },
        attributes: { opportunity_key: 'Opportunity ID', stage: 'New Value', entered_at: 'Created Date' },
      },
    ],
  },
  {
    id: 'salesforce-contact-roles',
    source,
    title: 'Salesforce opportunity contact roles',
    has: ['Opportunity ID', 'Contact ID', 'Role'],
    parts: [
      {
        object: 'opportunity_contact',
        attributes: { opportunity_key: 'Opportunity ID', contact_key: 'Contact ID', role: 'Role' },
      },
    ],
  },
  {
    id: 'salesforce-stages',
    source,
    title: 'Salesforce opportunity stages',
    has: [['Api Name', 'Master Label'], 'Is Won', 'Is Closed', 'Default Probability'],
    parts: [
      {
        object: 'pipeline_stage',
        attributes: {
          key: ['Master Label', 'Api Name'],
          label: 'Master Label',
          position: 'Sort Order',
          probability: 'Default Probability',
          is_closed: 'Is Closed',
          is_won: 'Is Won',
        },
      },
    ],
  },
]
