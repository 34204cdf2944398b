import type { App } from '../../../kernel/app.ts'
import { addDays, type Day, fiscalYearOf } from '../../../methods/fiscal.ts'
import { budget } from '../../budget/contract.ts'
import { type DemoSize, organisation } from '../../imports/server/index.ts'
import { plannedLines } from './budget-lines.ts'
import { budgetRights } from './budget-rights.ts'
import { scales } from './costs.ts'
import { type As, peopleOf } from './people.ts'

type Demo = {
  as: As
  id: (who: string) => string
  line: (name: string) => string
  scaled: (minor: number) => number
  /** So many days from the last day of the demo, within the fiscal year. */
  day: (from: number) => Day
}

/** The budget of the running fiscal year, from its plan to what waits for a decision. */
export async function writeBudget(app: App, size: DemoSize, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const { number, startsOn, endsOn } = fiscalYearOf(until, calendar)
  const scaled = (minor: number) => Math.max(100, Math.round((minor * scales[size]) / 100) * 100)
  const { as, id } = await peopleOf(app, 'budget', budgetRights)
  const { id: year } = await as('imogen')(budget.openYear, { day: until })
  const lines = plannedLines(number, (minor) => (minor === 0 ? 0 : scaled(minor)))
  const { ids } = await as('imogen')(budget.addLines, { year, lines })
  await as('imogen')(budget.approvePlan, { id: year })
  const held = (day: Day): Day => (day < startsOn ? startsOn : day > endsOn ? endsOn : day)
  const demo: Demo = {
    ...{ as, id, scaled },
    line: (name) => ids[lines.findIndex((line) => line.name === name)]!,
    day: (from) => held(addDays(until, from)),
  }
  await expect(demo, year)
  await setLimits(demo)
  await order(demo)
  await ask(demo)
}

/** Rafael keeps the forecast: search grows, the platform is cheaper, travel is later. */
async function expect({ as, line, scaled }: Demo, year: string): Promise<void> {
  const all = (minor: number) =>
    Object.fromEntries(Array.from({ length: 12 }, (_, month) => [month, scaled(minor)]))
  await as('rafael')(budget.edit, {
    year,
    edits: [
      {
        id: line('Search media'),
        forecast: {
          ...all(3_800_000),
          8: scaled(4_300_000),
          9: scaled(4_300_000),
          10: scaled(4_500_000),
          11: scaled(4_500_000),
        },
      },
      { id: line('Webinar platform'), forecast: all(165_000) },
      { id: line('Travel'), forecast: { 4: scaled(1_350_000), 5: scaled(300_000) } },
      {
        id: line('LinkedIn'),
        forecast: { 6: scaled(1_900_000), 7: scaled(1_900_000), 8: scaled(2_600_000) },
      },
    ],
  })
}

async function setLimits({ as, id, scaled, day }: Demo): Promise<void> {
  const until = day(400)
  const rafael = {
    personId: id('rafael'),
    perDecision: scaled(2_500_000),
    perMonth: scaled(8_000_000),
    until,
  }
  await as('imogen')(budget.setLimit, rafael)
  const tobias = {
    personId: id('tobias'),
    perDecision: scaled(5_000_000),
    perMonth: scaled(10_000_000),
    until,
  }
  await as('imogen')(budget.setLimit, { ...tobias, kinds: ['event', 'agency'] })
}

type Wish = { line: string; supplier: string; what: string; minor: number; due: number; more?: object }

const wish = ({ as, line, scaled, day }: Demo, who: string, said: Wish) =>
  as(who)(budget.request, {
    ...{ lineId: line(said.line), supplier: said.supplier, what: said.what, minor: scaled(said.minor) },
    ...{ currency: 'USD', dueOn: day(said.due), ...said.more },
  })

