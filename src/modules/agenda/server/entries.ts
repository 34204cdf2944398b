import { holds } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { availability } from '../../availability/contract.ts'
import type { Asker } from '../../identity/server/index.ts'
import { launches } from '../../launches/contract.ts'
import { type Item, work } from '../../work/contract.ts'
import type { Entry } from '../rules.ts'
import type { Where } from '../things.ts'
import type { FeedRow } from './tables.ts'

export type Around = { today: Day; url: string; teamIds: readonly string[] }

const back = 60
const ahead = 400
const awayAhead = 180
const most = 2000

/** What a feed shows its owner today. */
export async function entriesOf(row: FeedRow, asker: Asker, around: Around): Promise<Entry[]> {
  switch (row.kind) {
    case 'mine':
      return [
        ...(await items(asker, around, { assigneeIds: [row.person_id] })),
        ...(await ownLeave(row, asker, around)),
      ]
    case 'board':
      return items(asker, around, { boardId: row.board_id ?? '' })
    case 'items':
      return items(asker, around, (row.asked ?? {}) as Where)
    case 'launches':
      return launchDays(row, asker, around)
    case 'away':
      return teamAway(row, asker, around)
  }
}

/** Why a feed shows nothing whatever is due, or null. */
export function whyEmpty(row: FeedRow, { actor }: Asker, boards: ReadonlySet<string>, teams: number) {
  const needs = { mine: work.items, board: work.items, items: work.items, launches: launches.list }
  const route = row.kind === 'away' ? availability.away : needs[row.kind]
  if (!holds(actor, route.access)) return `You need the permission “${route.access}” to see it.`
  if (row.kind === 'board' && !boards.has(row.board_id ?? ''))
    return 'Its board is gone, or not yours to see any more.'
  if (row.kind === 'away' && teams === 0)
    return 'You are in no team. Whoever manages people can put you in one.'
  return null
}

/** Items with a due day, later conditions within the days that a calendar is asked for. */
async function items({ ask }: Asker, { today, url }: Around, where: Where): Promise<Entry[]> {
  const [from, to] = [addDays(today, -back), addDays(today, ahead)]
  const dueFrom = where.dueFrom && where.dueFrom > from ? where.dueFrom : from
  const dueTo = where.dueTo && where.dueTo < to ? where.dueTo : to
  if (dueTo < dueFrom) return []
  const { items } = await ask(work.items, { ...where, dueFrom, dueTo, sort: 'due', limit: most })
  const boards = await boardsOf(ask)
  return items.map((item) => ({
    ...{ id: item.id, title: titleOf(item, boards), from: item.dueOn!, to: item.dueOn! },
    ...{ words: wordsOf(item, boards), url: `${url}/work/items/${item.id}` },
    ...{ changedAt: new Date(item.changedAt), isTentative: false },
  }))
}

type Boards = Map<string, { name: string; isConfidential: boolean; stages: Map<string, string> }>

export async function boardsOf(ask: Asker['ask']): Promise<Boards> {
  const { items } = await ask(work.boards, {})
  return new Map(
    items.map(({ id, name, isConfidential, stages }) => [
      id,
      { name, isConfidential, stages: new Map(stages.map((one) => [one.id, one.name])) },
    ]),
  )
}

/** What leaves the house tells items of confidential boards by their number. */
export const titleOf = (item: Item, boards: Boards): string => {
  const isOpen = boards.get(item.boardId)?.isConfidential === false
  const title = isOpen ? `${item.title} (W-${item.number})` : `W-${item.number}`
  return item.doneAt ? `✓ ${title}` : title
}

function wordsOf(item: Item, boards: Boards): string {
  const board = boards.get(item.boardId)
  if (!board || board.isConfidential) return 'On a confidential board: open it to read more.'
  const who = item.assignees.map((one) => one.name).join(', ') || 'nobody yet'
  return `${board.name}: ${board.stages.get(item.stageId) ?? ''}\nAssigned to ${who}`
}

async function launchDays(row: FeedRow, { ask }: Asker, { url }: Around): Promise<Entry[]> {
  const { items } = await ask(launches.list, {})
  return items
    .filter((one) => one.state !== 'called-off')
    .flatMap((one) => {
      const said = { words: one.readiness.says, url: `${url}/launches/${one.id}`, changedAt: row.made_at }
      const common = { ...said, changes: one.version, isTentative: one.state === 'planned' }
      const launch = {
        ...common,
        id: one.id,
        title: `Launch: ${one.name}`,
        from: one.launchOn,
        to: one.launchOn,
      }
      if (!one.announceOn) return [launch]
      const on = { from: one.announceOn, to: one.announceOn }
      return [launch, { ...common, ...on, id: `${one.id}-announced`, title: `Announced: ${one.name}` }]
    })
}

async function absences({ ask }: Asker, today: Day, teamId?: string) {
  const span = { from: addDays(today, -31), to: addDays(today, awayAhead) }
  return (await ask(availability.away, { ...span, ...(teamId ? { teamId } : {}) })).people
}
type Absent = Awaited<ReturnType<typeof absences>>[number]

/** Told as “away” even where the owner may know more: a calendar is read over shoulders and synced elsewhere. */
const awayEntries = (row: FeedRow, url: string, who: (one: Absent) => string, people: readonly Absent[]) =>
  people.flatMap((one) =>
    one.leave.map((leave) => ({
      ...{ id: `away-${one.id}-${leave.fromOn}-${leave.toOn}`, title: who(one) },
      ...{ from: leave.fromOn, to: leave.toOn, url: `${url}/away`, changedAt: row.made_at },
      ...{ words: leave.standIn ? `${leave.standIn.name} stands in` : '', isTentative: false },
    })),
  )

async function ownLeave(row: FeedRow, asker: Asker, { today, url }: Around): Promise<Entry[]> {
  if (!holds(asker.actor, availability.away.access)) return []
  const mine = (await absences(asker, today)).filter((one) => one.id === row.person_id)
  return awayEntries(row, url, () => 'Away', mine)
}

async function teamAway(row: FeedRow, asker: Asker, { today, url, teamIds }: Around): Promise<Entry[]> {
  const people = new Map<string, Absent>()
  for (const teamId of teamIds)
    for (const one of await absences(asker, today, teamId)) people.set(one.id, one)
  return awayEntries(row, url, (one) => `${one.name}: away`, [...people.values()])
}
