import { type Actor, holds } from '../../../kernel/actor.ts'
import type { Whom } from './tiles.ts'

/** Letters in the name of a dashboard. */
export const longestName = 120

export type Held = { ownerId: string; with: Whom; roles: readonly string[] }
/** Who asks, and which roles they have. */
export type Asker = { actor: Actor; roles: readonly string[] }

/** Dashboards belong to the person, whichever door they came through. */
export const ownerOf = (actor: Actor): string => actor.personId ?? actor.id

const owns = (board: Held, { actor }: Asker): boolean =>
  board.ownerId === ownerOf(actor) || actor.permissions === 'all'

export function isVisible(board: Held, asker: Asker): boolean {
  if (owns(board, asker) || board.with === 'everybody') return true
  return board.with === 'roles' && board.roles.some((role) => asker.roles.includes(role))
}

/** Whoever sees a shared dashboard may work on it, if they may write dashboards at all. */
export const whyNotChange = (board: Held, asker: Asker): string | null =>
  owns(board, asker) || holds(asker.actor, 'dashboards:write')
    ? null
    : 'You may look at dashboards, not change them. Ask for the permission dashboards:write.'

export const whyNotShare = (board: Held, asker: Asker): string | null =>
  owns(board, asker) || (board.with !== 'nobody' && holds(asker.actor, 'views:share'))
    ? null
    : 'This dashboard belongs to somebody else. Duplicate it; the copy is yours.'

/** Deleting and putting back are the owner's alone, with whomever it is shared. */
export const whyNotRemove = (board: Held, asker: Asker): string | null =>
  owns(board, asker)
    ? null
    : 'This dashboard belongs to somebody else, who alone may delete it or put it back. Duplicate it; the copy is yours.'

/** Why it cannot be changed now: somebody was faster. */
export const whyNotNow = (seen: number, now: number, changedBy: string): string | null =>
  seen === now
    ? null
    : `${changedBy} has changed this dashboard since you opened it. It is loaded anew; look at it and make your change again.`

/** `Private`, `Everybody`, `CMO and Sales operations` */
export function sharedWith(board: Pick<Held, 'with'>, roleNames: readonly string[]): string {
  if (board.with === 'nobody') return 'Private'
  if (board.with === 'everybody') return 'Everybody'
  const last = roleNames.at(-1) ?? 'roles that are gone'
  return roleNames.length > 1 ? `${roleNames.slice(0, -1).join(', ')} and ${last}` : last
}

/** The name of a copy, beside the names that are taken; a long name is cut before what tells copies apart. */
export function copyName(name: string, taken: readonly string[]): string {
  const names = new Set(taken)
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? ' (copy)' : ` (copy ${n})`
    const wanted = name.slice(0, longestName - end.length) + end
    if (!names.has(wanted)) return wanted
  }
}
