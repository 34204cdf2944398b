import type { App } from '../../../kernel/app.ts'
import { addDays, type Day, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { questionnaire } from '../../questionnaire/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { peopleOf } from './people.ts'
import { begun, lastQuarter, thisQuarter } from './quarter-answers.ts'

/** Sales was asked twice and has answered twice; one answer became a goal. Another client is still writing. */
export async function askTheQuarter(app: App, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const now = periodOf(until, 'quarter', calendar)
  const before = previousPeriod(now, calendar)
  const { as, id } = await peopleOf(app, 'quarter')
  const ask = async (client: string, who: string, quarterOn: Day, answers: Record<string, string>) => {
    const personId = id(who)
    const dueOn = addDays(until, 10)
    const made = await as('imogen')(questionnaire.ask, { client, quarterOn, personId, dueOn })
    for (const [question, text] of Object.entries(answers))
      await as(who)(questionnaire.answer, { id: made.id, question, version: 0, text })
    return made.id
  }
  const old = await ask('Sales, all regions', 'leila', before.startsOn, lastQuarter)
  await as('leila')(questionnaire.submit, { id: old })
  const sales = await ask('Sales, all regions', 'leila', now.startsOn, thisQuarter)
  await as('leila')(questionnaire.submit, { id: sales })
  await ask('Customer success', 'sadia', now.startsOn, begun)

  const { items } = await as('imogen')(strategy.goals, { state: 'open' })
  const above = items.find((one) => one.name === 'Sales gets leads it wants to work')
  await as('imogen')(questionnaire.makeGoal, {
    ...{ id: sales, question: 'stop', name: 'Retire the weekly lead digest', level: 'initiative' as const },
    ...{ ownerId: id('bram'), under: above ? { kind: 'goal', id: above.id } : null },
  })
}
