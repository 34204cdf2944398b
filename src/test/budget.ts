import type { Asked } from '../kernel/contract.ts'
import { budget } from '../modules/budget/contract.ts'
import { type Company, type PersonName, startCompany } from './company.ts'

type LineSaid = Asked<typeof budget.addLines>['lines'][number]

/** The same amount in each month. */
export const months = (minor: number): number[] => Array.from({ length: 12 }, () => minor)

/** Northwind in May 2026 with the budget of its fiscal year, which starts in February; `people` have joined. */
export async function startBudget(lines: LineSaid[], people: PersonName[], isApproved = true) {
  const company: Company = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of people) await company.actorOf(name)
  const ana = company.as('ana')
  const { id: yearId } = await ana(budget.openYear, { day: '2026-05-20' })
  const { ids } = await ana(budget.addLines, { year: yearId, lines })
  if (isApproved) await ana(budget.approvePlan, { id: yearId })
  return { company, yearId, ids }
}
