import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/days.ts'
import { addWorkingDays } from '../../../methods/working-days.ts'
import { freeDaysOf, hoursOf } from '../../availability/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { addItem, type ItemRow } from '../../work/server/index.ts'
import { inTurn, titleFor } from '../rules.ts'
import type { Assign } from '../things.ts'
import type { TemplateRow } from './tables.ts'

type How = {
  dueOn: Day | null
  today: Day
  /** Said above its words: why it comes late. */
  note: string
}

/** Make the item of a template with its checklist and parts; the whole first. */
export async function makeFrom(
  ctx: Ctx,
  template: TemplateRow,
  { dueOn, today, note }: How,
): Promise<ItemRow[]> {
  const { assign, parts, checklist, title, words, serves, ...said } = template.definition
  const { stageId, typeId, estimateMinutes, values, notVision, boardId, labels, priority, relevance } = said
  const day = dueOn ?? today
  const assigneeIds = await assigneesFor(ctx, assign, template.uses, day)
  const place = { boardId, ...(stageId ? { stageId } : {}), ...(typeId ? { typeId } : {}) }
  const whole = await addItem(
    ctx,
    {
      ...{ ...place, title: titleFor(title, day), words: [note, words].filter(Boolean).join('\n\n') },
      ...{ dueOn, labels, priority, relevance, values, notVision, assigneeIds, serves },
      ...(estimateMinutes === null ? {} : { estimateMinutes }),
    },
    checklist.length > 0 ? checklist : undefined,
  )
  const made = [whole]
  const free = new Set((await freeDaysOf(ctx)).keys())
  for (const part of parts)
    made.push(
      await addItem(ctx, {
        ...{ ...place, title: titleFor(part.title, day), parentId: whole.id, assigneeIds, labels, priority },
        ...{ dueOn: dueOn === null ? null : addWorkingDays(dueOn, part.offset, free), relevance },
        ...{ estimateMinutes: part.estimateMinutes },
      }),
    )
  await ctx.update('routines_templates', template.id, { uses: template.uses + 1 })
  return made
}

async function assigneesFor(ctx: Ctx, assign: Assign, turn: number, day: Day): Promise<string[]> {
  const { rows, roles } = await directory(ctx)
  const isHere = (id: string) => rows.get(id)?.disabled_at === null
  if (assign.kind === 'nobody') return []
  if (assign.kind === 'people') return assign.ids.filter(isHere)
  const ids =
    assign.kind === 'rotation'
      ? assign.ids
      : [...rows.keys()].filter((id) => roles.get(id)?.some((one) => one.id === assign.roleId))
  const candidates = ids.filter(isHere)
  // Whoever does not work on that day is passed over: the turn goes to the next who does.
  const hours = await hoursOf(ctx, candidates, day, day)
  return inTurn(candidates, turn, (id) => (hours.get(id)?.[0]?.available ?? 0) > 0)
}
