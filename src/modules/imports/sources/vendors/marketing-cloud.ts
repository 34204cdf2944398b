import type { Declaration } from '../declaration.ts'

const source = 'salesforce_marketing_cloud'

const kinds = {
  sent: 'email_sent',
  open: 'email_open',
  click: 'email_click',
  bounce: 'email_bounce',
  hardbounce: 'email_bounce',
  softbounce: 'email_bounce',
  unsubscribe: 'email_unsubscribe',
}

export const marketingCloud: Declaration[] = [
  {
    id: 'marketing-cloud-tracking',
    source,
    title: 'Marketing Cloud tracking',
    has: ['SubscriberKey', 'EventDate', ['SendID', 'JobID', 'BatchID', 'EventType', 'ListID']],
    parts: [
      {
        object: 'touch',
        asks: ['kind'],
        attributes: {
          contact_key: 'SubscriberKey',
          email: ['EmailAddress', 'Email'],
          at: 'EventDate',
          channel: { constant: 'email' },
          campaign: ['EmailName', 'SendID', 'JobID'],
          // Extracts without an event type hold one kind each: by their own columns, else by their name.
          kind: [
            { of: 'EventType', values: kinds },
            { constant: 'email_click', given: ['URL', 'SendURLID', 'LinkName'] },
            { constant: 'email_bounce', given: ['BounceCategory', 'SMTPCode', 'BounceReason'] },
            { constant: 'email_bounce', file: /bounce/i },
            { constant: 'email_click', file: /click/i },
            { constant: 'email_open', file: /open/i },
            { constant: 'email_unsubscribe', file: /unsub/i },
            { constant: 'email_sent', file: /sen[dt]/i },
          ],
          detail: ['URL', 'Alias', 'BounceReason', 'Subject'],
        },
      },
    ],
  },
  {
    id: 'marketing-cloud-subscribers',
    source,
    title: 'Marketing Cloud subscribers',
    has: [
      ['SubscriberKey', 'SubscriberID'],
      ['EmailAddress', 'Email'],
      ['Status', 'DateCreated', 'DateJoined', 'DateUnsubscribed', 'CreatedDate'],
    ],
    not: ['EventDate'],
    parts: [
      {
        object: 'contact',
        attributes: {
          key: ['SubscriberKey', 'SubscriberID'],
          email: ['EmailAddress', 'Email'],
          first_name: 'First Name',
          last_name: 'Last Name',
          country: 'Country',
          status: 'Status',
          created_at: ['DateCreated', 'DateJoined', 'CreatedDate'],
        },
      },
    ],
  },
  {
    id: 'marketing-cloud-sends',
    source,
    title: 'Marketing Cloud sends',
    has: [['SendID', 'JobID'], 'EmailName', ['SentTime', 'SchedTime', 'JobStatus', 'FromName']],
    not: ['SubscriberKey'],
    parts: [
      {
        object: 'campaign',
        attributes: {
          key: ['SendID', 'JobID'],
          name: 'EmailName',
          channel: { constant: 'email' },
          status: 'JobStatus',
        },
      },
    ],
  },
]
