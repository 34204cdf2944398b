import type { Feed } from '../things.ts'

const executives = ['director', 'cmo', 'vp-marketing', 'analytics-director']
const leads = ['manager', 'project-manager', 'creative-director']

/** Whose work somebody is shown by default; the widest of what their roles see. */
export function feedOf(roleIds: readonly string[]): Feed {
  if (roleIds.some((id) => executives.includes(id))) return 'now'
  return roleIds.some((id) => leads.includes(id)) ? 'teams' : 'own'
}

const shown: Record<Feed, string> = {
  own: 'Your role is shown your own work and what it waits for.',
  teams: 'Your role is shown what your teams work on.',
  now: 'Your role is shown what calls to act now, and what launches need.',
}

/** What a feed shows and what it leaves out; filtered is not forbidden. */
export function feedWords(kind: Feed, isWide: boolean, leftOut: number): string {
  if (isWide) return 'You see every open item that you may read.'
  const rest =
    leftOut === 0
      ? 'That leaves nothing out.'
      : `${leftOut.toLocaleString('en')} other open ${leftOut === 1 ? 'item is' : 'items are'} left out; widen to see them.`
  return `${shown[kind]} ${rest}`
}

type Due = { dueOn: string | null; priority: string; relevance: string }

/** When an item of one’s own comes up; `weekEnd` is the last day of the next seven. */
export function whenOf(item: Due, today: string, weekEnd: string): 'now' | 'week' | 'later' {
  if (item.priority === 'urgent' || (item.dueOn !== null && item.dueOn <= today)) return 'now'
  if (item.dueOn === null) return item.relevance === 'now' ? 'now' : 'later'
  return item.dueOn <= weekEnd ? 'week' : 'later'
}
