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
