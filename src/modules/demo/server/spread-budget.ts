import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { budget, type Line } from '../../budget/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import type { DemoSize } from '../../imports/server/index.ts'
import { budgetRights } from './budget-rights.ts'
import { scales } from './costs.ts'
import { type As, peopleOf } from './people.ts'

type Spread = {
  as: As
  year: string
  months: string[]
  line: (name: string) => Line
  campaign: (name: string) => string
}

/** What recurs, what is shared out over campaigns, what was delivered and not invoiced, and the guard-rail of brand. */
export async function spreadBudget(app: App, size: DemoSize, until: Day): Promise<void> {
  const { as } = await peopleOf(app, 'spread', budgetRights)
  const planned = await (await peopleOf(app, 'spread-read')).as('imogen')(campaigns.list, {})
  const shown = await as('imogen')(budget.lines, {})
  const scaled = (minor: number) => Math.max(100, Math.round((minor * scales[size]) / 100) * 100)
  const spread: Spread = {
    ...{ as, year: shown.year!.id, months: shown.year!.months },
    line: (name) => shown.lines.find((one) => one.name === name)!,
    campaign: (name) => planned.items.find((one) => one.name.startsWith(name))!.id,
  }
  await recur(spread, scaled)
  await shareOut(spread)
  await accrue(spread, scaled, until)
  await hold(spread, scaled)
}

/** The platform rises in the third quarter; one month of it is credited. */
async function recur({ as, year, months, line }: Spread, scaled: (minor: number) => number): Promise<void> {
  const platform = line('Marketing automation')
  await as('rafael')(budget.setRecurrence, {
    ...{ id: platform.id, version: platform.version },
    recurrence: {
      ...{ every: 'month', startsOn: months[0]!, endsOn: null, rises: 500 },
      steps: [
        { from: months[0]!, minor: scaled(640_000) },
        { from: months[6]!, minor: scaled(690_000) },
      ],
    },
  })
  await as('rafael')(budget.edit, { year, edits: [{ id: platform.id, forecast: { 9: scaled(345_000) } }] })
  const enrichment = line('Enrichment of contacts')
  await as('rafael')(budget.setRecurrence, {
    ...{ id: enrichment.id, version: enrichment.version },
    recurrence: {
      ...{ every: 'quarter', startsOn: months[0]!, endsOn: null, rises: 0 },
      steps: [{ from: months[0]!, minor: scaled(700_000) }],
    },
  })
}

async function shareOut({ as, line, campaign }: Spread): Promise<void> {
  const [search, leaders, expo] = [
    campaign('Field service software: search'),
    campaign('Operations leaders of utilities and logistics'),
    campaign('FieldForward Expo'),
  ]
  const set = (name: string, mode: 'percent' | 'equal' | 'driver', shares: [string, number][], note = '') =>
    as('rafael')(budget.setSplit, {
      ...{ id: line(name).id, version: 0, mode, note },
      shares: shares.map(([campaignId, parts]) => ({ campaignId, parts })),
    })
  await set('Search and social retainer', 'percent', [
    [search, 6500],
    [leaders, 2500],
  ])
  await set('Survey of technicians', 'equal', [
    [leaders, 0],
    [expo, 0],
  ])
  await set(
    'Print and design',
    'driver',
    [
      [expo, 3],
      [leaders, 1],
    ],
    'By pages printed.',
  )
}

/** Gareth’s month-end: of the month that has ended last, else of the running one. */
async function accrue({ as, year, months, line }: Spread, scaled: (minor: number) => number, until: Day) {
  const month = months.findLast((start) => start <= addDays(until, -28)) ?? months[0]!
  const { expected } = await as('gareth')(budget.accruals, { year, month })
  if (expected.length > 0) await as('gareth')(budget.accrueExpected, { year, month })
  await as('gareth')(budget.accrue, {
    ...{ lineId: line('Webinar platform').id, supplier: 'Lyra Webcasts', month, minor: scaled(165_000) },
    note: 'The usual month; the invoice is late.',
  })
}

async function hold({ as, line }: Spread, scaled: (minor: number) => number): Promise<void> {
  const { guard, version } = await as('imogen')(budget.guard, {})
  await as('imogen')(budget.setGuard, {
    guard: {
      ...guard,
      areas: { Brand: 'brand', Demand: 'demand' },
      least: { brand: 2000, advocacy: 300, social: 0 },
    },
    reason: 'Agreed with Helena: a fifth for the brand, whatever the quarter asks for.',
    version,
  })
  await as('imogen')(budget.transfer, {
    ...{ fromId: line('Customer film').id, toId: line('Search media').id, minor: scaled(1_800_000) },
    reason: 'One film rather than two.',
    guardReason: 'One of the two reference customers withdrew.',
  })
}
