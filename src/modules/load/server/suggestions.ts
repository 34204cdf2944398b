import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { knownSkills } from '../../availability/server/index.ts'
import { finishedOfType } from '../../work/server/index.ts'
import type { Load } from '../contract.ts'
import { levelOf } from '../rules.ts'
import type { Open } from './open-items.ts'
import type { Plan } from './planning.ts'

type Cells = Map<string, { planned: number; available: number }[]>

/** What people can do: skills by name, and how many items of a type they finished. */
async function abilities(ctx: Ctx) {
  const able = await knownSkills(ctx)
  const finished = await finishedOfType(ctx)
  return (item: Open, personId: string): string | null => {
    const words = `${item.title} ${item.labels.join(' ')}`.toLowerCase()
    const skill = able.find((one) => one.personId === personId && words.includes(one.name.toLowerCase()))
    if (skill) return `knows ${skill.name}`
    const items = finished.get(`${item.typeId} ${personId}`) ?? 0
    return items > 0 ? `has finished ${items} of the type ${item.type}` : null
  }
}

const most = 6
/** Of the fullest weeks so many are looked at. */
const looked = 30
const inHours = (minutes: number): string => `${Math.round(minutes / 60)} h`

/** For weeks that are too full: an item that somebody else could take who knows how and has room. */
export async function suggestionsOf(ctx: Ctx, plan: Plan, cells: Cells): Promise<Load['suggestions']> {
  const why = await abilities(ctx)
  const full = [...cells].flatMap(([id, weeks]) =>
    weeks.flatMap((one, at) =>
      levelOf(one.planned, one.available) === 'over' ? [{ id, at, much: one.planned - one.available }] : [],
    ),
  )
  const used = new Set<string>()
  const inWeek = byPersonWeek(plan)
  const found: Load['suggestions'] = []
  for (const { id, at } of full.sort((a, b) => b.much - a.much).slice(0, looked)) {
    const one =
      found.length < most
        ? suggestion(plan, cells, { id, at, used, why, minutes: inWeek.get(`${id} ${at}`) ?? new Map() })
        : null
    if (one) found.push(one)
  }
  return found
}

/** The minutes of each item by `person week`. */
function byPersonWeek(plan: Plan): Map<string, Map<Open, number>> {
  const all = new Map<string, Map<Open, number>>()
  for (const { item, personId, at, minutes } of plan.pieces) {
    const key = `${personId} ${Math.floor(at / 7)}`
    const items = all.get(key) ?? new Map<Open, number>()
    items.set(item, (items.get(item) ?? 0) + minutes)
    all.set(key, items)
  }
  return all
}

type About = {
  minutes: ReadonlyMap<Open, number>
  id: string
  at: number
  used: Set<string>
  why: (item: Open, personId: string) => string | null
}

function suggestion(
  plan: Plan,
  cells: Cells,
  { id, at, used, why, minutes }: About,
): Load['suggestions'][number] | null {
  const nameOf = (personId: string) => plan.workers.find((one) => one.id === personId)!.name
  const items = [...minutes].filter(([item]) => !item.isHidden && !used.has(item.id) && item.priority > 0)
  for (const [item, much] of items.sort(([, a], [, b]) => b - a)) {
    const free = (personId: string) => {
      const { planned, available } = cells.get(personId)?.[at] ?? { planned: 0, available: 0 }
      return available - planned
    }
    const [best] = plan.workers
      .filter((one) => one.id !== id && !item.assignees.includes(one.id) && free(one.id) >= much)
      .flatMap((one) => {
        const reason = one.isHired ? null : why(item, one.id)
        return reason ? [{ one, reason }] : []
      })
      .sort((a, b) => free(b.one.id) - free(a.one.id))
    if (!best) continue
    used.add(item.id)
    const week = addDays(plan.first, 7 * at)
    return {
      words: `W-${item.number} ${item.title}: from ${nameOf(id)} to ${best.one.name}, who ${best.reason} and has ${inHours(free(best.one.id))} free in the week of ${week}.`,
      ...{ itemId: item.id, toId: best.one.id, fromId: id, week },
    }
  }
  return null
}
