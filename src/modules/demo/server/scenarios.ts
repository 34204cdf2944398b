import type { App } from '../../../kernel/app.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { budget } from '../../budget/contract.ts'
import { organisation } from '../../imports/server/index.ts'
import { scenarios } from '../../scenarios/contract.ts'
import { budgetRights } from './budget-rights.ts'
import { peopleOf } from './people.ts'

/** Two ways out when the board asks for savings, each by the person who would have worked it out. */
export async function writeScenarios(app: App): Promise<void> {
  const { as } = await peopleOf(app, 'scenarios', budgetRights)
  const { zone } = await organisation(app.db)
  const { year } = await as('imogen')(budget.lines, {})
  if (!year) return
  const today = dayIn(zone, new Date())
  const begins = year.months.findIndex((month) => month > today)
  const fromMonth = begins < 0 ? 11 : begins

  const cut = await as('imogen')(scenarios.make, {
    ...{ year: year.id, name: 'Cut 10 %' },
    why: 'Helena was asked what a tenth less would mean for the rest of the year. Every line gives the same.',
  })
  await as('imogen')(scenarios.scale, { id: cut.id, percent: -10, fromMonth })

  const shift = await as('rafael')(scenarios.make, {
    ...{ year: year.id, name: 'Move print to search' },
    why: 'The buyer’s guide is downloaded more than it is posted. What print has left would go to search.',
  })
  const { lines } = await as('rafael')(scenarios.show, { id: shift.id })
  const [print, search] = ['Print and design', 'Search media'].map((name) =>
    lines.find((line) => line.name === name),
  )
  if (!print || !search) return
  const free = print.forecast.slice(fromMonth).reduce((sum, minor) => sum + minor, 0)
  const minor = Math.min(Math.round(free * 0.8), Math.max(0, print.allocation - print.load))
  if (minor > 0)
    await as('rafael')(scenarios.move, { id: shift.id, fromId: print.id, toId: search.id, minor, fromMonth })
}
