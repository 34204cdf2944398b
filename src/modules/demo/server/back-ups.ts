import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { contingencies } from '../../contingencies/contract.ts'
import { peopleOf } from './people.ts'

/** Back-up plans of the demo company: one that would hold, one nobody has rehearsed, one whose trigger is met. */
export async function writeBackUps(app: App, until: Day): Promise<void> {
  const { as, id } = await peopleOf(app, 'back-ups')
  const rafael = as('rafael')
  const { items } = await rafael(campaigns.list, {})
  const idOf = (name: string) => items.find((one) => one.name.startsWith(name))?.id ?? ''

  const hall = await rafael(contingencies.add, {
    id: idOf('Service Leaders Forum'),
    name: 'The hall',
    trigger: 'The hall cancels, or fewer than half of those invited have accepted three weeks before.',
    planB: 'A day of streamed talks from the office, with the round tables moved to the regions.',
    activation: 'Rafael calls the studio, Bram changes the page, sales calls its ten first.',
    ownerId: id('rafael'),
    cost: { minor: 1_800_000, currency: 'USD' },
  })
  await rafael(contingencies.rehearse, {
    ...{
      id: hall.id,
      on: addDays(until, -20),
      note: 'The stream held; the page took an hour longer than thought.',
    },
  })
  await rafael(contingencies.add, {
    id: idOf('The first hour'),
    name: 'The speaker',
    trigger: 'The speaker is ill or withdraws.',
    planB: 'Solveig talks to the customer whose day we show.',
    ownerId: id('bram'),
  })
  await rafael(contingencies.add, {
    id: idOf('Field service software'),
    name: 'Opportunities from search',
    trigger: 'Search brings too few opportunities.',
    ...{ metric: 'opportunities', below: 100_000, byOn: addDays(until, -1) },
    planB: 'Half of the bids go to the names of competitors, the other half to the comparison page.',
    cost: { minor: 400_000, currency: 'USD' },
  })
  await rafael(contingencies.check, {})
}
