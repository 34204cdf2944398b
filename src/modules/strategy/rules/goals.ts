import { type Day, daysBetween } from '../../../methods/fiscal.ts'
import type { GoalState, Level, Part, Progress } from '../things/goal.ts'

export const levels: { level: Level; title: string; says: string }[] = [
  { level: 'objective', title: 'Business objective', says: 'What the company wants to reach.' },
  { level: 'goal', title: 'Marketing goal', says: 'What marketing contributes to it.' },
  { level: 'initiative', title: 'Initiative', says: 'What is done for it.' },
]
export const levelTitle = (level: Level): string => levels.find((one) => one.level === level)!.title
const depth = (level: Level): number => levels.findIndex((one) => one.level === level)

type Placed = { name: string; level: Level; from: Day; to: Day }

/** Why one goal cannot stand under another: levels only go down, and nothing outlasts what it serves. */
export function whyNotUnder(child: Placed, parent: Placed): string | null {
  if (depth(child.level) <= depth(parent.level))
    return `${parent.name} is ${article(parent.level)}, and ${article(child.level)} does not stand under one. Objectives hold goals, goals hold initiatives.`
  if (child.to < parent.from || child.from > parent.to)
    return `${child.name} runs from ${child.from} to ${child.to} and ${parent.name} from ${parent.from} to ${parent.to}: they never run at the same time.`
  if (child.from < parent.from || child.to > parent.to)
    return `${child.name} runs from ${child.from} to ${child.to}, which goes beyond ${parent.name}, ${parent.from} to ${parent.to}. Shorten it, or lengthen what it serves.`
  return null
}

const article = (level: Level): string =>
  `${level === 'goal' ? 'a' : 'an'} ${level === 'goal' ? 'marketing goal' : level === 'objective' ? 'objective' : 'initiative'}`

/** A KPI is measured while the goal runs, at least in part. */
export function whyNotMeasure(kpi: Omit<Placed, 'level'>, goal: Placed): string | null {
  return kpi.to < goal.from || kpi.from > goal.to
    ? `${kpi.name} is agreed for ${kpi.from} to ${kpi.to} and ${goal.name} runs from ${goal.from} to ${goal.to}: it cannot measure it.`
    : null
}

/** A typed percentage never stands beside figures that say otherwise. */
export function whyNotType(parts: readonly unknown[]): string | null {
  return parts.length > 0
    ? 'Its KPI agreements and the goals below it move it; nothing is typed beside them.'
    : null
}

type Said = {
  from: Day
  to: Day
  state: GoalState
  typed: { share: number; by: string } | null
}

/** How far a goal is: the mean of what moves it by the stated weights; what is not known is left out, and said. */
export function progressOf(goal: Said, parts: Part[], today: Day): Progress {
  const length = daysBetween(goal.from, goal.to) + 1
  const passed = Math.min(1, Math.max(0, (daysBetween(goal.from, today) + 1) / length))
  const told = (by: Progress['by'], share: number | null, says: string): Progress => ({
    ...{ share, by, passed, says, parts },
  })
  if (parts.length > 0) return byParts(parts, told)
  if (goal.typed)
    return told('typed', goal.typed.share, `Typed by ${goal.typed.by}, not counted from anything.`)
  if (goal.state === 'done') return told('done', 1, 'Said to be done; nothing measures it.')
  return told('nothing', null, 'Nothing moves it yet: it has no signed KPI agreement and no goal below it.')
}

function byParts(
  parts: Part[],
  told: (by: 'parts', share: number | null, says: string) => Progress,
): Progress {
  const known = parts.filter((one) => one.share !== null)
  const weight = known.reduce((sum, one) => sum + one.weight, 0)
  const sum = known.reduce((all, one) => all + one.weight * one.share!, 0)
  const behind = parts.filter((one) => one.course === 'behind').length
  const count = known.length === parts.length ? `${parts.length}` : `${known.length} of ${parts.length}`
  const noun = parts.length === 1 ? 'part' : 'parts'
  const says = [
    `By ${count} ${noun}, each by its weight.`,
    ...(behind > 0 ? [`${behind} behind.`] : []),
  ].join(' ')
  if (weight === 0) return told('parts', null, 'Of none of its parts there is a figure yet.')
  return told('parts', sum / weight, says)
}
