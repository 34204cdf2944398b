import { figure } from '../../../ui/format/figure.ts'
import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Kpi, Standing } from '../contract.ts'

const courses: Record<Standing['course'], { tone: Tone; title: string }> = {
  ahead: { tone: 'good', title: 'Ahead' },
  on: { tone: 'info', title: 'On its path' },
  behind: { tone: 'bad', title: 'Behind' },
  unknown: { tone: 'neutral', title: 'Not known' },
}
export const courseTitle = (course: Standing['course']): string => courses[course].title

export const CourseBadge = ({ course }: { course: Standing['course'] }) => (
  <Badge tone={courses[course].tone}>{courses[course].title}</Badge>
)

const states: Record<Kpi['state'], { tone: Tone; title: string }> = {
  open: { tone: 'warn', title: 'Waits for signatures' },
  signed: { tone: 'good', title: 'Signed and locked' },
  withdrawn: { tone: 'neutral', title: 'Withdrawn' },
  superseded: { tone: 'neutral', title: 'Superseded' },
}
export const stateTitle = (state: Kpi['state']): string => states[state].title
export const StateBadge = ({ state }: { state: Kpi['state'] }) => (
  <Badge tone={states[state].tone}>{states[state].title}</Badge>
)

/** An amount in the unit of what was agreed. */
export const inUnit = (value: number | null, { unit, currency }: Kpi['definition']): string =>
  figure(value, unit, currency ?? undefined)

/** How the figure of an agreement opens its explanation; nothing where it is kept by hand. */
export function explainOf({ definition, standing }: Kpi) {
  const { metric, where } = definition
  if (metric === null || standing.since === null || standing.on === null) return undefined
  return { metric, from: standing.since, to: standing.on, where }
}
