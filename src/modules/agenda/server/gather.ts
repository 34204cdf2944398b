import { holds } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { activity } from '../../activity/contract.ts'
import { identity } from '../../identity/contract.ts'
import type { Asker } from '../../identity/server/index.ts'
import { type Item, work } from '../../work/contract.ts'
import type { Section } from '../things.ts'
import { boardsOf, titleOf } from './entries.ts'
import { hiding } from './hiding.ts'

type Line = Section['lines'][number]
type Boards = Awaited<ReturnType<typeof boardsOf>>
type Span = { today: Day; since: Date; dueWithin: number }

const shown = 8
const most = 100

const sectionOf = (title: string, lines: readonly Line[]): Section[] =>
  lines.length === 0 ? [] : [{ title, lines: lines.slice(0, shown), more: Math.max(0, lines.length - shown) }]

/** What a digest holds, the most pressing first; sections with nothing in them are left out. */
export async function gather(asker: Asker, span: Span): Promise<Section[]> {
  const { ask } = asker
  const { needs } = await ask(identity.home, {})
  const { notices } = await ask(activity.inbox, { onlyUnread: true })
  const boards = holds(asker.actor, work.items.access) ? await boardsOf(ask) : new Map()
  const [late = [], due = [], moved = []] = boards.size > 0 ? await ofItems(asker, span, boards) : []
  const hidden = await hiding(ask, boards)
  const toLine = (one: { title: string; why: string; link: string }) =>
    hidden({ title: one.title, note: one.why, path: one.link })
  return [
    ...sectionOf('Late', late),
    ...sectionOf('Due soon', due),
    ...sectionOf('Waiting for you', needs.map(toLine)),
    ...sectionOf('Unread in your inbox', notices.map(toLine)),
    ...sectionOf('Moved', moved),
  ]
}

async function ofItems(
  { ask, actor }: Asker,
  { today, since, dueWithin }: Span,
  boards: Boards,
): Promise<Line[][]> {
  const mine = { assigneeIds: [actor.personId ?? ''], limit: most }
  const open = { ...mine, stageKinds: ['waiting', 'active'] as const, sort: 'due' as const }
  const lineOf = (item: Item, note: string): Line => ({
    title: titleOf(item, boards),
    note,
    path: `/work/items/${item.id}`,
  })
  const late = await ask(work.items, { ...open, stageKinds: [...open.stageKinds], isLate: true })
  const due = await ask(work.items, {
    ...{ ...open, stageKinds: [...open.stageKinds] },
    ...{ dueFrom: today, dueTo: addDays(today, dueWithin) },
  })
  const moved = await ask(work.items, { ...mine, sort: 'entered', isDown: true })
  const stageOf = (item: Item) => boards.get(item.boardId)?.stages.get(item.stageId) ?? 'another stage'
  return [
    late.items.map((item) => lineOf(item, `Was due on ${item.dueOn}`)),
    due.items.map((item) => lineOf(item, item.dueOn === today ? 'Due today' : `Due on ${item.dueOn}`)),
    moved.items
      .filter((item) => new Date(item.enteredAt) >= since && item.enteredAt !== item.madeAt)
      .map((item) => lineOf(item, `Now in ${stageOf(item)}`)),
  ]
}
