import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Item } from '../contract.ts'

export const priorityTitles: Record<Item['priority'], string> = {
  ...{ urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
}
export const relevanceTitles: Record<Item['relevance'], string> = {
  ...{ now: 'Act now', ahead: 'Plan ahead', background: 'Background' },
}
export const arrivalTitles: Record<Item['arrival'], string> = { planned: 'Planned', reactive: 'Reactive' }
export const linkTitles = { 'waits-for': 'Waits for', relates: 'Relates to', doubles: 'Doubles' } as const

export const optionsOf = <V extends string>(titles: Record<V, string>): { value: V; label: string }[] =>
  (Object.entries(titles) as [V, string][]).map(([value, label]) => ({ value, label }))

export const codeOf = ({ number }: { number: number }): string => `W-${number}`

export const isLate = (item: Item, today: string): boolean =>
  item.dueOn !== null && item.doneAt === null && item.dueOn < today

const tones: Record<Item['priority'], Tone> = {
  urgent: 'bad',
  high: 'warn',
  normal: 'neutral',
  low: 'neutral',
}

export const PriorityBadge = ({ priority }: { priority: Item['priority'] }) => (
  <Badge tone={tones[priority]}>{priorityTitles[priority]}</Badge>
)

/** Whether it leads up to the vision, or why not, or that nobody has said. */
export function VisionBadge({ item }: { item: Pick<Item, 'isVision' | 'notVision'> }) {
  if (item.isVision) return <Badge tone="good">Vision</Badge>
  if (item.notVision) return <Badge>Not vision</Badge>
  return <Badge tone="warn">Not linked</Badge>
}
