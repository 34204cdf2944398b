import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { launches } from '../../launches/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { trace } from '../../trace/contract.ts'
import { type Firm, peopleOf } from './people.ts'

type Planned = {
  name: string
  tier: number
  products: string[]
  launchOn: Day
  announceOn: Day | null
  note: string
  serves: string[]
  goal: string
}

/** A release that is moved once, a smaller one close to it, and one that is out. */
const planned = (until: Day): Planned[] => [
  {
    ...{ name: 'Dispatch 5', tier: 1, products: ['Dispatch', 'Crew app'] },
    ...{ launchOn: addDays(until, 28), announceOn: addDays(until, 14) },
    note: 'The day is planned in the first hour. Every team of the firm has a part in it.',
    serves: ['The first hour: webinar', 'Service Leaders Forum', 'Customer voices'],
    goal: 'Sales gets leads it wants to work',
  },
  {
    ...{ name: 'Winter routing pack', tier: 2, products: ['Routing'] },
    ...{ launchOn: addDays(until, 26), announceOn: null },
    note: 'For crews in the north: roads that close, daylight that ends early.',
    serves: ['Winter readiness: webinar'],
    goal: 'Sales gets leads it wants to work',
  },
  {
    ...{ name: 'Crew app for phones', tier: 2, products: ['Crew app'] },
    ...{ launchOn: addDays(until, -60), announceOn: addDays(until, -74) },
    note: '',
    serves: ['Field service software: search', 'Competitor comparison'],
    goal: 'Marketing contributes more won value',
  },
]

/** The demo company’s launches: Rafael plans them, Imogen links them up to goals. */
export async function writeLaunches(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'launches')
  const rafael = firm.as('rafael')
  const ids = new Map<string, string>()
  for (const one of planned(until)) ids.set(one.name, await plan(firm, one))

  const dispatch = await rafael(launches.show, { id: ids.get('Dispatch 5') ?? '' })
  const { id, version } = await rafael(launches.setState, {
    ...{ id: dispatch.id, state: 'confirmed', version: dispatch.version },
  })
  const moved = await rafael(launches.move, {
    ...{ id, version, on: addDays(until, 35), announceOn: addDays(until, 21) },
    reason: 'The map of the second region is ready a week later.',
  })
  const webinar = moved.campaigns.find((one) => one.name.startsWith('The first hour'))
  if (webinar) await rafael(launches.fit, { id, campaignId: webinar.id })

  const out = { id: ids.get('Crew app for phones') ?? '' }
  await rafael(launches.setState, { ...out, state: 'confirmed', version: 1 })
  await rafael(launches.setState, { ...out, state: 'launched', version: 2 })
}

async function plan({ as, id: idOf }: Firm, { serves, goal, ...said }: Planned): Promise<string> {
  const rafael = as('rafael')
  const { id } = await rafael(launches.add, { ...said, ownerId: idOf('rafael') })
  const { items } = await rafael(campaigns.list, {})
  for (const name of serves) {
    const campaign = items.find((one) => one.name.startsWith(name))
    if (campaign) await rafael(launches.addCampaign, { id, campaignId: campaign.id })
  }
  const goals = await as('imogen')(strategy.goals, {})
  const found = goals.items.find((one) => one.name.startsWith(goal))
  if (found) await as('imogen')(trace.link, { kind: 'launch', id, parent: { kind: 'goal', id: found.id } })
  return id
}
