import type { AskState } from '../../departments/contract.ts'

type Page = {
  name: string
  owner: string
  people: string[]
  readers: string[]
  ties: string[]
  summary: string
  doing: string
  meaning: string
  needs: string
}

const won = 'Won value of the year'
const revenue = 'Marketing contributes more won value'
const pipeline = 'Sales gets leads it wants to work'
const qualified = 'Leads that sales qualified'

/** What the demo company’s marketing tells the departments it leans on. */
export const pages: Page[] = [
  {
    ...{ name: 'Sales', owner: 'rafael', people: ['leila', 'tobias'], readers: ['leila', 'kofi'] },
    ties: [pipeline, qualified, won],
    summary: 'You get fewer leads and better ones, within a day, with what made them raise their hand.',
    doing: `We hand over what sales asked for, and stop what sales does not work.
- One score for all regions, explained on every lead.
- Programmes for named accounts, chosen with regional leads each quarter.`,
    meaning: `Your list in the morning is shorter. Each name on it says why it is there.
- Reject with a reason, in one click; two weeks later you see what came of it.
- Your forecast call has somebody of ours in it.`,
    needs: `Work accepted leads within two working days, or give them back.
- Close out opportunities that are dead; we count them as open until you do.`,
  },
  {
    ...{ name: 'IT', owner: 'priya', people: ['anneliese'], readers: ['priya'] },
    ties: [pipeline, revenue],
    summary: 'Two integrations this year, in the order we agree here, and no surprise projects.',
    doing: 'We bring every source into one data model, and retire the regional spreadsheets one by one.',
    meaning: `Requests come here, ranked and sized, never by chat.
- You set size and order; we say what each is worth.
- Exports stay read-only: nothing of ours writes into your systems.`,
    needs: `A sandbox before a production account, and one named person for each integration.`,
  },
  {
    ...{ name: 'Finance', owner: 'imogen', people: ['gareth'], readers: ['gareth'] },
    ties: [won, revenue],
    summary: 'Every amount we spend has an order, a goal behind it, and a forecast you can hold us to.',
    doing: 'Plan, forecast, orders and invoices stand in one place, by month and line.',
    meaning: `Month-end takes one look instead of six mails.
- Accruals come from open orders, not from memory.
- What a lead, an opportunity and a sale cost is read from the ledger you keep.`,
    needs: `Exchange rates by the third working day, and a word before an invoice is booked without an order.`,
  },
  {
    ...{ name: 'Procurement', owner: 'imogen', people: ['gareth'], readers: [] },
    ties: [revenue],
    summary: 'Fewer, larger orders with the same five agencies, and training without a tender.',
    doing: 'We bundle agencies into blanket orders and say a quarter ahead what we will need.',
    meaning: `Half as many orders reach you, and each names the goal it serves.
- Releases on a blanket order need no new comparison of offers.`,
    needs: `A short way for orders of training and events below ten thousand: they arrive after the day they were for.`,
  },
  {
    ...{ name: 'Legal', owner: 'imogen', people: ['chidi'], readers: [] },
    ties: [],
    summary: 'Claims and consent are checked once, early, with the brief in front of you.',
    doing: 'Every campaign goes through you as a step of its approval, with a date.',
    meaning: 'You see the whole brief, not a screenshot of a banner on a Friday.',
    needs: 'A yes or no within three working days, and a list of claims we may use without asking.',
  },
]

type Asked = {
  of: string
  by: string
  to?: string
  what: string
  why: string
  minor: number | null
  size: 'S' | 'M' | 'L' | 'XL' | null
  inDays: number
  goal?: string
  answer?: AskState
  says?: string
}

export const asked: Asked[] = [
  {
    ...{ of: 'Procurement', by: 'imogen', what: 'A short way for training orders below 10,000', size: 'M' },
    why: 'Of six trainings this year, four were ordered after their day. Two were cancelled at our cost.',
    ...{ minor: 1_840_000, inDays: -12, goal: revenue, answer: 'accepted' },
  },
  {
    ...{ of: 'IT', by: 'rafael', what: 'Nightly export of the service desk’s contacts', size: 'M' },
    why: 'The nurture programme for the installed base works from a list that is four months old.',
    ...{ minor: 6_000_000, inDays: 25, goal: 'Nurture programme for the installed base', answer: 'accepted' },
  },
  {
    ...{
      of: 'IT',
      by: 'imogen',
      to: 'anneliese',
      what: 'Sandbox of the CRM for the handover project',
      size: 'S',
    },
    why: 'Regions cannot try the new handover without touching live opportunities.',
    ...{ minor: null, inDays: 9, goal: 'One handover with sales, measured weekly' },
  },
  {
    ...{ of: 'IT', by: 'priya', what: 'Single sign-on for the webinar platform', size: 'L' },
    why: 'Attendance is joined by hand, and one in nine attendees is lost by it.',
    ...{ minor: 950_000, inDays: 80, goal: pipeline },
  },
  {
    ...{ of: 'Sales', by: 'rafael', to: 'leila', what: 'Reasons on every rejected lead', size: 'S' },
    why: 'A third of rejections say “other”; the score cannot learn from that.',
    ...{ minor: null, inDays: 14, goal: pipeline, answer: 'accepted' },
  },
  {
    ...{
      of: 'Finance',
      by: 'imogen',
      to: 'gareth',
      what: 'Exchange rates by the third working day',
      size: 'S',
    },
    why: 'Return by region cannot be read before the rates of its days are there.',
    ...{ minor: null, inDays: -40, answer: 'done', says: 'They come with the close from this month on.' },
  },
  {
    ...{ of: 'Finance', by: 'rafael', to: 'gareth', what: 'Book agency retainers by month', size: 'M' },
    why: 'Quarterly booking makes one month look costly and two look free.',
    ...{
      minor: null,
      inDays: 30,
      answer: 'declined',
      says: 'The contract is invoiced by quarter. Accrue it on the line.',
    },
  },
  {
    ...{ of: 'Legal', by: 'imogen', what: 'A list of claims that need no check', size: 'M' },
    why: 'Nine of ten checks this year ended without a change, and each took a week.',
    ...{ minor: 1_200_000, inDays: -3, goal: revenue },
  },
]
