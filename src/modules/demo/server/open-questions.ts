import type { Question } from './asked-questions.ts'

const launch = 'Launch e-mail of the new portal'

/** What nobody has answered yet. */
export const open: Question[] = [
  {
    text: 'Does the old portal still take orders?',
    asked: [
      { by: 'leila', daysAgo: 14, channel: 'mail', cause: launch },
      { by: 'tobias', daysAgo: 14, channel: 'chat', says: 'Is the old portal switched off?', cause: launch },
      {
        by: 'kofi',
        daysAgo: 13,
        channel: 'chat',
        says: 'Customers ask whether the old portal works',
        cause: launch,
      },
      { by: 'priya', daysAgo: 11, channel: 'mail', says: 'Old portal: until when?', cause: launch },
    ],
  },
  {
    text: 'Do customers need a new password for the portal?',
    asked: [
      { by: 'leila', daysAgo: 14, channel: 'mail', cause: launch },
      { by: 'kofi', daysAgo: 12, channel: 'call', says: 'New portal: new password?', cause: launch },
    ],
  },
  {
    text: 'Until when can orders be placed in the old portal?',
    asked: [{ by: 'gareth', daysAgo: 10, channel: 'mail', cause: launch }],
  },
  { text: 'Who writes for the blog?', asked: [{ by: 'priya', daysAgo: 41, channel: 'chat' }] },
  {
    text: 'Where are the pictures of the last fair?',
    asked: [{ by: 'tobias', daysAgo: 35, channel: 'chat' }],
  },
  {
    text: 'Is there a template for webinars?',
    asked: [
      { by: 'kofi', daysAgo: 27, channel: 'chat' },
      { by: 'tobias', daysAgo: 3, channel: 'product', says: 'Template for a webinar?' },
    ],
  },
  { text: 'Can I see what a campaign cost?', asked: [{ by: 'leila', daysAgo: 22, channel: 'product' }] },
  {
    text: 'Why do two reports show different numbers of leads?',
    asked: [{ by: 'gareth', daysAgo: 19, channel: 'meeting' }],
  },
  { text: 'Who speaks at the spring event?', asked: [{ by: 'leila', daysAgo: 16, channel: 'mail' }] },
  {
    text: 'How many people came to the last webinar?',
    asked: [{ by: 'tobias', daysAgo: 8, channel: 'chat' }],
  },
  {
    text: 'Can IT get the list of tools marketing uses?',
    asked: [{ by: 'priya', daysAgo: 7, channel: 'mail' }],
  },
  { text: 'Do we translate press releases?', asked: [{ by: 'kofi', daysAgo: 2, channel: 'chat' }] },
]
