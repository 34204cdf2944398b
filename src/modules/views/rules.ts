import { type Actor, holds } from '../../kernel/actor.ts'

export type Owned = { ownerId: string; isShared: boolean }

/** Views belong to the person, whichever door they came through. */
export const ownerOf = (actor: Actor): string => actor.personId ?? actor.id

export const isVisible = (view: Owned, actor: Actor): boolean =>
  view.isShared || view.ownerId === ownerOf(actor)

export function whyNotChange(view: Owned, actor: Actor): string | null {
  if (view.ownerId === ownerOf(actor)) return null
  if (view.isShared && holds(actor, 'views:share')) return null
  return 'This view belongs to somebody else. Save it under a name of your own instead.'
}
