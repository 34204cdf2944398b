import type { App } from '../../../kernel/app.ts'
import { addDays, type Day, fiscalYearOf } from '../../../methods/fiscal.ts'
import { budget } from '../../budget/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { drift } from '../../drift/contract.ts'
import { type DemoSize, organisation } from '../../imports/server/index.ts'
import { positions } from '../../positions/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { scales } from './costs.ts'
import { type Firm, peopleOf } from './people.ts'
import { deliverables, planned } from './positions-planned.ts'

type Demo = Firm & { line: string; until: Day; startsOn: Day; endsOn: Day; scaled: (minor: number) => number }

/** The positions of the team and the one that marketing pays in IT, what they deliver and where their hours go. */
export async function writePositions(app: App, size: DemoSize, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const { startsOn, endsOn, months } = fiscalYearOf(until, calendar)
  const firm = await peopleOf(app, 'positions')
  const { lines } = await firm.as('imogen')(budget.headcount, {})
  const line = lines.find((one) => one.name === 'Marketing team')!.id
  const scaled = (minor: number) => Math.max(100, Math.round(minor * scales[size]))
  const demo: Demo = { ...firm, line, until, startsOn, endsOn, scaled }
  const ids = new Map<string, string>()
  for (const one of planned) ids.set(one.title, await settle(demo, one))
  await deliver(demo, ids.get('Data engineer')!)
  await giveHours(firm, ids, months)
  await firm.as('imogen')(drift.keep, {})
}

async function settle(demo: Demo, one: (typeof planned)[number]): Promise<string> {
  const { as, id: idOf, line, until, startsOn, scaled } = demo
  const said = {
    ...{ title: one.title, team: one.team, department: one.department, fundedBy: 'Marketing' },
    ...{ managerId: one.manager ? idOf(one.manager) : null, managerName: one.managerName ?? '' },
    ...{ startsOn, ftePercent: one.fte ?? 100, purpose: one.purpose },
  }
  const { id, version } = await as('rafael')(positions.add, said)
  const salaryMinor = scaled(one.salary)
  const cost = { salaryMinor, onCostMinor: Math.round(salaryMinor * 0.23), currency: 'USD' }
  await as('imogen')(positions.setCost, { id, version, ...cost })
  if (one.until === 'draft') return id
  const asking = await as('imogen')(positions.ask, { id, lineId: line, reason: one.purpose })
  if (one.until === 'asked') return id
  await as('helena')(positions.approve, { id: asking.id, reason: 'As in the plan.' })
  const now = (await as('rafael')(positions.show, { id })).position
  if (one.until === 'open') {
    await as('rafael')(positions.open, { id, version: now.version })
    return id
  }
  const on = held(addDays(until, -one.sinceDays!), startsOn)
  await as('rafael')(positions.fill, {
    ...{ id, version: now.version, on },
    ...(one.person ? { personId: idOf(one.person) } : { personName: one.personName! }),
  })
  return id
}

/** Within the fiscal year, in which the positions begin. */
const held = (day: Day, startsOn: Day): Day => (day < startsOn ? startsOn : day)

async function deliver({ as, until, startsOn }: Demo, id: string): Promise<void> {
  for (const { what, due, delivered, hours, evidence, value } of deliverables)
    await as('rafael')(positions.addDeliverable, {
      ...{ id, what, dueOn: held(addDays(until, due), startsOn), minutes: hours * 60, evidence, value },
      deliveredOn: delivered === null ? null : held(addDays(until, delivered), startsOn),
    })
}

/** Shares of a month by what they go to: a goal or a campaign, by the beginning of its name. */
async function giveHours({ as }: Firm, ids: Map<string, string>, months: readonly Day[]): Promise<void> {
  const goals = (await as('imogen')(strategy.goals, {})).items
  const running = (await as('imogen')(campaigns.list, {})).items
  const edits = planned.flatMap(({ title, until, gives = [] }) =>
    until === 'draft' || until === 'asked'
      ? []
      : gives.flatMap(([kind, name, percent]) => {
          const found = (kind === 'goal' ? goals : running).find((one) => one.name.startsWith(name))
          const which = { positionId: ids.get(title)!, kind, targetId: found?.id ?? '', share: percent * 100 }
          return found ? months.map((monthOn) => ({ ...which, monthOn })) : []
        }),
  )
  if (edits.length > 0) await as('rafael')(positions.setHours, { edits })
}
