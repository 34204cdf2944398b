import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { departments, type Tie } from '../../departments/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { threads } from '../../threads/contract.ts'
import { asked, pages } from './department-pages.ts'
import { type Firm, peopleOf } from './people.ts'
import { textOf } from './vision.ts'

/** A page for each department that marketing leans on, what is asked of them, and who read what. */
export async function writeDepartments(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'departments')
  const ids = await writePages(firm)
  await askAll(firm, ids, until)
}

async function tiesOf({ as }: Firm, names: string[]): Promise<Tie[]> {
  const { items: goals } = await as('imogen')(strategy.goals, {})
  const { items: kpis } = await as('imogen')(strategy.kpis, { state: 'signed' })
  const named = (all: { id: string; name: string }[], kind: Tie['kind']) =>
    all.filter((one) => names.includes(one.name)).map(({ id }) => ({ kind, id }))
  return [...named(goals, 'goal'), ...named(kpis, 'kpi')]
}

async function writePages(firm: Firm): Promise<Map<string, string>> {
  const { as, id } = firm
  const ids = new Map<string, string>()
  for (const { name, owner, people, readers, ties, ...said } of pages) {
    const peopleIds = people.map(id)
    const page = await as('imogen')(departments.add, { name, ownerId: id(owner), peopleIds })
    const { version } = await as('imogen')(departments.save, {
      ...{ id: page.id, base: page.version, summary: said.summary, reason: 'First version' },
      ...{ doing: textOf(said.doing), meaning: textOf(said.meaning), needs: textOf(said.needs) },
      ties: await tiesOf(firm, ties),
    })
    for (const reader of readers) await as(reader)(departments.markRead, { id: page.id, version })
    ids.set(name, page.id)
  }
  return ids
}

async function askAll({ as, id }: Firm, ids: Map<string, string>, until: Day): Promise<void> {
  const { items: goals } = await as('imogen')(strategy.goals, {})
  for (const { of, by, to, inDays, goal, answer, says, ...said } of asked) {
    const made = await as(by)(departments.ask, {
      ...{ ...said, id: ids.get(of) ?? '', dueOn: addDays(until, inDays), ofId: to ? id(to) : null },
      goalId: goals.find((one) => one.name === goal)?.id ?? null,
    })
    if (answer)
      await as(to ?? 'imogen')(departments.answer, {
        ...{ id: made.id, version: made.version, state: answer, reason: says ?? '' },
      })
  }
  const { items } = await as('imogen')(departments.asks, { pageId: ids.get('IT') ?? '', only: 'open' })
  const first = items.find((one) => one.of !== null)
  if (!first) return
  await as('anneliese')(threads.comment, {
    ...{ kind: 'ask', id: first.id, mentions: [id('imogen')] },
    text: '@Imogen Thackeray a sandbox is enough to begin with; the production account can follow.',
  })
}
