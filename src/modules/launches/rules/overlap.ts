import { type Day, daysBetween } from '../../../methods/days.ts'
import { inDays } from './days.ts'
import type { State } from './state.ts'

type Planned = {
  id: string
  name: string
  state: State
  launchOn: Day
  teams: readonly string[]
  channels: readonly string[]
}

const shared = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set(one)].filter((name) => other.includes(name)).sort((a, b) => a.localeCompare(b))

function wordsOf([one, other]: [Planned, Planned], days: number, needed: string[]): string {
  const apart = days === 0 ? 'on the same day' : `${inDays(days)} apart`
  const list = needed.length > 1 ? `${needed.slice(0, -1).join(', ')} and ${needed.at(-1)}` : needed[0]
  return `${one.name} and ${other.name} launch ${apart} and both need ${list}.`
}

/** Launches to come that lie so many days apart or fewer and need the same team or channel, the nearest first. */
export function overlapsOf(all: readonly Planned[], within: number) {
  const open = all
    .filter((one) => one.state === 'planned' || one.state === 'confirmed')
    .toSorted((a, b) => a.launchOn.localeCompare(b.launchOn) || a.id.localeCompare(b.id))
  const pairs = open.flatMap((one, at) => open.slice(at + 1).map((other): [Planned, Planned] => [one, other]))
  return pairs
    .flatMap(([one, other]) => {
      const days = daysBetween(one.launchOn, other.launchOn)
      const teams = shared(one.teams, other.teams)
      const channels = shared(one.channels, other.channels)
      if (days > within || teams.length + channels.length === 0) return []
      const needed = [...teams.map((name) => `the team ${name}`), ...channels]
      const named = ({ id, name }: Planned) => ({ id, name })
      const pair = { one: named(one), other: named(other), days, teams, channels }
      return [{ ...pair, says: wordsOf([one, other], days, needed) }]
    })
    .sort((a, b) => a.days - b.days)
}
