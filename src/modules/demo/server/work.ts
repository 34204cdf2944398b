import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { addDays, dayIn } from '../../../methods/fiscal.ts'
import { randomFrom } from '../../../methods/random.ts'
import { campaigns } from '../../campaigns/contract.ts'
import type { DemoSize } from '../../imports/server/index.ts'
import { demoPeople } from '../../imports/server/index.ts'
import { strategy } from '../../strategy/contract.ts'
import { type Board, work } from '../../work/contract.ts'
import { type Brought, bringIn } from '../../work/server/index.ts'
import { type Firm, peopleOf } from './people.ts'
import { type DemoBoard, demoBoards } from './work-boards.ts'
import { agoOf, longestPast, passOver, staysTo } from './work-past.ts'
import { notVisionReasons, type Titled, titlesOf } from './work-titles.ts'

const counts: Record<DemoSize, number> = { tiny: 140, small: 140, large: 400 }
const batch = 60

/** The demo company’s boards with what was done on them in the last four months, and what is open now. */
export async function writeWork(app: App, size: DemoSize): Promise<void> {
  const firm = await peopleOf(app, 'work')
  const served = await servedBy(firm)
  for (const [index, demo] of demoBoards.entries()) {
    const board = await setUp(firm, demo)
    const many = Math.round((counts[size] * demo.share) / 100)
    const items = itemsOf(firm, {
      demo,
      board,
      many,
      served,
      random: randomFrom(4_100 + index),
      now: app.clock(),
    })
    const actor = { ...system('demo'), name: nameOf(demo.owner) }
    for (let from = 0; from < items.length; from += batch)
      await retrying(() =>
        transact(app, { actor, via: 'job' }, 'the demo', (ctx) =>
          bringIn(ctx, items.slice(from, from + batch)),
        ),
      )
  }
  await linkSome(firm)
}

const nameOf = (who: string): string => demoPeople.find((one) => one.email.startsWith(`${who}@`))!.name

async function setUp({ as, id }: Firm, demo: DemoBoard): Promise<Board> {
  const { owner, share: _share, people: _people, stages, ...said } = demo
  const known = (await as(owner)(work.boards, {})).items.find((one) => one.name === demo.name)
  if (known) return known
  const board = await as(owner === 'priya' ? 'imogen' : owner)(work.addBoard, {
    ...{ ...said, ownerId: id(owner) },
    stages: stages.map(({ days: _days, open: _open, ...stage }) => stage),
  })
  if (demo.name === 'Marketing room')
    for (const who of ['imogen', 'rafael', 'kofi'])
      await as(who)(work.favourBoard, { id: board.id, isFavourite: true })
  return board
}

type Served = { campaigns: { id: string; name: string }[]; goals: { id: string; name: string }[] }

async function servedBy({ as }: Firm): Promise<Served> {
  const { items: planned } = await as('imogen')(campaigns.list, {})
  const { items: goals } = await as('imogen')(strategy.goals, {})
  return { campaigns: planned.filter((one) => one.level === 'campaign'), goals }
}

type Making = { demo: DemoBoard; board: Board; many: number; served: Served; random: () => number; now: Date }

function itemsOf(firm: Firm, making: Making): Brought[] {
  const { demo, many, random } = making
  const kinds = titlesOf[demo.name]!
  const open = demo.stages.flatMap(({ open: waiting }, place) => Array.from({ length: waiting }, () => place))
  const last = demo.stages.length - 1
  return Array.from({ length: many }, (_, at) => {
    const kind = kinds[at % kinds.length]!
    const place = open[at] ?? last
    const isOpen = at < open.length
    const usual = demo.stages[place]!.days
    const ago = isOpen ? agoOf(usual, random) : 1 + random() * (longestPast - 25)
    return oneOf(firm, making, { kind, at, place, ago })
  }).sort((a, b) => a.stays.at(-1)!.enteredAt.getTime() - b.stays.at(-1)!.enteredAt.getTime())
}

type One = { kind: Titled; at: number; place: number; ago: number }

function oneOf({ id }: Firm, making: Making, { kind, at, place, ago }: One): Brought {
  const { demo, board, served, random, now } = making
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const by = pick(demo.people)
  const stays = passOver(
    staysTo({ demo, board, place, enteredDaysAgo: ago, now: now.getTime(), by: nameOf(by), random }),
    board,
    random,
  )
  const campaign = pick(served.campaigns)
  const isDone = board.stages[place]!.kind === 'done'
  const isWaiting = board.stages[place]!.kind === 'waiting'
  const round = Math.floor(at / (kind.titles.length * 6))
  const title =
    pick(kind.titles).replace('{campaign}', campaign.name) + (round > 0 ? `, part ${round + 1}` : '')
  const isServing = random() < 0.84 && demo.name !== 'Team changes'
  const goal = pick(served.goals)
  const begun = dayIn('UTC', stays[0]!.enteredAt)
  return {
    ...{ title, typeId: kind.type, boardId: board.id, stays, labels: kind.labels },
    priority: random() < 0.07 ? 'urgent' : random() < 0.2 ? 'high' : random() < 0.85 ? 'normal' : 'low',
    ...{ arrival: random() < 0.3 ? 'reactive' : 'planned', relevance: isWaiting ? 'ahead' : 'now' },
    assigneeIds:
      isWaiting && random() < 0.4
        ? []
        : [...new Set([by, ...(random() < 0.2 ? [pick(demo.people)] : [])])].map(id),
    dueOn: random() < 0.75 ? addDays(begun, 14 + Math.round(random() * 28)) : null,
    estimateMinutes: Math.max(30, Math.round((kind.minutes * (0.6 + random() * 0.9)) / 30) * 30),
    serves: isServing ? servedAs(kind.titles[0]!.includes('{campaign}'), campaign.id, goal.id) : null,
    notVision: !isServing && random() < 0.6 ? pick(notVisionReasons) : null,
    checks: (kind.checks ?? []).map((text, index) => {
      const isTicked = isDone || random() < place / demo.stages.length + 0.2 - index * 0.1
      return { text, doneAt: isTicked ? stays.at(-1)!.enteredAt : null, doneBy: isTicked ? nameOf(by) : null }
    }),
    approved: approvalOf(demo, place, stays),
  }
}

const servedAs = (isOfCampaign: boolean, campaignId: string, goalId: string) =>
  isOfCampaign ? { kind: 'campaign', id: campaignId } : { kind: 'goal', id: goalId }

/** What is past the stage that approves was approved there. */
function approvalOf(demo: DemoBoard, place: number, stays: Brought['stays']): Brought['approved'] {
  const at = demo.stages.findIndex((one) => one.approverRoleId)
  return at >= 0 && place > at ? { at: stays.at(-1)!.enteredAt, by: nameOf('solveig') } : null
}

/** Two things of the room wait for another. */
async function linkSome({ as }: Firm): Promise<void> {
  const boards = (await as('rafael')(work.boards, {})).items
  const room = boards.find((one) => one.name === 'Marketing room')!
  const [brief, production] = [room.stages[0]!.id, room.stages[2]!.id]
  const of = async (stageId: string) =>
    (await as('rafael')(work.items, { boardId: room.id, stageIds: [stageId], limit: 2 })).items
  const [waiting, awaited] = [await of(brief), await of(production)]
  for (const [at, one] of waiting.entries())
    if (awaited[at]) await as('rafael')(work.link, { id: one.id, otherId: awaited[at].id, kind: 'waits-for' })
}
