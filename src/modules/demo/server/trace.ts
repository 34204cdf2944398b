import type { App } from '../../../kernel/app.ts'
import { budget } from '../../budget/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { trace } from '../../trace/contract.ts'
import { peopleOf } from './people.ts'

/** Which goal a programme serves, by the names the demo company uses. */
const goalOf: Record<string, string> = {
  'Field service demand': 'Sales gets leads it wants to work',
  'Pipeline from named accounts': 'Marketing contributes more won value',
}

/** What a budget line pays for: a campaign by the beginning of its name, or a goal. */
const paidFor: [line: RegExp, kind: 'campaign' | 'goal', name: string][] = [
  [/^Search/, 'campaign', 'Field service software: search'],
  [/^LinkedIn$/, 'campaign', 'Operations leaders of utilities and logistics'],
  [/^(Stand space|Stand build|Travel)$/, 'campaign', 'FieldForward Expo'],
  [/^(Print and design|Syndication)$/, 'campaign', 'COO benchmark report'],
  [/^Customer film$/, 'campaign', 'Customer voices'],
  [/^Webinar platform$|^Speakers$/, 'goal', 'Nurture programme for the installed base'],
  [/^Marketing automation$/, 'goal', 'One handover with sales, measured weekly'],
]

/** Links what the company runs and pays for up to its goals; some lines serve nothing anybody has named, as in life. */
export async function traceEverything(app: App): Promise<void> {
  const imogen = (await peopleOf(app, 'trace')).as('imogen')
  const planned = await imogen(campaigns.list, {})
  const goals = await imogen(strategy.goals, {})
  const money = await imogen(budget.lines, {})
  const named = (kind: 'campaign' | 'goal', name: string) =>
    (kind === 'goal' ? goals.items : planned.items).find((one) => one.name.startsWith(name))
  const link = async (kind: string, id: string, up: 'campaign' | 'goal', name: string) => {
    const found = named(up, name)
    if (found) await imogen(trace.link, { kind, id, parent: { kind: up, id: found.id } })
  }
  for (const one of planned.items) {
    const goal = goalOf[one.name]
    if (goal) await link('campaign', one.id, 'goal', goal)
  }
  for (const line of money.lines) {
    const [, kind, name] = paidFor.find(([shape]) => shape.test(line.name)) ?? []
    if (kind && name) await link('budget-line', line.id, kind, name)
  }
}
