import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { sprints } from '../../sprints/contract.ts'
import { type BroughtSprint, bringSprint } from '../../sprints/server/index.ts'
import { strategy } from '../../strategy/contract.ts'
import { type Item, work } from '../../work/contract.ts'
import { type Firm, peopleOf } from './people.ts'
import { teamIds } from './teams.ts'

type Told = {
  team: string
  boards: string[]
  by: [who: string, name: string]
  goals: string[]
  notes: BroughtSprint['notes'][]
}

const said = (part: 'product' | 'process' | 'change', text: string, name: string) => ({
  ...{ part, text, by: { id: null, name } },
})

const told: Told[] = [
  {
    ...{ team: 'Marketing operations', boards: ['Operations', 'Data & reporting'], by: ['rafael', 'Rafael'] },
    goals: [
      'Leads of the fair reach sales within a day',
      'Every form asks for three fields only',
      'Nobody gets an e-mail twice',
      'Sales sees where a lead comes from, without asking',
    ],
    notes: [
      [said('product', 'The hand-over holds; sales has sent none back.', 'Leila, sales operations')],
      [
        said('product', 'The short forms convert better than we hoped.', 'Leila, sales operations'),
        said(
          'process',
          'Requests of the regions came in each morning; half the second week went there.',
          'Bram',
        ),
      ],
      [said('change', 'One morning a week for requests of the regions, and none between.', 'Rafael')],
    ],
  },
  {
    ...{ team: 'Creative', boards: ['Marketing room'], by: ['kofi', 'Kofi'] },
    goals: [
      'The report can be read in four minutes',
      'The film shows one crew, one day',
      'Campaign pages answer the first question of a buyer',
      'The autumn pages are live before the fair',
    ],
    notes: [
      [said('product', 'The layout is calm. The price table is hard to find.', 'Marguerite')],
      [said('process', 'Legal saw two texts on the last day only.', 'Yuna')],
      [said('change', 'Texts go to legal with the concept, not with the page.', 'Kofi')],
    ],
  },
]

const days = 14
const shownPast = 3

/** Three sprints of two teams that ended, and one that runs. */
export async function writeSprints(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'sprints')
  const teams = await teamIds(firm)
  const goals = (await firm.as('imogen')(strategy.goals, {})).items
  const boards = (await firm.as('imogen')(work.boards, {})).items
  for (const [at, team] of told.entries()) {
    const items: Item[] = []
    for (const { id, name } of boards)
      if (team.boards.includes(name))
        items.push(...(await firm.as('imogen')(work.items, { boardId: id, limit: 1000 })).items)
    const made = sprintsOf(team, {
      items,
      until,
      teamId: teams.get(team.team) ?? '',
      goalId: goals[at]?.id ?? null,
    })
    for (const one of made)
      await retrying(() =>
        transact(app, { actor: system('demo'), via: 'job' }, 'the demo', async (ctx) => {
          await bringSprint(ctx, one)
        }),
      )
  }
  await talk(firm)
}

type Around = { items: Item[]; until: Day; teamId: string; goalId: string | null }

function sprintsOf(team: Told, around: Around): BroughtSprint[] {
  const running = addDays(around.until, -5)
  return Array.from({ length: shownPast + 1 }, (_, at) => {
    const startsOn = addDays(running, (at - shownPast) * days)
    return oneOf(team, { ...around, at, startsOn, endsOn: addDays(startsOn, days - 1) })
  })
}

type One = Around & { at: number; startsOn: Day; endsOn: Day }

function oneOf(team: Told, { items, teamId, goalId, at, startsOn, endsOn }: One): BroughtSprint {
  const dayOf = (item: Item) => item.doneAt?.slice(0, 10) ?? ''
  const isPast = at < shownPast
  const done = items.filter((one) => dayOf(one) >= startsOn && dayOf(one) <= endsOn).slice(0, 8)
  const later = items.filter((one) => (isPast ? dayOf(one) > endsOn : !one.doneAt)).slice(0, isPast ? 2 : 9)
  const nameOf = (item: Item) => item.assignees.map((one) => one.name).join(', ')
  const late = done.length > 3 ? done.slice(-1) : []
  return {
    ...{ teamId, goalId, startsOn, endsOn, measure: 'hours', focus: 0.3 },
    ...{ name: `Sprint ${at + 11}`, goal: team.goals[at] ?? '', by: team.by[1] },
    startedAt: new Date(`${startsOn}T07:30:00Z`),
    ...(isPast ? { closedAt: new Date(`${endsOn}T14:00:00Z`) } : {}),
    taken: [
      ...done.map((one) => ({
        ...{ itemId: one.id, to: nameOf(one) },
        ...(late.includes(one)
          ? { late: { day: addDays(startsOn, 2), reason: 'Sales asked for it on the day' } }
          : {}),
      })),
      ...later.map((one) => ({ itemId: one.id, to: nameOf(one), isCarried: isPast })),
    ],
    notes: isPast ? (team.notes[at] ?? []) : [],
  }
}

/** What somebody of the house says under their own name in the sprint that runs. */
async function talk({ as }: Firm): Promise<void> {
  const { items } = await as('imogen')(sprints.list, {})
  const running = items.find((one) => one.state === 'open' && one.team.name === 'Creative')
  if (running)
    await as('solveig')(sprints.note, {
      id: running.id,
      part: 'process',
      text: 'Two reviews wait for me since Monday.',
    })
}