/** Orders of every kind, one of them forgotten, and the invoices on them and beside them. */
async function order(demo: Demo): Promise<void> {
  const { as, scaled, day, line } = demo
  const open = async (decider: string, said: Wish) => {
    const { id } = await wish(demo, 'bram', said)
    return (await as(decider)(budget.approve, { id, reason: 'As planned.' })).orderId!
  }
  const bill = (orderId: string, number: string, minor: number, on: number, currency = 'USD') =>
    as('gareth')(budget.bookInvoice, { orderId, number, minor: scaled(minor), currency, invoicedOn: day(on) })

  const build = await open('imogen', {
    ...{
      line: 'Stand build',
      supplier: 'Fieldline Exhibits',
      what: 'Build and storage of the stand',
      minor: 6_200_000,
    },
    ...{ due: 60, more: { orderedOn: day(-75), rate: { minor: 118_000, unit: 'day of a fitter' } } },
  })
  await bill(build, 'FE-2207', 3_100_000, -40)
  const print = await open('rafael', {
    ...{
      line: 'Print and design',
      supplier: 'Copperleaf Print',
      what: 'Print through the year',
      minor: 2_400_000,
    },
    ...{ due: 90, more: { kind: 'blanket', orderedOn: day(-120) } },
  })
  await as('rafael')(budget.release, {
    id: print,
    minor: scaled(600_000),
    note: 'Buyer’s guide, first edition',
  })
  await as('rafael')(budget.release, { id: print, minor: scaled(450_000), note: 'Buyer’s guide, reprint' })
  await bill(print, 'CP-0918', 600_000, -55)
  const survey = await open('rafael', {
    ...{
      line: 'Survey of technicians',
      supplier: 'Quillon Research',
      what: 'Field work, two waves',
      minor: 900_000,
    },
    ...{ due: -95, more: { orderedOn: day(-190) } },
  })
  await bill(survey, 'QR-1450', 540_000, -130)
  const malmo = await open('rafael', {
    ...{ line: 'Stand in Malmö', supplier: 'Öresund Mässan', what: 'Stand space', minor: 1_200_000, due: 30 },
    more: { currency: 'EUR', orderedOn: day(-50) },
  })
  await bill(malmo, '88-3041', 600_000, -20, 'EUR')
  await as('gareth')(budget.bookInvoice, {
    ...{ lineId: line('Speakers'), supplier: 'Tamsin Okoye', number: '2026-17', minor: scaled(380_000) },
    ...{ currency: 'USD', invoicedOn: day(-33), note: 'Moderation of the spring webinar' },
  })
}

/** What was moved, refused and passed up, and what waits: for Rafael, for Imogen, for Helena. */
async function ask(demo: Demo): Promise<void> {
  const { as, line, scaled, id } = demo
  const move = { fromId: line('Speakers'), toId: line('Stand build'), minor: scaled(250_000) }
  await as('imogen')(budget.transfer, { ...move, reason: 'The expo wants a demo corner; one webinar fewer.' })
  const giveaways = await wish(demo, 'bram', {
    ...{ line: 'Travel', supplier: 'Brightmade', what: 'Give-aways', minor: 420_000, due: 25 },
  })
  await as('rafael')(budget.refuse, { id: giveaways.id, reason: 'Nobody came back for the last ones.' })
  await wish(demo, 'bram', {
    ...{
      line: 'Print and design',
      supplier: 'Lumen Photo',
      what: 'Photo day at the test bench',
      minor: 380_000,
      due: 35,
    },
    more: { reason: 'The guide still shows the old controller.' },
  })
  const corner = await wish(demo, 'bram', {
    ...{
      line: 'Stand build',
      supplier: 'Fieldline Exhibits',
      what: 'Demo corner with live units',
      minor: 2_900_000,
      due: 55,
    },
    more: { reason: 'Half of last year’s leads stood at the demo.' },
  })
  await as('rafael')(budget.escalate, {
    id: corner.id,
    reason: 'Above what I may decide, and it moves the expo budget.',
  })
  await wish(demo, 'imogen', {
    ...{
      line: 'Courses and certificates',
      supplier: 'Revenue Academy',
      what: 'Certificates for the team',
      minor: 540_000,
      due: 70,
    },
  })
  const away = { toId: id('tobias'), fromOn: demo.day(10), toOn: demo.day(17) }
  await as('imogen')(budget.delegate, { ...away, reason: 'Leave' })
}
