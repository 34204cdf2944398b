import { z } from 'zod'
import { dayIn } from '../../../methods/days.ts'
import { type Draft, emptyItem, type ForeignItem, manyLines, oneLine } from './draft.ts'

const text = z.string().catch('')
const maybe = z.string().nullish().catch(null)
const Check = z.object({ name: text, state: text, pos: z.number().catch(0) })
const Action = z.object({
  type: text,
  date: text,
  data: z
    .object({
      text: z.string().optional().catch(undefined),
      card: z.object({ id: text, name: text }).partial().optional().catch(undefined),
      listBefore: z.object({ name: text }).optional().catch(undefined),
      listAfter: z.object({ name: text }).optional().catch(undefined),
      list: z.object({ name: text }).optional().catch(undefined),
      checklist: z.object({ name: text }).partial().optional().catch(undefined),
      attachment: z.object({ name: text }).partial().optional().catch(undefined),
    })
    .catch({}),
  memberCreator: z.object({ fullName: text, username: text }).partial().nullish().catch(null),
})

/** A board as Trello exports it; what is missing or of another shape is as if it were not there. */
export const TrelloBoard = z.object({
  name: text,
  lists: z.array(
    z.object({ id: text, name: text, closed: z.boolean().catch(false), pos: z.number().catch(0) }),
  ),
  cards: z.array(
    z.object({
      ...{ id: text, name: text, desc: text, idList: text, due: maybe, start: maybe, shortUrl: maybe },
      dueComplete: z.boolean().catch(false),
      closed: z.boolean().catch(false),
      idMembers: z.array(text).catch([]),
      labels: z.array(z.object({ name: text, color: maybe })).catch([]),
      dateLastActivity: maybe,
      dateCompleted: maybe,
      pos: z.number().catch(0),
    }),
  ),
  checklists: z
    .array(
      z.object({ idCard: text, name: text, pos: z.number().catch(0), checkItems: z.array(Check).catch([]) }),
    )
    .catch([]),
  members: z.array(z.object({ id: text, fullName: text, username: text })).catch([]),
  actions: z.array(Action).catch([]),
})
type Board = z.infer<typeof TrelloBoard>
type Card = Board['cards'][number]

/** The day it was then in a zone; a day without a clock is that day everywhere. */
function dayOf(at: string | null | undefined, zone: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(at ?? '')?.[0] ?? null
  const moment = at?.includes('T') ? new Date(at) : null
  return moment && !Number.isNaN(moment.getTime()) ? dayIn(zone, moment) : day
}
/** The first eight digits of an id say when it was made. */
const madeAt = (id: string): string | null =>
  /^[0-9a-f]{24}$/.test(id) ? new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString() : null

/** What a board of Trello says, its moments as days of a zone; cards that were archived come with the mark `archived`. */
export function readTrello(board: Board, zone = 'UTC'): Draft {
  const lists = [...board.lists].sort((a, b) => a.pos - b.pos)
  const names = new Map(lists.map((one) => [one.id, oneLine(one.name, 60) || 'List']))
  const cards = [...board.cards].sort((a, b) => a.pos - b.pos)
  const items = cards.map((card, at) => itemOf(card, at, { board, names, zone }))
  return {
    ...{ source: 'trello', board: oneLine(board.name, 80) || 'Trello board', rejects: [], openDay: null },
    stages: [
      ...new Set(
        lists
          .filter((one) => !one.closed || items.some((item) => item.stage === names.get(one.id)))
          .map((one) => names.get(one.id)!),
      ),
    ],
    items,
  }
}

type Around = { board: Board; names: Map<string, string>; zone: string }

function itemOf(card: Card, at: number, { board, names, zone }: Around): ForeignItem {
  const people = new Map(
    board.members.map((one) => [one.id, { name: oneLine(one.fullName || one.username, 120), email: '' }]),
  )
  const labels = card.labels.map((one) => oneLine(one.name || one.color || '', 40)).filter(Boolean)
  const actions = board.actions.filter((one) => one.data.card?.id === card.id).reverse()
  return {
    ...emptyItem,
    ...{ key: card.id, row: at + 1, title: oneLine(card.name, 300) || 'Without a title' },
    ...{
      words: manyLines(card.desc, 50_000),
      stage: names.get(card.idList) ?? '',
      path: card.shortUrl ?? null,
    },
    assignees: card.idMembers.flatMap((id) => people.get(id) ?? []),
    labels: [...new Set(card.closed ? [...labels, 'archived'] : labels)],
    ...{ startsOn: dayOf(card.start, zone), dueOn: dayOf(card.due, zone), madeAt: madeAt(card.id) },
    changedAt: card.dateLastActivity ?? null,
    doneAt: card.dateCompleted ?? (card.dueComplete ? (card.dateLastActivity ?? null) : null),
    ...partsOf(card, board),
    ...pastOf(actions),
  }
}

/** Two checklists of one name stay two: the second is called `Checklist (2)`. */
function partsOf(card: Card, board: Board): Pick<ForeignItem, 'checks' | 'lists'> {
  const times = new Map<string, number>()
  const own = board.checklists.filter((list) => list.idCard === card.id).sort((a, b) => a.pos - b.pos)
  const named = own.map(({ name, checkItems }) => {
    const plain = oneLine(name, 70) || 'Checklist'
    const nth = (times.get(plain) ?? 0) + 1
    times.set(plain, nth)
    return {
      list: nth === 1 ? plain : `${plain} (${nth})`,
      lines: [...checkItems].sort((a, b) => a.pos - b.pos),
    }
  })
  return {
    lists: named.map((one) => one.list),
    checks: named.flatMap(({ list, lines }) =>
      lines.map((one) => ({ list, text: oneLine(one.name, 200) || '–', isDone: one.state === 'complete' })),
    ),
  }
}

type Told = Pick<ForeignItem, 'comments' | 'moves' | 'happened'>

function pastOf(actions: Board['actions']): Told {
  const told: Told = { comments: [], moves: [], happened: [] }
  for (const { type, date: at, data, memberCreator } of actions) {
    const by = oneLine(memberCreator?.fullName || memberCreator?.username || 'Somebody', 120)
    if (type === 'commentCard') told.comments.push({ by, at, text: manyLines(data.text ?? '', 10_000) })
    else if (data.listBefore && data.listAfter)
      told.moves.push({
        by,
        at,
        from: oneLine(data.listBefore.name, 60),
        to: oneLine(data.listAfter.name, 60),
      })
    else told.happened.push({ by, at, words: inWords(type, data) })
  }
  return told
}

const words: Record<string, string> = {
  createCard: 'made the card',
  updateCard: 'changed the card',
  addChecklistToCard: 'added a checklist',
  removeChecklistFromCard: 'took a checklist away',
  updateCheckItemStateOnCard: 'ticked a line of a checklist',
  updateChecklist: 'changed a checklist',
  addAttachmentToCard: 'attached a file',
  deleteAttachmentFromCard: 'took a file away',
  addMemberToCard: 'assigned somebody',
  removeMemberFromCard: 'unassigned somebody',
}

function inWords(type: string, data: Board['actions'][number]['data']): string {
  const what = data.checklist?.name ?? data.attachment?.name
  const said = words[type] ?? oneLine(type.replace(/([A-Z])/g, ' $1').toLowerCase(), 60)
  return what ? `${said}: ${oneLine(what, 120)}` : said
}
