import type { Declaration } from '../declaration.ts'

const source = 'marketo'

/** Activities between a person and our marketing, by number and by name; changes of data are none. */
const kinds: Record<string, string> = {
  '1': 'visit',
  'visit webpage': 'visit',
  '2': 'form',
  'fill out form': 'form',
  '3': 'click',
  'click link': 'click',
  '6': 'email_sent',
  'send email': 'email_sent',
  '7': 'email_delivered',
  'email delivered': 'email_delivered',
  '8': 'email_bounce',
  'email bounced': 'email_bounce',
  '9': 'email_unsubscribe',
  'unsubscribe email': 'email_unsubscribe',
  '10': 'email_open',
  'open email': 'email_open',
  '11': 'email_click',
  'click email': 'email_click',
  '27': 'email_bounce',
  'email bounced soft': 'email_bounce',
  '46': 'event',
  'interesting moment': 'event',
  '104': 'member',
  'change status in progression': 'member',
  'change program status': 'member',
}

export const marketo: Declaration[] = [
  {
    id: 'marketo-leads',
    source,
    title: 'Marketo people',
    has: [
      ['Email Address', 'Email'],
      [
        'Lead Score',
        'Person Score',
        'Marketo Unique Code',
        'marketoGUID',
        'Acquisition Program',
        'Acquisition Program ID',
        'Person Source',
        'Original Source Type',
      ],
      ['Id', 'Lead ID', 'Person ID', 'Marketo Unique Code', 'marketoGUID'],
      ['Created At', 'Acquisition Program', 'Acquisition Program ID', 'Marketo Unique Code', 'marketoGUID'],
      ['First Name', 'Last Name', 'Company Name', 'Company', 'Lead Source', 'Person Source'],
    ],
    not: [
      'Activity Type ID',
      'Record ID',
      'activityDate',
      'Contact owner',
      'Created Date',
      'Company / Account',
    ],
    file: /marketo/i,
    parts: [
      {
        object: 'contact',
        attributes: {
          key: ['Id', 'Lead ID', 'Person ID', 'Marketo Unique Code', 'marketoGUID', 'Email Address', 'Email'],
          email: ['Email Address', 'Email'],
          first_name: 'First Name',
          last_name: 'Last Name',
          title: 'Job Title',
          phone: ['Phone Number', 'Phone'],
          account_name: ['Company Name', 'Company'],
          origin: ['Lead Source', 'Person Source', 'Original Source Type'],
          campaign: ['Acquisition Program', 'Acquisition Program ID', 'Original Source Info'],
          country: 'Country',
          region: 'State',
          owner: ['Lead Owner', 'Lead Owner Email Address', 'Sales Owner'],
          status: ['Lead Status', 'Person Status'],
          lifecycle_stage: ['Revenue Stage', 'Lifecycle Stage', 'Lifecycle Status'],
          score: ['Lead Score', 'Person Score'],
          created_at: 'Created At',
          mql_at: ['MQL Date', 'Became MQL Date'],
          sal_at: 'SAL Date',
          sql_at: 'SQL Date',
        },
      },
    ],
  },
  {
    id: 'marketo-activities',
    source,
    title: 'Marketo activities',
    has: [
      ['leadId', 'Person ID', 'Email Address', 'Email'],
      ['activityDate', 'Activity Date', 'Activity Date/Time'],
      ['activityTypeId', 'Activity Type', 'Activity Type Name'],
    ],
    parts: [
      {
        object: 'touch',
        only: { of: ['activityTypeId', 'Activity Type', 'Activity Type Name'], in: Object.keys(kinds) },
        attributes: {
          key: ['marketoGUID', 'Activity ID', 'Id'],
          contact_key: ['leadId', 'Person ID'],
          email: ['Email Address', 'Email'],
          at: ['activityDate', 'Activity Date/Time'],
          channel: [
            { of: 'Channel' },
            {
              of: ['activityTypeId', 'Activity Type', 'Activity Type Name'],
              values: Object.fromEntries(
                Object.entries(kinds)
                  .filter(([, kind]) => kind.startsWith('email_'))
                  .map(([code]) => [code, 'email']),
              ),
              otherwise: 'blank',
            },
          ],
          campaign: ['Campaign', 'Program Name', 'campaignId', 'Campaign ID'],
          kind: { of: ['activityTypeId', 'Activity Type', 'Activity Type Name'], values: kinds },
          detail: ['primaryAttributeValue', 'Detail', 'Asset Name'],
        },
      },
    ],
  },
]
