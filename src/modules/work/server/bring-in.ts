import type { Ctx } from '../../../kernel/ctx.ts'
import { ranksBetween } from '../../../kernel/rank.ts'
import { linkEach } from '../../trace/server/index.ts'
import { type Item, priorities, work } from '../contract.ts'
import { toldOf } from '../rules.ts'
import { keepAssignees } from './assigning.ts'
import { stagesOf } from './boards.ts'
import { any } from './records.ts'
import type { StageRow } from './tables.ts'

type Stay = { stageId: string; enteredAt: Date; by: string; skipped?: string[]; reason?: string }

/** An item with its past, as another system or an earlier time knows it. */
export type Brought = Pick<Item, 'title' | 'typeId' | 'labels' | 'priority' | 'arrival' | 'relevance'> & {
  /** Chosen beforehand where others name it: the item above comes before its parts. */
  id?: string
  parentId?: string | null
  words?: string
  boardId: string
  /** Where it stood, the first stay first; it stands in the last. */
  stays: Stay[]
  assigneeIds: string[]
  startsOn?: string | null
  dueOn?: string | null
  estimateMinutes?: number | null
  points?: number | null
  notVision?: string | null
  serves?: { kind: string; id: string } | null
  /** Names of its checklists besides its own. */
  lists?: string[]
  checks?: { list?: string; text: string; doneAt: Date | null; doneBy: string | null }[]
  changedAt?: Date
  /** Ids of items that it waits for, of these or of those that are here. */
  waitsFor?: string[]
  approved?: { at: Date; by: string } | null
}

/**
 * Bring in items with where they stood and when. Asks nobody whether they may, and looks at no limit and no demand: it is
 * what was, not what is wished. Answers the ids in the same order.
 */
export async function bringIn(ctx: Ctx, brought: readonly Brought[]): Promise<string[]> {
  if (brought.length === 0) return []
  const stages = new Map(
    (await stagesOf(ctx, [...new Set(brought.map((one) => one.boardId))])).map((one) => [one.id, one]),
  )
  const ids = brought.map(({ id }) => id ?? ctx.id('itm'))
  const ranks = await ranksAtEnd(ctx, brought)
  await ctx.insertAll(
    'work_items',
    brought.map((one, at) => ({ id: ids[at]!, rank: ranks[at]!, ...toRow(ctx, one, stages) })),
  )
  await ctx.insertAll(
    'work_stays',
    brought.flatMap((one, at) => staysOf(ctx, ids[at]!, one)),
  )
  await keepParts(ctx, brought, ids)
  const rows = await ctx.db.selectFrom('work_items').select('number').where('id', '=', any(ids)).execute()
  const items = toldOf(rows.map((row) => row.number))
  await ctx.record(work.events.broughtIn, ids[0]!, { items, count: ids.length })
  const serving = brought.flatMap(({ serves }, at) => (serves ? [[ids[at]!, serves] as const] : []))
  await linkEach(ctx, 'item', new Map(serving))
  return ids
}

async function keepParts(ctx: Ctx, brought: readonly Brought[], ids: readonly string[]): Promise<void> {
  await keepAssignees(ctx, new Map(brought.map((one, at) => [ids[at]!, one.assigneeIds])))
  await ctx.insertAll(
    'work_links',
    brought.flatMap(({ waitsFor = [] }, at) =>
      waitsFor.map((otherId) => ({ item_id: ids[at]!, other_id: otherId, kind: 'waits-for' as const })),
    ),
  )
  await ctx.insertAll(
    'work_checks',
    brought.flatMap(({ checks = [] }, at) =>
      checks.map(({ list = '', text, doneAt, doneBy }, place) => ({
        ...{ id: ctx.id('chk'), item_id: ids[at]!, place, list, text, done_at: doneAt, done_by: doneBy },
      })),
    ),
  )
}

/** Behind all that stand there, in the order they are given. */
async function ranksAtEnd(ctx: Ctx, brought: readonly Brought[]): Promise<string[]> {
  const ranks: string[] = []
  for (const stageId of new Set(brought.map((one) => one.stays.at(-1)!.stageId))) {
    const theirs = [...brought.keys()].filter((at) => brought[at]!.stays.at(-1)!.stageId === stageId)
    const last = await ctx.db
      .selectFrom('work_items')
      .select('rank')
      .where('stage_id', '=', stageId)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .limit(1)
      .executeTakeFirst()
    const found = ranksBetween(last?.rank ?? null, null, theirs.length, Math.random)
    for (const [place, at] of theirs.entries()) ranks[at] = found[place]!
  }
  return ranks
}

const staysOf = (ctx: Ctx, itemId: string, { stays }: Brought) =>
  stays.map((stay, at) => ({
    ...{ id: ctx.id('sty'), item_id: itemId, stage_id: stay.stageId, entered_at: stay.enteredAt },
    ...{ left_at: stays[at + 1]?.enteredAt ?? null, moved_by: stay.by },
    ...{ skipped: stay.skipped ?? [], reason: stay.reason ?? '' },
  }))

function toRow(ctx: Ctx, one: Brought, stages: ReadonlyMap<string, StageRow>) {
  const [first, last] = [one.stays[0]!, one.stays.at(-1)!]
  const here = stages.get(last.stageId)!
  const begun = one.stays.find((stay) => stages.get(stay.stageId)?.kind !== 'waiting')
  const finished = one.stays.find((stay) => stages.get(stay.stageId)?.kind === 'done')
  return {
    ...{ title: one.title, words: one.words ?? '', board_id: one.boardId, stage_id: last.stageId },
    ...{
      type_id: one.typeId,
      parent_id: one.parentId ?? null,
      labels: one.labels,
      not_vision: one.notVision ?? null,
    },
    ...{ starts_on: one.startsOn ?? null, due_on: one.dueOn ?? null, field_values: JSON.stringify({}) },
    estimate_minutes: one.estimateMinutes ?? null,
    points: one.points === undefined || one.points === null ? null : String(one.points),
    ...{ relevance: one.relevance, priority: priorities.indexOf(one.priority), arrival: one.arrival },
    ...{ approved_at: one.approved?.at ?? null, approved_by: one.approved?.by ?? null },
    entered_at: last.enteredAt,
    started_at: here.kind === 'waiting' ? null : (begun?.enteredAt ?? null),
    done_at: here.kind === 'done' ? (finished?.enteredAt ?? null) : null,
    ...{ made_by_id: ctx.actor.personId ?? null, made_by: first.by || ctx.actor.name },
    ...{ lists: one.lists ?? [], made_at: first.enteredAt },
    ...{ changed_at: one.changedAt ?? last.enteredAt, removed_at: null },
  }
}
