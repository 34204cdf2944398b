import type { Declaration, PartRule, Rule } from '../declaration.ts'

const source = 'salesforce'

// Mail written by a sales person is told apart from marketing's own, which counts as e-mails sent.
const taskKinds = {
  call: 'call',
  email: 'sales_email',
  listemail: 'email_sent',
  meeting: 'meeting',
  task: 'task',
}

const member: Record<string, Rule> = {
  key: ['Campaign Member ID', 'Id'],
  email: 'Email',
  at: ['Member First Associated Date', 'Created Date', 'Create Date', 'First Responded Date'],
  channel: ['Campaign Type'],
  campaign: ['Campaign Name', 'Campaign ID'],
  kind: { constant: 'member' },
  detail: ['Member Status', 'Status'],
}

const event: Record<string, Rule> = {
  key: 'Id',
  contact_key: 'Who ID',
  account_key: 'Account ID',
  at: { first: ['Start Date Time', 'Activity Date Time', 'Activity Date'] },
  channel: { constant: 'sales' },
  detail: 'Subject',
}

const memberParts: PartRule[] = [
  {
    object: 'touch',
    attributes: {
      ...member,
      contact_key: [
        'Lead Or Contact ID',
        'Related Record ID',
        { first: ['Contact ID', 'Lead ID'], given: ['Contact ID', 'Lead ID'] },
      ],
    },
  },
]

export const salesforceActivity: Declaration[] = [
  {
    id: 'salesforce-campaigns',
    source,
    title: 'Salesforce campaigns',
    has: [
      ['Id', 'Campaign ID'],
      ['Name', 'Campaign Name'],
      [
        'Budgeted Cost',
        'Actual Cost',
        'Expected Revenue',
        'Number of Leads',
        'Number Sent',
        'Leads in Campaign',
      ],
      ['Status', 'Campaign Status', 'Type', 'Campaign Type'],
    ],
    not: [
      'Stage Name',
      'Stage',
      'Opportunity ID',
      'Opportunity Name',
      'Lead ID',
      'Contact ID',
      'Member Status',
    ],
    file: /campaign/i,
    looks: { of: ['Id', 'Campaign ID'], like: /^701/ },
    parts: [
      {
        object: 'campaign',
        attributes: {
          key: ['Campaign ID', 'Id'],
          name: ['Campaign Name', 'Name'],
          channel: ['Campaign Type', 'Type'],
          kind: ['Campaign Type', 'Type'],
          status: ['Campaign Status', 'Status'],
          starts_on: 'Start Date',
          ends_on: 'End Date',
          budget: ['Budgeted Cost', 'Budgeted Cost in Campaign'],
          parent: ['Parent Campaign', 'Parent ID'],
        },
      },
    ],
  },
  {
    id: 'salesforce-campaign-members',
    source,
    title: 'Salesforce campaign members',
    has: [
      ['Campaign ID', 'Campaign Name'],
      ['Lead Or Contact ID', 'Lead ID', 'Contact ID', 'Related Record ID', 'Email'],
      ['Status', 'Member Status', 'Has Responded', 'Responded'],
      [
        'Has Responded',
        'First Responded Date',
        'Member Status',
        'Member First Associated Date',
        'Campaign Member ID',
      ],
    ],
    not: ['Stage Name', 'Opportunity Name'],
    file: /member/i,
    parts: memberParts,
  },
  {
    id: 'salesforce-tasks',
    source,
    title: 'Salesforce tasks',
    has: [
      'Id',
      'Who ID',
      'Subject',
      'Activity Date',
      ['Is Closed', 'Status'],
      ['Task Subtype', 'Priority', 'Call Type', 'Type'],
    ],
    not: ['Start Date Time', 'End Date Time'],
    looks: { of: 'Id', like: /^00T/ },
    parts: [
      {
        object: 'touch',
        // A task still open has not touched anyone yet.
        only: { of: ['Is Closed', 'Status'], in: ['true', '1', 'completed'] },
        attributes: {
          key: 'Id',
          contact_key: 'Who ID',
          account_key: 'Account ID',
          at: { first: ['Completed Date Time', 'Activity Date'] },
          channel: { constant: 'sales' },
          kind: { of: ['Task Subtype', 'Type'], values: taskKinds },
          detail: 'Subject',
        },
      },
    ],
  },
  {
    id: 'salesforce-events',
    source,
    title: 'Salesforce events',
    has: ['Id', 'Who ID', 'Subject', ['Start Date Time', 'Activity Date Time', 'End Date Time']],
    looks: { of: 'Id', like: /^00U/ },
    // An event without a type is a meeting in Salesforce's calendar.
    parts: [
      {
        object: 'touch',
        only: { of: 'Type', filled: true },
        attributes: { ...event, kind: { of: 'Type', values: { call: 'call', email: 'sales_email' } } },
      },
      {
        object: 'touch',
        only: { of: 'Type', filled: false },
        attributes: { ...event, kind: { constant: 'meeting' } },
      },
    ],
  },
  {
    id: 'salesforce-lead-history',
    source,
    title: 'Salesforce lead history',
    has: ['Lead ID', ['Field', 'Field / Event'], 'New Value', ['Created Date', 'Edit Date']],
    parts: [
      {
        object: 'stage_entry',
        only: { of: ['Field', 'Field / Event'], in: ['Status', 'Lead Status'] },
        attributes: {
          contact_key: 'Lead ID',
          stage: 'New Value',
          entered_at: ['Created Date', 'Edit Date'],
        },
      },
    ],
  },
]
