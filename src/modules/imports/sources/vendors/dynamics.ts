import type { Declaration, Rule } from '../declaration.ts'

const source = 'dynamics'

const outcome = (values: Record<string, string>): Rule => [
  { of: ['Status', 'statecode'], values: { open: 'false', ...values }, otherwise: 'blank' },
  { of: ['Status Reason', 'statuscode'], values, otherwise: 'blank' },
]

export const dynamics: Declaration[] = [
  {
    id: 'dynamics-leads',
    source,
    title: 'Dynamics leads',
    has: [
      ['(Do Not Modify) Lead', 'leadid', 'Topic', 'subject'],
      ['Status Reason', 'leadsourcecode', 'statuscode'],
      ['Company Name', 'companyname', 'Email', 'emailaddress1', 'Last Name'],
      ['Created On', 'createdon', '(Do Not Modify) Lead'],
    ],
    not: [
      'Potential Customer',
      'Est. Revenue',
      'estimatedvalue',
      'opportunityid',
      'Record ID',
      'Created Date',
    ],
    file: /lead/i,
    parts: [
      {
        object: 'contact',
        attributes: {
          key: [
            '(Do Not Modify) Lead',
            'leadid',
            'Email',
            'emailaddress1',
            { join: ' / ', all: ['Name', 'Topic'] },
          ],
          email: ['Email', 'Email Address', 'emailaddress1'],
          first_name: ['First Name', 'firstname'],
          last_name: ['Last Name', 'lastname'],
          title: ['Job Title', 'jobtitle'],
          phone: ['Business Phone', 'Mobile Phone', 'telephone1'],
          account_name: ['Company Name', 'companyname'],
          origin: ['Lead Source', 'leadsourcecode'],
          campaign: ['Source Campaign', '_campaignid_value'],
          country: ['Country/Region', 'address1_country'],
          region: ['State/Province', 'address1_stateorprovince'],
          owner: ['Owner', '_ownerid_value'],
          status: ['Status Reason', 'statuscode', 'Status'],
          created_at: ['Created On', 'createdon'],
          sql_at: ['Qualified On', 'qualifiedon'],
          opportunity_key: ['Qualifying Opportunity', '_qualifyingopportunityid_value'],
        },
      },
    ],
  },
  {
    id: 'dynamics-opportunities',
    source,
    title: 'Dynamics opportunities',
    has: [
      ['(Do Not Modify) Opportunity', 'opportunityid', 'Topic'],
      [
        'Potential Customer',
        'Est. Revenue',
        'Est. Close Date',
        'estimatedvalue',
        'estimatedclosedate',
        'Actual Close Date',
      ],
      ['Status Reason', 'Status', 'statecode', 'Est. Revenue', 'Pipeline Phase'],
    ],
    file: /opportunit/i,
    parts: [
      {
        object: 'opportunity',
        attributes: {
          key: [
            '(Do Not Modify) Opportunity',
            'opportunityid',
            { join: ' / ', all: ['Potential Customer', 'Topic'] },
            'Topic',
          ],
          name: ['Topic', 'name'],
          account_key: '_parentaccountid_value',
          account_name: ['Potential Customer', 'Account'],
          contact_key: '_parentcontactid_value',
          owner: ['Owner', '_ownerid_value'],
          stage: ['Pipeline Phase', 'Sales Stage', 'stepname', 'Status Reason', 'statuscode'],
          amount: { first: ['Actual Revenue', 'actualvalue', 'Est. Revenue', 'estimatedvalue'] },
          currency: ['Currency', 'Currency Code'],
          opened_at: ['Created On', 'createdon'],
          closed_at: {
            first: ['Actual Close Date', 'actualclosedate', 'Est. Close Date', 'estimatedclosedate'],
          },
          is_won: outcome({
            won: 'true',
            lost: 'false',
            canceled: 'false',
            'out-sold': 'false',
            '1': 'true',
            '2': 'false',
          }),
          is_closed: outcome({
            won: 'true',
            lost: 'true',
            canceled: 'true',
            'out-sold': 'true',
            '1': 'true',
            '2': 'true',
          }),
          loss_reason: ['Loss Reason', 'Close Reason'],
          origin: ['Lead Source', 'Originating Lead Source'],
          campaign: ['Source Campaign', '_campaignid_value'],
          probability: ['Probability', 'closeprobability'],
          forecast_category: ['Forecast Category', 'msdyn_forecastcategory'],
        },
      },
    ],
  },
]
