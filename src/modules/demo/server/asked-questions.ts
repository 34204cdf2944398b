import type { Audience, Channel, Phase } from '../../answers/contract.ts'

type Asked = { by: string; daysAgo: number; channel: Channel; says?: string; cause?: string }
type Answer = {
  owner: string
  inDays: number
  audience: Audience
  body: string
  /** Left out, it is written and not published. */
  helped?: string[]
  not?: string[]
}
type Question = { text: string; asked: Asked[]; answer?: Answer }

const launch = 'Launch e-mail of the new portal'
const forms = 'Change of the request form'
const stages = 'New definition of a qualified lead'
const close = 'Month-end reminder'

export const questions: Question[] = [
  {
    text: 'How long does a landing page take?',
    asked: [
      { by: 'leila', daysAgo: 74, channel: 'chat' },
      {
        by: 'tobias',
        daysAgo: 52,
        channel: 'mail',
        says: 'By when could we have a landing page for the fair?',
      },
      { by: 'kofi', daysAgo: 38, channel: 'chat', says: 'Landing page: how many days?', cause: forms },
      { by: 'leila', daysAgo: 24, channel: 'meeting', says: 'How many days for one landing page?' },
      { by: 'gareth', daysAgo: 9, channel: 'mail', says: 'When would a landing page be ready?' },
    ],
    answer: {
      ...{ owner: 'rafael', inDays: 120, audience: 'everybody', helped: ['leila', 'tobias', 'gareth'] },
      body: `Five working days from the day we have the text, the picture and the offer.

- Two days to build it, one for the form and its thank-you page.
- One day for legal, where a claim is new.
- One day to test it and to switch tracking on.

A copy of a page that runs already takes two days.`,
    },
  },
  {
    text: 'What counts as a qualified lead?',
    asked: [
      { by: 'tobias', daysAgo: 61, channel: 'meeting', cause: stages },
      { by: 'leila', daysAgo: 60, channel: 'mail', says: 'Which leads are qualified now?', cause: stages },
      {
        by: 'kofi',
        daysAgo: 58,
        channel: 'chat',
        says: 'Is a webinar guest a qualified lead?',
        cause: stages,
      },
      {
        by: 'gareth',
        daysAgo: 31,
        channel: 'mail',
        says: 'Qualified lead: what does it mean in the report?',
      },
      { by: 'priya', daysAgo: 6, channel: 'chat', says: 'Where is it written what a qualified lead is?' },
    ],
    answer: {
      ...{ owner: 'imogen', inDays: 60, audience: 'members', helped: ['leila', 'tobias'], not: ['kofi'] },
      body: `Somebody of an account we sell to who asked for something a person has to answer: a price, a visit, a trial.

A webinar guest is not one by that alone. The stages page says when each stage was changed, by whom and why.`,
    },
  },
  {
    text: 'Why is my lead not in the report?',
    asked: [
      { by: 'leila', daysAgo: 47, channel: 'mail' },
      { by: 'tobias', daysAgo: 33, channel: 'chat', says: 'My lead from the fair is missing in the report' },
      { by: 'leila', daysAgo: 12, channel: 'chat', says: 'A lead of mine is not in the report' },
    ],
    answer: {
      ...{ owner: 'rafael', inDays: 45, audience: 'members', helped: ['leila'] },
      body: `Three things keep a lead out, in this order:

- It came in after the last import. The top of the report says how fresh it is.
- It has no date, and stands under Data quality with what to mend.
- It is one of a pair that was merged; look for the other name.`,
    },
  },
  {
    text: 'By when do invoices have to be in for the month?',
    asked: [
      { by: 'rafael', daysAgo: 66, channel: 'mail', cause: close },
      { by: 'leila', daysAgo: 36, channel: 'chat', says: 'Which day do invoices close?', cause: close },
      {
        by: 'rafael',
        daysAgo: 5,
        channel: 'chat',
        says: 'Invoices for this month: until when?',
        cause: close,
      },
    ],
    answer: {
      ...{ owner: 'gareth', inDays: -4, audience: 'members', helped: ['rafael'] },
      body: `By noon of the second working day of the next month. What comes later is accrued from the open order, so name the order on it.`,
    },
  },
  {
    text: 'How do I ask marketing for something?',
    asked: [
      { by: 'kofi', daysAgo: 44, channel: 'chat', cause: forms },
      { by: 'priya', daysAgo: 43, channel: 'mail', says: 'Where do I ask for a campaign now?', cause: forms },
      { by: 'tobias', daysAgo: 40, channel: 'meeting', says: 'Is the old request form gone?', cause: forms },
      { by: 'leila', daysAgo: 20, channel: 'product', says: 'How do I ask for a campaign?' },
    ],
    answer: {
      ...{ owner: 'rafael', inDays: 150, audience: 'everybody', helped: ['kofi', 'priya', 'leila'] },
      body: `Say three things: what it is for, why it is needed by that day, and what changes if it is not done.

You are told a day that can be kept, and what would have to wait for it.`,
    },
  },
  {
    text: 'Which logo goes on slides for partners?',
    asked: [
      { by: 'kofi', daysAgo: 55, channel: 'chat' },
      { by: 'tobias', daysAgo: 28, channel: 'mail', says: 'Where is the logo for partner slides?' },
    ],
    answer: {
      ...{ owner: 'imogen', inDays: 200, audience: 'everybody', helped: ['kofi'] },
      body: `The one without the line below it, in white on dark and in ink on light. It is never set beside another logo of the same height.`,
    },
  },
  {
    text: 'May I send a mail to a list I bought?',
    asked: [
      { by: 'tobias', daysAgo: 70, channel: 'mail' },
      { by: 'leila', daysAgo: 17, channel: 'chat', says: 'Can we mail a bought list?' },
    ],
    answer: {
      ...{ owner: 'chidi', inDays: 90, audience: 'members', helped: ['tobias', 'leila'] },
      body: `No. Nobody on it has said that they want to hear from us, in any country we sell in. Ask for a partner who mails to their own list in their own name.`,
    },
  },
  {
    text: 'Who decides about a budget of more than ten thousand?',
    asked: [
      { by: 'rafael', daysAgo: 50, channel: 'meeting' },
      { by: 'tobias', daysAgo: 15, channel: 'mail', says: 'Who signs a budget above ten thousand?' },
    ],
    answer: {
      ...{ owner: 'imogen', inDays: 30, audience: 'members' },
      body: `Whoever controls the budget line, up to their limit; above it the next one who has a higher limit. The order says whose turn it is.`,
    },
  },
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

type Written = {
  title: string
  summary: string
  body: string
  phase: Phase
  owner: string
  kinds: string[]
  inDays: number
}

export const guides: Written[] = [
  {
    ...{ title: 'Before a campaign is approved', phase: 'planning', owner: 'rafael', kinds: ['campaign'] },
    summary: 'Seven things to have in the brief, so that approval takes days and not weeks.',
    inDays: 110,
    body: `A brief that holds these is approved in three days on average:

- Whom it is for, and who is left out.
- The demand it shall bring, as a number.
- One message, in words a customer would use.
- What it costs, with the line it comes from.
- The day it has to start, and what happens if it starts a week later.
- Who says yes in creative, legal and budget.
- What we do when it does not go as planned.`,
  },
  {
    ...{ title: 'Names of links', phase: 'execution', owner: 'rafael', kinds: ['campaign'], inDays: -2 },
    summary: 'How links are named, so that what they bring is counted for the right campaign.',
    body: `Every link has a source, a medium and the name of its campaign, in small letters, with underscores.

- Take the values that the page of the campaign offers.
- Never change a link that is out. Make a new one.
- Test it once on a telephone before it is sent.`,
  },
  {
    ...{
      title: 'Looking back at a campaign',
      phase: 'reflection',
      owner: 'imogen',
      kinds: ['campaign', 'goal'],
    },
    summary: 'Four questions, in one hour, within two weeks of the last day.',
    inDays: 75,
    body: `- What did we say would come, and what came?
- What surprised us, and when did we first see it?
- Which step took longer than planned, and why?
- What do we do otherwise next time, and who writes it into the template?`,
  },
]
