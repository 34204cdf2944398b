import { type Actor, holds } from '../../kernel/actor.ts'
import type { Settings } from './things.ts'

export { areaDefaults, warningOf } from './rules/areas.ts'
export { defaultPermissions, lackingAreas, roleDefaults } from './rules/roles.ts'

/** What holds before the organisation has said otherwise. */
export const defaultSettings: Settings = {
  name: 'Fullscore',
  currency: 'USD',
  timeZone: 'UTC',
  fiscalStartMonth: 1,
  weekStart: 1,
  fiscalPattern: 'calendar',
}

export const days = 86_400_000
/** How long a one-time link is good for, in milliseconds. */
export const linkLife = { invite: 7 * days, reset: days / 12 } as const

const list = (names: string[]): string =>
  names.length < 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`

/** Nobody grants what they do not hold. */
export function whyNotGrant(permissions: readonly string[], actor: Actor): string | null {
  const lacking = permissions.filter((permission) => !holds(actor, permission))
  if (lacking.length === 0) return null
  return `You can only give what you hold yourself, and you do not hold ${list(lacking)}.`
}

/** Whoever could reset another's password could become them: managing takes at least their permissions. */
export function whyNotManage(theirs: readonly string[], actor: Actor): string | null {
  const lacking = theirs.filter((permission) => !holds(actor, permission))
  if (lacking.length === 0) return null
  return `This person may do more than you (${list(lacking)}). Ask somebody who holds that too.`
}

const common = ['password', '1234567', 'qwerty', 'letmein', 'welcome', 'fullscore', 'iloveyou']

/** Length is what protects; only the guesses everybody tries first are refused. */
export function whyNotPassword(password: string, email: string): string | null {
  const low = password.toLowerCase()
  const own = email.toLowerCase().split('@')[0] ?? ''
  if (own.length > 3 && low.includes(own)) return 'The password must not hold your e-mail address.'
  if (common.some((word) => low.startsWith(word) && low.length < word.length + 6))
    return 'This password is among the first that are guessed. Take a few words of your own.'
  if (new Set(low).size < 4) return 'The password repeats too few characters.'
  return null
}

export type Reports = { id: string; managerId: string | null; roles: string[] }

/** May `managerId` lead the person? No circles, and one of the roles that theirs report to. */
export function whyNotManager(
  person: Reports,
  managerId: string,
  people: ReadonlyMap<string, Reports>,
  reportsTo: ReadonlyMap<string, string[]>,
  nameOf: (role: string) => string,
): string | null {
  const manager = people.get(managerId)
  if (!manager) return 'The manager is not among the people.'
  const seen = new Set([person.id])
  for (let up: Reports | undefined = manager; up; up = people.get(up.managerId ?? '')) {
    if (seen.has(up.id)) return 'That would be a circle: the manager already reports to this person.'
    seen.add(up.id)
  }
  const wanted = person.roles.map((role) => reportsTo.get(role) ?? [])
  const isOpen = wanted.length === 0 || wanted.some((roles) => roles.length === 0)
  if (isOpen || wanted.flat().some((role) => manager.roles.includes(role))) return null
  return `This role reports to ${[...new Set(wanted.flat())].map(nameOf).join(', ')}. Choose such a person, or change the reporting line of the role.`
}

export const whyNotLast = (remaining: number): string | null =>
  remaining > 0
    ? null
    : 'After this nobody could manage people any more. Give “people:manage” to somebody else first.'
