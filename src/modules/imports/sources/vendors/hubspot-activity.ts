import type { Declaration } from '../declaration.ts'

const source = 'hubspot'

const emailKinds = {
  sent: 'email_sent',
  delivered: 'email_delivered',
  open: 'email_open',
  click: 'email_click',
  bounce: 'email_bounce',
  dropped: 'email_dropped',
  deferred: 'email_deferred',
  processed: 'email_processed',
  forward: 'email_forward',
  print: 'email_print',
  spamreport: 'email_spam_report',
  statuschange: 'email_status_change',
}

export const hubspotActivity: Declaration[] = [
  {
    id: 'hubspot-email-events',
    source,
    title: 'HubSpot e-mail events',
    has: ['id', 'recipient', 'created', 'type', ['email_campaign_id', 'emailCampaignId']],
    zone: 'UTC',
    parts: [
      {
        object: 'touch',
        attributes: {
          key: 'id',
          email: 'recipient',
          at: 'created',
          channel: { constant: 'email' },
          campaign: ['email_campaign_id', 'emailCampaignId'],
          kind: { of: 'type', values: emailKinds },
          detail: ['url', 'subject'],
        },
      },
    ],
  },
  {
    id: 'hubspot-email-campaigns',
    source,
    title: 'HubSpot e-mail campaigns',
    has: ['id', 'app_id', 'content_id', 'name', 'subject', 'num_included'],
    parts: [
      {
        object: 'campaign',
        attributes: { key: 'id', name: 'name', channel: { constant: 'email' }, kind: 'type' },
      },
    ],
  },
  {
    id: 'hubspot-form-submissions',
    source,
    title: 'HubSpot form submissions',
    has: ['contact_id', 'form_id', 'timestamp', 'conversion_id'],
    zone: 'UTC',
    parts: [
      {
        object: 'touch',
        attributes: {
          key: 'conversion_id',
          contact_key: 'contact_id',
          at: 'timestamp',
          kind: { constant: 'form' },
          detail: ['title', 'page_url'],
        },
      },
    ],
  },
  {
    id: 'hubspot-form-export',
    source,
    title: 'HubSpot form submissions',
    has: [
      ['Conversion Date', 'Submission Date', 'Submitted at', 'Submission time'],
      ['Conversion Page', 'Page URL', 'Conversion Title', 'Form name', 'Page title'],
      ['Email', 'Contact ID', 'Record ID'],
    ],
    not: ['Lifecycle Stage', 'Contact owner'],
    parts: [
      {
        object: 'touch',
        attributes: {
          key: 'Conversion ID',
          contact_key: ['Contact ID', 'Record ID'],
          email: 'Email',
          at: ['Conversion Date', 'Submission Date', 'Submitted at', 'Submission time'],
          channel: ['utm_medium', 'utm_source'],
          campaign: 'utm_campaign',
          kind: { constant: 'form' },
          detail: ['Form name', 'Conversion Title', 'Page title', 'Conversion Page', 'Page URL'],
        },
      },
    ],
  },
  {
    id: 'hubspot-contact-property-history',
    source,
    title: 'HubSpot contact property history',
    has: [['contact_id', 'vid'], ['timestamp', 'timestamp_instant'], 'name', 'value', 'source'],
    zone: 'UTC',
    parts: [
      {
        object: 'stage_entry',
        only: { of: 'name', in: ['lifecyclestage'] },
        attributes: {
          contact_key: ['contact_id', 'vid'],
          stage: 'value',
          entered_at: ['timestamp', 'timestamp_instant'],
        },
      },
    ],
  },
]
