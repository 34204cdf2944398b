import type { Declaration } from '../declaration.ts'

const channel = [
  'Session primary channel group (Default channel group)',
  'Session primary channel group',
  'Session default channel group',
  'Session default channel grouping',
  'First user primary channel group (Default Channel Group)',
  'First user primary channel group',
  'First user default channel group',
  'Default channel group',
]
const pair = [
  'Session source / medium',
  'First user source / medium',
  'Source / medium',
  'Session source/medium',
]
const campaign = ['Session campaign', 'First user campaign', 'Session campaign name']
const day = ['Date', 'Day', 'Date + hour (YYYYMMDDHH)']
const figures = ['Sessions', 'Users', 'Total users', 'Active users', 'New users', 'Event count', 'Key events']

export const googleAnalytics: Declaration[] = [
  {
    id: 'ga4-report',
    source: 'google_analytics',
    title: 'Google Analytics 4 report',
    has: [
      [
        ...channel,
        ...pair,
        ...campaign,
        'Landing page',
        'Landing page + query string',
        'Page path and screen class',
      ],
      figures,
      [
        'Engaged sessions',
        'Engagement rate',
        'Event count',
        'Key events',
        'Average engagement time per session',
      ],
    ],
    parts: [
      {
        object: 'web_day',
        attributes: {
          day: [...day, { preamble: 'first-day' }],
          last_day: { preamble: 'last-day', unless: day },
          channel,
          source: pair,
          campaign,
          landing_page: ['Landing page', 'Landing page + query string', 'Page path and screen class'],
          users: ['Users', 'Total users', 'Active users', 'New users'],
          sessions: 'Sessions',
          engaged_sessions: 'Engaged sessions',
          events: 'Event count',
          conversions: ['Key events', 'Conversions'],
          revenue: ['Total revenue', 'Revenue', 'Purchase revenue'],
        },
      },
    ],
  },
]
