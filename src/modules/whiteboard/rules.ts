import { type Actor, holds } from '../../kernel/actor.ts'
import type { Comparison } from '../../methods/whiteboard.ts'
import { ownerOf } from '../views/rules.ts'
import type { BoardOption } from './contract.ts'

/** What the page begins with. */
export const example: [first: BoardOption, second: BoardOption] = [
  { name: 'Everybody', volume: 1_000_000, percent: 0.033, unitValue: null },
  { name: 'Those it fits', volume: 100_000, percent: 10, unitValue: null },
]

type Owned = { ownerId: string; isShared: boolean; isRemoved: boolean }

/** A removed board is there for its owner alone, who may put it back. */
export const isVisible = ({ ownerId, isShared, isRemoved }: Owned, actor: Actor): boolean =>
  ownerId === ownerOf(actor) || (isShared && !isRemoved)

export const whyNotChange = ({ ownerId }: Owned, actor: Actor): string | null =>
  ownerId === ownerOf(actor)
    ? null
    : 'This board belongs to somebody else. Save it under a name of your own instead.'

/** Why somebody may not begin to share a board; taking it back or working on a shared one needs no such right. */
export const whyNotShare = (wanted: boolean, isShared: boolean, actor: Actor): string | null =>
  !wanted || isShared || holds(actor, 'views:share')
    ? null
    : 'Sharing a board needs the permission “views:share”. Save it for yourself, or ask whoever manages roles.'

/** Enough digits to tell small rates apart: 0.033 stays 0.033. */
export const written = (value: number): string =>
  value.toLocaleString(
    'en',
    Math.abs(value) < 100
      ? { maximumSignificantDigits: 4 }
      : { maximumFractionDigits: Math.abs(value) < 10_000 ? 1 : 0 },
  )

/** Which is better and by how much, in a sentence; what is missing where that cannot be said. */
export function verdict(
  { outcomes, measure, better, by, times }: Comparison,
  names: [first: string, second: string],
  currency: string,
): string {
  if (measure === null || by === null) return 'Say the volume and the rate of both to compare them.'
  const amount = (value: number | null) =>
    `${written(value ?? 0)}${measure === 'money' ? ` ${currency}` : ''}`
  const [first, second] = outcomes.map((one) => one[measure])
  if (better === 'neither') return `Both come to ${amount(first ?? null)}.`
  const [winner, more, less] = better === 'first' ? [names[0], first, second] : [names[1], second, first]
  const factor = times === null ? '' : `, ${written(times)} times as much`
  return `${winner} is better: ${amount(more ?? null)} against ${amount(less ?? null)}${factor}, ${amount(by)} more.`
}
