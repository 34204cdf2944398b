import { circleIn } from '../../../methods/critical-path.ts'
import { type Day, weekdayOf } from '../../../methods/days.ts'

export const mostSteps = 60
export const mostTactics = 20

type Named = { id: string; name: string; days: number; after: readonly string[] }

/** Why steps cannot stand together, or null: a circle is named in the order in which it goes round. */
export function whyNotSteps(steps: readonly Named[]): string | null {
  if (steps.length > mostSteps) return `There are ${steps.length} steps; ${mostSteps} at most.`
  const twice = steps.find((one, at) => steps.findIndex((other) => other.id === one.id) !== at)
  if (twice) return `Two steps are called “${twice.id}” to others: give each its own.`
  const same = steps.find((one, at) => steps.findIndex((other) => isSame(other.name, one.name)) !== at)
  if (same) return `The step “${same.name}” stands there twice.`
  const nameOf = (id: string) => steps.find((one) => one.id === id)?.name
  for (const { name, after } of steps) {
    const strange = after.find((id) => nameOf(id) === undefined)
    if (strange !== undefined)
      return `“${name}” comes after a step that is not there: “${strange.slice(0, 40)}”.`
  }
  const circle = circleIn(steps)
  return circle
    ? `The steps go round in a circle: ${circle.map((id) => `“${nameOf(id)}”`).join(' before ')}. Take one of these out of what another comes after.`
    : null
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const [first, last] = ['2000-01-01', '2060-12-31']
const isNear = (day: Day): boolean => day >= first && day <= last

/** Why steps cannot be counted back from a first day, or null. */
export const whyNotLaunch = (day: Day): string | null =>
  isNear(day) ? null : `The first day of a campaign lies between ${first} and ${last}.`

/** Why a step cannot be due on a day, or null. */
export function whyNotDue(day: Day, free: ReadonlyMap<Day, string>): string | null {
  if (!isNear(day)) return `Steps lie between ${first} and ${last}.`
  const name = free.get(day)
  if (name !== undefined) return `Nobody works on ${day}: ${name}. Choose another day.`
  return weekdayOf(day) % 6 === 0 ? `${day} is a ${weekdays[weekdayOf(day)]}. Choose a working day.` : null
}

type Owned = { name: string; ownerId: string | null }
type Asker = { personId: string | undefined; manages: boolean }

/** Why somebody cannot say that a step is done, or not done, or null: its owner can without managing campaigns. */
export const whyNotSayDone = ({ name, ownerId }: Owned, { personId, manages }: Asker): string | null =>
  manages || (personId !== undefined && ownerId === personId)
    ? null
    : `“${name}” is not yours. Its owner says that it is done, or whoever manages campaigns.`

/** Why a campaign's steps cannot be changed any more, or null. */
export const whyNotPlan = (state: string): string | null =>
  state === 'stopped' ? 'The campaign was stopped; its steps stay as they were.' : null
