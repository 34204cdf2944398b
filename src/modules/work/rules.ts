import type { Actor } from '../../kernel/actor.ts'
import { holds } from '../../kernel/actor.ts'
import type { Demand } from './things.ts'

export { wordsOf } from './rules/alike.ts'
export { changedMeanwhile, touchedValues, whyNotDays, whyNotPatch } from './rules/editing.ts'
export { durationWords, minutesOf } from './rules/estimate.ts'
export { feedOf, feedWords, whenOf } from './rules/feed.ts'
export { conflictsOf, spanOf } from './rules/timeline.ts'

/** As people say it. */
export const nameOf = ({ number, title }: { number: number; title: string }): string => `W-${number} ${title}`

/** The number in what people say for an item, `214` or `W-214`; null where it is none. */
export const numberSaid = (words: string): number | null => {
  const found = /^(?:w-)?(\d{1,9})$/i.exec(words)?.[1]
  return found === undefined ? null : Number(found)
}

/** Of one item its number, of many how many: titles may be confidential. */
export const toldOf = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `W-${numbers[0]}` : `${numbers.length.toLocaleString('en')} items`

type BoardSeen = { isConfidential: boolean; ownerId: string; teamId: string | null }

/** A confidential board is for its team, its owner and who manages boards. */
export const seesBoard = (board: BoardSeen, actor: Actor, teams: ReadonlySet<string>): boolean =>
  !board.isConfidential ||
  holds(actor, 'work:manage') ||
  board.ownerId === actor.personId ||
  (board.teamId !== null && teams.has(board.teamId))

export const managesBoard = (board: Pick<BoardSeen, 'ownerId'>, actor: Actor): boolean =>
  holds(actor, 'work:manage') || (holds(actor, 'work:write') && board.ownerId === actor.personId)

/** Why the stages of a workflow do not make one, or null. */
export function whyNotStages(
  stages: readonly { name: string; kind: 'waiting' | 'active' | 'done' }[],
): string | null {
  const names = stages.map((one) => one.name.toLowerCase())
  const twice = stages.find((one, at) => names.indexOf(one.name.toLowerCase()) !== at)
  if (twice) return `Two stages are called ${twice.name}. Give one of them another name.`
  const kinds = stages.map((one) => one.kind)
  if (!kinds.includes('done'))
    return 'No stage says that an item is done. Make the last one of the kind “done”.'
  if (kinds[0] === 'done') return 'The first stage is one where items are done. Put a stage before it.'
  const order = { waiting: 0, active: 1, done: 2 }
  const back = stages.find((one, at) => at > 0 && one.kind === 'waiting' && kinds[at - 1] === 'done')
  if (back) return `${back.name} comes after a stage where items are done. Put it before that one.`
  return order[kinds.at(-1)!] === 2
    ? null
    : `${stages.at(-1)!.name} comes after items are done. Put it before.`
}

type Place = { id: string; name: string; place: number; isRequired: boolean }

/** Required stages between two, by name: jumped over when an item goes forward. */
export const skippedBetween = (stages: readonly Place[], from: Place, to: Place): string[] =>
  stages
    .filter((one) => one.isRequired && one.place > from.place && one.place < to.place)
    .map((one) => one.name)

/** Whether a stage would hold more than it takes. */
export const isOver = (limit: number | null, there: number, arriving: number): boolean =>
  limit !== null && there + arriving > limit

type Ready = {
  assignees: number
  estimate: boolean
  dueOn: string | null
  openChecks: number
  isVision: boolean
  notVision: string | null
  isApproved: boolean
  waitsFor: number
}

const lacks: Record<Demand, (item: Ready) => string | null> = {
  assignee: (item) => (item.assignees > 0 ? null : 'nobody is assigned'),
  estimate: (item) => (item.estimate ? null : 'it has no estimate'),
  due: (item) => (item.dueOn ? null : 'it has no due day'),
  checks: (item) => (item.openChecks === 0 ? null : `${item.openChecks} of its checklist are open`),
  vision: (item) =>
    item.isVision || item.notVision ? null : 'it neither leads up to the vision nor says why it does not',
  approval: (item) => (item.isApproved ? null : 'it is not approved'),
  unblocked: (item) => (item.waitsFor === 0 ? null : 'it waits for items that are not done'),
}

/** What an item lacks to enter a stage, in words; empty where it lacks nothing. */
export const lackOf = (demands: readonly Demand[], item: Ready): string[] =>
  demands.flatMap((demand) => lacks[demand](item) ?? [])

/** Why an item cannot be approved by somebody where it stands, or null. */
export function whyNotApprove(
  stage: { name: string; approverRoleId: string | null },
  role: string | null,
  asker: { isHolder: boolean; isAssignee: boolean },
): string | null {
  if (!stage.approverRoleId) return `Nothing is approved in ${stage.name}.`
  if (!asker.isHolder) return `${role ?? 'A role that is gone'} approves what stands in ${stage.name}.`
  if (asker.isAssignee) return 'Nobody approves their own work: somebody else of the role has to.'
  return null
}

const mostLevels = 5

/**
 * Why an item cannot have another above it, or null; `below` are the levels of its own parts, `above` the ones above that
 * other, nearest first.
 */
export function whyNotParent(
  { id, below }: { id: string; below: number },
  parentId: string,
  above: readonly string[],
): string | null {
  if (id === parentId || above.includes(id))
    return 'An item cannot be part of itself: the one above it is part of it already.'
  if (above.length + 2 + below > mostLevels)
    return 'Items stand five levels deep at most, with their parts. Choose one that is higher up.'
  return null
}

/** Days an item has stood in a stage, begun ones counted. */
export const daysIn = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000))
