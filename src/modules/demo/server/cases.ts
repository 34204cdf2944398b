import type { App } from '../../../kernel/app.ts'
import { cases } from '../../cases/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { trace } from '../../trace/contract.ts'
import { peopleOf } from './people.ts'

/** Whole units by year, in cents. */
const years = (...amounts: number[]) => amounts.map((one) => one * 100)

/** Two things that marketing asks of IT: one that clears the bar, one that does not yet. */
export async function writeCases(app: App): Promise<void> {
  const { as } = await peopleOf(app, 'cases')
  const { items: goals } = await as('imogen')(strategy.goals, {})
  const serve = async (id: string, name: string) => {
    const goal = goals.find((one) => one.name.startsWith(name))
    if (goal) await as('imogen')(trace.link, { kind: 'case', id, parent: { kind: 'goal', id: goal.id } })
  }

  const { id: record } = await as('imogen')(cases.make, {
    name: 'One customer record for sales and marketing',
    problem:
      'Marketing automation and CRM keep a record of their own of every customer. Leads wait two days for a handover by file, one in nine is handed over twice, and each month closes with a count that two teams defend.',
    ...{ years: 3, low: 60, high: 125, over: 25, confidence: 65 },
    parts: [
      {
        ...{
          name: 'Won value of faster handover',
          kind: 'revenue',
          yearly: years(120_000, 310_000, 340_000),
        },
        basis:
          'A tenth more of the leads that reach sales within a day are won, as in the last four quarters.',
        evidence: { metric: 'won_value' },
      },
      {
        ...{ name: 'Hours of monthly counting', kind: 'saving', yearly: years(48_000, 48_000, 48_000) },
        basis: 'Two people, five days a month, at the rates finance uses.',
      },
      {
        ...{ name: 'Licences of the old connector', kind: 'saving', yearly: years(0, 22_000, 22_000) },
        basis: 'Ends with the contract.',
      },
      {
        ...{
          name: 'Integration and migration',
          kind: 'cost',
          once: 18_000_000,
          yearly: years(40_000, 15_000, 15_000),
        },
        basis: 'Estimate of IT, with a person of theirs for five months.',
      },
    ],
  })
  await serve(record, 'One handover with sales')
  await as('helena')(cases.remark, { id: record, version: 1, verdict: 'supports', says: 'First on my list.' })
  await as('anneliese')(cases.remark, {
    ...{ id: record, version: 1, verdict: 'notes' },
    says: 'Feasible from September; before that the ERP release has everybody.',
  })

  const { id: portal } = await as('rafael')(cases.make, {
    name: 'Self-service portal for the installed base',
    problem: 'Customers ask by e-mail what a portal could show them, and hear of new modules late.',
    ...{ years: 4, low: 50, high: 130, over: 20, confidence: 40 },
    parts: [
      {
        ...{ name: 'Modules sold to customers', kind: 'revenue', yearly: years(0, 60_000, 130_000, 160_000) },
        basis: 'As many as the pilot with three customers bought.',
        evidence: { metric: 'won' },
      },
      {
        ...{ name: 'Answers by e-mail', kind: 'saving', yearly: years(6_000, 24_000, 30_000, 30_000) },
        basis: 'A third of the service desk’s tickets.',
      },
      {
        ...{ name: 'Build', kind: 'cost', once: 21_000_000, yearly: years(30_000, 30_000, 30_000, 30_000) },
        basis: 'Offer of the supplier, and half a position in IT.',
      },
    ],
  })
  await serve(portal, 'Nurture programme')
}
