import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Takeover } from '../contract.ts'

export const sourceTitles: Record<Takeover['source'], string> = {
  trello: 'Trello',
  asana: 'Asana',
  jira: 'Jira',
  monday: 'Monday',
  workfront: 'Workfront',
  table: 'A table',
}

/** “3 comments and 2 moves”; what there is none of is not said. Null where there is nothing at all. */
export function manyOf(counts: readonly (readonly [number, string])[]): string | null {
  const said = counts.filter(([count]) => count > 0).map(([count, one]) => many(count, one))
  if (said.length === 0) return null
  return said.length === 1 ? said[0]! : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}

const states = {
  ready: ['Not landed yet', 'warn'],
  landed: ['Landed', 'good'],
  undone: ['Undone', 'neutral'],
} as const

export function State({ state }: { state: Takeover['state'] }) {
  const [words, tone] = states[state]
  return <Badge tone={tone}>{words}</Badge>
}

export const many = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`
