import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked, Out, Route } from '../../kernel/contract.ts'
import { months, startBudget } from '../../test/budget.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { budget } from '../budget/contract.ts'
import { drift } from '../drift/contract.ts'
import { identity } from '../identity/contract.ts'
import { positions } from './contract.ts'

let northwind: Company
let id: string
let goalLine: string
const readers: PersonName[] = ['marco', 'ivan']
const strangers: PersonName[] = ['ines', 'pia', 'sam', 'vera', 'cleo', 'kai', 'gus']

beforeAll(async () => {
  const started = await startBudget(
    [
      { name: 'Payroll of marketing', kind: 'people', plan: months(10_000_000) },
      { name: 'Retainer', kind: 'agency', plan: months(100) },
    ],
    ['carol', 'fay', ...readers, ...strangers],
  )
  northwind = started.company
  goalLine = started.ids[1]!
  const [ana, marco, carol] = [northwind.as('ana'), northwind.as('marco'), northwind.as('carol')]
  const drafted = await marco(positions.add, {
    ...{ title: 'Data engineer', department: 'IT', fundedBy: 'Marketing', startsOn: '2026-02-01' },
  })
  id = drafted.id
  const cost = { salaryMinor: 7_771_100, onCostMinor: 1_112_200, currency: 'EUR' }
  await ana(positions.setCost, { id, version: drafted.version, ...cost })
  const { id: asking } = await ana(positions.ask, {
    id,
    lineId: started.ids[0]!,
    reason: 'Feeds need a keeper',
  })
  await ana(positions.escalate, { id: asking, reason: 'Above what I decide' })
  await carol(positions.approve, { id: asking, reason: 'The feeds matter' })
  const { version } = (await ana(positions.show, { id })).position
  await marco(positions.fill, { id, version, personId: northwind.ids.ivan, on: '2026-02-02' })
  await marco(positions.setHours, {
    edits: [{ positionId: id, kind: 'budget-line', targetId: goalLine, monthOn: '2026-05-01', share: 5000 }],
  })
  await ana(drift.keep, {})
})
afterAll(() => northwind.close())

const textOf = async (file: unknown): Promise<string> =>
  new Response((file as { body: ReadableStream }).body).text()

/** Everything that somebody is told by every route that could speak of a position. */
async function allTold(name: PersonName): Promise<string> {
  const as = northwind.as(name)
  const told: string[] = []
  const ask = async <R extends Route>(route: R, input: Asked<R>) => {
    const answer: Out<R> | string = await as(route, input).catch((error: Error) => error.message)
    told.push(route.download && typeof answer !== 'string' ? await textOf(answer) : JSON.stringify(answer))
  }
  const [line] = (await northwind.as('ana')(budget.headcount, {})).lines
  await ask(positions.list, {})
  await ask(positions.show, { id })
  await ask(positions.weigh, { id, lineId: line!.id })
  await ask(positions.exportList, { format: 'csv' })
  await ask(positions.elsewhere, {})
  await ask(positions.exportElsewhere, { format: 'csv' })
  await ask(positions.hours, {})
  await ask(positions.hoursOf, { kind: 'budget-line', targetId: goalLine })
  await ask(positions.exportHours, { format: 'csv' })
  await ask(positions.targets, {})
  await ask(drift.show, {})
  await ask(drift.exportLines, { format: 'csv' })
  await ask(budget.lines, {})
  await ask(budget.line, { id: line!.id })
  await ask(budget.decisions, {})
  await ask(budget.exportDecisions, { format: 'csv' })
  for (const subject of [id, line!.id]) await ask(activity.feed, { subject })
  await ask(activity.feed, { module: 'positions', limit: 100 })
  await ask(activity.exportFeed, { format: 'csv' })
  await ask(activity.inbox, {})
  await ask(identity.home, {})
  return told.join('\n')
}

/** Salary, on-costs, their sum, the sum in the fiscal year, and words that only the askings hold. */
const cost = /77711|11122|88833|Payroll|Feeds need|The feeds matter|Above what I decide/g

test.each(readers)('%s, who reads positions, is told of it and never what it costs', async (name) => {
  const told = await allTold(name)
  expect(told.match(cost)).toBeNull()
  expect(told).toContain('Data engineer')
})

test.each(strangers)('%s, who reads no positions, is told of none', async (name) => {
  const told = await allTold(name)
  expect(told.match(cost)).toBeNull()
  expect(told).not.toContain('Data engineer')
})

test.each(['ana', 'carol', 'fay'] as const)('%s, who may, reads what it costs', async (name) => {
  const told = await allTold(name)
  expect(told).toContain('8883300')
  expect(told).toContain('88833')
})
