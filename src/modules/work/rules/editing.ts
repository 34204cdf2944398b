import type { Patch } from '../things.ts'

const words: Record<keyof Patch, string> = {
  ...{ title: 'the title', words: 'the description', typeId: 'the type', parentId: 'the item above' },
  ...{ assigneeIds: 'the assignees', labels: 'the labels', startsOn: 'the first day', dueOn: 'the due day' },
  ...{ estimateMinutes: 'the estimate', points: 'the points', relevance: 'the relevance' },
  ...{ priority: 'the priority', arrival: 'planned or reactive', notVision: 'why it is not vision' },
  values: 'the fields',
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Which fields somebody else changed since the editing began, in words: those whose value is neither what it was then
 * nor what is asked for now. Other fields merge.
 */
export const changedMeanwhile = (patch: Patch, was: Patch, now: Patch): string[] =>
  (Object.keys(patch) as (keyof Patch)[])
    .filter((name) => name in was && !isSame(now[name], was[name]) && !isSame(now[name], patch[name]))
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
