import type { Patch } from '../things.ts'

const words: Record<keyof Patch, string> = {
  ...{ title: 'the title', words: 'the description', typeId: 'the type', parentId: 'the item above' },
  ...{ assigneeIds: 'the assignees', labels: 'the labels', startsOn: 'the first day', dueOn: 'the due day' },
  ...{ estimateMinutes: 'the estimate', points: 'the points', relevance: 'the relevance' },
  ...{ priority: 'the priority', arrival: 'planned or reactive', notVision: 'why it is not vision' },
  values: 'the fields',
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

type Values = Readonly<Record<string, unknown>>

/** Of the organisation’s own fields those that are said otherwise than they were: all others are left to whoever changes them. */
export const touchedValues = (said: Values, was: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said).filter(([id, value]) => !isSame(value, was[id])))

/** Whether something became neither what it was nor what is asked for. */
const isElse = (now: unknown, was: unknown, asked: unknown): boolean =>
  !isSame(now, was) && !isSame(now, asked)

const isAnyElse = (now: Values = {}, was: Values = {}, asked: Values = {}): boolean =>
  Object.keys(touchedValues(asked, was)).some((id) => isElse(now[id], was[id], asked[id]))

/**
 * Which fields somebody else changed since the editing began, in words: those whose value is neither what it was then
 * nor what is asked for now. Other fields merge, the organisation’s own among them.
 */
export const changedMeanwhile = (patch: Patch, was: Patch, now: Patch): string[] =>
  (Object.keys(patch) as (keyof Patch)[])
    .filter((name) => name in was)
    .filter((name) =>
      name === 'values'
        ? isAnyElse(now.values, was.values, patch.values)
        : isElse(now[name], was[name], patch[name]),
    )
    .map((name) => words[name])

/** Why fields cannot be said of several items at once, or null. */
export function whyNotPatch(patch: Patch, many: number): string | null {
  if (many < 2) return null
  for (const name of ['title', 'words'] as const)
    if (patch[name] !== undefined) return `Items have each ${words[name]} of their own. Change one at a time.`
  return null
}

/** Why two days are not in order, or null. */
export const whyNotDays = (startsOn: string | null, dueOn: string | null): string | null =>
  startsOn && dueOn && dueOn < startsOn ? `It is due on ${dueOn}, before it begins on ${startsOn}.` : null
